/**
 * La grille de l'hôte émulé : des cellules et un moteur de formules, rien d'Office.
 * Deux moteurs la remplissent : en mémoire (rapide, formules CLAS seulement) et Univer (celui de la page).
 */

/** Rectangle de cellules, indices à partir de 0. */
export interface Rect {
  readonly ligne: number;
  readonly colonne: number;
  readonly lignes: number;
  readonly colonnes: number;
}

export interface ErreurCellule {
  readonly erreur: string;
  /** Phrase de la fonction personnalisée, que seul l'infobulle d'Excel montre. */
  readonly message?: string;
}

/** Ce que montre une cellule ; null : cellule vide. */
export type Contenu = string | number | boolean | null | ErreurCellule;

export interface Cellule {
  readonly valeur: Contenu;
  /** Formule internationale avec son « = », ou null. */
  readonly formule: string | null;
}

/** Ce qu'on écrit : une valeur, une formule (avec, au besoin, sa valeur déjà calculée), rien (undefined). */
export type Entree = Contenu | { readonly formule: string; readonly valeur?: Contenu } | undefined;

/** Argument d'une fonction personnalisée : scalaire, rectangle, ou null quand il est omis. */
export type Argument = Contenu | readonly (readonly Contenu[])[];

/** Vide à distinguer d'omis : une cellule vide désignée par sa référence. */
export interface ArgumentRecu {
  readonly valeur: Argument;
  readonly omis: boolean;
  readonly adresse: string | null;
}

export interface AppelFonction {
  readonly nom: string;
  readonly arguments: readonly ArgumentRecu[];
  /** « Feuille!A1 » de la cellule qui appelle. */
  readonly adresse: string;
}

export type ResultatFonction = Contenu | readonly (readonly Contenu[])[];

/** Les fonctions personnalisées vues du moteur ; un appel en attente rend l'erreur #BUSY!. */
export interface FonctionsDeGrille {
  connait(nom: string): boolean;
  /** Noms déclarés, maintenant et plus tard. */
  surDeclaration(ecouteur: (nom: string) => void): void;
  appeler(appel: AppelFonction): ResultatFonction;
}

export interface Saisie {
  readonly feuille: string;
  readonly rect: Rect;
  /** Contenu d'avant et formules, pour le détail de l'événement. */
  readonly avant: readonly (readonly Cellule[])[];
}

/** Présentation que seule une grille visible montre ; une grille sans écran peut l'ignorer. */
export type Presentation =
  | { readonly genre: 'format'; readonly rect: Rect; readonly nom: string; readonly valeur: unknown }
  | { readonly genre: 'onglet'; readonly couleur: string }
  | { readonly genre: 'quadrillage'; readonly visible: boolean }
  | { readonly genre: 'visibilite'; readonly visible: boolean }
  | { readonly genre: 'lignes-masquees'; readonly rect: Rect; readonly masquees: boolean }
  | { readonly genre: 'colonnes-masquees'; readonly rect: Rect; readonly masquees: boolean }
  | { readonly genre: 'volets'; readonly lignes: number; readonly colonnes: number }
  | { readonly genre: 'validation'; readonly rect: Rect; readonly regle: unknown }
  | { readonly genre: 'fusion'; readonly rect: Rect; readonly fusionnee: boolean };

export interface GrilleHote {
  readonly moteur: 'memoire' | 'univer';
  ajouterFeuille(id: string, nom: string, position: number): void;
  retirerFeuille(id: string): void;
  renommerFeuille(id: string, nom: string): void;
  deplacerFeuille(id: string, position: number): void;
  lire(id: string, rect: Rect): Cellule[][];
  ecrire(id: string, rect: Rect, entrees: readonly (readonly Entree[])[]): void;
  /** Plus petit rectangle qui contient toutes les cellules non vides. */
  etendue(id: string): Rect | null;
  /** Plage débordée d'une formule matricielle dynamique, si la cellule en est l'ancre. */
  debordement(id: string, ligne: number, colonne: number): Rect | null;
  definirNom(nom: string, formule: string | null): void;
  /** Recalcule ce qui doit l'être ; `tout` force aussi les formules déjà à jour. */
  calculer(tout: boolean): Promise<void>;
  selectionner(id: string, rect: Rect): void;
  presenter(id: string, presentation: Presentation): void;
  /** Gestes faits à l'écran ; une grille sans écran n'en émet pas. */
  surSaisie(ecouteur: (saisie: Saisie) => void): void;
  surSelection(ecouteur: (feuille: string, rect: Rect) => void): void;
  fermer(): void;
}

/** Les erreurs qu'Excel écrit dans une cellule, en anglais comme dans Office.js. */
export const ERREURS: readonly string[] = [
  '#N/A',
  '#VALUE!',
  '#REF!',
  '#DIV/0!',
  '#NUM!',
  '#NAME?',
  '#NULL!',
  '#SPILL!',
  '#CALC!',
  '#BUSY!',
];

export function estErreur(contenu: Contenu | Argument): contenu is ErreurCellule {
  return typeof contenu === 'object' && contenu !== null && 'erreur' in contenu;
}
