/** Les fonctions d'épreuve de la recette : elles rendent ce qu'elles ont reçu, ou une grille. */

const CODE = (valeur: unknown): unknown => {
  if (Array.isArray(valeur)) return valeur.map(CODE);
  // une erreur arrive en CustomFunctions.Error, dont seul le code nous importe
  return typeof valeur === 'object' && valeur !== null && 'code' in valeur ? { erreur: valeur.code } : valeur;
};

/** Combien d'appels ce moteur a reçus : la page lit la même variable, s'ils ne font qu'un. */
export const recus = { appels: 0 };

/**
 * Ce que la fonction reçoit, écrit en JSON.
 * @customfunction CLASR.ECHO
 * @param [valeur] N’importe quelle valeur.
 * @param [suite] Une autre.
 */
export function echo(valeur?: unknown, suite?: unknown): string {
  recus.appels += 1;
  return JSON.stringify([valeur, suite].map((v) => CODE(v) ?? null));
}

/**
 * Ce que la fonction reçoit d’une plage, écrit en JSON.
 * @customfunction CLASR.ECHOS
 * @param valeurs Une plage.
 */
export function echos(valeurs: unknown[][]): string {
  recus.appels += 1;
  return JSON.stringify(CODE(valeurs));
}

/**
 * Une grille de deux colonnes, qui déborde.
 * @customfunction CLASR.GRILLE
 * @param lignes Nombre de lignes.
 */
export function grille(lignes: number): number[][] {
  return Array.from({ length: lignes }, (_, i) => [i + 1, (i + 1) * 10]);
}
