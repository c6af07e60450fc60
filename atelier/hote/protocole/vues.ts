import type { Classeur } from '../classeur/classeur';
import type { FeuilleHote, PlageHote, TableauHote } from '../classeur/modele';
import type { Rect } from '../grille/types';
import { fabriquer, type Objet } from './classe';

/** Ce que chaque classe montre du classeur. */
export interface FeuilleVue {
  readonly classeur: Classeur;
  readonly feuille: FeuilleHote;
}

export interface PlageVue extends PlageHote {
  readonly classeur: Classeur;
  /** Référence gardée par la bibliothèque (trackedObjects), ou null. */
  reference: string | null;
}

export interface PlagesVues extends FeuilleVue {
  readonly rects: readonly Rect[];
  /** Celle qu'Excel rend quand elle n'est pas la suite des zones (fusions). */
  readonly adresse?: string;
}

/** Les tableaux d'une feuille, ou de tout le classeur. */
export interface Tableaux {
  readonly classeur: Classeur;
  readonly feuille: FeuilleHote | null;
}

export interface TableauVue {
  readonly classeur: Classeur;
  readonly tableau: TableauHote;
}

export interface ColonneVue extends TableauVue {
  readonly rang: number;
}

interface Cibles {
  readonly Range: PlageVue;
  readonly RangeAreas: PlagesVues;
  readonly Table: TableauVue;
  readonly Worksheet: FeuilleVue;
}

/**
 * Dans Excel chaque objet mène aux autres (une plage à sa feuille, une feuille à ses plages) : nos classes se
 * demandent par leur nom, et leurs fichiers ne se lisent pas en rond.
 */
export function objet<N extends keyof Cibles>(nom: N, cible: Cibles[N]): Objet {
  return fabriquer(nom, cible);
}

export function voir({ classeur }: { classeur: Classeur }, { feuille, rect }: PlageHote): Objet {
  return objet('Range', { classeur, feuille, rect, reference: null });
}
