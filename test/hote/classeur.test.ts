import { ouvrirHote, type ExcelOuvert } from '../../outils/excel';

describe('Le classeur', () => {
  let ouvert: ExcelOuvert;

  beforeEach(async () => {
    ouvert = await ouvrirHote({
      feuilles: [
        {
          nom: 'Projets',
          lignes: [
            ['Code', 'Nom'],
            ['a', 'Alpha'],
            ['b', 'Bêta'],
          ],
        },
        { nom: 'Paramètres', lignes: [] },
      ],
    });
  });
  afterEach(() => ouvert.fermer());

  it('énumère, ajoute, renomme, déplace, masque et supprime des feuilles', async () => {
    await Excel.run(async (contexte) => {
      const feuilles = contexte.workbook.worksheets;
      const nouvelle = feuilles.add('Calculs');
      await contexte.sync();
      nouvelle.name = 'Anomalies';
      nouvelle.position = 0;
      nouvelle.tabColor = '#ff0000';
      nouvelle.showGridlines = false;
      nouvelle.visibility = 'Hidden';
      feuilles.load('items/name,items/visibility');
      nouvelle.load('tabColor,showGridlines,position');
      await contexte.sync();
      expect(feuilles.items.map(({ name, visibility }) => [name, visibility])).toEqual([
        ['Anomalies', 'Hidden'],
        ['Projets', 'Visible'],
        ['Paramètres', 'Visible'],
      ]);
      expect([nouvelle.tabColor, nouvelle.showGridlines, nouvelle.position]).toEqual(['#FF0000', false, 0]);
      nouvelle.delete();
      const reste = feuilles.getCount();
      const absente = feuilles.getItemOrNullObject('Anomalies');
      await contexte.sync();
      expect([reste.value, absente.isNullObject]).toEqual([2, true]);
    });
  });

  it('répond ItemNotFound pour une feuille absente, ItemAlreadyExists pour un nom pris', async () => {
    await expect(
      Excel.run(async (contexte) => {
        contexte.workbook.worksheets.getItem('Rien').load('name');
        await contexte.sync();
      }),
    ).rejects.toMatchObject({ code: 'ItemNotFound' });
    await expect(
      Excel.run(async (contexte) => {
        contexte.workbook.worksheets.add('projets');
        await contexte.sync();
      }),
    ).rejects.toMatchObject({ code: 'ItemAlreadyExists' });
  });

  it('ignore en silence les écritures sur un objet nul, comme le vrai Excel', async () => {
    await Excel.run(async (contexte) => {
      const absente = contexte.workbook.worksheets.getItemOrNullObject('Rien');
      absente.getRange('A1').values = [[1]];
      absente.tabColor = '#000000';
      await contexte.sync();
      expect(absente.isNullObject).toBe(true);
    });
  });

  it('lève PropertyNotLoaded, authentique, pour une propriété non chargée', async () => {
    await Excel.run((contexte) => {
      const plage = contexte.workbook.worksheets.getItem('Projets').getRange('A1');
      expect(() => plage.values).toThrow(expect.objectContaining({ code: 'PropertyNotLoaded' }));
      return Promise.resolve();
    });
  });

  it('lève InvalidObjectPath hors de Excel.run, et garde une plage suivie', async () => {
    let perdue: Excel.Range | undefined;
    let gardee: Excel.Range | undefined;
    await Excel.run(async (contexte) => {
      perdue = contexte.workbook.getSelectedRange();
      gardee = contexte.workbook.worksheets.getItem('Projets').getRange('A2');
      contexte.trackedObjects.add(gardee);
      perdue.load('address');
      await contexte.sync();
    });
    const encore = gardee as Excel.Range;
    encore.load('values');
    await encore.context.sync();
    expect(encore.values).toEqual([['a']]);
    expect(() => (perdue as Excel.Range).load('values')).toThrow(
      expect.objectContaining({ code: 'InvalidObjectPath' }),
    );
  });

  it('crée un tableau, le nomme, l’étend, et lit ses colonnes', async () => {
    await Excel.run(async (contexte) => {
      const feuille = contexte.workbook.worksheets.getItem('Projets');
      const tableau = feuille.tables.add('A1:B3', true);
      tableau.name = 'TableProjets';
      tableau.style = 'TableStyleLight9';
      tableau.rows.add(undefined, [['c', 'Gamma']]);
      await contexte.sync();
      const memes = contexte.workbook.tables.getItem('tableprojets');
      memes.columns.load('items/name,items/id');
      const colonne = memes.columns.getItem('nom').getDataBodyRange().load('values');
      const entier = memes.getRange().load('address');
      const entete = memes.getHeaderRowRange().load('values');
      memes.load('name,style');
      await contexte.sync();
      expect(memes.columns.items.map(({ name }) => name)).toEqual(['Code', 'Nom']);
      expect(colonne.values).toEqual([['Alpha'], ['Bêta'], ['Gamma']]);
      expect([entier.address, memes.style]).toEqual(['Projets!A1:B4', 'TableStyleLight9']);
      expect(entete.values).toEqual([['Code', 'Nom']]);
      memes.delete();
      await contexte.sync();
    });
    expect(ouvert.hote.classeur.tableaux).toEqual([]);
  });

  it('définit des noms et les suit', async () => {
    await Excel.run(async (contexte) => {
      const feuille = contexte.workbook.worksheets.getItem('Projets');
      contexte.workbook.names.add('Codes', feuille.getRange('A2:A3'));
      const nom = contexte.workbook.names.getItem('codes').load('formula,type');
      const plage = nom.getRange().load('values');
      const absent = contexte.workbook.names.getItemOrNullObject('rien');
      await contexte.sync();
      expect([nom.formula, nom.type]).toEqual(['=Projets!$A$2:$A$3', 'Range']);
      expect(plage.values).toEqual([['a'], ['b']]);
      expect(absent.isNullObject).toBe(true);
    });
  });

  it('garde les réglages du document par les deux portes', async () => {
    await Excel.run(async (contexte) => {
      contexte.workbook.settings.add('clas.colonnes', { Projets: ['Code'] });
      const reglage = contexte.workbook.settings.getItem('clas.colonnes').load('value');
      await contexte.sync();
      expect(reglage.value).toEqual({ Projets: ['Code'] });
    });
    Office.context.document.settings.set('clas.annee', 2021);
    const statut = await new Promise((r) =>
      Office.context.document.settings.saveAsync(({ status }) => r(status)),
    );
    expect(statut).toBe('succeeded');
    expect(ouvert.hote.classeur.reglages.get('clas.annee')).toBe('2021');
  });

  it('fige les volets, met en page et annonce le mode de calcul', async () => {
    await Excel.run(async (contexte) => {
      const feuille = contexte.workbook.worksheets.getItem('Projets');
      feuille.freezePanes.freezeRows(1);
      feuille.pageLayout.orientation = 'Landscape';
      feuille.pageLayout.zoom = { horizontalFitToPages: 1 };
      feuille.pageLayout.setPrintTitleRows('$1:$1');
      const figee = feuille.freezePanes.getLocationOrNullObject().load('address');
      const titres = feuille.pageLayout.getPrintTitleRowsOrNullObject().load('address');
      feuille.pageLayout.load('orientation,zoom');
      contexte.application.load('calculationMode');
      contexte.application.suspendApiCalculationUntilNextSync();
      await contexte.sync();
      expect([figee.address, titres.address]).toEqual(['Projets!1:1', 'Projets!1:1']);
      expect([feuille.pageLayout.orientation, feuille.pageLayout.zoom]).toEqual([
        'Landscape',
        { horizontalFitToPages: 1 },
      ]);
      expect(contexte.application.calculationMode).toBe('Automatic');
    });
  });

  it('sélectionne, active, et rend la cellule active', async () => {
    await Excel.run(async (contexte) => {
      contexte.workbook.worksheets.getItem('Paramètres').getRange('B2:C4').select();
      const selection = contexte.workbook.getSelectedRange().load('address');
      const cellule = contexte.workbook.getActiveCell().load('address');
      const active = contexte.workbook.worksheets.getActiveWorksheet().load('name');
      await contexte.sync();
      expect([selection.address, cellule.address, active.name]).toEqual([
        'Paramètres!B2:C4',
        'Paramètres!B2',
        'Paramètres',
      ]);
    });
  });

  it('pose des mises en forme conditionnelles et les retire', async () => {
    await Excel.run(async (contexte) => {
      const plage = contexte.workbook.worksheets.getItem('Projets').getRange('A2:B3');
      const mise = plage.conditionalFormats.add('Custom');
      mise.custom.rule.formula = '=$A2="b"';
      mise.custom.format.fill.color = '#FFC7CE';
      mise.load('type,custom/rule/formula');
      await contexte.sync();
      expect([mise.type, mise.custom.rule.formula]).toEqual(['Custom', '=$A2="b"']);
      plage.conditionalFormats.clearAll();
      const reste = plage.conditionalFormats.getCount();
      await contexte.sync();
      expect(reste.value).toBe(0);
    });
  });

  it('garde le classeur que le complément ouvre par createWorkbook', async () => {
    await Excel.createWorkbook('UEsDBA==');
    expect(ouvert.hote.classeur.classeursCrees).toEqual(['UEsDBA==']);
  });
});
