/** Où en est l'argent de l'année : versé, payable aujourd'hui, en attente d'une pièce ou d'une date, à recouvrer. */
import type { CalculProjet, CleMontant } from '../../calcul/montants';
import { manquesDe, type Manque } from '../../calcul/connu';
import type { Examen } from '../../examiner';
import { estUnPaiement } from '../../../reglement/journal';
import { positifOuZero, somme, ZERO, type Decimal } from '../../../valeurs/montant';
import { cleDossier } from '../../../valeurs/texte';
import type { Paiements } from './paiements';

export interface Avancement {
  /** Ps et bonus versés, nets, sur tous les dossiers ; `null` : le journal ne permet pas de le dire. */
  readonly verse: Decimal | null;
  readonly payable: Decimal;
  /** Ce que les dossiers agréés attendent encore, une fois payé ce qui l'est aujourd'hui. */
  readonly enAttente: Decimal;
  readonly aRecouvrer: Decimal;
  /** Dossiers agréés dont un montant est inconnu : ils ne sont dans aucun des trois. */
  readonly inconnus: readonly { readonly dossier: string; readonly manque: readonly Manque[] }[];
}

/** Le premier connu : le dû, à défaut ce qui est retenu ou accordé. */
const premier = (calcul: CalculProjet, cles: readonly CleMontant[]): Decimal | null =>
  cles.reduce<Decimal | null>((connu, cle) => connu ?? calcul.montants[cle].montant, null);

export function avancementDe({ calculs, totaux }: Examen, { paiements }: Paiements): Avancement {
  const payables = new Map<string, Decimal>();
  for (const { dossier, nature, montant } of paiements)
    if (estUnPaiement(nature))
      payables.set(cleDossier(dossier), (payables.get(cleDossier(dossier)) ?? ZERO).plus(montant));
  const inconnus: { dossier: string; manque: readonly Manque[] }[] = [];
  const attendus = calculs.flatMap((calcul) => {
    const { projet, agree, ecarte } = calcul;
    if (!agree || ecarte) return [];
    const [ps, bonus] = [premier(calcul, ['psDue', 'psRetenue']), premier(calcul, ['bonusDuFinal', 'bonus'])];
    const verses = (['versePs', 'verseBonus'] as const).map((cle) => calcul.montants[cle].montant);
    const [versePs, verseBonus] = verses;
    if (!ps || !bonus || !versePs || !verseBonus) {
      const manque = (['psRetenue', 'bonus', 'versePs', 'verseBonus'] as const).flatMap((cle) =>
        manquesDe(calcul.montants[cle]),
      );
      inconnus.push({ dossier: projet.dossier ?? `ligne ${projet.ligne}`, manque });
      return [];
    }
    const payable = payables.get(cleDossier(projet.dossier ?? '')) ?? ZERO;
    return [
      positifOuZero(
        positifOuZero(ps.minus(versePs))
          .plus(positifOuZero(bonus.minus(verseBonus)))
          .minus(payable),
      ),
    ];
  });
  const [versePs, verseBonus] = [totaux.versePs.montant, totaux.verseBonus.montant];
  return {
    verse: versePs && verseBonus && versePs.plus(verseBonus),
    payable: somme([ZERO, ...payables.values()]),
    enAttente: somme([ZERO, ...attendus]),
    aRecouvrer: somme([
      ZERO,
      ...paiements.filter(({ nature }) => !estUnPaiement(nature)).map(({ montant }) => montant),
    ]),
    inconnus,
  };
}
