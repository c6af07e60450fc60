/**
 * Ce qu'un lecteur dit d'une valeur, le même pour toutes les portes. Une formule refuse l'ambigu et l'illisible ;
 * une feuille les signale, et propose d'écrire `valeur` à la place de ce qui est converti.
 */
export type Verdict<T> =
  /** La valeur est déjà ce qu'elle doit être. */
  | { readonly etat: 'lu'; readonly valeur: T }
  /** Comprise sans doute possible, sous une autre écriture (« 24 000 euros », « x » pour oui). */
  | { readonly etat: 'converti'; readonly valeur: T }
  /** Deux sens possibles ; `valeur` est le plus probable (« 1.234 » : mille deux cent trente-quatre). */
  | { readonly etat: 'ambigu'; readonly valeur: T }
  | { readonly etat: 'illisible' };

export const ILLISIBLE = { etat: 'illisible' } as const;
