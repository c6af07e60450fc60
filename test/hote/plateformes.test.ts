import { ouvrirHote, type ExcelOuvert } from '../../outils/excel';

/** Chaque Excel a ses fichiers authentiques d'office.js : Windows par `window.external`, le Mac par son WebView, le web entre cadres. */
describe.each([
  ['Win32', 'PC'],
  ['Mac', 'Mac'],
  ['Web', 'OfficeOnline'],
] as const)('Excel %s', (plateforme, attendue) => {
  let ouvert: ExcelOuvert;
  beforeEach(async () => {
    ouvert = await ouvrirHote({
      plateforme,
      feuilles: [
        {
          nom: 'Projets',
          lignes: [
            ['a', 1],
            ['b', 2],
          ],
        },
      ],
      fonctions: [{ id: 'DOUBLE', name: 'CLAS.DOUBLE', parameters: [{ name: 'n' }], result: {} }],
    });
  });
  afterEach(() => ouvert.fermer());

  it('démarre, dit sa plateforme, lit et écrit', async () => {
    const { host, platform } = await Office.onReady();
    expect([host, platform]).toEqual(['Excel', attendue]);
    expect(Office.context.requirements.isSetSupported('ExcelApi', '1.14')).toBe(true);
    expect(Office.context.requirements.isSetSupported('ExcelApi', '1.15')).toBe(false);
    await Excel.run(async (contexte) => {
      const plage = contexte.workbook.worksheets.getItem('Projets').getRange('A1:B1').load('values');
      await contexte.sync();
      expect(plage.values).toEqual([['a', 1]]);
      plage.values = [['écrit', 2]];
      await contexte.sync();
    });
    expect(ouvert.hote.lire('Projets!A1:B1').map((ligne) => ligne.map(({ valeur }) => valeur))).toEqual([
      ['écrit', 2],
    ]);
  });

  it('rend le refus d’Excel, et ses événements', async () => {
    await expect(
      Excel.run(async (contexte) => {
        contexte.workbook.worksheets.getItem('Absente').load('name');
        await contexte.sync();
      }),
    ).rejects.toMatchObject({ code: 'ItemNotFound' });
    const recus: string[] = [];
    await Excel.run(async (contexte) => {
      contexte.workbook.worksheets.onChanged.add(({ address }) => Promise.resolve(void recus.push(address)));
      await contexte.sync();
    });
    await ouvert.hote.saisir('Projets!A2', 'frappe');
    await new Promise((suite) => setTimeout(suite, 0));
    expect(recus).toEqual(['A2']);
  });

  it('calcule ses fonctions personnalisées', async () => {
    ouvert.CustomFunctions.associate('DOUBLE', (n: number) => 2 * n);
    await ouvert.hote.saisir('Projets!B2', '=CLAS.DOUBLE(B1)');
    await ouvert.hote.repos();
    expect(ouvert.hote.lire('Projets!B2')[0]?.[0]?.valeur).toBe(2);
  });
});
