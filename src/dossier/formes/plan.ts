/**
 * Les feuilles que Clas écrit, décrites une seule fois : l'adaptateur .xlsx et l'adaptateur Excel
 * les posent telles quelles. Aucune bibliothèque ici : un plan est une donnée.
 */

/** Format d'affichage ; le code de format Excel de chacun est dans `CODES_FORMAT`. */
export type Format = 'general' | 'texte' | 'montant' | 'entier' | 'taux' | 'date';

export const CODES_FORMAT: Readonly<Record<Format, string>> = {
  general: 'General',
  texte: '@',
  // la place d'un signe après l'euro : un texte à droite ne touche pas le montant
  montant: '#,##0.00\\ "€"_-',
  entier: '0',
  taux: '0.0%',
  date: 'dd/mm/yyyy',
};

/** Rôle visuel d'une cellule. `saisie` : l'agent l'écrit ; `aide` : texte secondaire. */
export type Style =
  'normal' | 'titre' | 'entete' | 'total' | 'aide' | 'saisie' | 'bloquante' | 'alerte' | 'information';

export interface CellulePlan {
  /** Valeur ; pour une formule, sa valeur déjà calculée. Un texte reste un texte, même s'il commence par « = ». */
  readonly valeur: string | number | boolean | null;
  /** Formule native sans « = », en syntaxe internationale (« SUM(A1:A3) »). */
  readonly formule?: string;
  readonly format?: Format;
  readonly style?: Style;
}

interface ColonnePlan {
  /** Largeur en caractères. */
  readonly largeur: number;
  readonly format?: Format;
  /** D'un groupe replié : le « + » au-dessus de la colonne suivante l'ouvre. */
  readonly repliee?: boolean;
}

export interface ValidationPlan {
  /** Plage sans feuille (« H2:H500 »). */
  readonly plage: string;
  readonly regle:
    /** Liste tirée d'une plage d'une feuille du même plan, par exemple « Listes!$A$2:$A$4 ». */
    /** Toujours une plage : une liste écrite dans la règle est limitée à 255 caractères et coupée aux virgules. */
    | { readonly type: 'liste'; readonly source: string }
    | { readonly type: 'entier'; readonly min: number; readonly max?: number }
    | { readonly type: 'decimal'; readonly min: number }
    | { readonly type: 'date'; readonly min: string; readonly max: string };
  readonly titre: string;
  readonly message: string;
  /** `arret` interdit la saisie ; `avertissement` la laisse passer. */
  readonly rigueur: 'arret' | 'avertissement';
}

export interface NotePlan {
  /** Adresse sans feuille (« A1 »). */
  readonly adresse: string;
  readonly texte: string;
}

export interface TableauPlan {
  readonly nom: string;
  /** Plage avec la ligne d'en-tête, sans feuille (« A1:G40 »). */
  readonly plage: string;
}

/** Un graphique natif d'Excel, qui lit les cellules de sa feuille. */
export interface GraphiquePlan {
  /** `colonnes` debout, `barres` couchées. */
  readonly type: 'colonnes' | 'barres';
  readonly titre: string;
  /** Plage des noms, sans feuille (« A5:A9 »). */
  readonly categories: string;
  readonly series: readonly { readonly nom: string; readonly valeurs: string }[];
  /** Coin en haut à gauche (ligne et colonne à partir de 1), et taille en cellules. */
  readonly ancre: {
    readonly ligne: number;
    readonly colonne: number;
    readonly lignes: number;
    readonly colonnes: number;
  };
}

export interface FeuillePlan {
  readonly nom: string;
  readonly colonnes: readonly ColonnePlan[];
  /** À partir de A1. */
  readonly lignes: readonly (readonly CellulePlan[])[];
  /** Nombre de lignes figées en haut (0 : aucune). */
  readonly lignesFigees?: number;
  readonly colonnesFigees?: number;
  readonly tableaux?: readonly TableauPlan[];
  readonly validations?: readonly ValidationPlan[];
  readonly notes?: readonly NotePlan[];
  readonly graphiques?: readonly GraphiquePlan[];
  readonly masquee?: boolean;
  /** Protection contre les fausses manœuvres (sans mot de passe) ; les cellules de style `saisie` restent libres. */
  readonly protegee?: boolean;
  readonly impression?: {
    readonly paysage: boolean;
    readonly repeterLigne?: number;
    readonly pied?: string;
    /** Tout sur une page, en hauteur aussi. */
    readonly unePage?: boolean;
  };
}

export interface ClasseurPlan {
  readonly feuilles: readonly FeuillePlan[];
  readonly proprietes: {
    readonly titre: string;
    readonly sujet: string;
    readonly auteur: string;
    readonly description?: string;
    readonly motsCles?: string;
  };
}
