import { CellValueType, type ICellData, type IRange, type Nullable } from '@univerjs/core';
import type { ISetRangeValuesMutationParams } from '@univerjs/sheets';
import { union } from './adresses';
import { OCCUPE } from './univerFonction';
import { ERREURS, type Contenu, type Entree, type Rect } from './types';

/** Celles d'Excel, et celles d'Univer. */
const LUES = [...ERREURS, '#CYCLE!', '#ERROR!', String(OCCUPE)];

/** Contenu d'Office d'une cellule d'Univer ; `message` : phrase d'une erreur de fonction. */
export function contenuDe(lue: Nullable<ICellData>, message: string | undefined): Contenu {
  const brut = lue?.v;
  if (brut === undefined || brut === null || brut === '') return lue?.f ? '' : null;
  if (lue?.t === CellValueType.BOOLEAN || typeof brut === 'boolean') return Boolean(Number(brut));
  if (typeof brut === 'string' && LUES.includes(brut)) {
    const erreur = brut === String(OCCUPE) ? '#BUSY!' : brut;
    return message === undefined ? { erreur } : { erreur, message };
  }
  return brut;
}

export function cellule(entree: Exclude<Entree, undefined>): ICellData {
  const vide: ICellData = { v: null, f: null, si: null, p: null, t: null };
  if (entree === null) return vide;
  if (typeof entree === 'object') {
    if ('erreur' in entree) return { ...vide, v: entree.erreur, t: CellValueType.STRING };
    const valeur = entree.valeur === undefined ? {} : cellule(entree.valeur);
    return { ...vide, ...valeur, f: entree.formule };
  }
  if (typeof entree === 'boolean') return { ...vide, v: entree ? 1 : 0, t: CellValueType.BOOLEAN };
  if (typeof entree === 'number') return { ...vide, v: entree, t: CellValueType.NUMBER };
  return { ...vide, v: entree, t: CellValueType.FORCE_STRING };
}

export function rectDePlage({ startRow, startColumn, endRow, endColumn }: IRange): Rect {
  return {
    ligne: startRow,
    colonne: startColumn,
    lignes: endRow - startRow + 1,
    colonnes: endColumn - startColumn + 1,
  };
}

export function rectDe({ cellValue }: ISetRangeValuesMutationParams): Rect | null {
  let rect: Rect | null = null;
  for (const [ligne, rangee] of Object.entries(cellValue ?? {})) {
    for (const colonne of Object.keys(rangee ?? {})) {
      const une = { ligne: Number(ligne), colonne: Number(colonne), lignes: 1, colonnes: 1 };
      rect = rect ? union(rect, une) : une;
    }
  }
  return rect;
}
