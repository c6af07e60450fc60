/**
 * Deux gestions pour une année scolaire (Circ. § 3.4) : 4/10 de septembre à décembre N, 6/10 de janvier à juin N+1.
 * C'est un partage : la part N+1 prend le reste, la somme est exacte.
 */
import { resultat, type Resultat } from './explication';
import { auCentime, type Decimal } from '../valeurs/montant';
import { GESTION } from './parametres';
import { circ } from './sources';

const SOURCE = circ('3.4');

/** 4/10 de la Ps, au centime, et le reste. */
export function repartir(ps: Decimal): { readonly n: Resultat; readonly n1: Resultat } {
  const taux = GESTION.tauxPartN;
  const part = auCentime(ps.times(taux));
  return {
    n: resultat('Part N (4/10)', '{Ps} × {taux}, au centime', { Ps: ps, taux }, part, SOURCE),
    n1: resultat('Part N+1 (6/10)', '{Ps} − {part N}', { Ps: ps, 'part N': part }, ps.minus(part), SOURCE),
  };
}

export const partN = (ps: Decimal): Resultat => repartir(ps).n;
export const partN1 = (ps: Decimal): Resultat => repartir(ps).n1;
