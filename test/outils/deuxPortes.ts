/**
 * Un même classeur par les deux portes : le fichier .xlsx, et l'Excel émulé où la bibliothèque d'Office lit. Le classeur
 * est tenu par une bibliothèque qui n'est pas la nôtre : elle écrit le fichier, et dit à l'hôte ce qu'il contient.
 */
import ExcelJS from 'exceljs';
import { creerPortExcel } from '../../src/classeur/excel';
import { lireXlsx } from '../../src/classeur/xlsx/lecture';
import { lettres } from '../../src/dossier/formes/adresses';
import type { ClasseurLu } from '../../src/dossier/formes/grille';
import { estIllisible, type Valeur } from '../../src/valeurs/valeur';
import { ouvrirHote } from '../../outils/excel';
import type { Contenu, Entree, Rect } from '../../atelier/hote/grille/types';
import { lireAdresse } from '../../atelier/hote/grille/adresses';
import type { Hote } from '../../atelier/hote/hote';
import type { AllerRetour } from '../../atelier/hote/journal';

const JOUR = 86_400_000;
/** La date courte, que la bibliothèque nomme autrement qu'Excel. */
const CODES: Readonly<Record<string, string>> = { 'mm-dd-yy': 'm/d/yyyy' };
const VISIBILITES = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const;

const CELLULE = { lignes: 1, colonnes: 1 };

/** La valeur d'une cellule, comme Excel la range : une date y est un nombre de série. */
function contenu(valeur: ExcelJS.CellValue | undefined, dates1904: boolean): Contenu {
  if (valeur === null || valeur === undefined) return null;
  if (valeur instanceof Date) return valeur.getTime() / JOUR + 25_569 - (dates1904 ? 1_462 : 0);
  if (typeof valeur !== 'object') return valeur === '' ? null : valeur;
  if ('richText' in valeur) return valeur.richText.map(({ text }) => text).join('') || null;
  if ('error' in valeur) return { erreur: valeur.error };
  if ('text' in valeur) return contenu(valeur.text as ExcelJS.CellValue, dates1904);
  return null;
}

function entree(cellule: ExcelJS.Cell, dates1904: boolean): Entree {
  const { value, formula } = cellule;
  if (formula === undefined || formula === '') return contenu(value, dates1904) ?? undefined;
  // Excel calcule en ouvrant, et montre les fonctions récentes sans le préfixe du fichier
  const formule = `=${formula.replace(/_xl(?:fn|ws)\./g, '')}`;
  return { formule, valeur: contenu(cellule.result as ExcelJS.CellValue, dates1904) ?? '' };
}

/** Pose dans l'hôte ce que le classeur contient, comme si Excel venait de l'ouvrir. */
function poser(hote: Hote, source: ExcelJS.Workbook): void {
  const dates1904 = source.properties.date1904 === true;
  hote.classeur.dates1904 = dates1904;
  for (const onglet of source.worksheets) {
    const feuille = hote.classeur.ajouterFeuille(onglet.name, 'agent');
    for (let c = 1; c <= onglet.columnCount; c++)
      if (onglet.getColumn(c).hidden) feuille.colonnesMasquees.add(c - 1);
    onglet.eachRow((rangee, ligne) => {
      if (rangee.hidden) feuille.lignesMasquees.add(ligne - 1);
      rangee.eachCell((cellule, colonne) => {
        if (cellule.type === ExcelJS.ValueType.Merge) return;
        const place: Rect = { ligne: ligne - 1, colonne: colonne - 1, ...CELLULE };
        hote.classeur.grille.ecrire(feuille.id, place, [[entree(cellule, dates1904)]]);
        const code = cellule.numFmt as string | undefined;
        if (code) hote.classeur.presenter(feuille, 'numberFormat', place, CODES[code] ?? code);
        // la bibliothèque ne type pas l'absence de police
        if ((cellule.font as Partial<ExcelJS.Font> | undefined)?.strike)
          hote.classeur.presenter(feuille, 'font.strikethrough', place, true);
      });
    });
    for (const plage of onglet.model.merges) {
      const rect = lireAdresse(plage);
      if (rect) feuille.fusions.push(rect);
    }
    const tableaux = onglet.getTables() as unknown as {
      table: ExcelJS.TableProperties & { tableRef: string };
    }[];
    for (const { table } of tableaux) {
      const rect = lireAdresse(table.tableRef);
      if (!rect) continue;
      hote.classeur.tableaux.push({
        id: hote.classeur.identifiant('tableau-'),
        nom: table.name,
        feuille,
        rect,
        entetes: true,
        totaux: table.totalsRow === true,
        style: '',
        supprime: false,
        colonnes: table.columns.map((_, rang) => ({ id: rang + 1 })),
      });
    }
  }
  // Excel exige une feuille visible : les masquées le sont en dernier
  for (const onglet of source.worksheets) hote.feuille(onglet.name).visibilite = VISIBILITES[onglet.state];
}

function valeurExceljs(valeur: Valeur): ExcelJS.CellValue {
  if (valeur === null || !estIllisible(valeur)) return valeur;
  const { illisible } = valeur;
  return illisible.startsWith('=')
    ? { formula: illisible.slice(1) }
    : { error: illisible as ExcelJS.CellErrorValue['error'] };
}

/** Le classeur d'un essai, sous la forme que tient la bibliothèque. */
export function versExceljs({ feuilles, dates1904 }: ClasseurLu): ExcelJS.Workbook {
  const classeur = new ExcelJS.Workbook();
  classeur.properties.date1904 = dates1904;
  const etats = { visible: 'visible', masquee: 'hidden', tresMasquee: 'veryHidden' } as const;
  for (const f of feuilles) {
    const onglet = classeur.addWorksheet(f.nom, { state: etats[f.visibilite] });
    f.lignes.forEach((ligne, i) =>
      ligne.forEach((brute, j) => {
        const adresse = `${lettres(f.premiereColonne + j)}${f.premiereLigne + i}`;
        const formule = f.formules.get(adresse)?.slice(1);
        const valeur = valeurExceljs(brute);
        if (valeur === null && formule === undefined) return;
        const cellule = onglet.getCell(adresse);
        cellule.value =
          formule === undefined ? valeur : ({ formula: formule, result: valeur } as ExcelJS.CellFormulaValue);
        const format = f.formats[i]?.[j];
        if (format !== undefined) cellule.numFmt = format;
      }),
    );
    for (const ligne of f.lignesMasquees) onglet.getRow(ligne).hidden = true;
    for (const colonne of f.colonnesMasquees) onglet.getColumn(colonne).hidden = true;
    for (const ligne of f.lignesBarrees) onglet.getRow(ligne).eachCell((c) => (c.font = { strike: true }));
    for (const plage of f.fusions) onglet.mergeCells(plage);
  }
  return classeur;
}

export async function parFichier(source: ExcelJS.Workbook): Promise<ClasseurLu> {
  return lireXlsx(new Uint8Array(await source.xlsx.writeBuffer()));
}

export async function parExcel(
  source: ExcelJS.Workbook,
): Promise<{ readonly lu: ClasseurLu; readonly trajets: readonly AllerRetour[] }> {
  const ouvert = await ouvrirHote({ feuilles: [] });
  try {
    poser(ouvert.hote, source);
    let lu: ClasseurLu | undefined;
    const trajets = await ouvert.hote.pendant(async () => (lu = await creerPortExcel().lire()));
    if (!lu) throw new Error('rien n’a été lu');
    return { lu, trajets };
  } finally {
    ouvert.fermer();
  }
}
