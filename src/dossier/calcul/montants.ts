/** Les montants d'un projet : une seule liste, lue par le calcul, le JSON, la feuille Calculs et le volet. */
import { pourCent, type Etape } from '../../reglement/explication';
import { COFINANCEMENT, GESTION } from '../../reglement/parametres';
import type { Decimal } from '../../valeurs/montant';
import type { Projet } from '../colonnes/projets';

/** Clé (celle du JSON) et intitulé de chaque montant, en €. */
export const MONTANTS = {
  psPrevisionnelle: 'Ps prévisionnelle',
  partN: 'Part N (4/10)',
  partN1: 'Part N+1 (6/10)',
  acompteMaxN: `Acomptes N au plus (${pourCent(GESTION.tauxAcompteN)})`,
  acompteMaxN1: `Acomptes N+1 au plus (${pourCent(GESTION.tauxAcompteN1)})`,
  acomptesN: 'Acomptes N versés',
  acomptesN1: 'Acomptes N+1 versés',
  chargeAPayer: 'Charge à payer N',
  engagement: 'Engagement N+1',
  bonusEnfants: 'Bonus enfants',
  bonusParents: 'Bonus parents',
  bonus: 'Bonus',
  psReelle: 'Ps réelle',
  soldeN: 'Solde N',
  soldeN1: 'Solde N+1',
  soldePs: 'Solde Ps',
  aPayer: 'À payer',
  indu: 'Indu',
  excedent80: `Dépassement des ${pourCent(COFINANCEMENT.tauxMaximum)}`,
  controle: 'Suite du contrôle',
} as const;

export type CleMontant = keyof typeof MONTANTS;
export const CLES_MONTANTS = Object.keys(MONTANTS) as CleMontant[];

/** `null` : une donnée manque pour le calculer. */
export type Montants = Readonly<Record<CleMontant, Decimal | null>>;

export interface CalculProjet {
  readonly projet: Projet;
  /** Agrément favorable : seul un projet agréé entre dans les totaux, la remontée et les écritures. */
  readonly agree: boolean;
  readonly collectifsRetenus: number | null;
  readonly montants: Montants;
  /** « Pourquoi ce montant ? » */
  readonly etapes: Readonly<Partial<Record<CleMontant, readonly Etape[]>>>;
  /** Acomptes N versés avant la fin de N, base de l'arrêté des comptes. */
  readonly acomptesNAvantCloture: Decimal;
  /** Total des financements de la branche Famille et coût de référence des 80 %. */
  readonly brancheFamille: Decimal | null;
  readonly coutDeReference: Decimal | null;
}
