/** Demander une feuille entière, et la recueillir après l'échange. */
import {
  estBarre,
  estRemplie,
  plages,
  type Bloc,
  type FeuilleBrute,
  type Formats,
  type Tableau,
} from './valeurs';

/** Un million et demi de cellules : plus que toute feuille d'une Caf, et une cellule égarée au loin ne coûte pas tout le vide. */
const FENETRE = 'A1:BX20000';
const ETENDUE = 'rowIndex,columnIndex,rowCount,columnCount';

export interface Demande {
  readonly etendue: Excel.Range;
  readonly zone: Excel.Range;
  readonly fusions: Excel.RangeAreas;
  readonly aspect: ReturnType<typeof demanderAspect>;
}

export function demanderFeuille(feuille: Excel.Worksheet): Demande {
  const etendue = feuille.getUsedRangeOrNullObject(true);
  const zone = feuille.getRange(FENETRE).getUsedRangeOrNullObject(true);
  const fusions = zone.getMergedAreasOrNullObject();
  etendue.load(ETENDUE);
  zone.load(`${ETENDUE},values,formulas,numberFormat`);
  fusions.load('areas/items/address');
  return { etendue, zone, fusions, aspect: demanderAspect(zone) };
}

/** Ce que la plage a de lignes et de colonnes masquées, et de texte barré, à recueillir après l'échange. */
export function demanderAspect(
  plage: Excel.Range,
): () => Pick<Bloc, 'masquees' | 'colonnesMasquees' | 'barre'> {
  const lignes = plage.getRowProperties({ rowHidden: true });
  const colonnes = plage.getColumnProperties({ columnHidden: true });
  const { font } = plage.format;
  font.load('strikethrough');
  return () => ({
    barre: estBarre(font),
    masquees: lignes.value.map(({ rowHidden }) => rowHidden === true),
    colonnesMasquees: colonnes.value.map(({ columnHidden }) => columnHidden === true),
  });
}

/** `null` : la feuille dépasse la fenêtre, ou Excel n'a pas rendu toutes ses cellules. */
export function recueillir(nom: string, { etendue, zone, fusions, aspect }: Demande): FeuilleBrute | null {
  if (etendue.isNullObject) return { nom, blocs: [], fusions: [] };
  if (zone.isNullObject || !memeEtendue(etendue, zone) || !estRemplie(zone)) return null;
  const bloc = {
    ligne: zone.rowIndex,
    colonne: zone.columnIndex,
    valeurs: zone.values as Tableau,
    formules: zone.formulas as Tableau,
    formats: zone.numberFormat as Formats,
    ...aspect(),
  };
  return { nom, blocs: [bloc], fusions: plages(fusions) };
}

function memeEtendue(a: Excel.Range, b: Excel.Range): boolean {
  return (
    a.rowIndex === b.rowIndex &&
    a.columnIndex === b.columnIndex &&
    a.rowCount === b.rowCount &&
    a.columnCount === b.columnCount
  );
}
