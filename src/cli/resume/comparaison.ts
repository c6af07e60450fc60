/** Une comparaison pour une personne : ce qui est venu, parti, changé, et de combien. */
import { MONTANTS } from '../../dossier/calcul/montants';
import { EFFETS, type Comparaison, type ValeurComparee } from '../../dossier/restitution/suite/comparer';
import { typographier } from '../../dossier/affichage/typographie';
import { euros } from '../../reglement/explication';
import { dateFrancaise, estDateIso } from '../../valeurs/date';
import { Decimal } from '../../valeurs/montant';
import type { Ecran } from '../ecran';
import { inoffensif, paragraphe, pluriel } from '../texte';

const dire = (valeur: ValeurComparee): string => {
  if (valeur === null) return 'vide';
  if (valeur instanceof Decimal) return euros(valeur);
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non';
  const texte = String(valeur);
  return estDateIso(texte) ? dateFrancaise(texte) : texte;
};

const liste = (titre: string, dossiers: readonly string[], ecran: Ecran): string[] =>
  dossiers.length === 0
    ? []
    : [paragraphe(typographier(inoffensif(`${titre} : ${dossiers.join(', ')}`)), ecran.largeur, '  ', '')];

export function resumeComparaison({ ajoutes, disparus, modifies }: Comparaison, ecran: Ecran): string {
  const total = ajoutes.length + disparus.length + modifies.length;
  if (total === 0) return typographier('Aucun changement.');
  const details = modifies.map(({ dossier, champs, effet }) => {
    const lignes = champs.map(
      ({ intitule, avant, apres }) => `  ${intitule} : ${dire(avant)} → ${dire(apres)}`,
    );
    const effets = EFFETS.flatMap((cle) => {
      const e = effet[cle];
      return e && !e.isZero() ? [`${MONTANTS[cle].intitule} ${e.isNeg() ? '−' : '+'} ${euros(e.abs())}`] : [];
    });
    return [
      ecran.teinter('gras', inoffensif(dossier)),
      ...lignes.map((l) => paragraphe(typographier(inoffensif(l)), ecran.largeur, '    ', '')),
      ...(effets.length > 0
        ? [paragraphe(typographier(`  Effet : ${effets.join(', ')}`), ecran.largeur)]
        : []),
    ].join('\n');
  });
  return [
    [
      typographier(
        `${pluriel(ajoutes.length, 'projet ajouté', 'projets ajoutés')}, ${pluriel(disparus.length, 'disparu')}, ${pluriel(modifies.length, 'modifié')}.`,
      ),
      ...liste('Ajoutés', ajoutes, ecran),
      ...liste('Disparus', disparus, ecran),
    ].join('\n'),
    ...details,
  ].join('\n\n');
}
