import type { FonctionDeclaree } from '../../atelier/hote/fonctions';
import { GrilleMemoire } from '../../atelier/hote/grille/memoire';
import type { FonctionsDeGrille, GrilleHote } from '../../atelier/hote/grille/types';
import { ouvrirHote, type ExcelOuvert, type OptionsExcel } from '../../outils/excel';
import { grilleUniver } from '../../outils/grilleUniver';

const FONCTIONS: readonly FonctionDeclaree[] = [
  {
    id: 'CLAS.PS',
    name: 'CLAS.PS',
    parameters: [
      { name: 'cout', type: 'number' },
      { name: 'collectifs', type: 'any' },
      { name: 'annee', type: 'any', optional: true },
      { name: 'arrondi', type: 'any', optional: true },
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
];

const GRILLES: readonly [string, () => Promise<(fonctions: FonctionsDeGrille) => GrilleHote>][] = [
  ['en mémoire', () => Promise.resolve((fonctions) => new GrilleMemoire(fonctions))],
  ['Univer sans écran', grilleUniver],
];

describe.each(GRILLES)('Contrat de la grille %s', (_, creer) => {
  let ouvert: ExcelOuvert;
  let recus: unknown[][];

  async function ouvrir(options: OptionsExcel): Promise<void> {
    ouvert = await ouvrirHote({ fonctions: FONCTIONS, grille: await creer(), ...options });
    recus = [];
    const { CustomFunctions } = ouvert;
    CustomFunctions.associate('CLAS.PS', (...args: unknown[]) => {
      recus.push(args.slice(0, 4));
      if (args[0] === -1)
        throw new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, 'Le coût est négatif.');
      return Number(args[0]) / 4;
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
    await ouvert.hote.repos();
  }
  const valeurs = (adresse: string): unknown[][] =>
    ouvert.hote.lire(adresse).map((ligne) => ligne.map(({ valeur }) => valeur));
  afterEach(() => ouvert.fermer());

  it('rend exactement ce qu’on y écrit, textes en chiffres compris', async () => {
    await ouvrir({
      feuilles: [
        {
          nom: 'Projets',
          lignes: [
            ['00123', 12.5, true, null],
            ['é « »', -3, false, { erreur: '#N/A' }],
          ],
        },
      ],
    });
    expect(valeurs('Projets!A1:D2')).toEqual([
      ['00123', 12.5, true, null],
      ['é « »', -3, false, { erreur: '#N/A' }],
    ]);
    expect(ouvert.hote.classeur.grille.etendue(ouvert.hote.feuille('Projets').id)).toEqual({
      ligne: 0,
      colonne: 0,
      lignes: 2,
      colonnes: 4,
    });
  });

  it('tient plusieurs feuilles, les renomme et les retire', async () => {
    await ouvrir({
      feuilles: [
        { nom: 'Un', lignes: [[1]] },
        { nom: 'Deux', lignes: [[2]] },
      ],
    });
    await ouvert.Excel.run(async (contexte) => {
      const { worksheets } = contexte.workbook;
      worksheets.getItem('Deux').name = 'Second';
      worksheets.getItem('Un').delete();
      worksheets.add('Trois').getRange('B2').values = [[3]];
      await contexte.sync();
    });
    expect(ouvert.hote.classeur.feuilles.map(({ nom }) => nom)).toEqual(['Second', 'Trois']);
    expect([valeurs('Second!A1'), valeurs('Trois!B2')]).toEqual([[[2]], [[3]]]);
  });

  it('appelle les fonctions : omis null, vide 0, référence, texte, autre feuille', async () => {
    await ouvrir({
      feuilles: [
        {
          nom: 'Projets',
          lignes: [['=CLAS.PS(100,B1,,"centime")', null, "=CLAS.PS('Mes coûts'!A1,2)", '=CLAS.RIEN(1)']],
        },
        { nom: 'Mes coûts', lignes: [[40]] },
      ],
    });
    expect(recus.map((args) => JSON.stringify(args)).sort()).toEqual([
      '[100,0,null,"centime"]',
      '[40,2,null,null]',
    ]);
    expect(valeurs('Projets!A1:D1')).toEqual([[25, null, 10, { erreur: '#NAME?' }]]);
  });

  it('garde le message d’une erreur', async () => {
    await ouvrir({ feuilles: [{ nom: 'Projets', lignes: [['=CLAS.PS(-1,1)']] }] });
    expect(valeurs('Projets!A1')).toEqual([[{ erreur: '#VALUE!', message: 'Le coût est négatif.' }]]);
  });

  it('déborde un tableau et le dit', async () => {
    await ouvrir({
      feuilles: [
        {
          nom: 'Projets',
          lignes: [
            ['=CLAS.ETAPES(2)', null, null, '=CLAS.ETAPES(2)'],
            [null, null, null, 'pris'],
          ],
        },
      ],
    });
    expect(valeurs('Projets!A1:B2')).toEqual([
      ['étape 1', 0],
      ['étape 2', 1],
    ]);
    expect(valeurs('Projets!D1:D2')).toEqual([[{ erreur: '#SPILL!' }], ['pris']]);
    const { id } = ouvert.hote.feuille('Projets');
    expect(ouvert.hote.classeur.grille.debordement(id, 0, 0)).toEqual({
      ligne: 0,
      colonne: 0,
      lignes: 2,
      colonnes: 2,
    });
  });

  it('recalcule quand une cellule lue change, et enchaîne les fonctions', async () => {
    await ouvrir({ feuilles: [{ nom: 'Projets', lignes: [[400, '=CLAS.PS(A1,1)', '=CLAS.SOMME(A1:B1)']] }] });
    expect(valeurs('Projets!B1:C1')).toEqual([[100, 500]]);
    await ouvert.hote.saisir('Projets!A1', '12,4');
    await ouvert.hote.repos();
    expect(valeurs('Projets!B1:C1')).toEqual([[3.1, 15.5]]);
  });

  it('écrit et relit 5 000 lignes de 20 colonnes', async () => {
    await ouvrir({ feuilles: [{ nom: 'Projets', lignes: [] }] });
    const attendu = Array.from({ length: 5_000 }, (_, i) => Array.from({ length: 20 }, (_, j) => i * 20 + j));
    await ouvert.Excel.run(async (contexte) => {
      contexte.workbook.worksheets.getItem('Projets').getRange('A1:T5000').values = attendu;
      await contexte.sync();
    });
    expect(valeurs('Projets!A1:T5000')).toEqual(attendu);
  });
});

describe('La grille Univer', () => {
  it('calcule les formules natives, et les noms définis', async () => {
    const ouvert = await ouvrirHote({
      grille: await grilleUniver(),
      feuilles: [
        {
          nom: 'Projets',
          lignes: [[1, 2, '=SUM(A1:B1)', '=IF(C1>2,"oui","non")', '=ROUND(10/3,2)', '=1/0', '=C1+Cout']],
        },
      ],
    });
    await ouvert.Excel.run(async (contexte) => {
      contexte.workbook.names.add('Cout', contexte.workbook.worksheets.getItem('Projets').getRange('B1'));
      const plage = contexte.workbook.worksheets
        .getItem('Projets')
        .getRange('C1:G1')
        .load('values,formulas,text');
      await contexte.sync();
      expect(plage.values).toEqual([[3, 'oui', 3.33, '#DIV/0!', 5]]);
      expect(plage.formulas[0]?.[0]).toBe('=SUM(A1:B1)');
      expect(plage.text).toEqual([['3', 'oui', '3,33', '#DIV/0!', '5']]);
    });
    ouvert.fermer();
  });

  it('porte la présentation sans écran', async () => {
    const ouvert = await ouvrirHote({
      grille: await grilleUniver(),
      feuilles: [
        { nom: 'Projets', lignes: [['a', 1234.5]] },
        { nom: 'Autre', lignes: [] },
      ],
    });
    await ouvert.Excel.run(async (contexte) => {
      const feuille = contexte.workbook.worksheets.getItem('Projets');
      const plage = feuille.getRange('A1:B1');
      plage.format.fill.color = '#FFC7CE';
      plage.format.font.bold = true;
      plage.format.columnWidth = 90;
      plage.format.horizontalAlignment = 'Center';
      plage.format.wrapText = true;
      feuille.getRange('B:B').numberFormat = '#,##0.00 "€"' as unknown as string[][];
      feuille.getRange('3:4').rowHidden = true;
      feuille.freezePanes.freezeRows(1);
      feuille.showGridlines = false;
      feuille.tabColor = '#C00000';
      contexte.workbook.worksheets.getItem('Autre').visibility = 'Hidden';
      feuille.getRange('B1').select();
      plage.load('values,text');
      await contexte.sync();
      expect([plage.values, plage.text]).toEqual([[['a', 1234.5]], [['a', '1\u202f234,50 €']]]);
    });
    ouvert.fermer();
  });
});

describe('La grille en mémoire', () => {
  it('refuse tout haut de rendre une formule qu’elle ne calcule pas, sauf valeur déjà connue', async () => {
    const inconnus: string[] = [];
    const ouvert = await ouvrirHote({
      surInconnu: ({ message }) => inconnus.push(message),
      feuilles: [{ nom: 'Projets', lignes: [[1, '=SUM(A1:A1)', { formule: '=A1*2', valeur: 2 }]] }],
    });
    expect(ouvert.hote.lire('Projets!C1')[0]?.[0]).toEqual({ valeur: 2, formule: '=A1*2' });
    const essai = ouvert.Excel.run(async (contexte) => {
      contexte.workbook.worksheets.getItem('Projets').getRange('B1').load('values');
      await contexte.sync();
    });
    await expect(essai).rejects.toMatchObject({ code: 'DefautHote' });
    expect(inconnus[0]).toContain('ne calcule pas =SUM(A1:A1) (Projets!B1)');
    expect(() => ouvert.fermer()).toThrow();
  });
});
