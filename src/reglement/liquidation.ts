/**
 * Liquidation sur le compte de résultat (Circ. § 3.4) : chaque gestion garde son solde, toujours montré.
 * Un solde négatif est un indu ; il ne se compense jamais seul avec un bonus (interprétation).
 */
import { resultat, type Resultat } from './explication';
import { ZERO, positifOuZero, type Decimal } from '../valeurs/montant';
import { partN, partN1 } from './repartition';
import { circ } from './sources';

const SOURCE = circ('3.4');

/** Part N de la Ps réelle, moins les acomptes N ; < 0 : trop versé. */
export function soldeN(psReelle: Decimal, acomptesN: Decimal): Resultat {
  const part = partN(psReelle);
  return resultat(
    'Solde N',
    '{part N} − {acomptes N}',
    { 'part N': part.montant, 'acomptes N': acomptesN },
    part.montant.minus(acomptesN),
    SOURCE,
    [part],
  );
}

/** Part N+1 de la Ps réelle, moins les acomptes N+1 ; < 0 : trop versé. */
export function soldeN1(psReelle: Decimal, acomptesN1: Decimal): Resultat {
  const part = partN1(psReelle);
  return resultat(
    'Solde N+1',
    '{part N+1} − {acomptes N+1}',
    { 'part N+1': part.montant, 'acomptes N+1': acomptesN1 },
    part.montant.minus(acomptesN1),
    SOURCE,
    [part],
  );
}

/** Solde de la Ps : les deux gestions ensemble. */
export function soldePs(psReelle: Decimal, acomptesN: Decimal, acomptesN1: Decimal): Resultat {
  const n = soldeN(psReelle, acomptesN);
  const n1 = soldeN1(psReelle, acomptesN1);
  return resultat(
    'Solde Ps',
    '{solde N} + {solde N+1}',
    { 'solde N': n.montant, 'solde N+1': n1.montant },
    n.montant.plus(n1.montant),
    SOURCE,
    [n, n1],
  );
}

/** À payer au gestionnaire : le solde Ps s'il est positif, et le bonus dans tous les cas. */
export function aPayer(solde: Decimal, bonus: Decimal): Resultat {
  const verse = positifOuZero(solde);
  return resultat(
    'À payer',
    '{solde Ps à verser} + {bonus}',
    { 'solde Ps à verser': verse, bonus },
    verse.plus(bonus),
    SOURCE,
  );
}

/** Indu à notifier : le solde Ps négatif, en positif. */
export function indu(solde: Decimal): Resultat {
  return resultat(
    'Indu',
    '− {solde Ps}, au moins 0',
    { 'solde Ps': solde },
    solde.isNeg() ? solde.neg() : ZERO,
    SOURCE,
  );
}

/** Ce que rend CLAS.SOLDE : solde Ps et bonus ; négatif, le solde Ps seul (le bonus reste dû et se paie à part). */
export const soldeAvecBonus = (solde: Decimal, bonus: Decimal): Decimal =>
  solde.isNeg() ? solde : solde.plus(bonus);

/** Sans agrément, tout acompte versé est un indu. */
export function induRefuse(acomptesN: Decimal, acomptesN1: Decimal): Resultat {
  return resultat(
    'Indu',
    '{acomptes N} + {acomptes N+1}, agrément refusé',
    { 'acomptes N': acomptesN, 'acomptes N+1': acomptesN1 },
    acomptesN.plus(acomptesN1),
    circ('3.1'),
  );
}

/** Suite d'un contrôle : > 0 rappel, < 0 indu, 0 sans suite. Ps et bonus se jugent chacun à part. */
export function ecartControle(
  droitInitial: Decimal,
  droitControle: Decimal,
  etape = 'Suite du contrôle',
): Resultat {
  return resultat(
    etape,
    '{droit contrôlé} − {droit initial}',
    { 'droit contrôlé': droitControle, 'droit initial': droitInitial },
    droitControle.minus(droitInitial),
    SOURCE,
  );
}
