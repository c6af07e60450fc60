/**
 * Comptes et suivi statistique (Circ. § 3.4). Les codes sont des textes, écrits comme la circulaire les écrit.
 */
import { ZERO, plusPetit, type Decimal } from '../valeurs/montant';

export const COMPTES = {
  chargeAPayer: { code: 'T 408143111', libelle: 'Charges à payer sur exercice N' },
  engagementDebit: { code: 'T 8091', libelle: 'Contrepartie des engagements donnés' },
  engagementCredit: { code: 'T 80182', libelle: 'Prestation de service Clas 6/10' },
  subventionN: { code: 'SF 6562322410', libelle: 'Subvention N' },
  subventionN1: { code: 'SF 65623224191', libelle: 'Subvention N-1' },
  subventionAnterieure: { code: 'SF 65623224192', libelle: 'Subvention antérieure à N-1' },
} as const;

export type Compte = (typeof COMPTES)[keyof typeof COMPTES];

/** Compte de subvention selon l'âge : exercice du paiement − gestion d'origine (0, 1, 2 ans et plus). */
export function compteSubvention(exercice: number, gestion: number): Compte {
  const age = exercice - gestion;
  if (age < 0)
    throw new RangeError(`Une subvention de gestion ${gestion} ne se paie pas sur l’exercice ${exercice}.`);
  return age === 0 ? COMPTES.subventionN : age === 1 ? COMPTES.subventionN1 : COMPTES.subventionAnterieure;
}

export type TypeGestionnaire = 'association' | 'collectivité' | 'centre social' | 'entreprise' | 'caf';

/** Un partenaire : aussi ce qu'on retient d'un type inconnu, ce qu'une alerte dit (interprétation). */
export const SPECIFICITE_PAR_DEFAUT = '81512214';
export type Specificite = typeof SPECIFICITE_PAR_DEFAUT | '81513214' | '81514214';

/** Spécificité statistique selon le bénéficiaire : dépense interne, entreprise, sinon partenaire. */
export function specificite(type: TypeGestionnaire | null): Specificite {
  if (type === 'caf') return '81513214';
  return type === 'entreprise' ? '81514214' : SPECIFICITE_PAR_DEFAUT;
}

/** Spécificité d'une ligne : les comptes de dépense (SF) seuls en portent une. */
export const specificiteDuCompte = (code: string, type: TypeGestionnaire | null): Specificite | null =>
  code.startsWith('SF') ? specificite(type) : null;

/** Une partie d'une somme payée ou recouvrée, et son compte. */
export interface Imputation {
  readonly compte: Compte;
  /** En €, du signe de la somme. */
  readonly montant: Decimal;
}

/**
 * Où va une somme payée (> 0) ou recouvrée (< 0) : au compte de l'âge de sa gestion ; mais ce qui se paie en N+1 sur la
 * gestion N consomme d'abord la charge à payer passée (interprétation).
 * @param charge ce qui reste de la charge passée du dossier pour cette gestion, en €
 */
export function imputer(somme: Decimal, exercice: number, gestion: number, charge: Decimal): Imputation[] {
  const compte = compteSubvention(Math.max(exercice, gestion), gestion);
  const surCharge = compte === COMPTES.subventionN1 && somme.gt(0) ? plusPetit(charge, somme) : ZERO;
  const parties = [
    { compte: COMPTES.chargeAPayer, montant: surCharge },
    { compte, montant: somme.minus(surCharge) },
  ].filter(({ montant }) => !montant.isZero());
  return parties.length > 0 ? parties : [{ compte, montant: somme }];
}
