/** Un classeur qui porte tout ce que l'atelier promet de garder, écrit par une autre bibliothèque. */
import ExcelJS from 'exceljs';

const EURO = '#,##0.00\\ "€"';

export async function classeurComplet(chemin: string): Promise<void> {
  const classeur = new ExcelJS.Workbook();
  const projets = classeur.addWorksheet('Projets', {
    views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }],
    properties: { tabColor: { argb: 'FF1F4E79' } },
  });
  projets.addTable({
    name: 'tblProjets',
    ref: 'A1',
    headerRow: true,
    style: { theme: 'TableStyleMedium4', showRowStripes: true },
    columns: [{ name: 'N° dossier' }, { name: 'Coût' }, { name: 'Agrément' }, { name: 'Date' }],
    rows: [
      ['D-1', 24000.5, 'favorable', new Date(Date.UTC(2021, 8, 15))],
      ['D-2', 12000, 'refusé', new Date(Date.UTC(2021, 9, 1))],
    ],
  });
  projets.getColumn(1).width = 22.5;
  projets.getColumn(2).numFmt = EURO;
  projets.getColumn(4).numFmt = 'dd/mm/yyyy';
  projets.getColumn(6).hidden = true;
  projets.getRow(1).height = 33;
  projets.getRow(9).hidden = true;
  projets.getCell('B5').value = { formula: 'SUM(B2:B3)', result: 36000.5 };
  projets.getCell('A5').value = 'Total';
  projets.getCell('A5').style = {
    font: { bold: true, italic: true, size: 14, name: 'Arial', color: { argb: 'FFB00020' } },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF4CE' } },
    alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
    border: { top: { style: 'thin', color: { argb: 'FF404040' } }, bottom: { style: 'double' } },
    protection: { locked: false },
  };
  projets.mergeCells('A7:C8');
  projets.getCell('A7').value = 'Fusionnée';
  for (let ligne = 2; ligne <= 40; ligne += 1) {
    projets.getCell(ligne, 3).dataValidation = {
      type: 'list',
      formulae: ['Listes!$A$1:$A$3'],
      allowBlank: true,
      showErrorMessage: true,
      errorTitle: 'Agrément',
      error: 'Choisir dans la liste.',
    };
    projets.getCell(ligne, 2).dataValidation = {
      type: 'decimal',
      operator: 'greaterThanOrEqual',
      formulae: [0],
      showInputMessage: true,
      promptTitle: 'Coût',
      prompt: 'En euros.',
    };
  }
  projets.addConditionalFormatting({
    ref: 'B2:B3',
    rules: [
      {
        type: 'cellIs',
        operator: 'greaterThan',
        formulae: [20000],
        priority: 1,
        style: { font: { bold: true } },
      },
    ],
  });

  const notes = classeur.addWorksheet('Notes');
  notes.getCell('B2').value = 'à relire';
  notes.getCell('B2').note = 'Vu avec le gestionnaire le 3 mai.';
  notes.getCell('B3').value = { text: 'caf.fr', hyperlink: 'https://www.caf.fr/' };
  notes.getCell('B4').value = { error: '#N/A' };
  notes.getCell('B5').value = true;
  notes.getCell('B6').value = '007';
  notes.pageSetup = { orientation: 'landscape', printTitlesRow: '1:1', printArea: 'A1:C20' };

  const listes = classeur.addWorksheet('Listes', { state: 'hidden' });
  ['favorable', 'refusé', 'en attente'].forEach((texte, i) => (listes.getCell(i + 1, 1).value = texte));
  classeur.addWorksheet('Coulisses', { state: 'veryHidden' }).getCell('A1').value = 1;
  classeur.definedNames.add('Projets!$B$2:$B$3', 'Couts');
  await classeur.xlsx.writeFile(chemin);
}
