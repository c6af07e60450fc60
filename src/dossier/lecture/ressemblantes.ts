/** Les feuilles qui ont les intitulés d'un rôle sans en porter le nom. */
import type { Colonnes } from '../colonnes/colonne';
import type { Feuille } from '../formes/grille';
import { estVide } from '../../valeurs/texte';
import { peutEtreEnTete, trouverEntetes, type OptionsEntetes } from './entetes';
import { CLES_TABLES, TABLES, type CleTable } from './tables';

/** Sans eux, une feuille n'a pas ce rôle ; sans nombre de bonus, dossier et montant se trouvent partout. */
const requisDe = (cle: CleTable): readonly [string, Colonnes[string]][] =>
  Object.entries<Colonnes[string]>(TABLES[cle]).filter(
    ([champ, { exigence }]) => exigence === 'oui' || (cle === 'bonusVerses' && champ === 'bonusEnfants'),
  );

const rolesVus = new WeakMap<Feuille, { readonly annee: number; readonly roles: readonly CleTable[] }>();
/** Les rôles que les mots de cette feuille n'excluent pas. */
function rolesPossibles(feuille: Feuille, annee: number): readonly CleTable[] {
  const vus = rolesVus.get(feuille);
  if (vus?.annee === annee) return vus.roles;
  const peut = peutEtreEnTete(feuille, annee);
  const roles = CLES_TABLES.filter((cle) => peut(requisDe(cle).map(([, colonne]) => colonne)));
  rolesVus.set(feuille, { annee, roles });
  return roles;
}

/** Celles qui ont tous les intitulés obligatoires de ce rôle, et des lignes dessous : elles lui ressemblent, sous un autre nom. */
export function* feuillesRessemblantes(
  feuilles: readonly Feuille[],
  cle: CleTable,
  options: OptionsEntetes,
): Generator<Feuille, void> {
  const requis = requisDe(cle);
  for (const feuille of feuilles) {
    if (!rolesPossibles(feuille, options.annee).includes(cle)) continue;
    const lues = trouverEntetes(feuille, TABLES[cle], options);
    if (
      lues &&
      feuille.lignes.slice(lues.indice + 1).some((ligne) => !ligne.every(estVide)) &&
      requis.every(([champ]) => lues.colonnes.has(champ))
    )
      yield feuille;
  }
}
