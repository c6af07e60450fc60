import { ouvrirHote, type ExcelOuvert, type OptionsExcel } from '../../outils/excel';

let ouvert: ExcelOuvert;
afterEach(() => ouvert.fermer());

async function ouvrir(options: OptionsExcel = {}): Promise<void> {
  ouvert = await ouvrirHote({
    feuilles: [{ nom: 'Projets', lignes: [[10, '=CLAS.DOUBLE(A1)']] }],
    fonctions: [{ id: 'DOUBLE', name: 'CLAS.DOUBLE', parameters: [{ name: 'n' }], result: {} }],
    ...options,
  });
  ouvert.CustomFunctions.associate('DOUBLE', (n: number) => 2 * n);
}

const montre = (): unknown => ouvert.hote.lire('Projets!B1')[0]?.[0]?.valeur;

describe('Une fonction personnalisée répond toujours après coup', () => {
  it.each([
    ['occupe', { erreur: '#BUSY!' }],
    ['ancienne', 20],
  ] as const)(
    'pendant qu’elle recalcule (%s), rien dans la cellule ne dit que le résultat est le bon',
    async (pendantLeCalcul, vu) => {
      await ouvrir({ pendantLeCalcul });
      expect(montre()).toEqual({ erreur: '#BUSY!' });
      await ouvert.hote.repos();
      expect(montre()).toBe(20);
      await ouvert.hote.saisir('Projets!A1', 12);
      expect(montre()).toEqual(vu);
      await ouvert.hote.repos();
      expect(montre()).toBe(24);
    },
  );

  it('onCalculated suit le résultat : le dernier lit la bonne valeur', async () => {
    await ouvrir({ pendantLeCalcul: 'ancienne' });
    await ouvert.hote.repos();
    const lues: unknown[] = [];
    await Excel.run(async (contexte) => {
      contexte.workbook.worksheets.onCalculated.add(() => Promise.resolve(void lues.push(montre())));
      await contexte.sync();
    });
    await ouvert.hote.saisir('Projets!A1', 12);
    await ouvert.hote.repos();
    expect(lues[0]).toBe(20);
    expect(lues.at(-1)).toBe(24);
  });
});

describe('Calcul manuel', () => {
  it('ne recalcule qu’à F9, et le dit', async () => {
    await ouvrir();
    await ouvert.hote.repos();
    ouvert.hote.classeur.modeCalcul = 'Manual';
    let calculs = 0;
    await Excel.run(async (contexte) => {
      contexte.workbook.worksheets.onCalculated.add(() => Promise.resolve(void (calculs += 1)));
      contexte.application.load('calculationMode');
      await contexte.sync();
      expect(contexte.application.calculationMode).toBe('Manual');
    });
    await ouvert.hote.saisir('Projets!A1', 12);
    await ouvert.hote.repos();
    expect([montre(), calculs]).toEqual([20, 0]);
    await ouvert.hote.recalculer();
    await ouvert.hote.repos();
    expect(montre()).toBe(24);
    expect(calculs).toBeGreaterThan(0);
  });
});
