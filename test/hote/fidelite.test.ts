import { jusqua } from '../outils/attente';
import { ouvrirHote, type ExcelOuvert } from '../../outils/excel';

const FEUILLES = [{ nom: 'Projets', lignes: [['a']] }];

function lire(): Promise<unknown> {
  return Excel.run(async (contexte) => {
    const plage = contexte.workbook.worksheets.getItem('Projets').getRange('A1').load('values');
    await contexte.sync();
    return plage.values;
  });
}

describe('Strict : ce que l’hôte ne sait pas jouer se dit', () => {
  it('un membre inconnu rejette la requête et interdit de fermer en silence', async () => {
    const dits: string[] = [];
    const ouvert = await ouvrirHote({ feuilles: FEUILLES, surInconnu: ({ message }) => dits.push(message) });
    await expect(
      Excel.run(async (contexte) => {
        contexte.workbook.worksheets.getItem('Projets').getRange('A1').insert('Down');
        await contexte.sync();
      }),
    ).rejects.toMatchObject({
      code: 'MembreInconnu',
      message: "membre inconnu de l'hôte émulé : Range.Insert",
    });
    expect(dits).toEqual(["membre inconnu de l'hôte émulé : Range.Insert"]);
    expect(() => ouvert.fermer()).toThrow('Range.Insert');
  });

  it('une propriété, un type et un service inconnus aussi', async () => {
    const dits: string[] = [];
    const ouvert = await ouvrirHote({ feuilles: FEUILLES, surInconnu: ({ message }) => dits.push(message) });
    const essais: ((contexte: Excel.RequestContext) => void)[] = [
      (contexte) => contexte.workbook.worksheets.getItem('Projets').shapes.load('items/name'),
      (contexte) => contexte.workbook.worksheets.getItem('Projets').getRange('A1').load('formulasR1C1'),
      (contexte) => contexte.workbook.load('autoSave'),
    ];
    for (const essai of essais) {
      await expect(
        Excel.run(async (contexte) => {
          essai(contexte);
          await contexte.sync();
        }),
      ).rejects.toMatchObject({ code: 'MembreInconnu' });
    }
    expect(dits.map((dit) => dit.replace(/.* : /, ''))).toEqual([
      'Worksheet.Shapes',
      'Range.FormulasR1C1',
      'Workbook.AutoSave',
    ]);
    expect(() => ouvert.fermer()).toThrow();
  });
});

describe('Ensembles d’exigences', () => {
  let ouvert: ExcelOuvert;
  afterEach(() => ouvert.fermer());

  it('déclare ceux du manifeste et rien de plus', async () => {
    ouvert = await ouvrirHote({ feuilles: FEUILLES });
    const { requirements } = Office.context;
    expect(requirements.isSetSupported('ExcelApi', '1.14')).toBe(true);
    expect(requirements.isSetSupported('ExcelApi', '1.15')).toBe(false);
    expect(requirements.isSetSupported('CustomFunctionsRuntime', '1.3')).toBe(true);
    expect(requirements.isSetSupported('SharedRuntime', '1.1')).toBe(true);
    expect(Office.context.displayLanguage).toBe('fr-FR');
  });

  it('répond ApiNotFound quand l’ensemble déclaré est trop bas', async () => {
    ouvert = await ouvrirHote({ feuilles: FEUILLES, ensembles: { ExcelApi: '1.6' } });
    const essai = Excel.run(async (contexte) => {
      contexte.workbook.getActiveCell().load('address');
      await contexte.sync();
    });
    await expect(essai).rejects.toMatchObject({
      code: 'ApiNotFound',
      message: expect.stringContaining('Workbook.getActiveCell') as string,
    });
  });
});

describe('Pannes', () => {
  let ouvert: ExcelOuvert;
  beforeEach(async () => {
    ouvert = await ouvrirHote({ feuilles: FEUILLES, limiteOctets: 20_000 });
  });
  afterEach(() => ouvert.fermer());

  it.each([
    ['edition', 'InvalidOperationInCellEditMode'],
    ['debit', 'ActivityLimitReached'],
    ['requete-trop-grande', 'RequestPayloadSizeLimitExceeded'],
    ['reponse-trop-grande', 'ResponsePayloadSizeLimitExceeded'],
  ] as const)('rend « %s » au deuxième aller-retour', async (panne, code) => {
    ouvert.hote.prevoirPanne(2, panne);
    await expect(lire()).resolves.toEqual([['a']]);
    await expect(lire()).rejects.toMatchObject({ code });
    await expect(lire()).resolves.toEqual([['a']]);
  });

  it('garde ce qui précède l’action fautive : Excel ne défait rien', async () => {
    const essai = Excel.run(async (contexte) => {
      const feuille = contexte.workbook.worksheets.getItem('Projets');
      feuille.getRange('A1').values = [['écrit']];
      feuille.getRange('A2').values = [['jamais']];
      ouvert.hote.prevoirPanne(1, { action: 1, code: 'GeneralException' });
      await contexte.sync();
    });
    await expect(essai).rejects.toMatchObject({ code: 'GeneralException' });
    expect(ouvert.hote.journal.allersRetours.at(-1)?.actions).toEqual([
      'GetRange.Values=',
      'GetRange.Values=',
    ]);
    expect(ouvert.hote.lire('Projets!A1:A2').map(([c]) => c?.valeur)).toEqual(['écrit', null]);
  });

  it('refuse une requête ou une réponse de plus que la limite', async () => {
    const gros = Excel.run(async (contexte) => {
      contexte.workbook.worksheets.getItem('Projets').getRange('A1').values = [['x'.repeat(25_000)]];
      await contexte.sync();
    });
    await expect(gros).rejects.toMatchObject({ code: 'RequestPayloadSizeLimitExceeded' });
    const large = Excel.run(async (contexte) => {
      contexte.workbook.worksheets.getItem('Projets').getRange('A1:Z400').load('values');
      await contexte.sync();
    });
    await expect(large).rejects.toMatchObject({ code: 'ResponsePayloadSizeLimitExceeded' });
  });

  it('attend la fin de la saisie avec delayForCellEdit, refuse sans', async () => {
    ouvert.hote.commencerEdition();
    await expect(lire()).rejects.toMatchObject({ code: 'InvalidOperationInCellEditMode' });
    const avant = ouvert.hote.journal.allersRetours.length;
    let fini = false;
    const attente = Excel.run({ delayForCellEdit: true }, async (contexte) => {
      await contexte.sync();
      contexte.workbook.worksheets.load('items/name');
      await contexte.sync();
      fini = true;
    });
    await jusqua(() => ouvert.hote.journal.allersRetours.length > avant);
    // le volet n'attend pas la saisie : sa réponse vient après celle qui aurait échappé
    await Office.addin.showAsTaskpane();
    expect(fini).toBe(false);
    ouvert.hote.finirEdition();
    await attente;
    expect(fini).toBe(true);
  });

  it('compte les vrais allers-retours, sans le ménage des références', async () => {
    const trajets = await ouvert.hote.pendant(async () => {
      await lire();
      await lire();
    });
    expect(trajets.map(({ actions }) => actions)).toEqual([
      ['charger GetRange : values'],
      ['charger GetRange : values'],
    ]);
  });
});
