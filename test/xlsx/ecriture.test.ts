/** Ce que Clas écrit, relu par Clas puis par une seconde bibliothèque qui n'a pas écrit le fichier. */
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { ecrireXlsx, lireXlsx } from '../../src/classeur/xlsx';
import type { CellulePlan, ClasseurPlan } from '../../src/dossier/formes/plan';
import { FORMULES_RELUES, LIGNES_RELUES, AIDE, PLAN } from './plan';

const unique = (lignes: readonly (readonly CellulePlan[])[], reste: object = {}): ClasseurPlan => ({
  proprietes: { titre: 't', sujet: 's', auteur: 'a' },
  feuilles: [{ nom: 'F', colonnes: [], lignes, ...reste }],
});

const EUROS = '#,##0.00 "€"_-';

let octets: Uint8Array;
let xml: (nom: string) => string;
let relu: ExcelJS.Workbook;
let cellule: (feuille: string, adresse: string) => ExcelJS.Cell;

beforeAll(async () => {
  octets = await ecrireXlsx(PLAN);
  const parties = unzipSync(octets);
  xml = (nom) => strFromU8(parties[nom] ?? new Uint8Array(0));
  relu = new ExcelJS.Workbook();
  await relu.xlsx.load(octets.slice().buffer);
  cellule = (feuille, adresse) => (relu.getWorksheet(feuille) as ExcelJS.Worksheet).getCell(adresse);
});

describe('relu par Clas', () => {
  test('les valeurs sont exactement celles du plan', async () => {
    const { feuilles, dates1904 } = await lireXlsx(octets);
    expect(dates1904).toBe(false);
    expect(feuilles.map((f) => f.nom)).toEqual(['Listes', 'Remontée Cnaf', "L'aperçu"]);
    expect(feuilles[1]?.lignes).toEqual(LIGNES_RELUES);
    expect(Object.fromEntries(feuilles[1]?.formules ?? [])).toEqual(FORMULES_RELUES);
    expect(feuilles[2]?.lignes.slice(1)).toEqual([
      ['=1+1', '+33', '-note', '@moi', '#N/A', '#REF!', '_x0041_', ' bords ', 'a\r\nb'],
      [true, false, null, 'é€😀\u0001<&>"', 'z'.repeat(32_767), -0.1, 1e-7, 1e21],
      ['ab', true, '', 1],
    ]);
    expect([...(feuilles[2]?.formules.keys() ?? [])]).toEqual(['A4', 'B4', 'C4', 'D4']);
  });

  test('le même plan donne les mêmes octets', async () => {
    expect(Buffer.from(await ecrireXlsx(PLAN)).equals(Buffer.from(octets))).toBe(true);
    expect(xml('docProps/core.xml')).not.toContain('dcterms:modified');
  });

  test('un texte n’est pas coupé au milieu d’un caractère', async () => {
    const lu = await lireXlsx(await ecrireXlsx(unique([[{ valeur: `${'z'.repeat(32_766)}😀` }]])));
    expect(lu.feuilles[0]?.lignes).toEqual([['z'.repeat(32_766)]]);
  });

  test('une feuille vide se relit', async () => {
    expect((await lireXlsx(await ecrireXlsx(unique([])))).feuilles[0]?.lignes).toEqual([]);
  });

  test('un nombre impossible ou un en-tête de tableau répété sont des fautes de programme', async () => {
    await expect(ecrireXlsx(unique([[{ valeur: NaN }]]))).rejects.toThrow(
      'Nombre incorrect dans la feuille F, ligne 1, colonne 1',
    );
    const entetes = [
      [{ valeur: 'Coût' }, { valeur: 'coût' }],
      [{ valeur: 1 }, { valeur: 2 }],
    ];
    await expect(ecrireXlsx(unique(entetes, { tableaux: [{ nom: 'T', plage: 'A1:B2' }] }))).rejects.toThrow(
      'En-tête vide ou répété dans le tableau T, colonne B',
    );
  });

  test('un tableau sans ligne garde une ligne vide', async () => {
    const plan = unique([[{ valeur: 'A' }, { valeur: 'B' }]], { tableaux: [{ nom: 'T', plage: 'A1:B1' }] });
    expect(strFromU8(unzipSync(await ecrireXlsx(plan))['xl/tables/table1.xml'] as Uint8Array)).toContain(
      'ref="A1:B2"',
    );
  });
});

