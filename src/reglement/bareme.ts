/**
 * Barèmes publiés par la Cnaf, datés et sourcés (Circ. § 3.2 note 5 et § 3.3).
 * Une année absente est refusée : jamais « la dernière valeur connue ». Les suivantes se saisissent dans le classeur.
 */
import { montant, type Decimal } from '../valeurs/montant';

export interface Bareme {
  /** N, année d'ouverture de l'année scolaire N-N+1 ; vaut aussi pour ce qui est payé en N+1. */
  readonly annee: number;
  /** Taux de la Ps (0,325 pour 32,5 %). */
  readonly taux: Decimal;
  /** Prix plafond, € par collectif et par an. */
  readonly prixPlafond: Decimal;
  /** Montant maximal publié de la Ps, € par collectif. */
  readonly montantMaximal: Decimal;
  /** € par collectif ; `null` : pas de valeur connue. */
  readonly bonusEnfants: Decimal | null;
  readonly bonusParents: Decimal | null;
  readonly source: string;
}

export const BAREMES: readonly [Bareme, ...Bareme[]] = [
  {
    annee: 2021,
    taux: montant('0.325'),
    prixPlafond: montant(7885),
    montantMaximal: montant(2563),
    bonusEnfants: montant(300),
    bonusParents: montant(300),
    source: 'Circ. 2021-006, § 3.2 et 3.3',
  },
];

export const baremePublie = (annee: number): Bareme | undefined => BAREMES.find((b) => b.annee === annee);
