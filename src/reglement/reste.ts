/**
 * Ce qui reste, une fois le dû comparé au versé (Circ. § 3.4) : à payer ou à recouvrer, jamais l'un moins l'autre, ni
 * la Ps avec le bonus (interprétation).
 */
import { resultat, type Resultat } from './explication';
import { positifOuZero, type Decimal } from '../valeurs/montant';
import { circ } from './sources';

const SOURCE = circ('3.4');

/** Part due d'une gestion, moins ce qui y est versé : < 0, trop versé sur cette gestion. */
export const resteGestion = (gestion: 'N' | 'N+1', part: Resultat, verse: Decimal): Resultat =>
  resultat(
    `Reste ${gestion}`,
    '{part due} − {versé}',
    { 'part due': part.montant, versé: verse },
    part.montant.minus(verse),
    SOURCE,
    [part],
  );

export const resteAPayer = (objet: string, du: Decimal, verse: Decimal): Resultat =>
  resultat(
    `${objet} : reste à payer`,
    '{dû} − {versé}, au moins 0',
    { dû: du, versé: verse },
    positifOuZero(du.minus(verse)),
    SOURCE,
  );

export const resteARecouvrer = (objet: string, du: Decimal, verse: Decimal): Resultat =>
  resultat(
    `${objet} : reste à recouvrer`,
    '{versé} − {dû}, au moins 0',
    { versé: verse, dû: du },
    positifOuZero(verse.minus(du)),
    SOURCE,
  );