describe('relu par une autre bibliothèque', () => {
  test('propriétés, feuilles masquées, feuille active', () => {
    expect([relu.title, relu.subject, relu.creator, relu.description, relu.keywords]).toEqual([
      'Contrôle & remontée',
      'Clas 2021-2022',
      'Caf du Loiret',
      'Écrit « ici »',
      'clas, caf',
    ]);
    expect(relu.worksheets.map((f) => f.state)).toEqual(['hidden', 'visible', 'visible']);
    expect(xml('xl/workbook.xml')).toContain('activeTab="1"');
  });

  test('valeurs et formules avec leur résultat', () => {
    expect(cellule('Remontée Cnaf', 'A2').value).toBe('00123');
    expect(cellule('Remontée Cnaf', 'B2').value).toBe(652.9299999999999);
    expect(cellule('Remontée Cnaf', 'B4').value).toEqual({ formula: 'SUM(B2:B3)', result: 8341.93 });
    // Le nom rangé par Excel pour une fonction de complément ; voir formules.ts.
    expect(cellule('Remontée Cnaf', 'F4').value).toEqual({
      formula: '_xldudf_CLAS_PS_BAREME(B2,E2,D2,7885,2563)',
      result: 2563,
    });
    expect(cellule("L'aperçu", 'D4').value).toEqual({ formula: '1+0*LEN("CLAS.PS(")', result: 1 });
  });

  test('un texte qui ressemble à une formule ou à une erreur reste un texte', () => {
    const types = ['A2', 'B2', 'C2', 'D2', 'E2', 'F2']
      .map((a) => cellule("L'aperçu", a))
      .map((c) => [c.type, c.text, c.numFmt]);
    expect(types.slice(0, 4)).toEqual([
      [ExcelJS.ValueType.String, '=1+1', '@'],
      [ExcelJS.ValueType.String, '+33', '@'],
      [ExcelJS.ValueType.String, '-note', '@'],
      [ExcelJS.ValueType.String, '@moi', '@'],
    ]);
    expect(types.slice(4).map((t) => t[1])).toEqual(['#N/A', '#REF!']);
    expect(xml('xl/worksheets/sheet3.xml')).not.toContain('t="e"');
    expect(xml('xl/styles.xml')).not.toContain('quotePrefix');
  });

  test('formats des colonnes', () => {
    expect(['A2', 'B2', 'C2', 'D2', 'E2', 'B4', 'F4'].map((a) => cellule('Remontée Cnaf', a).numFmt)).toEqual(
      ['@', EUROS, 'dd/mm/yyyy', '0.0%', '0', EUROS, EUROS],
    );
    // exceljs ôte la barre inverse à la lecture ; le fichier la porte.
    expect(xml('xl/styles.xml')).toContain('formatCode="#,##0.00\\ &quot;€&quot;_-"');
  });

  test('chaque rôle a un contraste d’au moins 4,5', () => {
    for (const adresse of ['A1', 'B1', 'C1', 'D1', 'E1', 'F1', 'G1', 'H1', 'I1']) {
      const c = cellule("L'aperçu", adresse);
      const fond = c.fill?.type === 'pattern' ? (c.fill.fgColor?.argb ?? 'FFFFFFFF') : 'FFFFFFFF';
      expect(contraste(c.font?.color?.argb ?? 'FF000000', fond)).toBeGreaterThanOrEqual(4.5);
    }
    expect(cellule("L'aperçu", 'C1').font?.bold).toBe(true);
  });

  test('largeurs, volets figés, protection', () => {
    const feuille = relu.getWorksheet('Remontée Cnaf') as ExcelJS.Worksheet;
    expect([1, 2, 3, 4, 5, 6].map((n) => feuille.getColumn(n).width)).toEqual([14, 16, 12, 10, 9, 30]);
    expect(feuille.views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 1 });
    expect(cellule('Remontée Cnaf', 'F2').protection).toMatchObject({ locked: false });
    expect(cellule('Remontée Cnaf', 'F3').protection).toMatchObject({ locked: false });
    expect(cellule('Remontée Cnaf', 'A2').protection).toBeUndefined();
    expect(xml('xl/worksheets/sheet2.xml')).toContain(
      '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" autoFilter="0"/>',
    );
    expect(xml('xl/worksheets/sheet3.xml')).not.toContain('sheetProtection');
  });

  test('tableau et notes sur la même feuille', () => {
    const feuille = relu.getWorksheet('Remontée Cnaf') as ExcelJS.Worksheet;
    const tableau = feuille.getTable('TableRemontee') as unknown as {
      table: { tableRef: string; columns: { name: string }[] };
    };
    expect(tableau.table.tableRef).toBe('A1:F3');
    expect(tableau.table.columns.map((c) => c.name)).toEqual([
      'N° dossier',
      'Coût',
      'Date d’agrément',
      'Taux',
      'Collectifs',
      'Agrément',
    ]);
    const note = (adresse: string) => {
      const n = cellule('Remontée Cnaf', adresse).note as unknown as string | { texts: { text: string }[] };
      return typeof n === 'string' ? n : n.texts.map((t) => t.text).join('');
    };
    expect([note('B1'), note('F1')]).toEqual([AIDE, 'Avis du comité.']);
    const [legacy, tables] = [
      xml('xl/worksheets/sheet2.xml').indexOf('<legacyDrawing'),
      xml('xl/worksheets/sheet2.xml').indexOf('<tableParts'),
    ];
    expect(legacy > 0 && legacy < tables).toBe(true);
  });

  test('la boîte d’une note contient son texte', () => {
    const hauteurs = [...xml('xl/drawings/vmlDrawing2.vml').matchAll(/height:(\d+)pt/g)].map((m) =>
      Number(m[1]),
    );
    expect(hauteurs).toEqual([65, 26]);
    expect(xml('xl/drawings/vmlDrawing2.vml')).toContain('<x:Anchor>2,15,0,2,6,15,5,4</x:Anchor>');
  });

  test('validations', () => {
    const regle = (adresse: string) => cellule('Remontée Cnaf', adresse).dataValidation;
    const commun = { allowBlank: true, showInputMessage: true, showErrorMessage: true };
    expect(regle('F2')).toEqual({
      ...commun,
      type: 'list',
      formulae: ['Listes!$A$2:$A$4'],
      errorStyle: 'stop',
      promptTitle: 'Agrément',
      prompt: 'Choisissez dans la liste.',
      errorTitle: 'Agrément',
      error: 'Choisissez dans la liste.',
    });
    expect(regle('E3')).toMatchObject({
      ...commun,
      type: 'whole',
      operator: 'between',
      formulae: [0, 500],
      errorStyle: 'warning',
      errorTitle: 'Collectifs',
    });
    expect(regle('A2')).toMatchObject({ type: 'whole', operator: 'greaterThanOrEqual', formulae: [0] });
    expect(regle('B2')).toMatchObject({
      type: 'decimal',
      operator: 'greaterThanOrEqual',
      formulae: [0],
      errorStyle: 'stop',
    });
    expect(regle('C2')).toMatchObject({
      type: 'date',
      operator: 'between',
      errorTitle: 'x'.repeat(32),
      error: `${'y'.repeat(224)}…`,
    });
    expect(xml('xl/worksheets/sheet2.xml')).toContain('<formula1>44440</formula1><formula2>44804</formula2>');
  });

  test('impression : paysage, une page en largeur, en-têtes répétés, pied', () => {
    const feuille = relu.getWorksheet('Remontée Cnaf') as ExcelJS.Worksheet;
    expect(feuille.pageSetup).toMatchObject({
      orientation: 'landscape',
      paperSize: 9,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
    });
    expect(feuille.headerFooter.oddFooter).toBe('&LCaf du Loiret && Cnaf&RPage &P sur &N');
    expect(xml('xl/workbook.xml')).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="1">'Remontée Cnaf'!$1:$1</definedName>`,
    );
    expect(xml('xl/workbook.xml')).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="2">'L''aperçu'!$1:$1</definedName>`,
    );
  });
});

function luminance(argb: string): number {
  const [r = 0, v = 0, b = 0] = [2, 4, 6]
    .map((i) => parseInt(argb.slice(i, i + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * v + 0.0722 * b;
}

function contraste(texte: string, fond: string): number {
  const [clair = 0, sombre = 0] = [luminance(texte), luminance(fond)].sort((a, b) => b - a);
  return (clair + 0.05) / (sombre + 0.05);
}
