/** Petites fabriques de cellules : les restitutions disent leurs valeurs, pas leur mise en forme. */
import { adresseDe } from '../formes/adresses';

import type { CellulePlan, Format, Style } from '../formes/plan';
import { serieDeDate } from '../../valeurs/date';
import type { Decimal } from '../../valeurs/montant';

const avec = (style: Style | undefined): { style?: Style } => (style ? { style } : {});

/** Sans copie d'objet : l'arrêté d'une grande Caf compte deux cent mille cellules. */
const cellule = (valeur: CellulePlan['valeur'], format: Format, style: Style | undefined): CellulePlan =>
  style ? { valeur, format, style } : { valeur, format };

/** Texte d'un agent : le format Texte le garde tel quel (« 00123 », « =1+1 »). */
export const texte = (valeur: string | null, style?: Style): CellulePlan => cellule(valeur, 'texte', style);

/** Texte de Clas : intitulé, phrase. */
export const libelle = (valeur: string, style?: Style): CellulePlan => ({ valeur, ...avec(style) });

export const euros = (valeur: Decimal | null, style?: Style): CellulePlan =>
  cellule(valeur === null ? null : valeur.toNumber(), 'montant', style);

export const entier = (valeur: number | null, style?: Style): CellulePlan => cellule(valeur, 'entier', style);

/** Un jour « AAAA-MM-JJ » : une vraie date, que l'agent trie et filtre. */
export const jour = (valeur: string, style?: Style): CellulePlan =>
  cellule(serieDeDate(valeur), 'date', style);

/** Une part de 1, montrée en pour cent. */
export const part = (valeur: Decimal, style?: Style): CellulePlan =>
  cellule(valeur.toNumber(), 'taux', style);

/** Une cellule sans valeur ; un format, s'il doit attendre ce que l'agent y mettra. */
export const vide = (style?: Style, format?: Format): CellulePlan =>
  format === undefined ? { valeur: null, ...avec(style) } : cellule(null, format, style);

/** La même cellule, calculée par une formule native. */
export const parFormule = (cellule: CellulePlan, formule: string): CellulePlan => ({ ...cellule, formule });

export const entetes = (intitules: readonly string[]): CellulePlan[] =>
  intitules.map((intitule) => libelle(intitule, 'entete'));

/** « L8:L28 » : une colonne, de la première à la dernière ligne. */
export const colonneDe = (colonne: number, debut: number, fin: number): string =>
  `${adresseDe(debut, colonne)}:${adresseDe(fin, colonne)}`;
