/** Les lignes d'un tableau qui ne sont pas des données : totaux, en-tête recopié. */
import { lettres } from '../formes/adresses';
import type { Colonne, TypeColonne } from '../colonnes/colonne';
import type { Feuille } from '../formes/grille';
import type { Valeur } from '../../valeurs/valeur';
import { estVide, normaliser, texteDe } from '../../valeurs/texte';

interface ColonneLue {
  readonly cle: string;
  readonly i: number;
  readonly definition: Colonne;
}

const TOTAL = /^(?:s|sous)?tota(?:l|ux)|^ensemble$/;
const SEUL = /^(?:s|sous)?tota(?:l|ux)(?:general)?$/;
const DITES: ReadonlySet<TypeColonne> = new Set(['texte', 'choix', 'siret', 'date']);
const SOMME = /^=(?:SUM|SUBTOTAL|AGGREGATE|COUNTA?|AVERAGE)\(/i;

/** Pourquoi cette ligne, qui n'est pas vide, n'est pas une donnée ; `undefined` : c'en est une. */
export function motifIgnore(
  feuille: Feuille,
  ligne: number,
  intitules: readonly Valeur[],
  colonnes: readonly ColonneLue[],
): string | undefined {
  const brutes = feuille.lignes[ligne] ?? [];
  if (estTotal(feuille, ligne, brutes, colonnes)) return 'ligne de total';
  return repete(brutes, intitules, colonnes) ? 'intitulés répétés' : undefined;
}

/** Le dossier dit « Total », ou compte les lignes à côté d'un « Total » ; sans dossier, un libellé, ou des sommes seules. */
function estTotal(
  feuille: Feuille,
  ligne: number,
  brutes: readonly Valeur[],
  colonnes: readonly ColonneLue[],
): boolean {
  const dit = (v: Valeur | undefined, forme: RegExp): boolean =>
    typeof v === 'string' && forme.test(normaliser(v));
  const indice = colonnes.find(({ cle }) => cle === 'dossier')?.i;
  const dossier = indice === undefined ? null : (brutes[indice] ?? null);
  if (texteDe(dossier) !== null)
    return (
      dit(dossier ?? undefined, TOTAL) || (typeof dossier === 'number' && brutes.some((v) => dit(v, SEUL)))
    );
  const remplies = colonnes.filter(({ i }) => !estVide(brutes[i] ?? null));
  if (brutes.some((v) => dit(v, TOTAL))) {
    // un projet ou un versement sans numéro dit autre chose que des sommes : ce n'est pas un total
    const dites = remplies.filter(
      ({ definition, i }) => DITES.has(definition.type) && !dit(brutes[i], TOTAL),
    );
    return dites.length < 2;
  }
  return remplies.every(({ i }) =>
    SOMME.test(
      feuille.formules.get(`${lettres(feuille.premiereColonne + i)}${feuille.premiereLigne + ligne}`) ?? '',
    ),
  );
}

/** L'en-tête recopié plus bas, d'une page à l'autre. */
const repete = (
  brutes: readonly Valeur[],
  intitules: readonly Valeur[],
  colonnes: readonly ColonneLue[],
): boolean =>
  colonnes.every(({ i }) => {
    const texte = texteDe(brutes[i] ?? null);
    return texte === null || normaliser(texte) === normaliser(texteDe(intitules[i] ?? null) ?? '');
  });
