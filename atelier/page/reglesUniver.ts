/** Un contrôle de saisie, d'Office à Univer. */
import {
  DataValidationErrorStyle,
  DataValidationRenderMode,
  DataValidationType,
  generateRandomId,
  type DataValidationOperator,
  type IDataValidationRule,
} from '@univerjs/core';
import type { Rect } from '../hote/grille/types';
import { operateurSimple } from './validations';

/** Une règle telle qu'Office la dit : un genre, et ses bornes. */
export type RegleOffice = Readonly<
  Record<string, { source?: unknown; formula1?: unknown; formula2?: unknown; operator?: unknown }>
>;

const GENRES: Readonly<Record<string, DataValidationType>> = {
  wholeNumber: DataValidationType.WHOLE,
  decimal: DataValidationType.DECIMAL,
  textLength: DataValidationType.TEXT_LENGTH,
  date: DataValidationType.DATE,
  custom: DataValidationType.CUSTOM,
};

const texte = (valeur: unknown): string => (valeur === undefined || valeur === null ? '' : String(valeur));

/** Un contrôle de saisie à l'écran avertit ; c'est le volet, et l'Excel réel, qui refusent. */
export function versRegle(regle: RegleOffice, rect: Rect): IDataValidationRule | null {
  const [genre, bornes] = Object.entries(regle)[0] ?? [];
  if (genre === undefined || !bornes) return null;
  const commun = {
    uid: generateRandomId(8),
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: DataValidationErrorStyle.WARNING,
    ranges: [
      {
        startRow: rect.ligne,
        startColumn: rect.colonne,
        endRow: rect.ligne + rect.lignes - 1,
        endColumn: rect.colonne + rect.colonnes - 1,
      },
    ],
  };
  if (genre === 'list')
    return {
      ...commun,
      type: DataValidationType.LIST,
      formula1: texte(bornes.source),
      // Le texte tel quel et sa flèche, comme dans Excel, plutôt qu'une pastille.
      renderMode: DataValidationRenderMode.ARROW,
    };
  const type = GENRES[genre];
  if (!type) return null;
  return {
    ...commun,
    type,
    operator: operateurSimple(texte(bornes.operator)) as DataValidationOperator,
    formula1: texte(bornes.formula1),
    formula2: texte(bornes.formula2),
  };
}
