/** De l'Excel émulé au fichier : le modèle d'origine, où ne change que ce que l'écran ou le volet ont changé. */
import { BooleanNumber, type ICellData, type IWorksheetData, type Nullable } from '@univerjs/core';
import {
  enregistrerComplet,
  type Cell,
  type DataValidation,
  type FeuilleComplete,
  type TableDefinition,
} from '../../src/classeur/xlsx/complet';
import type { FeuilleHote, TableauHote } from '../hote/classeur/modele';
import { adresse, union } from '../hote/grille/adresses';
import { estErreur, type Cellule, type Contenu, type Rect } from '../hote/grille/types';
import type { Hote } from '../hote/hote';
import { exporterConditionnelles } from './conditionnelles';
import type { GrillePage } from './grille';
import type { Origines } from './origines';
import { lireStructure } from './structure';
import { versFichier as styleFichier } from './styles';
import { versFichier as validationFichier } from './validations';

export async function exporter(hote: Hote, grille: GrillePage, origines: Origines): Promise<Uint8Array> {
  const { feuilles, noms } = hote.classeur;
  const deFeuille = (scope: FeuilleHote | null): { scope: string } | object =>
    scope ? { scope: scope.nom } : {};
  return enregistrerComplet(origines.modele, {
    sheets: feuilles.map((feuille) => exporterFeuille(feuille, hote, grille, origines)),
    namedRanges: noms.map(({ nom, formule, commentaire, feuille }) => ({
      name: nom,
      range: formule.replace(/^=/, ''),
      ...(commentaire === '' ? {} : { comment: commentaire }),
      ...deFeuille(feuille),
    })),
  });
}

function exporterFeuille(
  feuille: FeuilleHote,
  hote: Hote,
  grille: GrillePage,
  origines: Origines,
): FeuilleComplete {
  const origine = origines.feuilles.get(feuille);
  const vue = grille.feuilleVue(feuille.id).getSheet();
  const config = vue.getConfig();
  const etendue = etendueDe(feuille, grille, config);
  const cellules = etendue ? grille.lire(feuille.id, etendue) : [];
  const cells = new Map<string, Cell>();
  const rows: FeuilleComplete['rows'] = Array.from({ length: etendue?.ligne ?? 0 }, () => []);
  const notes = grille.notes(feuille.id);
  cellules.forEach((rangee, i) => {
    const valeurs: FeuilleComplete['rows'][number] = Array.from(
      { length: etendue?.colonne ?? 0 },
      () => null,
    );
    rangee.forEach((lue, j) => {
      const rect = {
        ligne: (etendue?.ligne ?? 0) + i,
        colonne: (etendue?.colonne ?? 0) + j,
        lignes: 1,
        colonnes: 1,
      };
      const cle = `${rect.ligne},${rect.colonne}`;
      const brute = vue.getCellMatrix().getValue(rect.ligne, rect.colonne);
      const note = notes.get(cle);
      notes.delete(cle);
      const cellule = exporterCellule(lue, origine?.cells?.get(cle), style(brute, grille, origines), note);
      const deborde = lue.formule === null ? null : grille.debordement(feuille.id, rect.ligne, rect.colonne);
      if (deborde && deborde.lignes * deborde.colonnes > 1)
        Object.assign(cellule, { formulaType: 'array', formulaRef: adresse(deborde), formulaDynamic: true });
      valeurs.push(cellule.value);
      if (cellule.type !== 'empty' || cellule.style || cellule.comment) cells.set(cle, cellule);
    });
    rows.push(valeurs);
  });
  for (const [cle, text] of notes)
    cells.set(cle, { value: null, type: 'empty', comment: { author: 'Clas', text } });
  const base: FeuilleComplete = origine ?? { name: feuille.nom, rows: [] };
  const { protection, ...libre } = base;
  return {
    ...libre,
    ...(protection && feuille.protection && { protection }),
    name: feuille.nom,
    rows,
    cells,
    ...lireStructure(base, config),
    hidden:
      feuille.visibilite === 'Hidden' ||
      (config.hidden === BooleanNumber.TRUE && feuille.visibilite !== 'VeryHidden'),
    veryHidden: feuille.visibilite === 'VeryHidden',
    tables: hote.classeur.tableaux.filter((t) => t.feuille === feuille).map((t) => tableau(t, base, grille)),
    dataValidations: validations(feuille, origines),
    conditionalRules: exporterConditionnelles(feuille, base, origines),
  };
}

