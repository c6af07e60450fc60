import { ouvrirHote, type ExcelOuvert } from '../../outils/excel';
import type { FonctionDeclaree } from '../../atelier/hote/fonctions';

const FONCTIONS: readonly FonctionDeclaree[] = [
  {
    id: 'CLAS.DOUBLE',
    name: 'CLAS.DOUBLE',
    parameters: [
      { name: 'montant', type: 'number' },
      { name: 'annee', type: 'any', optional: true },
    ],
  },
  {
    id: 'CLAS.ETAPES',
    name: 'CLAS.ETAPES',
    parameters: [{ name: 'n', type: 'number' }],
    result: { dimensionality: 'matrix' },
  },
  {
    id: 'CLAS.SOMME',
    name: 'CLAS.SOMME',
    parameters: [{ name: 'plage', type: 'any', dimensionality: 'matrix' }],
  },
  { id: 'CLAS.REFUS', name: 'CLAS.REFUS', parameters: [{ name: 'quoi', type: 'string' }] },
];

describe('Fonctions personnalisées, par le moteur authentique', () => {
  let ouvert: ExcelOuvert;
  let recus: unknown[][];

  async function ouvrir(lignes: (string | number | null)[][], cellulesVides: 0 | null = 0): Promise<void> {
    ouvert = await ouvrirHote({ feuilles: [{ nom: 'Essai', lignes }], fonctions: FONCTIONS, cellulesVides });
    recus = [];
    const { CustomFunctions } = ouvert;
    CustomFunctions.associate('CLAS.DOUBLE', (montant: number, annee: number | null) => {
      recus.push([montant, annee]);
      return montant * 2;
    });
    CustomFunctions.associate('CLAS.ETAPES', (n: number) =>
      Array.from({ length: n }, (_, i) => [`étape ${i + 1}`, i]),
    );
    CustomFunctions.associate('CLAS.SOMME', (plage: unknown[][]) => {
      recus.push(plage);
      return plage
        .flat()
        .filter((v) => typeof v === 'number')
        .reduce((a, b) => a + b, 0);
    });
    CustomFunctions.associate('CLAS.REFUS', (quoi: string) => {
      if (quoi === 'simple') throw new Error('perdu');
      throw new CustomFunctions.Error(
        quoi === 'absent' ? CustomFunctions.ErrorCode.notAvailable : CustomFunctions.ErrorCode.invalidValue,
        `« ${quoi} » est refusé.`,
      );
    });
    await ouvert.hote.repos();
  }
  afterEach(() => ouvert.fermer());

  it('un argument facultatif omis arrive en null', async () => {
    await ouvrir([['=CLAS.DOUBLE(21)', '=CLAS.DOUBLE(4,"2021")', '=CLAS.DOUBLE(5,)']]);
    expect(recus.map(([montant, annee]) => [montant, annee])).toEqual([
      [21, null],
      [4, '2021'],
      [5, null],
    ]);
    expect(ouvert.hote.lire('Essai!A1:C1')[0]?.map(({ valeur }) => valeur)).toEqual([42, 8, 10]);
  });

  it('une cellule vide arrive en 0 sur le bureau, en null sur le web', async () => {
    await ouvrir([['=CLAS.SOMME(B1:C1)', 3, null]]);
    expect(recus[0]).toEqual([[3, 0]]);
    ouvert.fermer();
    await ouvrir([['=CLAS.SOMME(B1:C1)', 3, null]], null);
    expect(recus[0]).toEqual([[3, null]]);
  });

  it('garde code et message d’une CustomFunctions.Error, perd celui d’une erreur ordinaire', async () => {
    await ouvrir([
      ['=CLAS.REFUS("Siret")', '=CLAS.REFUS("absent")', '=CLAS.REFUS("simple")', '=CLAS.RIEN(1)'],
    ]);
    expect(ouvert.hote.lire('Essai!A1:D1')[0]?.map(({ valeur }) => valeur)).toEqual([
      { erreur: '#VALUE!', message: '« Siret » est refusé.' },
      { erreur: '#N/A', message: '« absent » est refusé.' },
      { erreur: '#VALUE!' },
      { erreur: '#NAME?' },
    ]);
    await Excel.run(async (contexte) => {
      const plage = contexte.workbook.worksheets
        .getItem('Essai')
        .getRange('A1:D1')
        .load('values,text,valueTypes');
      await contexte.sync();
      expect(plage.values).toEqual([['#VALUE!', '#N/A', '#VALUE!', '#NAME?']]);
      expect(plage.text).toEqual([['#VALEUR!', '#N/A', '#VALEUR!', '#NOM?']]);
      expect(plage.valueTypes[0]).toEqual(['Error', 'Error', 'Error', 'Error']);
    });
  });

  it('déborde un tableau, et dit #SPILL! quand la place est prise', async () => {
    await ouvrir([
      ['=CLAS.ETAPES(2)', null, null, '=CLAS.ETAPES(2)'],
      [null, null, null, 'pris'],
    ]);
    expect(ouvert.hote.lire('Essai!A1:B2').map((l) => l.map(({ valeur }) => valeur))).toEqual([
      ['étape 1', 0],
      ['étape 2', 1],
    ]);
    expect(ouvert.hote.lire('Essai!D1')[0]?.[0]?.valeur).toEqual({ erreur: '#SPILL!' });
    await Excel.run(async (contexte) => {
      const ancre = contexte.workbook.worksheets.getItem('Essai').getRange('A1').load('hasSpill,formulas');
      const debord = ancre.getSpillingToRangeOrNullObject().load('address');
      await contexte.sync();
      expect([ancre.hasSpill, ancre.formulas, debord.address]).toEqual([
        true,
        [['=CLAS.ETAPES(2)']],
        'Essai!A1:B2',
      ]);
    });
  });

  it('refuse sans appeler un texte là où un nombre est attendu', async () => {
    await ouvrir([['=CLAS.DOUBLE("douze")', '=CLAS.DOUBLE("12")']]);
    expect(recus).toHaveLength(1);
    expect(ouvert.hote.lire('Essai!A1:B1')[0]?.map(({ valeur }) => valeur)).toEqual([
      { erreur: '#VALUE!' },
      24,
    ]);
  });

  it('montre #BUSY! tant que la fonction n’a pas répondu, puis recalcule après une saisie', async () => {
    await ouvrir([['=CLAS.DOUBLE(B1)', 3]]);
    await ouvert.hote.saisir('Essai!B1', 8);
    expect(ouvert.hote.lire('Essai!A1')[0]?.[0]?.valeur).toEqual({ erreur: '#BUSY!' });
    await ouvert.hote.repos();
    expect(ouvert.hote.lire('Essai!A1')[0]?.[0]?.valeur).toBe(16);
  });

  it('une erreur ne parvient à la fonction que si functions.json le permet', async () => {
    const lignes = [
      ['=CLAS.LIRE(B1)', { erreur: '#VALUE!' }, '=CLAS.SOMME(B1:B2)'],
      [null, 4],
    ];
    const declarees = [
      ...FONCTIONS,
      { id: 'CLAS.LIRE', name: 'CLAS.LIRE', parameters: [{ name: 'quoi', type: 'any' }] },
    ];
    for (const erreursPermises of [true, false]) {
      ouvert = await ouvrirHote({
        feuilles: [{ nom: 'Essai', lignes }],
        fonctions: declarees,
        erreursPermises,
      });
      const codes: unknown[] = [];
      ouvert.CustomFunctions.associate('CLAS.LIRE', (quoi: { code: string }) => {
        codes.push(quoi.code);
        return `lu ${quoi.code}`;
      });
      ouvert.CustomFunctions.associate('CLAS.SOMME', (plage: unknown[][]) => plage.flat().length);
      await ouvert.hote.repos();
      const valeurs = ouvert.hote.lire('Essai!A1:C1')[0]?.map(({ valeur }) => valeur);
      expect(codes).toEqual(erreursPermises ? ['#VALUE!'] : []);
      expect([valeurs?.[0], valeurs?.[2]]).toEqual(
        erreursPermises ? ['lu #VALUE!', 2] : [{ erreur: '#VALUE!' }, { erreur: '#VALUE!' }],
      );
      if (erreursPermises) ouvert.fermer();
    }
  });
});
