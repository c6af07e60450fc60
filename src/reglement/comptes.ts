/**
 * Comptes et suivi statistique (Circ. § 3.4). Les codes sont des textes, écrits comme la circulaire les écrit.
 */
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

/** Spécificité statistique selon le bénéficiaire : dépense interne, entreprise, sinon partenaire. */
export function specificite(type: TypeGestionnaire): '81512214' | '81513214' | '81514214' {
  if (type === 'caf') return '81513214';
  return type === 'entreprise' ? '81514214' : '81512214';
}
