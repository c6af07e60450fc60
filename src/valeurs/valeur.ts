/** La valeur brute d'une cellule, telle que tout adaptateur la donne. */

/** Cellule sans valeur utilisable : erreur d'Excel (« #N/A »), ou formule jamais calculée (« =A1*2 »). */
export interface Illisible {
  readonly illisible: string;
}

/** Valeur brute d'une cellule. Une date est le nombre de série du classeur, jamais un objet Date. */
export type Valeur = string | number | boolean | null | Illisible;

export function estIllisible(valeur: Valeur): valeur is Illisible {
  return typeof valeur === 'object' && valeur !== null;
}
