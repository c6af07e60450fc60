/**
 * L'enveloppe d'une année civile Y : les 6/10 de l'année scolaire (Y-1)-Y, du classeur de Y-1, et les 4/10 de Y-(Y+1),
 * du classeur de Y. Un classeur absent laisse sa part absente ; un montant inconnu laisse l'enveloppe inconnue.
 */
import { memeCaf } from '../../cafs';
import { FAITS, type CleMontant } from '../../calcul/montants';
import { ErreurClasseur } from '../../formes/erreurs';
import type { Examen } from '../../examiner';
import { anneeScolaire } from '../../../reglement/annee';
import { ZERO, sommeSiConnue, type Decimal } from '../../../valeurs/montant';

interface PartEnveloppe {
  /** N du classeur. */
  readonly annee: number;
  readonly part: '4/10' | '6/10';
  /** Parts des Ps retenues des projets agréés, en €. */
  readonly engage: Decimal | null;
  /** Versements de Ps de cette gestion, nets des reversements et des indus recouvrés, en €. */
  readonly paye: Decimal | null;
}

export interface SuiviEnveloppe {
  readonly annee: number;
  readonly notifiee: Decimal | null;
  readonly engage: Decimal | null;
  readonly paye: Decimal | null;
  /** Notifiée moins engagé ; < 0 : l'enveloppe est dépassée. */
  readonly disponible: Decimal | null;
  readonly parts: readonly PartEnveloppe[];
  /** Bonus de l'année scolaire (Y-1)-Y : ils se paient avec son solde, sur l'année civile Y. */
  readonly bonus: { readonly accorde: Decimal | null; readonly paye: Decimal | null };
}

/** Ce qu'un classeur pèse sur Y, selon le rang de son année. */
const PARTS = {
  '6/10': { engage: 'partN1', paye: 'versePsN1', rang: 1 },
  '4/10': { engage: 'partN', paye: 'versePsN', rang: 0 },
} as const satisfies Record<string, { engage: CleMontant; paye: CleMontant; rang: number }>;

/** Les moitiés de l'enveloppe dont le classeur n'est pas donné. */
export const anneesManquantes = ({
  annee,
  parts,
}: SuiviEnveloppe): Omit<PartEnveloppe, 'engage' | 'paye'>[] =>
  Object.entries(PARTS)
    .map(([part, { rang }]) => ({ part: part as PartEnveloppe['part'], annee: annee - rang }))
    .filter((m) => !parts.some(({ part }) => part === m.part));

/** Un total d'examen ; sans projet agréé rien n'est engagé, sans projet rien n'est payé. */
const totalDe = ({ totaux, calculs }: Examen, cle: CleMontant): Decimal | null => {
  const compte = calculs.some(({ agree, ecarte }) => (FAITS.has(cle) ? !ecarte : agree));
  return compte ? totaux[cle].montant : ZERO;
};

/**
 * @param saisie enveloppe notifiée, en € ; absente, celle des Paramètres du classeur de Y, à défaut de Y-1
 * @throws ErreurClasseur quand un classeur est d'une autre année, d'une autre Caf, ou donné deux fois.
 */
export function suivreEnveloppe(
  annee: number,
  saisie: Decimal | null,
  examens: readonly Examen[],
): SuiviEnveloppe {
  const vues = new Map<number, Examen>();
  for (const examen of examens) {
    const { annee: n } = examen.lecture.parametres;
    const premiere = vues.values().next().value?.lecture.parametres;
    if (n !== annee && n !== annee - 1)
      throw new ErreurClasseur(
        `Année scolaire ${anneeScolaire(n)} : l’enveloppe ${annee} demande les classeurs ${anneeScolaire(annee - 1)} et ${anneeScolaire(annee)}.`,
      );
    if (vues.has(n)) throw new ErreurClasseur(`Deux classeurs de ${anneeScolaire(n)} : n’en garder qu’un.`);
    if (premiere && !memeCaf(examen.lecture.parametres, premiere))
      throw new ErreurClasseur('Les classeurs ne sont pas de la même Caf.');
    vues.set(n, examen);
  }
  const parts = Object.entries(PARTS).flatMap(([part, { engage, paye, rang }]): PartEnveloppe[] => {
    const examen = vues.get(annee - rang);
    if (!examen) return [];
    return [
      {
        annee: annee - rang,
        part: part as PartEnveloppe['part'],
        engage: totalDe(examen, engage),
        paye: totalDe(examen, paye),
      },
    ];
  });
  const engage = sommeSiConnue(parts.map((p) => p.engage));
  const solde = vues.get(annee - 1);
  const notifiee =
    saisie ?? vues.get(annee)?.lecture.parametres.enveloppeN ?? solde?.lecture.parametres.enveloppeN1 ?? null;
  return {
    annee,
    notifiee,
    engage,
    paye: sommeSiConnue(parts.map((p) => p.paye)),
    disponible: notifiee && engage && notifiee.minus(engage),
    parts,
    bonus: solde
      ? { accorde: totalDe(solde, 'bonus'), paye: totalDe(solde, 'verseBonus') }
      : { accorde: ZERO, paye: ZERO },
  };
}
