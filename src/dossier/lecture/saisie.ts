/** Ce que l'agent saisit à la place d'une valeur fautive, lu comme la feuille le lirait avant d'y être écrit. */
import { phraseDe, type Anomalie } from '../anomalies/anomalie';
import type { CorrectionSituee } from '../anomalies/correction';
import { CODES_FORMAT } from '../formes/plan';
import { adresseDe } from '../formes/adresses';
import { lireCellule, SANS_LIEU } from './cellule';
import { ligneDesIntitules, tableDe, type Lecture } from './lecture';

export type Saisie =
  | { readonly correction: CorrectionSituee }
  /** Pourquoi rien ne s'écrit, en une phrase. */
  | { readonly refus: string };

/** La cellule visée, si elle est d'une colonne de Clas, sous l'en-tête, saisie et non calculée. */
function celluleSaisie({ feuille, ligne, colonne, champ }: Anomalie, lecture: Lecture) {
  const table = tableDe(feuille, lecture);
  if (!table) return undefined;
  const definition = table.definitions[champ ?? ''];
  if (!definition || ligne === null || colonne === null || ligne <= ligneDesIntitules(table))
    return undefined;
  const calculee = table.feuille.formules.has(adresseDe(ligne, colonne));
  return calculee ? undefined : { definition, ligne, colonne };
}

export const seSaisit = (a: Anomalie, lecture: Lecture): boolean => celluleSaisie(a, lecture) !== undefined;

export function lireSaisie(saisi: string, a: Anomalie, lecture: Lecture, dates1904: boolean): Saisie {
  const cellule = celluleSaisie(a, lecture);
  if (!cellule) return { refus: 'Cette cellule se corrige dans la feuille.' };
  const { definition, ligne, colonne } = cellule;
  const { feuille, valeur: avant } = a;
  const texte = saisi.trim();
  if (texte === '') return { refus: 'Saisir une valeur.' };
  const lue = lireCellule(texte, definition, { lieu: SANS_LIEU, dates1904 });
  const { correction = null } = lue.anomalie ?? {};
  // sans correction sûre, ce que Clas signalerait encore ne s'écrit pas
  if (lue.anomalie && correction === null) return { refus: phraseDe(lue.anomalie) };
  const format =
    correction?.format ?? (definition.type === 'texte' || definition.type === 'siret' ? 'texte' : undefined);
  return {
    correction: {
      feuille,
      ligne,
      colonne,
      avant,
      apres: correction?.valeur ?? texte,
      ...(format !== undefined && { format: CODES_FORMAT[format] }),
    },
  };
}
