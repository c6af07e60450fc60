import { ouvrirHote, type ExcelOuvert } from '../../outils/excel';

describe('Événements', () => {
  let ouvert: ExcelOuvert;
  beforeEach(async () => {
    ouvert = await ouvrirHote({
      feuilles: [
        { nom: 'Projets', lignes: [['Coût'], [10], [20]] },
        { nom: 'Autre', lignes: [] },
      ],
    });
  });
  afterEach(() => ouvert.fermer());

  it('dit la modification de l’agent, avec le détail d’une cellule', async () => {
    const recus: Excel.WorksheetChangedEventArgs[] = [];
    await Excel.run(async (contexte) => {
      contexte.workbook.worksheets
        .getItem('Projets')
        .onChanged.add((args) => Promise.resolve(void recus.push(args)));
      await contexte.sync();
    });
    await ouvert.hote.saisir('Projets!A2', '12,5');
    await ouvert.hote.saisir('Autre!A1', 'ailleurs');
    expect(recus).toHaveLength(1);
    expect(recus[0]).toMatchObject({
      type: 'WorksheetChanged',
      address: 'A2',
      changeType: 'RangeEdited',
      source: 'Local',
      triggerSource: 'Unknown',
      details: { valueBefore: 10, valueAfter: 12.5, valueTypeBefore: 'Double', valueTypeAfter: 'Double' },
    });
    await Excel.run(async (contexte) => {
      const plage = (recus[0] as Excel.WorksheetChangedEventArgs).getRange(contexte).load('values');
      await contexte.sync();
      expect(plage.values).toEqual([[12.5]]);
    });
  });

  it.each([
    ['RowInserted', { ligne: 2, colonne: 0, lignes: 2, colonnes: 16_384 }, '3:4'],
    ['RowDeleted', { ligne: 2, colonne: 0, lignes: 1, colonnes: 16_384 }, '3:3'],
    ['ColumnInserted', { ligne: 0, colonne: 1, lignes: 1_048_576, colonnes: 1 }, 'B:B'],
    ['ColumnDeleted', { ligne: 0, colonne: 1, lignes: 1_048_576, colonnes: 1 }, 'B:B'],
  ] as const)('dit les lignes et colonnes déplacées : %s', async (changement, rect, attendue) => {
    const recus: Excel.WorksheetChangedEventArgs[] = [];
    await Excel.run(async (contexte) => {
      contexte.workbook.worksheets.onChanged.add((args) => Promise.resolve(void recus.push(args)));
      await contexte.sync();
    });
    ouvert.hote.classeur.deplacementVu({ feuille: ouvert.hote.feuille('Projets'), rect }, changement);
    await ouvert.hote.actualiser();
    expect(recus.map(({ changeType, address }) => [changeType, address])).toEqual([[changement, attendue]]);
    expect(recus[0]?.details).toBeUndefined();
  });

  it('dit aussi les modifications du complément, jusqu’au retrait de l’écouteur', async () => {
    const recus: string[] = [];
    const ecouteur = await Excel.run(async (contexte) => {
      const pris = contexte.workbook.worksheets.onChanged.add(({ address, triggerSource }) =>
        Promise.resolve(void recus.push(`${address} ${triggerSource}`)),
      );
      await contexte.sync();
      return pris;
    });
    const ecrire = (adresse: string): Promise<void> =>
      Excel.run(async (contexte) => {
        contexte.workbook.worksheets.getItem('Projets').getRange(adresse).values = [['x']];
        await contexte.sync();
      });
    await ecrire('B2');
    await Excel.run(ecouteur.context, async (contexte) => {
      ecouteur.remove();
      await contexte.sync();
    });
    await ecrire('B3');
    expect(recus).toEqual(['B2 ThisLocalAddin']);
  });

  it('se tait quand le complément coupe les événements', async () => {
    const recus: string[] = [];
    await Excel.run(async (contexte) => {
      contexte.workbook.worksheets
        .getItem('Projets')
        .onChanged.add(({ address }) => Promise.resolve(void recus.push(address)));
      contexte.runtime.enableEvents = false;
      await contexte.sync();
    });
    await ouvert.hote.saisir('Projets!A2', 1);
    expect(recus).toEqual([]);
  });

  it('suit la sélection, l’activation et l’ajout de feuilles', async () => {
    const recus: string[] = [];
    const noter = (texte: string): Promise<void> => Promise.resolve(void recus.push(texte));
    await Excel.run(async (contexte) => {
      const { worksheets } = contexte.workbook;
      worksheets.getItem('Projets').onSelectionChanged.add(({ address }) => noter(`sélection ${address}`));
      worksheets.onActivated.add(() => noter('activation'));
      worksheets.onAdded.add(({ source }) => noter(`ajout ${source}`));
      contexte.workbook.onSelectionChanged.add(() => noter('classeur'));
      await contexte.sync();
    });
    ouvert.hote.selectionner('Projets!B3');
    ouvert.hote.selectionner('Autre!A1');
    await Excel.run(async (contexte) => {
      contexte.workbook.worksheets.add('Anomalies');
      await contexte.sync();
    });
    expect(recus.sort()).toEqual(['activation', 'ajout Local', 'classeur', 'classeur', 'sélection B3']);
  });

  it('reçoit une commande du ruban', async () => {
    const recus: string[] = [];
    Office.actions.associate('verifier', (evenement: Office.AddinCommands.Event) => {
      recus.push(evenement.source.id);
      evenement.completed();
    });
    await ouvert.hote.commande('verifier');
    expect(recus).toEqual(['verifier']);
  });

  it('cache et montre le volet à la demande du complément', async () => {
    await Office.addin.hide();
    expect(ouvert.hote.volet).toBe('Hidden');
    await Office.addin.showAsTaskpane();
    expect(ouvert.hote.volet).toBe('Visible');
  });

  it('dit un tri et des lignes masquées, chacun par son événement', async () => {
    const recus: unknown[] = [];
    await Excel.run(async (contexte) => {
      const { worksheets } = contexte.workbook;
      worksheets.onRowSorted.add(({ type, address }) => Promise.resolve(void recus.push([type, address])));
      worksheets.onRowHiddenChanged.add(({ type, address, changeType }) =>
        Promise.resolve(void recus.push([type, address, changeType])),
      );
      await contexte.sync();
      const plage = worksheets.getItem('Projets').getRange('A2:A3');
      plage.sort.apply([{ key: 0, ascending: false }]);
      plage.rowHidden = true;
      plage.rowHidden = true;
      await contexte.sync();
      plage.rowHidden = false;
      await contexte.sync();
    });
    expect(recus).toEqual([
      ['WorksheetRowSorted', 'A2:A3'],
      ['WorksheetRowHiddenChanged', '2:3', 'Hidden'],
      ['WorksheetRowHiddenChanged', '2:3', 'Unhidden'],
    ]);
  });
});
