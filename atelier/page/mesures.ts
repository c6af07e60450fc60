/** Largeurs et hauteurs : caractères et points dans le fichier, pixels à l'écran (Calibri 11). */
const PIXELS_PAR_CARACTERE = 7;
const MARGE = 5;

export const LARGEUR_DEFAUT = 64;
export const pixelsDeLargeur = (caracteres: number): number =>
  Math.round(caracteres * PIXELS_PAR_CARACTERE + MARGE);
export const largeurDePixels = (pixels: number): number =>
  Math.round(((pixels - MARGE) / PIXELS_PAR_CARACTERE) * 100) / 100;
export const pixelsDeHauteur = (points: number): number => Math.round((points * 4) / 3);
export const hauteurDePixels = (pixels: number): number => (pixels * 3) / 4;
