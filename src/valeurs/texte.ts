/** Comparaison d'intitulés et de valeurs : sans accents, casse, blancs ni ponctuation. */
import { erreurAffichee } from './erreursExcel';
import { estIllisible, type Valeur } from './valeur';

/** Presque tous les textes n'ont que des signes du clavier : ni accent, ni blanc caché, rien à normaliser. */
const AUTRE_SIGNE = /[^ -~]/;

/** Lettres nues : « élémentaire » devient « elementaire ». */
export const sansAccents = (texte: string): string =>
  AUTRE_SIGNE.test(texte) ? texte.normalize('NFD').replace(/[\u0300-\u036f]/g, '') : texte;

const reduire = (texte: string): string =>
  sansAccents(sansInvisibles(texte))
    .toLowerCase()
    .replace(/œ/g, 'oe')
    // le signe y est tout : « N-1 » n'est pas « N+1 »
    .replace(/(?<![a-z0-9])n\s*[-\u2010-\u2015\u2212]\s*1(?!\d)/g, 'nmoins1')
    .replace(/[^a-z0-9]/g, '');

const CONNUS_MAX = 5_000;
const LONGUEUR_MAX = 40;

/** « oui », un numéro de dossier reviennent à chaque ligne. Bornée : un classeur hostile ne remplit pas la mémoire. */
function unParTexte(reduire: (texte: string) => string): (texte: string) => string {
  const connus = new Map<string, string>();
  return (texte) => {
    const connu = connus.get(texte);
    if (connu !== undefined) return connu;
    const reduit = reduire(texte);
    if (texte.length <= LONGUEUR_MAX && connus.size < CONNUS_MAX) connus.set(texte, reduit);
    return reduit;
  };
}

export const normaliser = unParTexte(reduire);

/** Sans chiffre, un texte n'est ni un nombre, ni une durée, ni une date, ni une année : inutile de le chercher. */
export const aDesChiffres = (texte: string): boolean => /\d/.test(texte);

/** Ce qui ne prend aucune place : marques de sens et de liaison, espaces de largeur nulle, césures. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]|\ufe0f/
  .source;
const INVISIBLES = new RegExp(INVISIBLE, 'g');
const BLANCS = /\s+/g;
const BLANC_RARE = new RegExp(`[^\\S \\n]|${INVISIBLE}`, 'g');
/** Un blanc qui n'est pas une espace seule, un invisible : presque aucun texte n'en a, et n'est alors pas recopié. */
const A_REDUIRE = new RegExp(`[^\\S ]| {2}|${INVISIBLE}`);
const VISIBLE = new RegExp(`(?!${INVISIBLE})\\S`);

export const sansInvisibles = (texte: string): string => texte.replace(INVISIBLES, '');

/** Sans caractère invisible, tout blanc (insécable, fine, tabulation, retour…) réduit à une espace, les bords nus. */
export const blancsReduits = (texte: string): string =>
  (A_REDUIRE.test(texte) ? sansInvisibles(texte).replace(BLANCS, ' ') : texte).trim();

const point = (c: string): string =>
  `U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Une valeur illisible, ses blancs cachés rendus visibles : « 24␣000x (U+2003) ». */
export function montrerInvisibles(texte: string): string {
  // un retour à la ligne se voit : une espace le dit, et la phrase reste sur une ligne
  const nu = texte.trim().replace(/[\r\n]+/g, ' ');
  const vus = nu.match(BLANC_RARE);
  if (!vus) return nu;
  const caches = [...new Set(vus)];
  return `${nu.replace(BLANC_RARE, '␣')} (${caches.slice(0, 3).map(point).join(', ')})`;
}

/** Le texte d'une cellule, blancs de bord retirés et blancs intérieurs réduits ; `null` si la cellule est vide. */
export function texteDe(valeur: Valeur): string | null {
  if (valeur === null) return null;
  if (estIllisible(valeur)) return blancsReduits(erreurAffichee(valeur.illisible));
  const texte = typeof valeur === 'boolean' ? (valeur ? 'VRAI' : 'FAUX') : String(valeur);
  return blancsReduits(texte) || null;
}

export const estVide = (valeur: Valeur): boolean =>
  valeur === null || (typeof valeur === 'string' && !VISIBLE.test(valeur));

/** La valeur d'une cellule qui en a une. */
export const pleine = (valeur: Valeur | undefined): NonNullable<Valeur> | null =>
  valeur === undefined || estVide(valeur) ? null : valeur;

/**
 * Clé de comparaison d'un numéro de dossier : casse, blancs, caractères invisibles, accents composés ou non
 * et genres de tiret n'en font pas deux.
 */
export const cleDossier = unParTexte((dossier) =>
  (AUTRE_SIGNE.test(dossier) ? numeroNu(dossier) : dossier.replaceAll(' ', '')).toUpperCase(),
);

const numeroNu = (dossier: string): string =>
  sansInvisibles(dossier)
    .normalize('NFC')
    .replace(/\s/g, '')
    .replace(/[\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]/g, '-');
