import { ouvrirHote, type ExcelOuvert } from '../../outils/excel';

const LIGNES = [
  ['Public', 'Accordés', 'Versés'],
  ['EAJE', 3, 2],
  ['ALSH', 5, 4],
  ['RPE', 1, 0],
];

describe('Les graphiques', () => {
  let ouvert: ExcelOuvert;
  beforeEach(async () => {
    ouvert = await ouvrirHote({
      feuilles: [
        { nom: 'Bilan', lignes: LIGNES },
        { nom: 'Autre', lignes: [['a']] },
      ],
    });
  });
  afterEach(() => ouvert.fermer());

  const bilan = (contexte: Excel.RequestContext): Excel.Worksheet =>
    contexte.workbook.worksheets.getItem('Bilan');

  it('un graphique : ses séries, ses catégories et ses noms viennent de la plage', async () => {
    await Excel.run(async (contexte) => {
      const graphique = bilan(contexte).charts.add(
        'ColumnClustered',
        bilan(contexte).getRange('A1:C4'),
        'Columns',
      );
      graphique.name = 'Bonus par public';
      graphique.title.text = 'Bonus';
      graphique.axes.valueAxis.title.text = 'Euros';
      graphique.axes.valueAxis.title.visible = true;
      graphique.legend.position = 'Right';
      graphique.series.load('items/name,items/chartType');
      graphique.load('name,chartType,title/text,axes/valueAxis/title/text,legend/position');
      await contexte.sync();
      expect([graphique.name, graphique.chartType, graphique.title.text]).toEqual([
        'Bonus par public',
        'ColumnClustered',
        'Bonus',
      ]);
      expect([graphique.axes.valueAxis.title.text, graphique.legend.position]).toEqual(['Euros', 'Right']);
      expect(graphique.series.items.map(({ name }) => name)).toEqual(['Accordés', 'Versés']);
      const valeurs = graphique.series.getItemAt(1).getDimensionValues('Values');
      const categories = graphique.series.getItemAt(1).getDimensionValues('Categories');
      await contexte.sync();
      expect([valeurs.value, categories.value]).toEqual([
        ['2', '4', '0'],
        ['EAJE', 'ALSH', 'RPE'],
      ]);
    });
  });

  it('sans sens demandé, le plus long côté porte les catégories ; une série seule donne le titre', async () => {
    await Excel.run(async (contexte) => {
      const haute = bilan(contexte).charts.add('Pie', bilan(contexte).getRange('A1:B4'));
      const large = bilan(contexte).charts.add('Line', bilan(contexte).getRange('A1:C2'), 'Auto');
      haute.load('series/count,title/text,name');
      large.load('series/count,title/text,name');
      await contexte.sync();
      expect([haute.series.count, haute.title.text, haute.name]).toEqual([1, 'Accordés', 'Graphique 1']);
      expect([large.series.count, large.title.text, large.name]).toEqual([1, 'EAJE', 'Graphique 2']);
    });
  });

  it('se pose sur des cellules : le cadre couvre de la première à la dernière', async () => {
    await Excel.run(async (contexte) => {
      bilan(contexte).getRange('B:B').format.columnWidth = 100;
      bilan(contexte).getRange('1:1').format.rowHeight = 20;
      const graphique = bilan(contexte).charts.add('BarClustered', bilan(contexte).getRange('A1:B4'));
      graphique.setPosition('B3', 'D6');
      graphique.load('left,top,width,height');
      await contexte.sync();
      expect([graphique.left, graphique.top, graphique.width, graphique.height]).toEqual([48, 35, 196, 60]);
      graphique.setPosition(bilan(contexte).getRange('A1'));
      graphique.load('left,top,width,height');
      await contexte.sync();
      expect([graphique.left, graphique.top, graphique.width, graphique.height]).toEqual([0, 0, 196, 60]);
    });
  });

  it('se retrouve par son nom, disparaît quand on le supprime, et part avec sa feuille', async () => {
    await Excel.run(async (contexte) => {
      const { charts } = bilan(contexte);
      charts.add('Pie', bilan(contexte).getRange('A1:B4')).name = 'Parts';
      const trouve = charts.getItemOrNullObject('Parts').load('id');
      const absent = charts.getItemOrNullObject('parts introuvables').load('id');
      charts.load('items/name,count');
      await contexte.sync();
      expect([trouve.isNullObject, absent.isNullObject]).toEqual([false, true]);
      expect([charts.items.map(({ name }) => name), charts.count]).toEqual([['Parts'], 1]);
      trouve.delete();
      const nombre = charts.getCount();
      await contexte.sync();
      expect(nombre.value).toBe(0);
      absent.delete();
      await contexte.sync();
    });
    await expect(
      Excel.run(async (contexte) => {
        bilan(contexte).charts.getItem('Parts').load('name');
        await contexte.sync();
      }),
    ).rejects.toMatchObject({ code: 'ItemNotFound' });
  });

  it('garde chaque réglage, et ses données peuvent changer', async () => {
    await Excel.run(async (contexte) => {
      const graphique = bilan(contexte).charts.add('Pie', bilan(contexte).getRange('A1:B4'));
      const serie = graphique.series.getItemAt(0);
      graphique.dataLabels.showPercentage = true;
      graphique.axes.categoryAxis.visible = false;
      graphique.axes.valueAxis.majorUnit = 1000;
      graphique.axes.valueAxis.majorGridlines.visible = true;
      serie.gapWidth = 50;
      serie.hasDataLabels = true;
      graphique.load(
        'dataLabels/showPercentage,dataLabels/showValue,dataLabels/showCategoryName,axes/categoryAxis/visible,axes/valueAxis/majorUnit,axes/valueAxis/majorGridlines/visible',
      );
      serie.load('gapWidth,hasDataLabels,name');
      await contexte.sync();
      const { dataLabels, axes } = graphique;
      expect([dataLabels.showPercentage, dataLabels.showValue, dataLabels.showCategoryName]).toEqual([
        true,
        false,
        false,
      ]);
      expect([axes.categoryAxis.visible, axes.valueAxis.majorUnit]).toEqual([false, 1000]);
      expect([axes.valueAxis.majorGridlines.visible, serie.gapWidth, serie.hasDataLabels]).toEqual([
        true,
        50,
        true,
      ]);
      graphique.setData(bilan(contexte).getRange('A1:C4'), 'Columns');
      graphique.load('series/count');
      await contexte.sync();
      expect(graphique.series.count).toBe(2);
    });
  });

  it('une série s’ajoute, prend ses valeurs ailleurs et sa couleur', async () => {
    await Excel.run(async (contexte) => {
      const graphique = bilan(contexte).charts.add(
        'ColumnStacked',
        bilan(contexte).getRange('A1:B4'),
        'Columns',
      );
      const ajoutee = graphique.series.add('Réalisé');
      ajoutee.setValues(bilan(contexte).getRange('C2:C4'));
      ajoutee.setXAxisValues(bilan(contexte).getRange('A2:A4'));
      ajoutee.format.fill.setSolidColor('#1f6f54');
      const valeurs = ajoutee.getDimensionValues('Values');
      ajoutee.load('name');
      await contexte.sync();
      expect([ajoutee.name, valeurs.value]).toEqual(['Réalisé', ['2', '4', '0']]);
      const [, serie] = ouvert.hote.feuille('Bilan').graphiques[0]?.series ?? [];
      expect(serie?.proprietes.get('format.fill.couleur')).toBe('#1F6F54');
    });
  });

  it('refuse ce qu’Excel refuse : genre inconnu, réglage d’un autre type, feuille protégée', async () => {
    const refus = (geste: (contexte: Excel.RequestContext) => void): Promise<unknown> =>
      Excel.run(async (contexte) => {
        geste(contexte);
        await contexte.sync();
      }).catch((erreur: unknown) => (erreur as { code?: string }).code);
    const ajouter = (contexte: Excel.RequestContext, type: string): Excel.Chart =>
      bilan(contexte).charts.add(type as 'Pie', bilan(contexte).getRange('A1:B4'));
    expect(await refus((contexte) => ajouter(contexte, 'Camembert'))).toBe('InvalidArgument');
    expect(await refus((contexte) => (ajouter(contexte, 'Pie').title.visible = 'oui' as never))).toBe(
      'InvalidArgument',
    );
    expect(
      await refus((contexte) =>
        ajouter(contexte, 'Pie').setPosition(contexte.workbook.worksheets.getItem('Autre').getRange('A1')),
      ),
    ).toBe('InvalidArgument');
    expect(
      await refus((contexte) => {
        bilan(contexte).protection.protect({ allowFormatCells: true });
        ajouter(contexte, 'Pie');
      }),
    ).toBe('AccessDenied');
    expect(
      await refus((contexte) => {
        bilan(contexte).protection.unprotect();
        bilan(contexte).protection.protect({ allowEditObjects: true });
        ajouter(contexte, 'Pie');
      }),
    ).toBeUndefined();
  });
});
