/** Comparaison d'intitulés et de valeurs : sans accents, casse, blancs ni ponctuation. */
import { erreurAffichee } from './erreursExcel';
import { estIllisible, type Valeur } from './valeur';

const reduire = (texte: string): string =>
  texte
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    // le signe y est tout : « N-1 » n'est pas « N+1 »
    .replace(/(?<![a-z0-9])n\s*[-\u2010-\u2015\u2212]\s*1(?!\d)/g, 'nmoins1')
    .replace(/[^a-z0-9]/g, '');

/** « oui », « élémentaire » reviennent à chaque ligne. Bornée : un classeur hostile ne remplit pas la mémoire. */
const connus = new Map<string, string>();
const CONNUS_MAX = 5_000;
const LONGUEUR_MAX = 40;

export function normaliser(texte: string): string {
  const connu = connus.get(texte);
  if (connu !== undefined) return connu;
  const reduit = reduire(texte);
  if (texte.length <= LONGUEUR_MAX && connus.size < CONNUS_MAX) connus.set(texte, reduit);
  return reduit;
}

const BLANCS = /[\s\u00a0\u202f\u2007\u200b\ufeff]+/g;
const NON_BLANC = /[^\s\u00a0\u202f\u2007\u200b\ufeff]/;

/** Le texte d'une cellule, blancs de bord retirés et blancs intérieurs réduits ; `null` si la cellule est vide. */
export function texteDe(valeur: Valeur): string | null {
  if (valeur === null) return null;
  if (estIllisible(valeur)) return erreurAffichee(valeur.illisible).replace(BLANCS, ' ');
  const texte = typeof valeur === 'boolean' ? (valeur ? 'VRAI' : 'FAUX') : String(valeur);
  return texte.replace(BLANCS, ' ').trim() || null;
}

export const estVide = (valeur: Valeur): boolean =>
  valeur === null || (typeof valeur === 'string' && !NON_BLANC.test(valeur));

/** Clé de comparaison d'un numéro de dossier : « a 12 » et « A 12 » sont le même dossier. */
export const cleDossier = (dossier: string): string => dossier.toUpperCase();
