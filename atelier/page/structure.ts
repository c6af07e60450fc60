/** Lignes, colonnes, fusions, volets figés, onglet : du fichier à l'écran, et retour. */
import { BooleanNumber, type IWorksheetData } from '@univerjs/core';
import type { FeuilleComplete } from '../../src/classeur/xlsx/complet';
import type { FeuilleHote } from '../hote/classeur/modele';
import type { GrillePage } from './grille';
import {
  hauteurDePixels,
  LARGEUR_DEFAUT,
  largeurDePixels,
  pixelsDeHauteur,
  pixelsDeLargeur,
} from './mesures';

export function poserStructure(feuille: FeuilleHote, complete: FeuilleComplete, grille: GrillePage): void {
  const vue = grille.feuilleVue(feuille.id);
  (complete.columns ?? []).forEach(({ width, hidden }, colonne) => {
    const pixels = width === undefined ? LARGEUR_DEFAUT : pixelsDeLargeur(width);
    if (colonne >= vue.getMaxColumns()) return;
    vue.setColumnWidth(colonne, pixels);
    if (!hidden) return;
    vue.hideColumns(colonne, 1);
    feuille.colonnesMasquees.add(colonne);
  });
  for (const [ligne, { height, hidden }] of complete.rowDefs ?? []) {
    if (height !== undefined && ligne < vue.getMaxRows()) vue.setRowHeight(ligne, pixelsDeHauteur(height));
    if (!hidden) continue;
    vue.hideRows(ligne, 1);
    feuille.lignesMasquees.add(ligne);
  }
  for (const { startRow, startCol, endRow, endCol } of complete.merges ?? []) {
    const [lignes, colonnes] = [endRow - startRow + 1, endCol - startCol + 1];
    feuille.fusions.push({ ligne: startRow, colonne: startCol, lignes, colonnes });
    vue.getRange(startRow, startCol, lignes, colonnes).merge({ isForceMerge: true });
  }
  const { rows: lignes = 0, columns: colonnes = 0 } = complete.freezePane ?? {};
  if (lignes > 0 || colonnes > 0) {
    feuille.volets = { lignes, colonnes };
    grille.presenter(feuille.id, { genre: 'volets', lignes, colonnes });
  }
  const onglet = complete.view?.tabColor?.rgb;
  if (onglet !== undefined) {
    feuille.couleurOnglet = `#${onglet.slice(-6)}`;
    vue.setTabColor(feuille.couleurOnglet);
  }
  if (complete.view?.showGridLines === false) {
    feuille.quadrillage = false;
    grille.presenter(feuille.id, { genre: 'quadrillage', visible: false });
  }
}

type Structure = Pick<FeuilleComplete, 'columns' | 'rowDefs' | 'merges' | 'freezePane'>;

/** Une largeur ou une hauteur que l'écran n'a pas changée garde sa mesure exacte. */
export function lireStructure(base: FeuilleComplete, config: IWorksheetData): Structure {
  const columns = [...(base.columns ?? [])];
  for (const [cle, colonne] of Object.entries(config.columnData)) {
    const origine = columns[Number(cle)];
    const avant = origine?.width === undefined ? LARGEUR_DEFAUT : pixelsDeLargeur(origine.width);
    const largeur =
      colonne?.w === undefined || colonne.w === avant ? origine?.width : largeurDePixels(colonne.w);
    const masquee = colonne?.hd === BooleanNumber.TRUE;
    if (largeur === origine?.width && masquee === (origine?.hidden ?? false)) continue;
    for (let i = columns.length; i < Number(cle); i += 1) columns[i] = {};
    columns[Number(cle)] = {
      ...origine,
      ...(largeur === undefined ? {} : { width: largeur }),
      hidden: masquee,
    };
  }
  const rowDefs = new Map(base.rowDefs);
  for (const [cle, ligne] of Object.entries(config.rowData)) {
    const origine = rowDefs.get(Number(cle));
    const avant = origine?.height === undefined ? undefined : pixelsDeHauteur(origine.height);
    const pixels = ligne?.h;
    // Les hauteurs qu'Univer ajuste au texte ne sont pas un choix de l'agent.
    const choisie = ligne?.ia === BooleanNumber.FALSE && pixels !== undefined && pixels !== avant;
    const height = choisie ? hauteurDePixels(pixels) : origine?.height;
    const masquee = ligne?.hd === BooleanNumber.TRUE;
    if (height === origine?.height && masquee === (origine?.hidden ?? false)) continue;
    rowDefs.set(Number(cle), { ...origine, ...(height === undefined ? {} : { height }), hidden: masquee });
  }
  const merges = config.mergeData.map(({ startRow, startColumn, endRow, endColumn }) => ({
    startRow,
    startCol: startColumn,
    endRow,
    endCol: endColumn,
  }));
  const { xSplit, ySplit } = config.freeze;
  return { columns, rowDefs, merges, freezePane: { rows: ySplit, columns: xSplit } };
}
