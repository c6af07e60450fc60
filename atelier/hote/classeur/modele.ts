import type { Rect } from '../grille/types';
import { Presentations } from './calques';

export type Json = null | boolean | number | string | Json[] | { [cle: string]: Json };

/** Qui fait le geste ; un coauteur est quelqu'un d'autre, dans le même classeur. */
export type Source = 'complement' | 'agent' | 'coauteur';

/** doc : excel/excel.eventsource, excel/excel.eventtriggersource */
export const origineDe = (source: Source): { source: string; triggerSource: string } => ({
  source: source === 'coauteur' ? 'Remote' : 'Local',
  triggerSource: source === 'complement' ? 'ThisLocalAddin' : 'Unknown',
});

/** Ce qu'Office sait d'une feuille en dehors de ses cellules. */
export class FeuilleHote {
  visibilite: 'Visible' | 'Hidden' | 'VeryHidden' = 'Visible';
  couleurOnglet = '';
  quadrillage = true;
  entetes = true;
  supprimee = false;
  protection: { options: { [cle: string]: Json }; motDePasse: string | null } | null = null;
  volets: { lignes: number; colonnes: number } | null = null;
  readonly presentations = new Presentations();
  readonly lignesMasquees = new Set<number>();
  readonly colonnesMasquees = new Set<number>();
  /** Groupes de lignes ou de colonnes, dans l'ordre où ils sont faits. */
  readonly groupes: { readonly sens: 'ByColumns' | 'ByRows'; readonly rect: Rect }[] = [];
  readonly fusions: Rect[] = [];
  readonly miseEnPage: { [cle: string]: Json } = { orientation: 'Portrait', zoom: { scale: 100 } };
  titresLignes: Rect | null = null;
  titresColonnes: Rect | null = null;
  readonly validations: ValidationHote[] = [];
  readonly misesEnForme: MiseEnFormeHote[] = [];
  readonly graphiques: GraphiqueHote[] = [];

  constructor(
    readonly id: string,
    public nom: string,
  ) {}
}

export interface ValidationHote {
  rect: Rect;
  regle: { [cle: string]: Json };
  message: { [cle: string]: Json };
  alerte: { [cle: string]: Json };
  ignorerVides: boolean;
}

export interface MiseEnFormeHote {
  readonly id: string;
  readonly rects: readonly Rect[];
  readonly type: string;
  readonly proprietes: Map<string, Json>;
}

export interface TableauHote {
  readonly id: string;
  nom: string;
  readonly feuille: FeuilleHote;
  rect: Rect;
  entetes: boolean;
  totaux: boolean;
  style: string;
  supprime: boolean;
  readonly colonnes: { readonly id: number }[];
}

/** Points d'écran, comme les rend Office.js. */
export interface Cadre {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface GraphiqueHote {
  readonly id: string;
  nom: string;
  type: string;
  readonly cadre: Cadre;
  series: SerieHote[];
  /** Ce qui a été réglé, par chemin (« title.text ») ; le reste a sa valeur de départ. */
  readonly proprietes: Map<string, Json>;
  supprime: boolean;
}

export interface SerieHote {
  /** null : le nom vient de la cellule `titre`, ou du rang de la série. */
  nom: string | null;
  readonly titre: PlageHote | null;
  valeurs: PlageHote | null;
  categories: PlageHote | null;
  type: string | null;
  readonly proprietes: Map<string, Json>;
}

export interface NomHote {
  nom: string;
  formule: string;
  commentaire: string;
  visible: boolean;
  readonly feuille: FeuilleHote | null;
}

/** Une plage est une feuille et un rectangle ; elle ne suit pas les insertions. */
export interface PlageHote {
  readonly feuille: FeuilleHote;
  readonly rect: Rect;
}
