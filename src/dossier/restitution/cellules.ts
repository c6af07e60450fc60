/** Petites fabriques de cellules : les restitutions disent leurs valeurs, pas leur mise en forme. */
import { lettres } from '../adresses';

import type { CellulePlan, Style } from '../plan';
import type { Decimal } from '../../reglement/montant';

const avec = (style: Style | undefined): { style?: Style } => (style ? { style } : {});

/** Texte d'un agent : le format Texte le garde tel quel (« 00123 », « =1+1 »). */
export const texte = (valeur: string | null, style?: Style): CellulePlan => ({
  valeur,
  format: 'texte',
  ...avec(style),
});

/** Texte de Clas : intitulé, phrase. */
export const libelle = (valeur: string, style?: Style): CellulePlan => ({ valeur, ...avec(style) });

export const euros = (valeur: Decimal | null, style?: Style): CellulePlan => ({
  valeur: valeur === null ? null : valeur.toNumber(),
  format: 'montant',
  ...avec(style),
});

export const entier = (valeur: number | null, style?: Style): CellulePlan => ({
  valeur,
  format: 'entier',
  ...avec(style),
});

export const vide = (style?: Style): CellulePlan => ({ valeur: null, ...avec(style) });

/** La même cellule, calculée par une formule native. */
export const parFormule = (cellule: CellulePlan, formule: string): CellulePlan => ({ ...cellule, formule });

export const entetes = (intitules: readonly string[]): CellulePlan[] =>
  intitules.map((intitule) => libelle(intitule, 'entete'));

/** « A7 » ; ligne et colonne comptées à partir de 1. */
export const adresseDe = (ligne: number, colonne: number): string => `${lettres(colonne)}${ligne}`;

/** « L8:L28 » : une colonne, de la première à la dernière ligne. */
export const colonneDe = (colonne: number, debut: number, fin: number): string =>
  `${adresseDe(debut, colonne)}:${adresseDe(fin, colonne)}`;
