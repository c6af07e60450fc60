/**
 * Bonus « enfants » et « parents » (Circ. § 2.2 et 3.3) : un forfait par collectif, chacun seul ou les deux.
 * Payés une fois par an, avec le solde ; hors de la base des acomptes et des 4/10–6/10 (interprétation).
 */
import { resultat, type Resultat } from './explication';
import { ZERO, type Decimal } from '../valeurs/montant';
import { PREMIERE_ANNEE } from './parametres';
import { circ } from './sources';

const SOURCE = circ('3.3');

/** Bonus d'un genre : nombre de collectifs × montant (€ par collectif). */
export function bonusDe(genre: 'enfants' | 'parents', nbCollectifs: number, parCollectif: Decimal): Resultat {
  return resultat(
    `Bonus ${genre}`,
    '{nb} × {bonus}',
    { nb: nbCollectifs, bonus: parCollectif },
    parCollectif.times(nbCollectifs),
    SOURCE,
  );
}

/** Bonus du projet, en € : accordés, dus ou contrôlés, selon les nombres. */
export function bonus(
  nbEnfants: number,
  nbParents: number,
  bonusEnfants: Decimal,
  bonusParents: Decimal,
  etape = 'Bonus',
): Resultat {
  const e = bonusDe('enfants', nbEnfants, bonusEnfants);
  const p = bonusDe('parents', nbParents, bonusParents);
  return resultat(
    etape,
    '{bonus enfants} + {bonus parents}',
    { 'bonus enfants': e.montant, 'bonus parents': p.montant },
    e.montant.plus(p.montant),
    SOURCE,
    [e, p],
  );
}

/** Les bonus n'existent qu'à compter de la rentrée 2021. */
export const bonusExistent = (annee: number): boolean => annee >= PREMIERE_ANNEE;

/**
 * Nombre de bonus dus d'un genre : ceux qui ont eu lieu, à défaut les accordés ; jamais plus que les accordés ni que
 * les collectifs retenus ou contrôlés (interprétation).
 */
export const bonusRealises = (accordes: number, reels: number | null, collectifs: number): number =>
  Math.min(accordes, reels ?? accordes, collectifs);

/** Aucun bonus : il complète une Ps accordée, et due. */
export const sansBonus = (etape: string, motif: string): Resultat =>
  resultat(etape, motif, {}, ZERO, circ('3.1'));
