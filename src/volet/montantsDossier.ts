/** Les montants d'un dossier, groupés comme un agent les lit ; et d'où vient, ou ce qui manque à, chacun. */
import type { CleMontant } from '../dossier/calcul/montants';

export interface Groupe {
  readonly titre: (annee: number) => string;
  readonly cles: readonly CleMontant[];
}

export const GROUPES: readonly Groupe[] = [
  { titre: () => 'Prestation de service', cles: ['psPrevisionnelle', 'psReelle'] },
  {
    titre: (n) => `Gestion ${n} (N)`,
    cles: ['partN', 'acompteMaxN', 'acomptesN', 'chargeAPayer', 'soldeN'],
  },
  {
    titre: (n) => `Gestion ${n + 1} (N+1)`,
    cles: ['partN1', 'acompteMaxN1', 'acomptesN1', 'engagement', 'soldeN1'],
  },
  { titre: () => 'Bonus', cles: ['bonusEnfants', 'bonusParents', 'bonus'] },
  { titre: () => 'Liquidation et contrôle', cles: ['soldePs', 'aPayer', 'indu', 'controle'] },
  { titre: () => 'Cofinancement', cles: ['excedent80'] },
];

const SAISI =
  'Somme des acomptes saisis : feuille Versements si elle existe, sinon colonne « Acomptes » de la feuille Projets.';
const PREVISIONNEL =
  'Il manque le coût prévisionnel, le nombre de collectifs agréés, ou le barème de l’année.';
const REEL = 'Il manque le coût réel (compte de résultat), ou l’agrément n’est pas favorable.';
const BONUS = 'Il manque le barème des bonus, ou un nombre de bonus est illisible.';

/** Ce qui se dit d'un montant sans étapes de calcul. */
export const SANS_ETAPES: Readonly<Record<CleMontant, string>> = {
  psPrevisionnelle: PREVISIONNEL,
  partN: PREVISIONNEL,
  partN1: PREVISIONNEL,
  acompteMaxN: PREVISIONNEL,
  acompteMaxN1: PREVISIONNEL,
  acomptesN: SAISI,
  acomptesN1: SAISI,
  chargeAPayer: 'Sans agrément favorable, rien n’est dû. Sinon, il manque le coût prévisionnel.',
  engagement: 'Sans agrément favorable, rien n’est engagé. Sinon, il manque le coût prévisionnel.',
  bonusEnfants: BONUS,
  bonusParents: BONUS,
  bonus: BONUS,
  psReelle: 'Il manque le coût réel (compte de résultat).',
  soldeN: REEL,
  soldeN1: REEL,
  soldePs: REEL,
  aPayer: REEL,
  indu: REEL,
  excedent80: 'Il manque un coût, réel ou prévisionnel.',
  controle: 'Aucune donnée contrôlée (coût contrôlé, collectifs contrôlés).',
};
