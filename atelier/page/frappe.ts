/** La frappe d'un agent français dans la grille : « 12,5 », « 31/12/2021 », « =CLAS.PS(24000;3) ». */
import type { ICellData, Nullable, Univer } from '@univerjs/core';
import { CellValueType } from '@univerjs/core';
import { AFTER_CELL_EDIT, BEFORE_CELL_EDIT, SheetInterceptorService } from '@univerjs/sheets';
import { afficher } from '../hote/classeur/affichage';
import { interpreter } from '../hote/classeur/saisie';
import { versFrancaise, versInternationale } from './formules';
import { affiche } from './styles';

/** La frappe se lit devant Univer, qui prendrait « 12,5 » pour un texte ; la reprise se montre après lui. */
const AVANT_UNIVER = 100;
const APRES_UNIVER = -0.5; // sa dernière étape, à -1, arrête la chaîne

export function comprendreLeFrancais(univer: Univer): void {
  const { writeCellInterceptor } = univer.__getInjector().get(SheetInterceptorService);
  writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    priority: AVANT_UNIVER,
    handler: (cellule, lieu, suivant) => {
      const style = lieu.workbook.getStyles().getStyleByCell(cellule);
      const lue = cellule && lire(cellule, style?.n?.pattern === '@');
      return lue ?? suivant(cellule);
    },
  });
  writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
    priority: APRES_UNIVER,
    handler: (cellule, _lieu, suivant) => suivant(cellule ? { ...cellule, ...montrer(cellule) } : cellule),
  });
}

/** La cellule telle que l'agent l'a voulue, ou null quand Univer la lit déjà bien. */
function lire(cellule: ICellData, texteSeul: boolean): Nullable<ICellData> {
  if (typeof cellule.f === 'string') return { ...cellule, f: versInternationale(cellule.f) };
  if (typeof cellule.v !== 'string' || cellule.p || cellule.t === CellValueType.FORCE_STRING) return null;
  const { entree, format } = interpreter(cellule.v, texteSeul, true);
  if (typeof entree === 'boolean') return { ...cellule, v: Number(entree), t: CellValueType.BOOLEAN };
  if (typeof entree !== 'number') return null;
  const nombre: ICellData = { ...cellule, v: entree, t: CellValueType.NUMBER };
  const deja = typeof cellule.s === 'object' && cellule.s?.n;
  return format === undefined || cellule.s
    ? nombre
    : { ...nombre, ...(deja ? {} : { s: { n: { pattern: affiche(format) } } }) };
}

/** Ce que l'agent voit en reprenant une cellule. */
function montrer({ f, v, t }: ICellData): Partial<ICellData> {
  if (typeof f === 'string' && f !== '') return { f: versFrancaise(f) };
  if (t === CellValueType.BOOLEAN && typeof v !== 'string')
    return { v: afficher(Boolean(v), 'General'), t: CellValueType.STRING };
  if (typeof v === 'number' && !Number.isInteger(v))
    return { v: String(v).replace('.', ','), t: CellValueType.STRING };
  // L'apostrophe ne se montre que là où elle compte : « '007 », pas « 'Projet ».
  if (t === CellValueType.FORCE_STRING && typeof v === 'string' && estTexte(v))
    return { t: CellValueType.STRING };
  return {};
}

const estTexte = (brut: string): boolean => {
  const { entree } = interpreter(brut, false, true);
  return typeof entree === 'string' && !brut.startsWith("'");
};
