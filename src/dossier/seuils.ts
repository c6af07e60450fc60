/**
 * Seuils des contrôles où les textes se taisent ou préconisent (docs/interpretations.md) : en un seul endroit.
 * Les jours sont « MM-JJ » : l'année vient de l'année scolaire.
 */
import { montant } from '../valeurs/montant';

export const SEUILS = {
  /** Coût par collectif suspect au-dessous et au-dessus (€). */
  coutUnitaireMin: montant(100),
  coutUnitaireMax: montant(100_000),
  /** Écart entre budget et compte de résultat à expliquer. */
  tauxEcartBudget: montant('0.2'),
  /** Part de la branche Famille signalée avant le maximum. */
  tauxProche80: montant('0.75'),
  /** Bornes de l'année scolaire pour les dates d'un collectif : de N à N+1. */
  debutAnnee: '09-01',
  finAnnee: '08-31',
  /** Fin préconisée, puis fin de l'exercice scolaire (N+1). */
  finPreconisee: '06-15',
  finExercice: '06-30',
  /** Un collectif qui finit avant ce jour de N+1, ou démarre après la fin de N, n'a pas fait l'année. */
  finAnneeComplete: '06-01',
  finAnneeCivile: '12-31',
  /** Un bonus ne se paie pas avant ce jour de N+1 sans solde. */
  bonusPayable: '06-01',
  /** Compte de résultat attendu (N+1). */
  compteDeResultat: '09-30',
  /** Une convention couvre l'année si elle commence au plus tard ce jour de N. */
  debutConvention: '09-30',
  conventionAnneesMax: 4,
  /** Semaines de classe entre la Toussaint et le 15 juin : au-dessous, 27 semaines ne tiennent pas. */
  semainesPreconisees: 26,
  /** Semaines de vacances entre la Toussaint et juin (Noël, hiver, printemps). */
  semainesVacances: 6,
} as const;

/** Reprise après les vacances de la Toussaint, par rentrée N (calendrier scolaire national). Année absente : pas de contrôle. */
export const REPRISE_TOUSSAINT: Readonly<Record<number, string>> = {
  2021: '2021-11-08',
  2022: '2022-11-07',
  2023: '2023-11-06',
  2024: '2024-11-04',
  2025: '2025-11-03',
};
