/** Les cellules fusionnées d'une feuille, dites de la même façon par les deux adaptateurs. */
import { type Plage, plageDe } from '../dossier/formes/adresses';

/**
 * En adresses (« B2:C3 »), de haut en bas puis de gauche à droite : celles dont le coin haut gauche, qui porte la valeur,
 * est dans l'étendue remplie. Excel n'en signale pas d'autres.
 */
export function fusionsUtiles(fusions: readonly Plage[], etendue: Plage): string[] {
  return fusions
    .map(normaliser)
    .filter(
      ({ ligne1, colonne1, ligne2, colonne2 }) =>
        (ligne2 > ligne1 || colonne2 > colonne1) &&
        ligne1 >= etendue.ligne1 &&
        ligne1 <= etendue.ligne2 &&
        colonne1 >= etendue.colonne1 &&
        colonne1 <= etendue.colonne2,
    )
    .sort((a, b) => a.ligne1 - b.ligne1 || a.colonne1 - b.colonne1)
    .map(plageDe);
}

/** « C3:B2 » désigne la même plage que « B2:C3 ». */
const normaliser = ({ ligne1, colonne1, ligne2, colonne2 }: Plage): Plage => ({
  ligne1: Math.min(ligne1, ligne2),
  colonne1: Math.min(colonne1, colonne2),
  ligne2: Math.max(ligne1, ligne2),
  colonne2: Math.max(colonne1, colonne2),
});
