/**
 * Le journal des versements (Circ. § 3.4) : ce qui a été payé ou recouvré, par nature et par gestion. Un montant est
 * positif, sa nature donne le signe (interprétation).
 */
import { explique, resultat, type Resultat } from './explication';
import { ZERO, type Decimal } from '../valeurs/montant';
import { circ } from './sources';

interface Nature {
  /** Ce que le versement paie ou recouvre. */
  readonly objet: 'ps' | 'bonus';
  /** 1 : payé ; −1 : reversé ou recouvré. */
  readonly signe: 1 | -1;
  /** Compte dans les acomptes nets : versé, ou reversé, avant la liquidation. */
  readonly acompte?: true;
}

export const NATURES_VERSEMENT = {
  acompte: { objet: 'ps', signe: 1, acompte: true },
  reversement: { objet: 'ps', signe: -1, acompte: true },
  solde: { objet: 'ps', signe: 1 },
  rappel: { objet: 'ps', signe: 1 },
  indu: { objet: 'ps', signe: -1 },
  bonus: { objet: 'bonus', signe: 1 },
  'rappel bonus': { objet: 'bonus', signe: 1 },
  'indu bonus': { objet: 'bonus', signe: -1 },
} as const satisfies Readonly<Record<string, Nature>>;

export type NatureVersement = keyof typeof NATURES_VERSEMENT;

const nature = (n: NatureVersement): Nature => NATURES_VERSEMENT[n];
export const estAcompte = (n: NatureVersement): boolean => nature(n).acompte === true;
export const estDeBonus = (n: NatureVersement): boolean => nature(n).objet === 'bonus';
export const estUnPaiement = (n: NatureVersement): boolean => nature(n).signe === 1;

/** Un versement du journal, et le nom sous lequel l'explication le cite. */
export interface Mouvement {
  readonly nom: string;
  readonly nature: NatureVersement;
  /** En € ≥ 0. */
  readonly montant: Decimal;
}

/** Ce que le versement ajoute à ce qui est versé : son montant, négatif s'il est reversé ou recouvré. */
export const montantSigne = ({ nature: n, montant }: Omit<Mouvement, 'nom'>): Decimal =>
  estUnPaiement(n) ? montant : montant.neg();

/** Une douzaine : au-delà, l'explication ne cite plus chaque versement. */
const CITES_MAX = 12;

/** Somme signée de versements, chacun cité. */
export function sommeVersee(etape: string, mouvements: readonly Mouvement[]): Resultat {
  const total = mouvements.reduce((somme, m) => somme.plus(montantSigne(m)), ZERO);
  if (mouvements.length === 0) return resultat(etape, 'aucun versement', {}, ZERO, circ('3.4'));
  if (mouvements.length > CITES_MAX)
    return resultat(etape, 'somme de {nb} versements', { nb: mouvements.length }, total, circ('3.4'));
  return explique(total, () => {
    const formule = mouvements
      .map(
        ({ nom, nature: n }, i) =>
          (estUnPaiement(n) ? (i === 0 ? '' : ' + ') : i === 0 ? '− ' : ' − ') + `{${nom}}`,
      )
      .join('');
    const entrees = Object.fromEntries(mouvements.map(({ nom, montant }) => [nom, montant]));
    return resultat(etape, formule, entrees, total, circ('3.4')).etapes;
  });
}
