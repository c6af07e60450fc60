/** Comparaison d'intitulés et de valeurs : sans accents, casse, blancs ni ponctuation. */
import { estIllisible, type Valeur } from '../grille';

export function normaliser(texte: string): string {
  return texte
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[^a-z0-9]/g, '');
}

const BLANCS = /[\s\u00a0\u202f\u2007\u200b\ufeff]+/g;

/** Le texte d'une cellule, blancs de bord retirés et blancs intérieurs réduits ; `null` si la cellule est vide. */
export function texteDe(valeur: Valeur): string | null {
  if (valeur === null) return null;
  if (estIllisible(valeur)) return valeur.illisible;
  const texte = typeof valeur === 'boolean' ? (valeur ? 'VRAI' : 'FAUX') : String(valeur);
  return texte.replace(BLANCS, ' ').trim() || null;
}

export const estVide = (valeur: Valeur): boolean =>
  valeur === null || (typeof valeur === 'string' && texteDe(valeur) === null);

/** Clé de comparaison d'un numéro de dossier : « a 12 » et « A 12 » sont le même dossier. */
export const cleDossier = (dossier: string): string => dossier.toUpperCase();
