/**
 * Les bonus versés que la Cnaf demande sont dans le journal de l'année précédente : on les y prend, au jour examiné, et on
 * les confronte à ce que l'agent a recopié et à ce que ce classeur avait accordé.
 */
import { cafDesignee } from '../../cafs';
import type { CalculProjet } from '../../calcul/montants';
import { creerContexte } from '../../controle/contexte';
import { ErreurClasseur } from '../../formes/erreurs';
import type { Examen } from '../../examiner';
import { anneeScolaire } from '../../../reglement/annee';
import { euros } from '../../../reglement/explication';
import { estDeBonus, montantSigne } from '../../../reglement/journal';
import { ZERO, somme, type Decimal } from '../../../valeurs/montant';
import { cleDossier } from '../../../valeurs/texte';
import { montantConnu } from '../sorties/montantConnu';
import { collectifsDus, type BonusRepris } from './reprendre';

/** @throws ErreurClasseur quand ce n'est pas le classeur de l'année d'avant, de la même Caf. */
function verifierPrecedent(examen: Examen, precedent: Examen): void {
  const [la, avant] = [examen.lecture.parametres, precedent.lecture.parametres];
  if (avant.annee !== la.annee - 1)
    throw new ErreurClasseur(
      `Le classeur précédent est de ${anneeScolaire(avant.annee)} : il faut celui de ${anneeScolaire(la.annee - 1)}.`,
    );
  if (avant.caf !== la.caf || cafDesignee(avant) !== cafDesignee(la))
    throw new ErreurClasseur('Le classeur précédent n’est pas de la même Caf.');
}

/** Bonus nets versés à un projet au plus tard ce jour ; `null` : le journal ne permet pas de le dire. */
function verseAu(calcul: CalculProjet, { lecture, au }: Examen, jour: string): Decimal | null {
  if (montantConnu(calcul, 'verseBonus') === null) return null;
  const { versementsDe } = creerContexte(lecture, au);
  return somme(
    versementsDe(calcul.projet).flatMap(({ versement: v, gestion }) =>
      gestion !== 'autre' &&
      v.nature !== null &&
      v.montant !== null &&
      estDeBonus(v.nature) &&
      (v.date ?? '') <= jour
        ? [montantSigne({ nature: v.nature, montant: v.montant })]
        : [],
    ),
  );
}

export interface BonusDuPrecedent {
  readonly lignes: readonly BonusRepris[];
  /** Pourquoi la remontée ne peut pas s'y fier ; `null` : elle le peut. */
  readonly refus: string | null;
}

const CITES_MAX = 5;
const citer = (dossiers: readonly string[]): string =>
  dossiers.slice(0, CITES_MAX).join(' ; ') + (dossiers.length > CITES_MAX ? ' ; …' : '');

/** Les bonus versés d'après le journal de N-1, au jour de l'examen. */
export function bonusDuPrecedent(examen: Examen, precedent: Examen): BonusDuPrecedent {
  verifierPrecedent(examen, precedent);
  const inconnus: string[] = [];
  const depasses: string[] = [];
  const lignes = precedent.calculs.flatMap((calcul): BonusRepris[] => {
    const dossier = calcul.projet.dossier ?? `ligne ${calcul.projet.ligne}`;
    const montant = verseAu(calcul, precedent, examen.au);
    if (montant === null) {
      inconnus.push(dossier);
      return [];
    }
    if (montant.isZero()) return [];
    const accorde = montantConnu(calcul, 'bonus');
    if (accorde !== null && montant.gt(accorde))
      depasses.push(`${dossier} (${euros(montant)} versés, ${euros(accorde)} accordés)`);
    return [
      {
        dossier,
        gestionnaire: calcul.projet.gestionnaire,
        enfants: collectifsDus(calcul, 'Enfants'),
        parents: collectifsDus(calcul, 'Parents'),
        montant,
      },
    ];
  });
  const ecarts = examen.lecture.bonusVerses ? ecartsAvecLaFeuille(examen, lignes) : [];
  const raisons = [
    ...(inconnus.length > 0 ? [`bonus versé inconnu au journal précédent : ${citer(inconnus)}`] : []),
    ...(depasses.length > 0 ? [`bonus versé au-dessus de l’accordé : ${citer(depasses)}`] : []),
    ...(ecarts.length > 0
      ? [`la feuille Bonus versés ne dit pas ce que dit ce journal : ${citer(ecarts)}`]
      : []),
  ];
  return {
    lignes,
    refus:
      raisons.length === 0
        ? null
        : `C-BON-07 : ${raisons.join(' ; ')}. Le fichier de remontée n’est pas généré : corriger l’un des deux classeurs.`,
  };
}

/** Les dossiers dont la feuille Bonus versés et le journal précédent ne disent pas le même montant. */
function ecartsAvecLaFeuille({ lecture }: Examen, lignes: readonly BonusRepris[]): string[] {
  const saisis = new Map<string, Decimal>();
  for (const { dossier, montant } of lecture.bonusVerses?.lignes ?? [])
    if (dossier !== null)
      saisis.set(cleDossier(dossier), (saisis.get(cleDossier(dossier)) ?? ZERO).plus(montant ?? ZERO));
  const journal = new Map(lignes.map((l) => [cleDossier(l.dossier), l] as const));
  const noms = new Map([
    ...(lecture.bonusVerses?.lignes ?? []).flatMap(({ dossier }) =>
      dossier === null ? [] : [[cleDossier(dossier), dossier] as const],
    ),
    ...lignes.map(({ dossier }) => [cleDossier(dossier), dossier] as const),
  ]);
  return [...noms].flatMap(([cle, dossier]) => {
    const [a, b] = [saisis.get(cle) ?? ZERO, journal.get(cle)?.montant ?? ZERO];
    return a.eq(b) ? [] : [`${dossier} (${euros(a)} saisis, ${euros(b)} au journal)`];
  });
}
