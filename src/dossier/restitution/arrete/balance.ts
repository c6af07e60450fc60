/** La balance de l'arrêté : débits et crédits de chaque exercice et mois, égaux par construction ; l'agent le voit. */
import { ecrituresPassees } from '../../calcul/passees';
import type { Examen } from '../../examiner';
import { ZERO, type Decimal } from '../../../valeurs/montant';
import { cleDossier } from '../../../valeurs/texte';
import type { Cloture } from './arrete';

export interface LigneBalance {
  readonly exercice: number;
  readonly mois: number;
  readonly debit: Decimal;
  readonly credit: Decimal;
}

/** Dans l'ordre des exercices, puis des mois. */
export function balanceDe({ ecritures }: Pick<Cloture, 'ecritures'>): LigneBalance[] {
  const lignes = new Map<string, LigneBalance>();
  for (const { exercice, mois, debit, credit } of ecritures) {
    const cle = `${exercice} ${mois}`;
    const avant = lignes.get(cle) ?? { exercice, mois, debit: ZERO, credit: ZERO };
    lignes.set(cle, { ...avant, debit: avant.debit.plus(debit), credit: avant.credit.plus(credit) });
  }
  return [...lignes.values()].sort((a, b) => a.exercice - b.exercice || a.mois - b.mois);
}

/** Ce qui a été passé d'un dossier, et ce qui se passerait aujourd'hui. */
export interface EcartDepuis {
  readonly dossier: string;
  readonly quoi: 'charge à payer' | 'engagement';
  readonly passe: Decimal;
  /** `null` : inconnu aujourd'hui. */
  readonly calcule: Decimal | null;
}

/** Ce qui a changé depuis que l'arrêté est figé ; rien tant qu'il ne l'est pas. Un dossier parti se calcule à zéro. */
export function ecartsDepuis({ lecture, calculs }: Examen): EcartDepuis[] {
  const passees = ecrituresPassees(lecture);
  if (!passees) return [];
  const calculDe = new Map(calculs.map((c) => [cleDossier(c.projet.dossier ?? ''), c]));
  const cles = new Set([...passees.dossiers.keys(), ...calculDe.keys()]);
  return [...cles].flatMap((cle) => {
    const passe = passees.dossiers.get(cle);
    const calcul = calculDe.get(cle);
    const dossier = passe?.dossier ?? calcul?.projet.dossier ?? '';
    return (
      [
        ['charge à payer', passe?.charge, 'chargeAPayer'],
        ['engagement', passe?.engagement, 'engagement'],
      ] as const
    ).flatMap(([quoi, connu = ZERO, montant]): EcartDepuis[] => {
      const calcule = calcul && !calcul.ecarte ? calcul.montants[montant].montant : ZERO;
      return calcule?.eq(connu) ? [] : [{ dossier, quoi, passe: connu, calcule }];
    });
  });
}
