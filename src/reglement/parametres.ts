/**
 * Les nombres des textes autres que le barème annuel, valables depuis la rentrée 2021.
 * Aucune règle ne contient de nombre : elle le lit ici, où il a une unité et une source.
 */
import { montant } from '../valeurs/montant';

/** Première rentrée couverte par la circulaire, et première année des bonus (§ 2.2). */
export const PREMIERE_ANNEE = 2021;

/** Dernière rentrée où un porteur engagé peut avoir un an de plus pour remplir tous les critères (§ 2.1). */
export const ANNEE_DE_TRANSITION = 2021;

/** Partage de l'année scolaire entre gestions, acomptes au plus (§ 3.4). */
export const GESTION = {
  /** 4/10 : septembre à décembre N. */
  tauxPartN: montant('0.4'),
  /** 28 % = 70 % des 4/10. */
  tauxAcompteN: montant('0.28'),
  /** 42 % = 70 % des 6/10. */
  tauxAcompteN1: montant('0.42'),
} as const;

/** Part maximale des financements de la branche Famille dans le coût annuel (§ 3.1). */
export const COFINANCEMENT = {
  tauxMaximum: montant('0.8'),
  /** Un dépassement compte à partir d'un centime. */
  depassementMinimal: montant('0.01'),
} as const;

/** Conditions d'un collectif (§ 2.1 et annexe). */
export const COLLECTIF = {
  enfantsMax: 12,
  enfantsMin: 8,
  /** En milieu rural, ou avec un enfant en situation de handicap. */
  enfantsMinDerogatoire: 5,
  intervenants: 2,
  /** Accepté en milieu rural sous `enfantsMin` enfants. */
  intervenantsRural: 1,
  seances: 2,
  /** Heures par séance. */
  dureeSeance: 1.5,
  /** Séance unique : milieu rural, ou locaux actés sur l'agrément. */
  seancesDerogation: 1,
  dureeSeanceDerogation: 2,
  semaines: 27,
} as const;
