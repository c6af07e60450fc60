/** Ce que l'agent saisit à la place d'une valeur fautive, lu comme la feuille le lirait avant d'y être écrit. */
import { phraseDe, type Anomalie } from '../anomalies/anomalie';
import type { CorrectionSituee } from '../anomalies/correction';
import { CODES_FORMAT } from '../formes/plan';
import { lettres } from '../formes/adresses';
import { lireCellule } from './cellule';
import { ligneDesIntitules, tableDe, type Lecture } from './lire';

export type Saisie =
  | { readonly correction: CorrectionSituee }
  /** Pourquoi rien ne s'écrit, en une phrase. */
  | { readonly refus: string };

/** La cellule d'une colonne de Clas, saisie et non calculée. */
export function seSaisit({ feuille, ligne, colonne, champ }: Anomalie, lecture: Lecture): boolean {
  const table = tableDe(feuille, lecture);
  return (
    table !== undefined &&
    ligne !== null &&
    ligne > ligneDesIntitules(table) &&
    colonne !== null &&
    champ !== null &&
    !table.feuille.formules.has(`${lettres(colonne)}${ligne}`)
  );
}

export function lireSaisie(saisi: string, a: Anomalie, lecture: Lecture, dates1904: boolean): Saisie {
  const { feuille, ligne, colonne, champ, valeur: avant } = a;
  const definition = champ === null ? undefined : tableDe(feuille, lecture)?.definitions[champ];
  if (!definition || ligne === null || colonne === null || !seSaisit(a, lecture))
    return { refus: 'Cette cellule se corrige dans la feuille.' };
  const texte = saisi.trim();
  if (texte === '') return { refus: 'Saisir une valeur.' };
  const lieu = { feuille, ligne, colonne, champ, valeur: texte };
  const lue = lireCellule(texte, definition, { lieu, dates1904 });
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
