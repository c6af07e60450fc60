import { ouvrirHote, type ExcelOuvert, type OptionsExcel } from '../../outils/excel';

let ouvert: ExcelOuvert;
afterEach(() => ouvert.fermer());

async function ouvrir(version: string, options: OptionsExcel = {}): Promise<void> {
  ouvert = await ouvrirHote({
    feuilles: [{ nom: 'Projets', lignes: [[1], [2], [3]] }],
    ensembles: { SharedRuntime: '1.1', CustomFunctionsRuntime: '1.3', ExcelApi: version },
    ...options,
  });
}

const valeurs = (): unknown[] => ouvert.hote.lire('Projets!A1:A3').map(([cellule]) => cellule?.valeur);

const ecrire = (adresse: string, valeur: number): Promise<void> =>
  Excel.run(async (contexte) => {
    contexte.workbook.worksheets.getItem('Projets').getRange(adresse).values = [[valeur]];
    await contexte.sync();
  });

describe('Annuler (Ctrl+Z)', () => {
  it('depuis ExcelApi 1.19, défait ce que fait l’agent et ce que fait le complément, un aller-retour à la fois', async () => {
    await ouvrir('1.19');
    await ouvert.hote.saisir('Projets!A1', 10);
    await Excel.run(async (contexte) => {
      const feuille = contexte.workbook.worksheets.getItem('Projets');
      feuille.getRange('A2').values = [[20]];
      feuille.getRange('A3').values = [[30]];
      await contexte.sync();
    });
    expect(valeurs()).toEqual([10, 20, 30]);
    expect(await ouvert.hote.annuler()).toBe(true);
    expect(valeurs()).toEqual([10, 2, 3]);
    expect(await ouvert.hote.annuler()).toBe(true);
    expect(valeurs()).toEqual([1, 2, 3]);
    expect(await ouvert.hote.annuler()).toBe(false);
    expect(await ouvert.hote.retablir()).toBe(true);
    expect(await ouvert.hote.retablir()).toBe(true);
    expect(valeurs()).toEqual([10, 20, 30]);
    expect(await ouvert.hote.retablir()).toBe(false);
  });

  it('avant 1.19, toute écriture du complément vide la liste ; une lecture, non', async () => {
    await ouvrir('1.18');
    await ouvert.hote.saisir('Projets!A1', 10);
    await Excel.run(async (contexte) => {
      contexte.workbook.worksheets.getItem('Projets').getRange('A1').load('values');
      await contexte.sync();
    });
    expect(ouvert.hote.classeur.annulation.profondeur).toBe(1);
    await ecrire('A2', 20);
    expect(await ouvert.hote.annuler()).toBe(false);
    expect(valeurs()).toEqual([10, 20, 3]);
  });

  it('avant 1.19, écouter le classeur la vide aussi', async () => {
    await ouvrir('1.14');
    await ouvert.hote.saisir('Projets!A1', 10);
    await Excel.run(async (contexte) => {
      contexte.workbook.worksheets.onChanged.add(() => Promise.resolve());
      await contexte.sync();
    });
    expect(await ouvert.hote.annuler()).toBe(false);
  });

  it.each<[string, (feuille: Excel.Worksheet) => void]>([
    ['protéger une feuille', (feuille) => feuille.protection.protect()],
    ['renommer une feuille', (feuille) => void (feuille.name = 'Autre')],
    ['masquer une feuille', (feuille) => void (feuille.visibility = 'Hidden')],
  ])('%s la vide, même dans l’Excel le plus récent', async (_, geste) => {
    await ouvrir('1.20', {
      feuilles: [
        { nom: 'Projets', lignes: [[1]] },
        { nom: 'Autres', lignes: [] },
      ],
    });
    await ouvert.hote.saisir('Projets!A1', 10);
    await Excel.run(async (contexte) => {
      geste(contexte.workbook.worksheets.getItem('Projets'));
      await contexte.sync();
    });
    expect(await ouvert.hote.annuler()).toBe(false);
  });

  it('enregistrer les réglages du document la vide', async () => {
    await ouvrir('1.20');
    await ouvert.hote.saisir('Projets!A1', 10);
    Office.context.document.settings.set('cle', 'valeur');
    await new Promise((finir) => Office.context.document.settings.saveAsync(finir));
    expect(await ouvert.hote.annuler()).toBe(false);
  });

  it('ce que l’hôte ne sait pas défaire, il le dit au lieu de faire semblant', async () => {
    await ouvrir('1.19');
    await Excel.run(async (contexte) => {
      contexte.workbook.worksheets.getItem('Projets').getRange('A1').format.fill.color = '#FF0000';
      await contexte.sync();
    });
    await expect(ouvert.hote.annuler()).rejects.toThrow('RangeFill.Color');
  });

  it('un autre qui modifie le classeur n’entre pas dans la liste de l’agent', async () => {
    await ouvrir('1.19');
    await ouvert.hote.saisir('Projets!A1', 10);
    await ouvert.hote.coauteur.saisir('Projets!A2', 20);
    await ouvert.hote.annuler();
    expect(valeurs()).toEqual([1, 20, 3]);
  });

  it.each([
    [14_332, 0],
    [17_003, 2],
  ])(
    'construction %i : les résultats des fonctions personnalisées laissent %i entrée(s)',
    async (construction, reste) => {
      await ouvrir('1.19', {
        construction,
        fonctions: [{ id: 'DOUBLE', name: 'CLAS.DOUBLE', parameters: [{ name: 'n' }], result: {} }],
      });
      ouvert.CustomFunctions.associate('DOUBLE', (n: number) => 2 * n);
      await ouvert.hote.saisir('Projets!A1', 10);
      await ouvert.hote.saisir('Projets!B1', '=CLAS.DOUBLE(A1)');
      await ouvert.hote.repos();
      expect(ouvert.hote.lire('Projets!B1')[0]?.[0]?.valeur).toBe(20);
      expect(ouvert.hote.classeur.annulation.profondeur).toBe(reste);
    },
  );
});
