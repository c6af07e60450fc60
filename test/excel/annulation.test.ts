import { creerPortExcel } from '../../src/classeur/excel';
import { ouvrirHote, type ExcelOuvert } from '../../outils/excel';

const FEUILLES = [
  {
    nom: 'Paramètres',
    lignes: [
      ['Caf', '45'],
      ['Année scolaire', '2020-2021'],
    ],
  },
  { nom: 'Projets', lignes: [['N° dossier'], ['A-1']] },
];
const MANIFESTE = { SharedRuntime: '1.1', CustomFunctionsRuntime: '1.3' };
const CORRECTION = { feuille: 'Projets', ligne: 2, colonne: 1, avant: 'A-1', apres: 'A-2' };

let ouvert: ExcelOuvert;
afterEach(() => {
  jest.restoreAllMocks();
  ouvert.fermer();
});

async function ouvrir(ExcelApi: string) {
  ouvert = await ouvrirHote({ feuilles: FEUILLES, ensembles: { ...MANIFESTE, ExcelApi } });
  return { port: creerPortExcel(), run: jest.spyOn(Excel, 'run') };
}

const lire = (adresse: string): unknown => ouvert.hote.lire(adresse)[0]?.[0]?.valeur;

test.each([
  ['1.14', false],
  ['1.18', false],
  ['1.19', true],
  ['1.20', true],
])('ExcelApi %s : Ctrl+Z défait ce qu’écrit Clas, %s', async (version, annule) => {
  const { port } = await ouvrir(version);
  expect(port.capacites()).toEqual({ plateforme: 'windows', annule });
});

test.each([
  ['1.19', undefined],
  ['1.20', true],
])('ExcelApi %s : une correction de plusieurs échanges, une seule étape : %s', async (version, grouper) => {
  const { port, run } = await ouvrir(version);
  await port.corriger([CORRECTION]);
  const [options] = run.mock.calls.at(-1) as unknown as [{ mergeUndoGroup?: boolean }];
  expect(options.mergeUndoGroup).toBe(grouper);
  expect(lire('Projets!A2')).toBe('A-2');
});

test('ce qu’Excel ne sait pas réunir se fait quand même, une fois', async () => {
  const { port, run } = await ouvrir('1.20');
  run.mockRejectedValueOnce({ code: 'UndoNotSupported' });
  const [inverse] = await port.corriger([CORRECTION]);
  expect(inverse).toMatchObject({ avant: 'A-2', apres: 'A-1' });
  expect(run).toHaveBeenCalledTimes(2);
});

test('lire, ni écrire une feuille protégée, ne demandent à réunir : Excel le refuserait', async () => {
  const { port, run } = await ouvrir('1.20');
  await port.lire();
  await port.ecrireFeuilles([
    { nom: 'Calculs', colonnes: [{ largeur: 10 }], lignes: [[{ valeur: 1 }]], protegee: true },
  ]);
  for (const [options] of run.mock.calls as unknown as [{ mergeUndoGroup?: boolean }][])
    expect(options.mergeUndoGroup).toBeUndefined();
});

test('compléter les paramètres rend de quoi les remettre, formats compris', async () => {
  const { port } = await ouvrir('1.14');
  const avant = JSON.stringify(ouvert.hote.lire('Paramètres!A1:C5'));
  const inverse = await port.ecrireParametres('Paramètres', { annee: '2021-2022', contact: 'Clas' });
  expect(lire('Paramètres!B2')).toBe('2021-2022');
  await port.corriger(inverse);
  expect(JSON.stringify(ouvert.hote.lire('Paramètres!A1:C5'))).toBe(avant);
});

test.each([
  ['Win32', 'windows'],
  ['Mac', 'mac'],
  ['Web', 'web'],
] as const)('office.js pour %s se reconnaît : %s', async (plateforme, attendue) => {
  ouvert = await ouvrirHote({ feuilles: FEUILLES, plateforme });
  expect(creerPortExcel().capacites().plateforme).toBe(attendue);
});
