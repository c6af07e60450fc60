/** La ligne que l'agent est en train de saisir : ses cellules encore vides ne se disent que lorsqu'il la quitte. */
import type { Cellule, Changement } from '../classeur/excel/port';
import type { Anomalie } from '../dossier/anomalies/anomalie';
import { lirePlage } from '../dossier/formes/adresses';

export type LigneSaisie = Pick<Cellule, 'feuille' | 'ligne'>;

const CELLULES = /^[A-Z]+\d+(?::[A-Z]+\d+)?$/i;

export const memeLigne = (a: LigneSaisie | null, b: LigneSaisie | null): boolean =>
  a?.feuille === b?.feuille && a?.ligne === b?.ligne;

/** Ce changement, dans la ligne où est l'agent ; `null` : il est ailleurs, ou plusieurs lignes changent à la fois. */
export function ligneSaisie({ feuille, plage }: Changement, cellule: Cellule | null): LigneSaisie | null {
  if (plage === null || !CELLULES.test(plage)) return null;
  const { ligne1: ligne, ligne2 } = lirePlage(plage);
  return ligne === ligne2 && memeLigne({ feuille, ligne }, cellule) ? { feuille, ligne } : null;
}

/** Ce que cette anomalie reproche est une cellule vide de la ligne en cours de saisie. */
export const attend = (a: Anomalie, saisie: LigneSaisie | null): boolean =>
  saisie !== null &&
  a.feuille === saisie.feuille &&
  a.ligne === saisie.ligne &&
  a.colonne !== null &&
  a.valeur === null;
