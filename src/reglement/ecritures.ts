/**
 * Écritures de l'arrêté des comptes de N (Circ. § 3.4) : charge à payer et engagement en mois 13 de N,
 * contrepassation de l'engagement en mois 12 de N+1. Débit = crédit par construction.
 */
import { COMPTES, compteSubvention, type Compte } from './comptes';
import { ZERO, type Decimal } from '../valeurs/montant';

export interface Ecriture {
  readonly mois: number;
  readonly exercice: number;
  readonly compte: string;
  readonly libelle: string;
  readonly debit: Decimal;
  readonly credit: Decimal;
}

export const MOIS_ARRETE = 13;
export const MOIS_CONTREPASSATION = 12;

/** Une opération équilibrée : le même montant au débit d'un compte et au crédit d'un autre. */
function operation(
  mois: number,
  exercice: number,
  debit: Compte,
  credit: Compte,
  montant: Decimal,
  objet: string,
): Ecriture[] {
  if (montant.isZero()) return [];
  const ligne = (compte: Compte, cote: 'debit' | 'credit'): Ecriture => ({
    mois,
    exercice,
    compte: compte.code,
    libelle: `${objet} — ${compte.libelle}`,
    debit: cote === 'debit' ? montant : ZERO,
    credit: cote === 'credit' ? montant : ZERO,
  });
  return [ligne(debit, 'debit'), ligne(credit, 'credit')];
}

/** Écritures d'un projet pour l'arrêté des comptes de l'année N. */
export function ecrituresArrete(annee: number, chargeAPayer: Decimal, engagement: Decimal): Ecriture[] {
  const { engagementDebit, engagementCredit } = COMPTES;
  return [
    ...operation(
      MOIS_ARRETE,
      annee,
      compteSubvention(annee, annee),
      COMPTES.chargeAPayer,
      chargeAPayer,
      'Charge à payer',
    ),
    ...operation(MOIS_ARRETE, annee, engagementDebit, engagementCredit, engagement, 'Engagement'),
    ...contrepassation(annee, engagement),
  ];
}

/** Contrepassation, en mois 12 de N+1, de l'engagement passé : « cette écriture », quoi que le projet soit devenu. */
export const contrepassation = (annee: number, engagement: Decimal): Ecriture[] =>
  operation(
    MOIS_CONTREPASSATION,
    annee + 1,
    COMPTES.engagementCredit,
    COMPTES.engagementDebit,
    engagement,
    'Contrepassation de l’engagement',
  );
