/** Le bilan de lecture : ce que Clas a lu de chaque feuille, ce qu'il a laissé, et pourquoi. Rien ne compte en silence. */
import type { CleFeuille } from '../feuilles';

type RoleFeuille = CleFeuille | 'generee';

export interface LigneIgnoree {
  /** Ligne Excel ; la première, pour un bloc de lignes préremplies. */
  readonly ligne: number;
  /** Dernière ligne du bloc. */
  readonly derniere: number;
  readonly motif: string;
}

interface ColonneDuBilan {
  /** Numéro Excel, A = 1. */
  readonly colonne: number;
  readonly entete: string;
}

interface ColonneNonLue extends ColonneDuBilan {
  /** Cellules remplies sous l'intitulé. */
  readonly valeurs: number;
  /** Clés des colonnes absentes auxquelles elle ressemble : ce qu'elle contient reste inconnu (C-FMT-14). */
  readonly proches: readonly string[];
}

/** Le sort de tout ce qui est rempli dans une feuille de données. */
export interface BilanTable {
  readonly lignesLues: number;
  readonly lignesIgnorees: readonly LigneIgnoree[];
  readonly colonnesLues: readonly (ColonneDuBilan & { readonly champ: string })[];
  readonly colonnesNonLues: readonly ColonneNonLue[];
}

export interface FeuilleLue extends BilanTable {
  readonly feuille: string;
  /** `null` : pas une feuille de Clas. */
  readonly role: RoleFeuille | null;
  readonly visible: boolean;
}

export const BILAN_VIDE: BilanTable = {
  lignesLues: 0,
  lignesIgnorees: [],
  colonnesLues: [],
  colonnesNonLues: [],
};
