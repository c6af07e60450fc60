/**
 * Écriture d'un plan en .xlsx. Ce dossier est le seul endroit du produit qui connaît la bibliothèque : elle écrit tout
 * le fichier ; Clas n'y remplace que deux parties entières, les propriétés et le dessin des notes.
 */
import { type ColumnDef, type WriteOptions, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { ClasseurPlan, FeuillePlan } from '../../dossier/formes/plan';
import { lirePlage } from '../../dossier/formes/adresses';
import { groupesDe, miseEnPageDe, piedDe } from '../aspects';
import { convertirCellules } from './cellules';
import { dessinDesNotes } from './notes';
import { remplacerParties } from './retouche';
import { convertirGraphique } from './graphiques';
import { convertirTableau } from './tableaux';
import { echapper, texteEcrit } from './textes';
import { convertirValidation } from './validations';

/** La bibliothèque inscrit l'heure à défaut d'une date : nos propriétés, sans date, remplacent les siennes. */
const SANS_OBJET = new Date(0);

export async function ecrireXlsx(plan: ClasseurPlan): Promise<Uint8Array> {
  const brut = await writeXlsx({
    sheets: plan.feuilles.map(convertirFeuille),
    namedRanges: plan.feuilles.flatMap(titresImpression),
    activeSheet: Math.max(
      0,
      plan.feuilles.findIndex((feuille) => feuille.masquee !== true),
    ),
    properties: { title: plan.proprietes.titre, modified: SANS_OBJET },
  });
  const parties = new Map([['docProps/core.xml', proprietes(plan.proprietes)]]);
  plan.feuilles.forEach(({ notes = [] }, n) => {
    if (notes.length > 0) parties.set(`xl/drawings/vmlDrawing${n + 1}.vml`, dessinDesNotes(notes, n));
  });
  return remplacerParties(brut, parties);
}

/** Les propriétés du document, sans date : le même plan donne les mêmes octets. */
function proprietes({ titre, sujet, auteur, description, motsCles }: ClasseurPlan['proprietes']): string {
  const champs = [
    ['dc:title', titre],
    ['dc:subject', sujet],
    ['dc:creator', auteur],
    ['cp:keywords', motsCles],
    ['dc:description', description],
  ] as const;
  const corps = champs.map(([nom, texte]) =>
    texte === undefined ? '' : `<${nom}>${echapper(texte)}</${nom}>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${corps.join('')}</cp:coreProperties>`;
}

function convertirFeuille(feuille: FeuillePlan): WriteSheet {
  const { rows, cells, rowDefs, styles } = convertirCellules(feuille);
  for (const note of feuille.notes ?? []) {
    const { ligne1, colonne1 } = lirePlage(note.adresse);
    const cle = `${ligne1 - 1},${colonne1 - 1}`;
    cells.set(cle, { ...cells.get(cle), comment: { author: 'Clas', text: texteEcrit(note.texte) } });
  }
  const columns = feuille.colonnes.map(({ largeur, repliee = false }, c): ColumnDef => {
    const style = styles[c];
    return {
      width: largeur,
      ...(style !== undefined && { style }),
      ...(repliee && { hidden: true, outlineLevel: 1 }),
    };
  });
  // la colonne qui suit un groupe porte son « + »
  for (const [, fin] of groupesDe(feuille.colonnes)) {
    const suivante = columns[fin + 1];
    if (suivante) suivante.collapsed = true;
    else columns.push({ collapsed: true });
  }
  const sheet: WriteSheet = { name: feuille.nom, rows, cells, columns, rowDefs };
  if ((feuille.lignesFigees ?? 0) > 0 || (feuille.colonnesFigees ?? 0) > 0) {
    sheet.freezePane = { rows: feuille.lignesFigees ?? 0, columns: feuille.colonnesFigees ?? 0 };
  }
  if (feuille.tableaux !== undefined && feuille.tableaux.length > 0) {
    sheet.tables = feuille.tableaux.map((tableau) => convertirTableau(tableau, feuille));
  }
  if (feuille.validations !== undefined && feuille.validations.length > 0) {
    sheet.dataValidations = feuille.validations.map(convertirValidation);
  }
  if (feuille.graphiques !== undefined)
    sheet.charts = feuille.graphiques.map((g) => convertirGraphique(g, feuille.nom));
  if (feuille.masquee === true) sheet.hidden = true;
  // Sans mot de passe : un garde-fou. Largeurs et filtres restent à l'agent.
  if (feuille.protegee === true)
    sheet.protection = { sheet: true, objects: true, scenarios: true, formatColumns: true, autoFilter: true };
  if (feuille.impression !== undefined) {
    const { paysage, unePage = false } = feuille.impression;
    sheet.pageSetup = {
      paperSize: 'a4',
      orientation: paysage ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: miseEnPageDe(feuille).pages,
      fitToHeight: unePage ? 1 : 0,
    };
    const { gauche, droite } = piedDe(feuille.impression);
    sheet.headerFooter = { oddFooter: `${gauche === null ? '' : `&L${gauche}`}&R${droite}` };
  }
  return sheet;
}

/** Le nom de feuille est mis entre apostrophes ici : la bibliothèque ne le fait pas, et « Remontée Cnaf » serait illisible. */
function titresImpression(feuille: FeuillePlan): NonNullable<WriteOptions['namedRanges']> {
  const { colonnes, lignes } = miseEnPageDe(feuille);
  const nom = `'${feuille.nom.replaceAll("'", "''")}'`;
  const titres = [colonnes, lignes].filter((plage) => plage !== null).map((plage) => `${nom}!${plage}`);
  return titres.length === 0
    ? []
    : [{ name: '_xlnm.Print_Titles', range: titres.join(','), scope: feuille.nom }];
}
