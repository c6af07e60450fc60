/**
 * Le classeur tel que tout adaptateur le donne au moteur : des valeurs brutes, sans interprétation.
 * Ni Office.js ni bibliothèque .xlsx ici : les deux adaptateurs de `src/classeur` produisent ces formes.
 */
import type { Valeur } from '../../valeurs/valeur';
import { lirePlage } from './adresses';

export type Visibilite = 'visible' | 'masquee' | 'tresMasquee';

export interface Feuille {
  readonly nom: string;
  readonly visibilite: Visibilite;
  /** Numéro Excel (à partir de 1) de la ligne `lignes[0]`. */
  readonly premiereLigne: number;
  /** Numéro Excel (à partir de 1 ; A = 1) de la colonne `lignes[i][0]`. */
  readonly premiereColonne: number;
  /** Rectangle de valeurs ; une ligne peut être plus courte que les autres (cellules vides à droite). */
  readonly lignes: readonly (readonly Valeur[])[];
  /** Formules par adresse sans feuille (« N7 »), avec leur « = », en syntaxe internationale. */
  readonly formules: ReadonlyMap<string, string>;
  /**
   * Codes de format des nombres, en syntaxe internationale (« 0.00% »), au même rectangle que `lignes` : `undefined` pour
   * « General », un texte ou une cellule vide ; une ligne sans format peut manquer.
   */
  readonly formats: readonly (readonly (string | undefined)[] | undefined)[];
  /** Lignes Excel qu'un tableau d'Excel désigne comme sa ligne de total, croissantes. */
  readonly lignesDeTotal: readonly number[];
  /** Lignes Excel masquées ou filtrées, croissantes. */
  readonly lignesMasquees: readonly number[];
  /** Colonnes Excel masquées (A = 1), croissantes. */
  readonly colonnesMasquees: readonly number[];
  /** Lignes Excel dont une cellule au moins est barrée, croissantes. */
  readonly lignesBarrees: readonly number[];
  /** Cellules fusionnées, en adresses (« B2:C3 »). */
  readonly fusions: readonly string[];
}

/** « General » et « Texte » ne disent rien d'un nombre. */
export function codeUtile(code: string): string | undefined {
  return code === '' || code === '@' || code.toLowerCase() === 'general' ? undefined : code;
}

export interface ClasseurLu {
  readonly feuilles: readonly Feuille[];
  /** Vrai quand le calendrier du classeur commence en 1904 (anciens Excel pour Mac). */
  readonly dates1904: boolean;
  /** Excel ne calcule que sur demande (F9) : les résultats lus peuvent être anciens. Absent : il calcule de lui-même. */
  readonly calculManuel?: boolean;
}

/** La valeur d'une cellule, à sa place dans Excel ; hors de la feuille, vide. */
export const valeurEn = (
  { lignes, premiereLigne, premiereColonne }: Pick<Feuille, 'lignes' | 'premiereLigne' | 'premiereColonne'>,
  ligne: number,
  colonne: number,
): Valeur => lignes[ligne - premiereLigne]?.[colonne - premiereColonne] ?? null;

export interface FormuleSituee {
  /** Numéros Excel, à partir de 1. */
  readonly ligne: number;
  readonly colonne: number;
  readonly formule: string;
  readonly valeur: Valeur;
}

/** Les formules d'une feuille, chacune avec sa place et ce qu'elle vaut. */
export const formulesDe = (feuille: Feuille): FormuleSituee[] =>
  [...feuille.formules].map(([adresse, formule]) => {
    const { ligne1: ligne, colonne1: colonne } = lirePlage(adresse);
    return { ligne, colonne, formule, valeur: valeurEn(feuille, ligne, colonne) };
  });
