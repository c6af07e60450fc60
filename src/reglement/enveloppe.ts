/**
 * Enveloppe d'une année civile Y (Circ. § 3.4) : les 6/10 de l'année scolaire (Y-1)-Y et les 4/10 de Y-(Y+1).
 */
import { somme, type Decimal } from '../valeurs/montant';
import { partN, partN1 } from './repartition';

export interface PsAnnee {
  /** N, année d'ouverture de l'année scolaire. */
  readonly annee: number;
  readonly ps: Decimal;
}

/** Somme en € de ce que les projets pèsent sur l'année civile donnée. */
export function enveloppe(anneeCivile: number, projets: readonly PsAnnee[]): Decimal {
  return somme(
    projets.flatMap(({ annee, ps }) => {
      if (annee === anneeCivile) return [partN(ps).montant];
      return annee === anneeCivile - 1 ? [partN1(ps).montant] : [];
    }),
  );
}
