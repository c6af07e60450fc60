/**
 * Arrêté des comptes de N, mois 13 (Circ. § 3.4) : les 4/10 restant dus sont une charge à payer,
 * les 6/10 un engagement hors bilan, contrepassé en mois 12 de N+1.
 */
import { resultat, type Resultat } from './explication';
import { ZERO, positifOuZero, type Decimal } from '../valeurs/montant';
import { partN, partN1 } from './repartition';
import { circ } from './sources';

const SOURCE = circ('3.4');

/** Charge à payer N, nette des acomptes N versés avant la fin de N (interprétation) ; jamais négative. */
export function chargeAPayer(previsionnelle: Decimal, acomptesN: Decimal): Resultat {
  const part = partN(previsionnelle);
  return resultat(
    'Charge à payer N',
    '{part N} − {acomptes N}, au moins 0',
    { 'part N': part.montant, 'acomptes N': acomptesN },
    positifOuZero(part.montant.minus(acomptesN)),
    SOURCE,
    [part],
  );
}

/** Acomptes N versés au-delà des 4/10 : rien à payer en N, un trop versé. */
export function tropVerseN(previsionnelle: Decimal, acomptesN: Decimal): Resultat {
  const part = partN(previsionnelle);
  return resultat(
    'Trop versé N',
    '{acomptes N} − {part N}, au moins 0',
    { 'part N': part.montant, 'acomptes N': acomptesN },
    positifOuZero(acomptesN.minus(part.montant)),
    SOURCE,
    [part],
  );
}

/** Engagement de gestion N+1 : la part N+1 de la Ps prévisionnelle. */
export function engagement(previsionnelle: Decimal): Resultat {
  const part = partN1(previsionnelle);
  return resultat('Engagement N+1', '{part N+1}', { 'part N+1': part.montant }, part.montant, SOURCE, [part]);
}

/**
 * Écart entre ce qui est liquidé sur la charge à payer et elle : à compléter (> 0) ou à contrepasser (< 0), en €.
 * Un acompte N payé en N+1 l'est sur la charge à payer, comme le solde N (interprétation).
 */
export function ecartChargeAPayer(
  soldeN: Decimal,
  charge: Decimal,
  acomptesNApres: Decimal = ZERO,
): Resultat {
  return resultat(
    'Écart à régulariser',
    '{solde N} + {acomptes N payés en N+1} − {charge à payer N}',
    { 'solde N': soldeN, 'acomptes N payés en N+1': acomptesNApres, 'charge à payer N': charge },
    soldeN.plus(acomptesNApres).minus(charge),
    SOURCE,
  );
}
