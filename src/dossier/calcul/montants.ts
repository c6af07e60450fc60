/**
 * Les montants d'un projet : une seule liste, lue par le calcul, le JSON, la feuille Calculs et le volet.
 *
 * Pour qui les montre : `calcul.montants[cle]` est `{ montant, etapes }` (« Pourquoi ce montant ? » : les étapes), ou
 * `{ montant: null, manque }` (« Pourquoi rien ? » : `direManque` de chaque manque). Les totaux ont la même forme.
 */
import { pourCent } from '../../reglement/explication';
import { COFINANCEMENT, GESTION } from '../../reglement/parametres';
import type { Projet } from '../colonnes/projets';
import type { Donnee, Montant } from './connu';
import type { Decimal } from '../../valeurs/montant';

/** Ce qu'un agent lit ensemble, dans l'ordre où il le lit ; `n` : l'année d'ouverture. */
export const GROUPES = {
  droit: () => 'Droit et décision',
  gestionN: (n: number) => `Gestion ${n} (N)`,
  gestionN1: (n: number) => `Gestion ${n + 1} (N+1)`,
  bonus: () => 'Bonus',
  liquidation: () => 'Liquidation',
  controle: () => 'Contrôle',
  reste: () => 'Dû, versé, reste',
  cofinancement: () => 'Cofinancement',
} as const satisfies Readonly<Record<string, (n: number) => string>>;

export type Groupe = keyof typeof GROUPES;

interface Definition {
  readonly intitule: string;
  readonly groupe: Groupe;
}

const d = (groupe: Groupe, intitule: string): Definition => ({ intitule, groupe });

/** Clé (celle du JSON), intitulé et groupe de chaque montant, en €. */
export const MONTANTS = {
  psPrevisionnelle: d('droit', 'Ps prévisionnelle'),
  partN: d('gestionN', 'Part N (4/10)'),
  partN1: d('gestionN1', 'Part N+1 (6/10)'),
  acompteMaxN: d('gestionN', `Acomptes N au plus (${pourCent(GESTION.tauxAcompteN)})`),
  acompteMaxN1: d('gestionN1', `Acomptes N+1 au plus (${pourCent(GESTION.tauxAcompteN1)})`),
  acomptesN: d('gestionN', 'Acomptes N versés'),
  acomptesN1: d('gestionN1', 'Acomptes N+1 versés'),
  chargeAPayer: d('gestionN', 'Charge à payer N'),
  engagement: d('gestionN1', 'Engagement N+1'),
  bonusEnfants: d('bonus', 'Bonus enfants'),
  bonusParents: d('bonus', 'Bonus parents'),
  bonus: d('bonus', 'Bonus'),
  psReelle: d('droit', 'Ps réelle'),
  soldeN: d('gestionN', 'Solde N'),
  soldeN1: d('gestionN1', 'Solde N+1'),
  soldePs: d('liquidation', 'Solde Ps'),
  aPayer: d('liquidation', 'À payer'),
  indu: d('liquidation', 'Indu'),
  excedent80: d('cofinancement', `Dépassement des ${pourCent(COFINANCEMENT.tauxMaximum)}`),
  controle: d('controle', 'Suite du contrôle'),
  // la décision, le journal, ce qui reste : à la suite, aucune colonne de la feuille Calculs ne bouge
  psRetenue: d('droit', 'Ps retenue'),
  psLiquidee: d('droit', 'Ps liquidée'),
  bonusDu: d('bonus', 'Bonus dû'),
  psControlee: d('controle', 'Ps contrôlée'),
  bonusControle: d('controle', 'Bonus contrôlé'),
  controlePs: d('controle', 'Contrôle : Ps'),
  controleBonus: d('controle', 'Contrôle : bonus'),
  controlePsN: d('controle', 'Contrôle : part N'),
  controlePsN1: d('controle', 'Contrôle : part N+1'),
  psDue: d('reste', 'Ps due'),
  bonusDuFinal: d('reste', 'Bonus dû, après contrôle'),
  versePsN: d('gestionN', 'Ps N versée'),
  versePsN1: d('gestionN1', 'Ps N+1 versée'),
  versePs: d('reste', 'Ps versée'),
  verseBonus: d('bonus', 'Bonus versé'),
  resteN: d('gestionN', 'Reste N'),
  resteN1: d('gestionN1', 'Reste N+1'),
  resteAPayerPs: d('reste', 'Ps : reste à payer'),
  resteAPayerBonus: d('reste', 'Bonus : reste à payer'),
  resteAPayer: d('reste', 'Reste à payer'),
  resteARecouvrerPs: d('reste', 'Ps : reste à recouvrer'),
  resteARecouvrerBonus: d('reste', 'Bonus : reste à recouvrer'),
  resteARecouvrer: d('reste', 'Reste à recouvrer'),
  acompteDisponibleN: d('gestionN', 'Acompte N disponible'),
  acompteDisponibleN1: d('gestionN1', 'Acompte N+1 disponible'),
} as const satisfies Readonly<Record<string, Definition>>;

export type CleMontant = keyof typeof MONTANTS;

/** Des faits : leurs totaux comptent tous les dossiers, refusés compris ; les autres, les seuls dossiers agréés. */
export const FAITS: ReadonlySet<CleMontant> = new Set<CleMontant>([
  'versePsN',
  'versePsN1',
  'versePs',
  'verseBonus',
  'indu',
  'psDue',
  'bonusDuFinal',
  'resteN',
  'resteN1',
  'resteAPayerPs',
  'resteAPayerBonus',
  'resteAPayer',
  'resteARecouvrerPs',
  'resteARecouvrerBonus',
  'resteARecouvrer',
]);

export const CLES_MONTANTS = Object.keys(MONTANTS) as CleMontant[];
/** Les clés d'un groupe, dans l'ordre de la liste. */
export const clesDuGroupe = (groupe: Groupe): readonly CleMontant[] =>
  CLES_MONTANTS.filter((cle) => MONTANTS[cle].groupe === groupe);

/** `montant: null` : une donnée manque, `manque` dit laquelle. */
export type Montants = Readonly<Record<CleMontant, Montant>>;

export interface CalculProjet {
  readonly projet: Projet;
  /**
   * Agrément favorable, et dossier non mis à l'écart : seul un tel projet entre dans la remontée, les écritures, et les
   * totaux qui ne sont pas des faits.
   */
  readonly agree: boolean;
  /** Mis à l'écart : hors de la remontée, de l'arrêté, des paiements et de tous les totaux. */
  readonly ecarte: boolean;
  readonly collectifsRetenus: number | null;
  readonly montants: Montants;
  /** Acomptes N versés avant la fin de N, base de l'arrêté des comptes. */
  readonly acomptesNAvantCloture: Montant;
  /** Total des financements de la branche Famille et coût de référence des 80 %. */
  readonly brancheFamille: Montant;
  readonly coutDeReference: Donnee<Decimal>;
}
