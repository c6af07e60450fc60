/** Adresses de cellules (« N7 ») et lettres de colonnes, numérotées à partir de 1 comme Excel. */
const CONNUES: string[] = [''];

/** Lettres d'une colonne : 1 donne A, 27 donne AA. */
export function lettres(colonne: number): string {
  const connue = CONNUES[colonne];
  if (connue !== undefined) return connue;
  let texte = '';
  for (let n = colonne; n > 0; n = Math.floor((n - 1) / 26))
    texte = String.fromCharCode(65 + ((n - 1) % 26)) + texte;
  CONNUES[colonne] = texte;
  return texte;
}

/** « A7 » ; ligne et colonne à partir de 1. */
export const adresseDe = (ligne: number, colonne: number): `${string}${number}` =>
  `${lettres(colonne)}${ligne}`;

export function numeroColonne(lettres: string): number {
  let n = 0;
  for (let i = 0; i < lettres.length; i++) n = n * 26 + (lettres.charCodeAt(i) & 31);
  return n;
}

export interface Plage {
  readonly ligne1: number;
  readonly colonne1: number;
  readonly ligne2: number;
  readonly colonne2: number;
}

/** « A1:G40 », même d'une seule cellule. */
export const plageDe = ({ ligne1, colonne1, ligne2, colonne2 }: Plage): string =>
  `${adresseDe(ligne1, colonne1)}:${adresseDe(ligne2, colonne2)}`;

/** « A1:G40 » ou « B2 », avec ou sans « $ ». */
export function lirePlage(texte: string): Plage {
  const m = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/.exec(texte);
  if (m === null) throw new RangeError(`Plage incorrecte : ${texte}`);
  const [, c1 = '', l1 = '', c2 = c1, l2 = l1] = m;
  return { ligne1: Number(l1), colonne1: numeroColonne(c1), ligne2: Number(l2), colonne2: numeroColonne(c2) };
}
