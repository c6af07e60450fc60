/** Les intitulés du tableau du barème, et où il commence dans la feuille Paramètres. */
import type { Valeur } from '../../valeurs/valeur';
import { normaliser } from '../../valeurs/texte';

export const ENTETES_BAREME = {
  annee: ['Année N', 'année', 'année scolaire', 'année civile', 'campagne'],
  taux: ['Taux', 'taux ps'],
  prixPlafond: ['Prix plafond', 'plafond', 'plafond annuel', 'prix plafond annuel'],
  montantMaximal: [
    'Montant maximal',
    'montant max',
    'montant maximum',
    'montant publié',
    'ps maximale',
    'ps max',
  ],
  bonusEnfants: ['Bonus enfants'],
  bonusParents: ['Bonus parents'],
  source: ['Source'],
} as const;

/** Une unité ou un complément n'y change rien : « Prix plafond (€) », « Montant maximal par collectif ». */
const AUTOUR =
  /\([^)]*\)|(?<!\p{L})en (?:€|euros?)|€|%|(?<!\p{L})euros?(?!\p{L})|par collectif|\/ ?collectif/giu;
const reduire = (titre: string): string =>
  titre
    .replace(AUTOUR, ' ')
    .split(/\s/)
    .map((mot) => normaliser(mot).replace(/s$/, ''))
    .join('');

const FORMES_BAREME = new Map(
  Object.entries(ENTETES_BAREME).flatMap(([cle, formes]) => formes.map((f) => [reduire(f), cle] as const)),
);

/** La colonne du barème que désigne chaque intitulé de cette ligne. */
export const champsDeLigne = (ligne: readonly Valeur[]): readonly (string | undefined)[] =>
  ligne.map((v) => (typeof v === 'string' ? FORMES_BAREME.get(reduire(v)) : undefined));

/** Colonnes qui, avec l'année, disent un barème : le prix plafond à lui seul, ou deux autres si l'agent l'a nommé autrement. */
const CHIFFRES = ['taux', 'montantMaximal', 'bonusEnfants', 'bonusParents'];

/** Colonne où commence l'en-tête du barème dans cette ligne, s'il y est. */
export function ligneDeBareme(ligne: readonly Valeur[]): number | undefined {
  const champs = champsDeLigne(ligne);
  const dit =
    champs.includes('prixPlafond') || CHIFFRES.filter((champ) => champs.includes(champ)).length >= 2;
  return dit && champs.includes('annee') ? champs.indexOf('annee') : undefined;
}
