import { lettres as lettresDe, numeroColonne } from '../../../src/dossier/formes/adresses';
import type { Rect } from './types';

export const LIGNES_MAX = 1_048_576;
export const COLONNES_MAX = 16_384;

const lettres = (indice: number): string => lettresDe(indice + 1);

/** Un nom de feuille est entre apostrophes dès qu'il n'est pas un mot simple. */
export function nomCite(nom: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(nom) ? nom : `'${nom.replace(/'/g, "''")}'`;
}

export function adresse(rect: Rect): string {
  const { ligne, colonne, lignes, colonnes } = rect;
  const fin = { ligne: ligne + lignes - 1, colonne: colonne + colonnes - 1 };
  if (lignes === LIGNES_MAX) return `${lettres(colonne)}:${lettres(fin.colonne)}`;
  if (colonnes === COLONNES_MAX) return `${ligne + 1}:${fin.ligne + 1}`;
  const debut = `${lettres(colonne)}${ligne + 1}`;
  return lignes === 1 && colonnes === 1 ? debut : `${debut}:${lettres(fin.colonne)}${fin.ligne + 1}`;
}

export function adresseAvecFeuille(feuille: string, rect: Rect): string {
  return `${nomCite(feuille)}!${adresse(rect)}`;
}

/** Sépare « 'Ma feuille'!A1:B2 » ; feuille vaut null quand l'adresse n'en nomme pas. */
export function separer(texte: string): { feuille: string | null; reste: string } {
  const trouve = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.*)$/u.exec(texte.trim());
  if (!trouve) return { feuille: null, reste: texte.trim() };
  const nom = trouve[1] === undefined ? (trouve[2] ?? '') : trouve[1].replace(/''/g, "'");
  return { feuille: nom, reste: trouve[3] ?? '' };
}

interface Coin {
  ligne: number | null;
  colonne: number | null;
}

function coin(texte: string): Coin | null {
  const trouve = /^\$?([A-Za-z]{1,3})?\$?(\d{1,7})?$/.exec(texte);
  if (!trouve || (!trouve[1] && !trouve[2])) return null;
  const colonne = trouve[1] ? numeroColonne(trouve[1]) - 1 : null;
  const ligne = trouve[2] ? Number(trouve[2]) - 1 : null;
  if (colonne !== null && colonne >= COLONNES_MAX) return null;
  if (ligne !== null && (ligne < 0 || ligne >= LIGNES_MAX)) return null;
  return { ligne, colonne };
}

/** « B2 », « B2:D4 », « A:C », « 3:5 » ; null si le texte n'est pas une adresse. */
export function lireAdresse(texte: string): Rect | null {
  const morceaux = texte.trim().split(':');
  const premier = coin(morceaux[0] ?? '');
  const second = morceaux.length === 2 ? coin(morceaux[1] ?? '') : premier;
  if (morceaux.length > 2 || !premier || !second) return null;
  const seul = morceaux.length === 1;
  if (seul && (premier.ligne === null || premier.colonne === null)) return null;
  if ((premier.ligne === null) !== (second.ligne === null)) return null;
  if ((premier.colonne === null) !== (second.colonne === null)) return null;
  const ligne = Math.min(premier.ligne ?? 0, second.ligne ?? 0);
  const colonne = Math.min(premier.colonne ?? 0, second.colonne ?? 0);
  const derniereLigne = Math.max(premier.ligne ?? LIGNES_MAX - 1, second.ligne ?? LIGNES_MAX - 1);
  const derniereColonne = Math.max(premier.colonne ?? COLONNES_MAX - 1, second.colonne ?? COLONNES_MAX - 1);
  return { ligne, colonne, lignes: derniereLigne - ligne + 1, colonnes: derniereColonne - colonne + 1 };
}

export function contient(rect: Rect, ligne: number, colonne: number): boolean {
  return (
    ligne >= rect.ligne &&
    ligne < rect.ligne + rect.lignes &&
    colonne >= rect.colonne &&
    colonne < rect.colonne + rect.colonnes
  );
}

export function englobe(grand: Rect, petit: Rect): boolean {
  return (
    contient(grand, petit.ligne, petit.colonne) &&
    contient(grand, petit.ligne + petit.lignes - 1, petit.colonne + petit.colonnes - 1)
  );
}

export function intersection(a: Rect, b: Rect): Rect | null {
  const ligne = Math.max(a.ligne, b.ligne);
  const colonne = Math.max(a.colonne, b.colonne);
  const lignes = Math.min(a.ligne + a.lignes, b.ligne + b.lignes) - ligne;
  const colonnes = Math.min(a.colonne + a.colonnes, b.colonne + b.colonnes) - colonne;
  return lignes > 0 && colonnes > 0 ? { ligne, colonne, lignes, colonnes } : null;
}

export function union(a: Rect, b: Rect): Rect {
  const ligne = Math.min(a.ligne, b.ligne);
  const colonne = Math.min(a.colonne, b.colonne);
  return {
    ligne,
    colonne,
    lignes: Math.max(a.ligne + a.lignes, b.ligne + b.lignes) - ligne,
    colonnes: Math.max(a.colonne + a.colonnes, b.colonne + b.colonnes) - colonne,
  };
}

export const tientDansUneFeuille = ({ ligne, colonne, lignes, colonnes }: Rect): boolean =>
  ligne >= 0 &&
  colonne >= 0 &&
  lignes > 0 &&
  colonnes > 0 &&
  ligne + lignes <= LIGNES_MAX &&
  colonne + colonnes <= COLONNES_MAX;

/** Colonnes ou lignes entières : Excel n'en rend pas les valeurs. */
export function estSansFin(rect: Rect): boolean {
  return rect.lignes === LIGNES_MAX || rect.colonnes === COLONNES_MAX;
}
