import type { FWorksheet } from '@univerjs/sheets/facade';
import { intersection } from './adresses';
import type { Presentation, Rect } from './types';

/** Largeurs d'Office en points, d'Univer en pixels. */
const PIXELS_PAR_POINT = 4 / 3;

type Plage = ReturnType<FWorksheet['getRange']>;

/** Montre dans Univer ce qu'Office a peint ; les bornes de la feuille réduisent lignes et colonnes entières. */
export function presenter(
  feuille: FWorksheet,
  presentation: Presentation,
  bornes: { lignes: number; colonnes: number },
): void {
  const entiere: Rect = { ligne: 0, colonne: 0, ...bornes };
  switch (presentation.genre) {
    case 'onglet':
      feuille.setTabColor(presentation.couleur);
      return;
    case 'quadrillage':
      feuille.setHiddenGridlines(!presentation.visible);
      return;
    case 'visibilite':
      if (presentation.visible) feuille.showSheet();
      else feuille.hideSheet();
      return;
    case 'volets':
      feuille.setFreeze({
        startRow: presentation.lignes || -1,
        startColumn: presentation.colonnes || -1,
        xSplit: presentation.colonnes,
        ySplit: presentation.lignes,
      });
      return;
    // La liste déroulante et sa règle : posées par la page, qui seule charge ce module d'Univer.
    case 'validation':
      return;
    default:
      rectangle(feuille, presentation, intersection(presentation.rect, entiere));
  }
}

type AvecRect = Exclude<
  Presentation,
  { genre: 'onglet' | 'quadrillage' | 'visibilite' | 'volets' | 'validation' }
>;

function rectangle(feuille: FWorksheet, presentation: AvecRect, rect: Rect | null): void {
  if (!rect) return;
  switch (presentation.genre) {
    case 'lignes-masquees':
      if (presentation.masquees) feuille.hideRows(rect.ligne, rect.lignes);
      else feuille.showRows(rect.ligne, rect.lignes);
      return;
    case 'colonnes-masquees':
      if (presentation.masquees) feuille.hideColumns(rect.colonne, rect.colonnes);
      else feuille.showColumns(rect.colonne, rect.colonnes);
      return;
    case 'fusion': {
      const plage = feuille.getRange(rect.ligne, rect.colonne, rect.lignes, rect.colonnes);
      if (presentation.fusionnee) plage.merge();
      else plage.breakApart();
      return;
    }
    case 'format':
      format(feuille, presentation.nom, presentation.valeur, rect);
  }
}

function format(feuille: FWorksheet, nom: string, valeur: unknown, rect: Rect): void {
  if (nom === 'columnWidth') {
    feuille.setColumnWidths(rect.colonne, rect.colonnes, Number(valeur ?? 48) * PIXELS_PAR_POINT);
    return;
  }
  if (nom === 'rowHeight') {
    feuille.setRowHeights(rect.ligne, rect.lignes, Number(valeur ?? 15) * PIXELS_PAR_POINT);
    return;
  }
  const plage = feuille.getRange(rect.ligne, rect.colonne, rect.lignes, rect.colonnes);
  PEINTRES[nom]?.(plage, valeur);
}

/** Ce qu'on montre ; le reste (bords, protection, retraits) ne se voit pas dans l'atelier. */
const PEINTRES: Readonly<Record<string, (plage: Plage, valeur: unknown) => void>> = {
  'fill.color': (plage, valeur) =>
    void plage.setBackgroundColor(typeof valeur === 'string' ? valeur : '#FFFFFF'),
  'font.bold': (plage, valeur) => void plage.setFontWeight(valeur === true ? 'bold' : 'normal'),
  'font.color': (plage, valeur) => void plage.setFontColor(typeof valeur === 'string' ? valeur : '#000000'),
  'font.italic': (plage, valeur) => void plage.setFontStyle(valeur === true ? 'italic' : 'normal'),
  'font.size': (plage, valeur) => void plage.setFontSize(typeof valeur === 'number' ? valeur : 11),
  horizontalAlignment: (plage, valeur) => {
    const sens = { Left: 'left', Center: 'center', Right: 'normal' } as const;
    if (typeof valeur === 'string' && valeur in sens)
      plage.setHorizontalAlignment(sens[valeur as keyof typeof sens]);
  },
  numberFormat: (plage, valeur) => {
    plage.setValues(
      Array.from({ length: plage.getHeight() }, () =>
        Array.from({ length: plage.getWidth() }, () => ({
          s: { n: { pattern: typeof valeur === 'string' ? valeur : 'General' } },
        })),
      ),
    );
  },
  wrapText: (plage, valeur) => void plage.setWrap(valeur === true),
};