/** Les cellules vides mais mises en forme comptent : l'agent les a préparées pour y écrire. */
function etendueDe({ id }: FeuilleHote, grille: GrillePage, { cellData }: IWorksheetData): Rect | null {
  let etendue = grille.etendue(id);
  for (const [ligne, rangee] of Object.entries(cellData))
    for (const [colonne, cellule] of Object.entries(rangee as Record<string, ICellData>)) {
      if (!cellule.s) continue;
      const une = { ligne: Number(ligne), colonne: Number(colonne), lignes: 1, colonnes: 1 };
      etendue = etendue ? union(etendue, une) : une;
    }
  return etendue;
}

function style(brute: Nullable<ICellData>, grille: GrillePage, origines: Origines): Cell['style'] {
  const { origine, montre } = origines.style(brute?.custom?.['origine']);
  const styles = grille.ecran.getActiveWorkbook()?.getWorkbook().getStyles();
  return styleFichier(origine, montre, brute?.s ? styles?.get(brute.s) : null);
}

function typeDe(contenu: Contenu): Cell['type'] {
  if (contenu === null || contenu === '') return 'empty';
  if (estErreur(contenu)) return 'error';
  return typeof contenu as 'string' | 'number' | 'boolean';
}

function exporterCellule(
  { valeur, formule }: Cellule,
  origine: Cell | undefined,
  style: Cell['style'],
  note: string | undefined,
): Cell {
  const occupee = estErreur(valeur) && valeur.erreur === '#BUSY!';
  const value = occupee || valeur === '' ? null : estErreur(valeur) ? valeur.erreur : valeur;
  const cellule: Cell = { value, type: typeDe(valeur) };
  if (style) cellule.style = style;
  if (formule !== null)
    Object.assign(cellule, { type: 'formula', formula: formule.slice(1), formulaResult: value });
  else if (origine?.richText && origine.value === value) cellule.richText = origine.richText;
  if (origine?.hyperlink && (formule !== null || origine.value === value))
    cellule.hyperlink = origine.hyperlink;
  if (note !== undefined)
    cellule.comment = origine?.comment?.text === note ? origine.comment : { author: 'Clas', text: note };
  return cellule;
}

function tableau(
  { nom, feuille, rect, style, totaux }: TableauHote,
  base: FeuilleComplete,
  grille: GrillePage,
): TableDefinition {
  const origine = base.tables?.find(({ name, displayName }) => (displayName ?? name) === nom);
  const entetes = grille.lire(feuille.id, { ...rect, lignes: 1 })[0] ?? [];
  return {
    ...origine,
    name: origine?.name ?? nom,
    displayName: nom,
    range: adresse(rect),
    ...(style === '' ? {} : { style }),
    showTotalRow: totaux,
    columns: entetes.map(({ valeur }, rang) => {
      const name = valeur === null || estErreur(valeur) ? `Colonne${rang + 1}` : String(valeur);
      return { ...origine?.columns[rang], name };
    }),
  };
}

function validations({ validations }: FeuilleHote, origines: Origines): DataValidation[] {
  const rendues = new Set<DataValidation>();
  for (const validation of validations) {
    const connue = origines.validations.get(validation);
    const intacte = connue?.regle === validation.regle && connue.rect === validation.rect;
    const rendue = intacte ? connue.origine : validationFichier(validation);
    if (rendue) rendues.add(rendue);
  }
  return [...rendues];
}
