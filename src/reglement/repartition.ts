/**
 * Deux gestions pour une année scolaire (Circ. § 3.4) : 4/10 de septembre à décembre N, 6/10 de janvier à juin N+1.
 * C'est un partage : la part N+1 prend le reste, la somme est exacte.
 */
import { resultat, type Resultat } from './explication';
import { auCentime, type Decimal } from './montant';
import { GESTION } from './parametres';
import { circ } from './sources';

const SOURCE = circ('3.4');

/**
 * Une règle appelée par cinq autres sur la même Ps : elle ne se recalcule pas. Un décimal ne change jamais,
 * la mémoire ne tient qu'à lui, et rien ne s'en voit du dehors.
 */
function unefois(regle: (ps: Decimal) => Resultat): (ps: Decimal) => Resultat {
  const connus = new WeakMap<Decimal, Resultat>();
  return (ps) => {
    let connu = connus.get(ps);
    if (!connu) connus.set(ps, (connu = regle(ps)));
    return connu;
  };
}

/** 4/10 de la Ps, au centime. */
export const partN = unefois((ps) => {
  const taux = GESTION.tauxPartN;
  return resultat(
    'Part N (4/10)',
    '{Ps} × {taux}, au centime',
    { Ps: ps, taux },
    auCentime(ps.times(taux)),
    SOURCE,
  );
});

/** Le reste de la Ps, soit 6/10 au centime près. */
export const partN1 = unefois((ps) => {
  const n = partN(ps).montant;
  return resultat('Part N+1 (6/10)', '{Ps} − {part N}', { Ps: ps, 'part N': n }, ps.minus(n), SOURCE);
});
