/** Ce qu'une correction écrit dans le classeur : la même valeur pour le volet et pour la ligne de commande. */
import type { Valeur } from '../../valeurs/valeur';
import { CODES_FORMAT } from '../formes/plan';
import type { Anomalie } from './anomalie';

export interface CorrectionSituee {
  readonly feuille: string;
  readonly ligne: number;
  readonly colonne: number;
  /** Ce que la cellule doit encore contenir. */
  readonly avant: Valeur;
  readonly apres: string | number;
  /** Code de format à poser avec la valeur ; absent : celui de la cellule reste. */
  readonly format?: string;
}

/** `null` : rien de sûr à écrire. */
export function correctionSituee({
  feuille,
  ligne,
  colonne,
  valeur,
  correction,
}: Anomalie): CorrectionSituee | null {
  if (correction === null || ligne === null || colonne === null) return null;
  const { valeur: apres, format } = correction;
  return {
    feuille,
    ligne,
    colonne,
    avant: valeur,
    apres,
    ...(format !== undefined && { format: CODES_FORMAT[format] }),
  };
}
