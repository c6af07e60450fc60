import { ouvrirHote, type ExcelOuvert } from '../../outils/excel';

describe('Lire et écrire des plages', () => {
  let ouvert: ExcelOuvert;

  beforeEach(async () => {
    ouvert = await ouvrirHote({
      feuilles: [
        {
          nom: 'Projets',
          lignes: [
            ['N° dossier', 'Coût'],
            ['D-1', 12.5],
            ['D-2', null],
          ],
        },
        { nom: 'Bonus versés', lignes: [] },
      ],
    });
  });
  afterEach(() => ouvert.fermer());

  it('rend valeurs, types, textes et adresse de l’étendue utilisée', async () => {
    await Excel.run(async (contexte) => {
      const plage = contexte.workbook.worksheets.getItem('projets').getUsedRangeOrNullObject(true);
      plage.load({
        address: true,
        values: true,
        valueTypes: true,
        text: true,
        rowIndex: true,
        columnCount: true,
      });
      await contexte.sync();
      expect(plage.isNullObject).toBe(false);
      expect(plage.address).toBe('Projets!A1:B3');
      expect(plage.values).toEqual([
        ['N° dossier', 'Coût'],
        ['D-1', 12.5],
        ['D-2', ''],
      ]);
      expect(plage.valueTypes[2]).toEqual(['String', 'Empty']);
      expect(plage.text[1]).toEqual(['D-1', '12,5']);
      expect([plage.rowIndex, plage.columnCount]).toEqual([0, 2]);
    });
  });

  it('cite entre apostrophes le nom d’une feuille à espaces', async () => {
    await Excel.run(async (contexte) => {
      const plage = contexte.workbook.worksheets.getItem('Bonus versés').getRange('C4').load('address');
      await contexte.sync();
      expect(plage.address).toBe("'Bonus versés'!C4");
    });
  });

  it('écrit comme au clavier : le texte « 007 » devient 7, sauf au format Texte', async () => {
    await Excel.run(async (contexte) => {
      const feuille = contexte.workbook.worksheets.getItem('Bonus versés');
      feuille.getRange('B1:B2').numberFormat = [['@'], ['General']];
      feuille.getRange('A1:B1').values = [['007', '007']];
      feuille.getRange('A2:B2').values = [["'007", '2021-09-01']];
      const plage = feuille.getRange('A1:B2').load('values,text,numberFormat');
      await contexte.sync();
      expect(plage.values).toEqual([
        [7, '007'],
        ['007', 44440],
      ]);
      expect(plage.text).toEqual([
        ['7', '007'],
        ['007', '01/09/2021'],
      ]);
      expect(plage.numberFormat).toEqual([
        ['General', '@'],
        ['General', 'm/d/yyyy'],
      ]);
    });
  });

  it('laisse une cellule où l’on écrit null, vide celle où l’on écrit ""', async () => {
    await Excel.run(async (contexte) => {
      const plage = contexte.workbook.worksheets.getItem('Projets').getRange('A2:B2');
      plage.values = [['', null]] as unknown[][];
      plage.load('values');
      await contexte.sync();
      expect(plage.values).toEqual([['', 12.5]]);
    });
  });

  it('refuse un tableau qui n’a pas les dimensions de la plage', async () => {
    await expect(
      Excel.run(async (contexte) => {
        contexte.workbook.worksheets.getItem('Projets').getRange('A1:B2').values = [[1, 2]];
        await contexte.sync();
      }),
    ).rejects.toMatchObject({ code: 'InvalidArgument', debugInfo: { errorLocation: 'Range.values' } });
  });

  it('rend null pour les valeurs d’une colonne entière, sans erreur', async () => {
    await Excel.run(async (contexte) => {
      const plage = contexte.workbook.worksheets
        .getItem('Projets')
        .getRange('A:B')
        .load('values,address,isEntireColumn');
      await contexte.sync();
      expect(plage.values).toBeNull();
      expect([plage.address, plage.isEntireColumn]).toEqual(['Projets!A:B', true]);
    });
  });

  it('compose les plages : cellule, ligne, décalage, redimensionnement, union, intersection', async () => {
    await Excel.run(async (contexte) => {
      const feuille = contexte.workbook.worksheets.getItem('Projets');
      const base = feuille.getRange('B2:C4');
      const plages = [
        base.getCell(1, 1),
        base.getRow(2),
        base.getColumn(0),
        base.getOffsetRange(-1, 1),
        base.getResizedRange(2, -1),
        base.getBoundingRect('E1'),
        base.getIntersection('C1:Z2'),
        base.getLastCell(),
        base.getEntireRow(),
        feuille.getRangeByIndexes(4, 0, 2, 3),
        feuille.getCell(9, 2),
      ];
      for (const plage of plages) plage.load('address');
      const vide = base.getIntersectionOrNullObject('Z9');
      await contexte.sync();
      expect(plages.map(({ address }) => address.replace('Projets!', ''))).toEqual([
        'C3',
        'B4:C4',
        'B2:B4',
        'C1:D3',
        'B2:B6',
        'B1:E4',
        'C2',
        'C4',
        '2:4',
        'A5:C6',
        'C10',
      ]);
      expect(vide.isNullObject).toBe(true);
    });
  });

  it('peint et relit les formats, null quand ils varient', async () => {
    await Excel.run(async (contexte) => {
      const feuille = contexte.workbook.worksheets.getItem('Projets');
      const entete = feuille.getRange('A1:B1');
      entete.format.fill.color = '#c00000';
      entete.format.font.bold = true;
      entete.format.columnWidth = 120;
      entete.format.borders.getItem('EdgeBottom').style = 'Continuous';
      const tout = feuille.getRange('A1:B3');
      entete.load('format/fill/color,format/font/bold,format/columnWidth');
      tout.load('format/fill/color,format/columnWidth');
      await contexte.sync();
      expect([entete.format.fill.color, entete.format.font.bold, entete.format.columnWidth]).toEqual([
        '#C00000',
        true,
        120,
      ]);
      expect([tout.format.fill.color, tout.format.columnWidth]).toEqual([null, 120]);
      entete.clear('Formats');
      entete.load('format/fill/color');
      await contexte.sync();
      expect(entete.format.fill.color).toBe('#FFFFFF');
    });
  });

  it('masque des lignes et les dit une par une', async () => {
    await Excel.run(async (contexte) => {
      const feuille = contexte.workbook.worksheets.getItem('Projets');
      feuille.getRange('2:2').rowHidden = true;
      const plage = feuille.getRange('A1:A3').load('rowHidden');
      const lignes = plage.getRowProperties({ rowHidden: true });
      await contexte.sync();
      expect(plage.rowHidden).toBeNull();
      expect(lignes.value.map(({ rowHidden }) => rowHidden)).toEqual([false, true, false]);
    });
  });

  it('écrit 5 000 lignes de 20 colonnes en un aller-retour, sans rien perdre', async () => {
    const valeurs = Array.from({ length: 5_000 }, (_, i) => Array.from({ length: 20 }, (_, j) => i * 20 + j));
    const trajets = await ouvert.hote.pendant(() =>
      Excel.run(async (contexte) => {
        contexte.workbook.worksheets.getItem('Bonus versés').getRange('A1:T5000').values = valeurs;
        await contexte.sync();
      }),
    );
    expect(trajets).toHaveLength(1);
    expect(ouvert.hote.lire("'Bonus versés'!A1:T5000").map((l) => l.map(({ valeur }) => valeur))).toEqual(
      valeurs,
    );
  });

  it('valide une colonne par une liste, et dit quand la plage est partagée', async () => {
    await Excel.run(async (contexte) => {
      const feuille = contexte.workbook.worksheets.getItem('Projets');
      const plage = feuille.getRange('C2:C100');
      plage.dataValidation.rule = { list: { inCellDropDown: true, source: 'oui,non' } };
      plage.dataValidation.prompt = { message: 'oui ou non', showPrompt: true, title: 'Rural' };
      plage.load('dataValidation/type,dataValidation/rule,dataValidation/prompt');
      const large = feuille.getRange('C1:C100').load('dataValidation/type');
      await contexte.sync();
      expect(plage.dataValidation.type).toBe('List');
      expect(plage.dataValidation.rule.list).toEqual({ inCellDropDown: true, source: 'oui,non' });
      expect(plage.dataValidation.prompt.title).toBe('Rural');
      expect(large.dataValidation.type).toBe('Inconsistent');
    });
  });

  it('refuse d’écrire sur une feuille protégée, sauf cellules déverrouillées', async () => {
    const ecrire = (adresse: string): Promise<void> =>
      Excel.run(async (contexte) => {
        contexte.workbook.worksheets.getItem('Projets').getRange(adresse).values = [['x']];
        await contexte.sync();
      });
    await Excel.run(async (contexte) => {
      const feuille = contexte.workbook.worksheets.getItem('Projets');
      feuille.getRange('B3').format.protection.locked = false;
      feuille.protection.protect({ allowFormatCells: false });
      feuille.protection.load('protected');
      await contexte.sync();
      expect(feuille.protection.protected).toBe(true);
    });
    await expect(ecrire('A3')).rejects.toMatchObject({ code: 'AccessDenied' });
    await ecrire('B3');
    // une mise en forme, elle, se refuse jusque dans les cellules déverrouillées
    const teindre = Excel.run(async (contexte) => {
      contexte.workbook.worksheets.getItem('Projets').getRange('B3').format.fill.color = '#FF0000';
      await contexte.sync();
    });
    await expect(teindre).rejects.toMatchObject({ code: 'AccessDenied' });
    expect(ouvert.hote.lire('Projets!A3:B3')[0]?.map(({ valeur }) => valeur)).toEqual(['D-2', 'x']);
  });
});
