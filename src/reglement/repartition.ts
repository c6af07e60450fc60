/**
 * Deux gestions pour une année scolaire (Circ. § 3.4) : 4/10 de septembre à décembre N, 6/10 de janvier à juin N+1.
 * C'est un partage : la part N+1 prend le reste, la somme est exacte.
 */
import { resultat, type Resultat } from './explication';
import { auCentime, type Decimal } from '../valeurs/montant';
import { GESTION } from './parametres';
import { circ } from './sources';

const SOURCE = circ('3.4');

interface Partage {
  readonly ps: Decimal;
  readonly n: Resultat;
  readonly n1: Resultat;
}

/** Cinq règles partagent à la suite la même Ps : un décimal ne change jamais, son partage non plus, le dernier se garde. */
let dernier: Partage | undefined;

function partage(ps: Decimal): Partage {
  if (dernier?.ps === ps) return dernier;
  const taux = GESTION.tauxPartN;
  const part = auCentime(ps.times(taux));
  const n = resultat('Part N (4/10)', '{Ps} × {taux}, au centime', { Ps: ps, taux }, part, SOURCE);
  const n1 = resultat(
    'Part N+1 (6/10)',
    '{Ps} − {part N}',
    { Ps: ps, 'part N': part },
    ps.minus(part),
    SOURCE,
  );
  dernier = { ps, n, n1 };
  return dernier;
}

/** 4/10 de la Ps, au centime. */
export function partN(ps: Decimal): Resultat {
  return partage(ps).n;
}

/** Le reste de la Ps, soit 6/10 au centime près. */
export function partN1(ps: Decimal): Resultat {
  return partage(ps).n1;
}
