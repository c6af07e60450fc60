/**
 * Les bonus versés que la Cnaf demande sont dans le journal de l'année précédente : on les y prend, au jour examiné, et on
 * les confronte à ce que l'agent a recopié et à ce que ce classeur avait accordé.
 */
import { anomalie, type Anomalie, type Lieu } from '../../anomalies/anomalie';
import { memeCaf } from '../../cafs';
import type { CalculProjet } from '../../calcul/montants';
import { comptes, creerContexte, grouper } from '../../controle/contexte';
import { FEUILLES_AGENT } from '../../feuilles';
import { ErreurClasseur } from '../../formes/erreurs';
import { avecAnomalies, type Examen } from '../../examiner';
import { anneeScolaire } from '../../../reglement/annee';
import { euros } from '../../../reglement/explication';
import { estDeBonus, montantSigne } from '../../../reglement/journal';
import { ZERO, somme, type Decimal } from '../../../valeurs/montant';
import { cleDossier } from '../../../valeurs/texte';
import { bonusDus, type BonusRepris } from './reprendre';

/** Le même examen, à la lumière du classeur précédent : ce que son journal dit payé est un fait, non une faute de saisie. */
export function avecPrecedent(examen: Examen, precedent: Examen): Examen {
  const { bonusVerses, parametres } = examen.lecture;
  const avant = precedent.lecture.parametres;
  const inexacte = examen.anomalies.some(({ code }) => code === 'bonus.montant-inexact');
  if (!bonusVerses || !inexacte || avant.annee !== parametres.annee - 1 || !memeCaf(avant, parametres))
    return examen;
  const calculDe = new Map(precedent.calculs.map((c) => [cleDossier(c.projet.dossier ?? ''), c]));
  const etablies = new Set(
    [...grouper(bonusVerses.lignes)].flatMap(([cle, lignes]) => {
      const calcul = calculDe.get(cle);
      const verse = calcul && verseAu(calcul, precedent, examen.au);
      const saisi = somme(lignes.flatMap(({ montant }) => montant ?? []));
      return verse?.eq(saisi) ? lignes.map(({ ligne }) => ligne) : [];
    }),
  );
  const adoucies = examen.anomalies.map((a) =>
    a.code === 'bonus.montant-inexact' && a.ligne !== null && etablies.has(a.ligne)
      ? ({ ...a, gravite: 'alerte' } as const)
      : a,
  );
  return avecAnomalies({ ...examen, anomalies: adoucies }, []);
}

/** @throws ErreurClasseur quand ce n'est pas le classeur de l'année d'avant, de la même Caf. */
function verifierPrecedent(examen: Examen, precedent: Examen): void {
  const [la, avant] = [examen.lecture.parametres, precedent.lecture.parametres];
  if (avant.annee !== la.annee - 1)
    throw new ErreurClasseur(
      `Le classeur précédent est de ${anneeScolaire(avant.annee)} : il faut celui de ${anneeScolaire(la.annee - 1)}.`,
    );
  if (!memeCaf(avant, la)) throw new ErreurClasseur('Le classeur précédent n’est pas de la même Caf.');
}

/** Bonus nets versés à un projet au plus tard ce jour ; `null` : le journal ne permet pas de le dire. */
function verseAu(calcul: CalculProjet, { lecture, au }: Examen, jour: string): Decimal | null {
  if (calcul.montants.verseBonus.montant === null) return null;
  const { versementsDe } = creerContexte(lecture, au);
  return somme(
    comptes(versementsDe(calcul.projet))
      .filter((v) => estDeBonus(v.nature) && (v.date ?? '') <= jour)
      .map(montantSigne),
  );
}

export interface BonusDuPrecedent {
  readonly lignes: readonly BonusRepris[];
  /** Bloquantes : ce qui empêche la remontée de s'y fier. */
  readonly anomalies: readonly Anomalie[];
}

/** Les bonus versés d'après le journal de N-1, au jour de l'examen, confrontés à la feuille Bonus versés s'il y en a une. */
export function bonusDuPrecedent(examen: Examen, precedent: Examen): BonusDuPrecedent {
  verifierPrecedent(examen, precedent);
  const { bonusVerses } = examen.lecture;
  const saisis = grouper(bonusVerses?.lignes ?? []);
  /** La ligne de Bonus versés qui porte ce dossier ; à défaut, la feuille. */
  const lieu = (dossier: string): Lieu => {
    const [saisie] = saisis.get(cleDossier(dossier)) ?? [];
    return saisie && bonusVerses
      ? bonusVerses.lieu(saisie.ligne, 'montant')
      : {
          feuille: bonusVerses?.feuille.nom ?? FEUILLES_AGENT.bonusVerses,
          ligne: null,
          colonne: null,
          champ: 'montant',
          valeur: null,
        };
  };
  const anomalies: Anomalie[] = [];
  const lignes = precedent.calculs.flatMap((calcul): BonusRepris[] => {
    const id = calcul.projet.dossier ?? `ligne ${calcul.projet.ligne}`;
    const montant = verseAu(calcul, precedent, examen.au);
    if (montant === null) {
      anomalies.push(anomalie('bonus.verse-inconnu', lieu(id), { id }));
      return [];
    }
    if (montant.isZero()) return [];
    const accorde = calcul.montants.bonus.montant;
    if (accorde !== null && montant.gt(accorde))
      anomalies.push(
        anomalie('bonus.verse-superieur-accorde', lieu(id), { id, v: euros(montant), a: euros(accorde) }),
      );
    return [{ dossier: id, ...bonusDus(calcul), montant }];
  });
  if (!bonusVerses) return { lignes, anomalies };
  const journal = new Map(lignes.map((l) => [cleDossier(l.dossier), l] as const));
  for (const cle of new Set([...saisis.keys(), ...journal.keys()])) {
    const id = saisis.get(cle)?.[0]?.dossier ?? journal.get(cle)?.dossier ?? '';
    const saisi = somme((saisis.get(cle) ?? []).map(({ montant }) => montant ?? ZERO));
    const verse = journal.get(cle)?.montant ?? ZERO;
    if (!saisi.eq(verse))
      anomalies.push(
        anomalie('bonus.verse-autre-au-journal', lieu(id), { id, s: euros(saisi), j: euros(verse) }),
      );
  }
  return { lignes, anomalies };
}
