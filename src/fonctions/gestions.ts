/** Partage entre gestions N et N+1, acomptes au plus, arrêté des comptes (Circ. § 3.4). */
import { acompteMaxN, acompteMaxN1 } from '../reglement/acompte';
import { chargeAPayer, engagement as regleEngagement } from '../reglement/cloture';
import { partN as reglePartN, partN1 as reglePartN1 } from '../reglement/repartition';
import { lireMontant } from './arguments';

/**
 * Part de la Ps de la gestion N : 4/10, au centime.
 * @customfunction CLAS.PARTN CLAS.PART_N
 * @param ps Ps du projet, en €.
 * @exemple =CLAS.PART_N(7689) → 3075,6
 * @source Circ. 2021-006, § 3.4
 */
export function partN(ps: unknown): number {
  return reglePartN(lireMontant('Ps', ps)).montant.toNumber();
}

/**
 * Part de la Ps de la gestion N+1 : 6/10, soit la Ps moins la part N (la somme est exacte).
 * @customfunction CLAS.PARTN1 CLAS.PART_N1
 * @param ps Ps du projet, en €.
 * @exemple =CLAS.PART_N1(7689) → 4613,4
 * @source Circ. 2021-006, § 3.4
 */
export function partN1(ps: unknown): number {
  return reglePartN1(lireMontant('Ps', ps)).montant.toNumber();
}

/**
 * Acomptes de gestion N au plus : 28 % de la Ps retenue, au centime inférieur.
 * @customfunction CLAS.ACOMPTEN CLAS.ACOMPTE_N
 * @param prev Ps retenue, en € : la Ps prévisionnelle, limitée au montant accordé s'il y en a un.
 * @exemple =CLAS.ACOMPTE_N(7689) → 2152,92
 * @source Circ. 2021-006, § 3.4
 */
export function acompteN(prev: unknown): number {
  return acompteMaxN(lireMontant('Ps prévisionnelle', prev)).montant.toNumber();
}

/**
 * Acomptes de gestion N+1 au plus : 42 % de la Ps retenue, au centime inférieur.
 * @customfunction CLAS.ACOMPTEN1 CLAS.ACOMPTE_N1
 * @param prev Ps retenue, en € : la Ps prévisionnelle, limitée au montant accordé s'il y en a un.
 * @exemple =CLAS.ACOMPTE_N1(1902) → 798,84
 * @source Circ. 2021-006, § 3.4
 */
export function acompteN1(prev: unknown): number {
  return acompteMaxN1(lireMontant('Ps prévisionnelle', prev)).montant.toNumber();
}

/**
 * Charge à payer à l'arrêté des comptes de N : part N moins les acomptes N versés, jamais négative.
 * @customfunction CLAS.CAP
 * @param prev Ps retenue, en € : la Ps prévisionnelle, limitée au montant accordé s'il y en a un.
 * @param [acomptesN] Acomptes de gestion N versés, en €. Omis : 0.
 * @exemple =CLAS.CAP(7689;2000) → 1075,6
 * @source Circ. 2021-006, § 3.4
 */
export function cap(prev: unknown, acomptesN?: unknown): number {
  const [p, n] = [lireMontant('Ps prévisionnelle', prev), lireMontant('acomptes N', acomptesN)];
  return chargeAPayer(p, n).montant.toNumber();
}

/**
 * Engagement hors bilan de gestion N+1 : la part N+1 de la Ps retenue.
 * @customfunction CLAS.ENGAGEMENT
 * @param prev Ps retenue, en € : la Ps prévisionnelle, limitée au montant accordé s'il y en a un.
 * @exemple =CLAS.ENGAGEMENT(7689) → 4613,4
 * @source Circ. 2021-006, § 3.4
 */
export function engagement(prev: unknown): number {
  return regleEngagement(lireMontant('Ps prévisionnelle', prev)).montant.toNumber();
}
