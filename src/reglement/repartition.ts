/**
 * Deux gestions pour une année scolaire (Circ. § 3.4) : 4/10 de septembre à décembre N, 6/10 de janvier à juin N+1.
 * C'est un partage : la part N+1 prend le reste, la somme est exacte.
 */
import { resultat, type Resultat } from './explication';
import { auCentime, type Decimal } from './montant';
import { GESTION } from './parametres';
import { circ } from './sources';

const SOURCE = circ('3.4');

/** 4/10 de la Ps, au centime. */
export function partN(ps: Decimal): Resultat {
  const taux = GESTION.tauxPartN;
  return resultat(
    'Part N (4/10)',
    '{Ps} × {taux}, au centime',
    { Ps: ps, taux },
    auCentime(ps.times(taux)),
    SOURCE,
  );
}

/** Le reste de la Ps, soit 6/10 au centime près. */
export function partN1(ps: Decimal): Resultat {
  const n = partN(ps).montant;
  return resultat('Part N+1 (6/10)', '{Ps} − {part N}', { Ps: ps, 'part N': n }, ps.minus(n), SOURCE);
}
