/** Bonus, solde, cofinancement et contrôle (Circ. § 3.1, 3.3 et 3.4). */
import { bonus as regleBonus } from '../reglement/bonus';
import { excedent80 as regleExcedent } from '../reglement/cofinancement';
import {
  ecartControle,
  soldeAvecBonus,
  soldeN as regleSoldeN,
  soldeN1 as regleSoldeN1,
  soldePs,
} from '../reglement/liquidation';
import { lireEntier, lireMontant } from './arguments';
import { lireForfaits } from './choix';

/**
 * Bonus dus : un forfait par collectif avec bonus enfants et un par collectif avec bonus parents.
 * @customfunction CLAS.BONUS
 * @param nbEnfants Nombre de collectifs avec bonus enfants.
 * @param nbParents Nombre de collectifs avec bonus parents.
 * @param [montant] Montant d'un bonus, en €. Omis, vide ou 0 : celui du barème de 2021 (300 €).
 * @exemple =CLAS.BONUS(3;2) → 1500
 * @source Circ. 2021-006, § 3.3
 */
export function bonus(nbEnfants: unknown, nbParents: unknown, montant?: unknown): number {
  const [e, p] = [lireEntier('bonus enfants', nbEnfants), lireEntier('bonus parents', nbParents)];
  const [enfants, parents] = lireForfaits(montant);
  return regleBonus(e, p, enfants, parents).montant.toNumber();
}

/**
 * Solde à payer : solde des deux gestions plus le bonus. Négatif, c'est l'indu de Ps seul : le bonus reste dû et se paie à part.
 * @customfunction CLAS.SOLDE
 * @param psReelle Ps réelle, en €.
 * @param [acomptesN] Acomptes de gestion N versés, en €. Omis : 0.
 * @param [acomptesN1] Acomptes de gestion N+1 versés, en €. Omis : 0.
 * @param [bonus] Bonus dus, en €. Omis : 0.
 * @exemple =CLAS.SOLDE(7312,5;2000;3200;1500) → 3612,5
 * @exemple =CLAS.SOLDE(3250;2000;3200;1500) → -1950
 * @source Circ. 2021-006, § 3.4
 */
export function solde(psReelle: unknown, acomptesN?: unknown, acomptesN1?: unknown, bonus?: unknown): number {
  const [n, n1] = [lireMontant('acomptes N', acomptesN), lireMontant('acomptes N+1', acomptesN1)];
  const du = soldePs(lireMontant('Ps réelle', psReelle), n, n1).montant;
  return soldeAvecBonus(du, lireMontant('bonus', bonus)).toNumber();
}

/**
 * Solde de la gestion N : part N de la Ps réelle moins les acomptes N. Négatif : trop versé.
 * @customfunction CLAS.SOLDEN CLAS.SOLDE_N
 * @param psReelle Ps réelle, en €.
 * @param [acomptesN] Acomptes de gestion N versés, en €. Omis : 0.
 * @exemple =CLAS.SOLDE_N(7312,5;2000) → 925
 * @source Circ. 2021-006, § 3.4
 */
export function soldeN(psReelle: unknown, acomptesN?: unknown): number {
  const [p, n] = [lireMontant('Ps réelle', psReelle), lireMontant('acomptes N', acomptesN)];
  return regleSoldeN(p, n).montant.toNumber();
}

/**
 * Solde de la gestion N+1 : part N+1 de la Ps réelle moins les acomptes N+1. Négatif : trop versé.
 * @customfunction CLAS.SOLDEN1 CLAS.SOLDE_N1
 * @param psReelle Ps réelle, en €.
 * @param [acomptesN1] Acomptes de gestion N+1 versés, en €. Omis : 0.
 * @exemple =CLAS.SOLDE_N1(7312,5;3200) → 1187,5
 * @source Circ. 2021-006, § 3.4
 */
export function soldeN1(psReelle: unknown, acomptesN1?: unknown): number {
  const [p, n1] = [lireMontant('Ps réelle', psReelle), lireMontant('acomptes N+1', acomptesN1)];
  return regleSoldeN1(p, n1).montant.toNumber();
}

/**
 * Part des financements de la branche Famille qui dépasse 80 % du coût annuel ; 0 sans dépassement.
 * @customfunction CLAS.EXCEDENT80
 * @param coutTotal Coût annuel entier du projet, non plafonné, en €.
 * @param financementsBrancheFamille Ps + bonus + fonds locaux + autres financements de la branche Famille, en €.
 * @exemple =CLAS.EXCEDENT80(6000;5050) → 250
 * @source Circ. 2021-006, § 3.1
 */
export function excedent80(coutTotal: unknown, financementsBrancheFamille: unknown): number {
  const cout = lireMontant('coût total', coutTotal);
  return regleExcedent(cout, lireMontant('branche Famille', financementsBrancheFamille)).montant.toNumber();
}

/**
 * Suite d'un contrôle : plus de 0, rappel à verser ; moins de 0, indu à réclamer ; 0, sans suite.
 * @customfunction CLAS.CONTROLE
 * @param droitInitial Droit payé avant le contrôle, en €.
 * @param droitControle Droit recalculé avec les données contrôlées, en €.
 * @exemple =CLAS.CONTROLE(7312,5;6500) → -812,5
 * @source Circ. 2021-006, § 3.4
 */
export function controle(droitInitial: unknown, droitControle: unknown): number {
  const avant = lireMontant('droit initial', droitInitial);
  return ecartControle(avant, lireMontant('droit contrôlé', droitControle)).montant.toNumber();
}
