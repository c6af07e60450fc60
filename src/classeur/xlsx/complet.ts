/**
 * Un classeur .xlsx entier, mise en forme comprise, pour l'atelier qui l'ouvre et l'enregistre.
 * Valeurs et formules viennent de notre lecteur (exact et borné) ; la présentation, de la bibliothèque, qui recopie
 * à l'enregistrement les parties qu'elle ne connaît pas.
 */
import { openXlsx, type RoundtripWorkbook, saveXlsx, type Sheet } from 'hucre/xlsx';
import { ErreurClasseur } from '../../dossier/formes/erreurs';
import type { ClasseurLu } from '../../dossier/formes/grille';
import { lireXlsx } from './lecture';
import { refus } from './phrases';
import { versFichier } from '../../dossier/affichage/nomsDeFonctions';

export { resolveThemeColor as couleurDuTheme } from 'hucre/xlsx';
export type { Cell, CellStyle, ConditionalRule, DataValidation, TableDefinition } from 'hucre/xlsx';
export type FeuilleComplete = Sheet;
export type ModeleComplet = RoundtripWorkbook;

export interface ClasseurComplet {
  /** Valeurs et formules, telles que le moteur les lit. */
  readonly lu: ClasseurLu;
  /** Présentation, et tout ce que l'atelier ne montre pas. */
  readonly modele: ModeleComplet;
}

export async function ouvrirComplet(octets: Uint8Array): Promise<ClasseurComplet> {
  // Notre lecteur d'abord : il refuse ce qui n'est pas un classeur, avant que la bibliothèque n'y touche.
  const lu = await lireXlsx(octets);
  try {
    return { lu, modele: await openXlsx(octets, { readStyles: true }) };
  } catch (erreur) {
    if (erreur instanceof ErreurClasseur) throw erreur;
    throw refus('imprevu', erreur);
  }
}

/** Ce qu'un enregistrement remplace ; le reste du modèle est recopié. */
export type Contenu = Pick<ModeleComplet, 'sheets' | 'namedRanges'>;

export async function enregistrerComplet(
  modele: ModeleComplet,
  { sheets, namedRanges }: Contenu,
): Promise<Uint8Array> {
  // La bibliothèque garde les parties d'origine sous une clé cachée : la copie doit l'emporter.
  const copie = Object.defineProperties({}, Object.getOwnPropertyDescriptors(modele)) as ModeleComplet;
  copie.sheets = sheets.map(preparer);
  copie.namedRanges = [...(namedRanges ?? []), ...sheets.flatMap(reperes)];
  return saveXlsx(copie);
}

function preparer(feuille: Sheet): Sheet {
  const cells = new Map(feuille.cells);
  for (const [cle, cellule] of cells)
    if (cellule.formula !== undefined) cells.set(cle, { ...cellule, formula: versFichier(cellule.formula) });
  const {
    printArea: _zone,
    printTitlesRow: _ligne,
    printTitlesColumn: _colonne,
    ...pageSetup
  } = feuille.pageSetup ?? {};
  return { ...feuille, cells, ...(feuille.pageSetup && { pageSetup }) };
}

/** Zone et titres d'impression : la bibliothèque n'écrit pas les apostrophes, et « Remontée Cnaf » serait illisible. */
function reperes({ name, pageSetup }: Sheet): NonNullable<ModeleComplet['namedRanges']> {
  const feuille = `'${name.replaceAll("'", "''")}'!`;
  const titres = [pageSetup?.printTitlesColumn, pageSetup?.printTitlesRow].filter((t) => t !== undefined);
  const noms: NonNullable<ModeleComplet['namedRanges']> = [];
  if (titres.length > 0)
    noms.push({ name: '_xlnm.Print_Titles', range: titres.map((t) => feuille + t).join(','), scope: name });
  if (pageSetup?.printArea !== undefined)
    noms.push({ name: '_xlnm.Print_Area', range: feuille + pageSetup.printArea, scope: name });
  return noms;
}
