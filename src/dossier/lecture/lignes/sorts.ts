/** Ce que devient une ligne sous l'en-tête. */

/** Des données, mais sous un titre qui dit une autre année. */
export const AUTRE_ANNEE = 'ligne d’une autre année';
/** Sa propre colonne « Campagne » le dit : un journal qui en réunit plusieurs n'a pas de faute. */
export const AUTRE_CAMPAGNE = 'ligne d’une autre campagne';
/** Un second tableau, que l'en-tête de la feuille ne permet pas de lire. */
export const AUTRES_INTITULES = 'ligne sous d’autres intitulés';

export type Motif =
  | 'ligne de total'
  | 'intitulés répétés'
  | 'numéros de colonnes'
  | 'note ou titre'
  | 'unités, consignes ou signature'
  | 'ligne préremplie, sans saisie'
  | typeof AUTRE_ANNEE
  | typeof AUTRE_CAMPAGNE
  | typeof AUTRES_INTITULES;

/** `vide` : rien dans les colonnes lues. */
export type Sort = 'donnee' | 'vide' | Motif;
