/** Une ligne de la feuille : chaque cellule à sa valeur, les illisibles nommées. */
import type { Anomalie } from '../anomalies/anomalie';
import type { Colonnes, Rangee } from '../colonnes/colonne';
import type { Valeur } from '../../valeurs/valeur';
import { lireCellule, type ValeurLue } from './cellule';
import type { ColonneLue } from './lignes/rangees';
import { pleine } from '../../valeurs/texte';
import { unParObjet } from '../../valeurs/unParObjet';

const VIDE: ReadonlySet<string> = new Set();

type EnCours = Record<string, ValeurLue | null | number | ReadonlySet<string>>;

/**
 * Une ligne sans rien, que chaque ligne recopie : d'une pièce, et non colonne après colonne. Faite de ses entrées : bâtie
 * clé après clé, elle serait de celles que JavaScript ne sait pas recopier vite.
 */
const viergeDe = unParObjet((definitions: Colonnes): EnCours =>
  Object.fromEntries([
    ...Object.keys(definitions).map((cle) => [cle, null] as const),
    ['ligne', 0] as const,
    ['illisibles', VIDE] as const,
  ]),
);

/** Où est la ligne, et les formats de nombre de ses cellules (au même rang). */
export interface LigneSituee {
  readonly feuille: string;
  readonly ligne: number;
  readonly premiereColonne: number;
  readonly formats?: readonly (string | undefined)[] | undefined;
}

export interface LigneLue<D extends Colonnes> {
  readonly rangee: Rangee<D>;
  readonly anomalies: readonly Anomalie[];
}

export function lireLigne<D extends Colonnes>(
  brutes: readonly Valeur[],
  { feuille, ligne, premiereColonne, formats }: LigneSituee,
  colonnes: readonly ColonneLue[],
  definitions: D,
  dates1904: boolean,
): LigneLue<D> {
  const anomalies: Anomalie[] = [];
  const rangee: EnCours = { ...viergeDe(definitions), ligne };
  let illisibles: Set<string> | undefined;
  // un seul lieu par ligne : une anomalie en garde une copie
  const lieu = { feuille, ligne, colonne: 0, champ: '', valeur: null as Valeur };
  for (const { cle, i, definition } of colonnes) {
    const brut = pleine(brutes[i]);
    if (brut === null) continue;
    lieu.colonne = premiereColonne + i;
    lieu.champ = cle;
    lieu.valeur = brut;
    const lue = lireCellule(brut, definition, { lieu, dates1904, format: formats?.[i] });
    rangee[cle] = lue.valeur;
    // les colonnes que Clas ne fait que comparer n'ont pas d'anomalie de format : l'agent ne les saisit pas
    if (lue.anomalie && !definition.calculee) anomalies.push(lue.anomalie);
    if (lue.valeur === null) (illisibles ??= new Set()).add(cle);
  }
  if (illisibles) rangee.illisibles = illisibles;
  return { rangee: rangee as Rangee<D>, anomalies };
}
