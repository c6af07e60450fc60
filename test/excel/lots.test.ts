/** Des gestes sur des milliers de cellules : aucune demande au-delà des 5 Mo du web, et tout ou rien. */
import { creerPortExcel } from '../../src/classeur/excel';
import type { PortExcel } from '../../src/classeur/excel/port';
import { ouvrirHote, type ExcelOuvert } from '../outils/excel';
import { planAnomalies } from './outils';

const NOMBRE = 4_000;
const LIMITE = 5 * 1024 * 1024;
const FEUILLES = [
  { nom: 'Projets', lignes: Array.from({ length: NOMBRE }, (_, i) => [`${i} €`]) },
  {
    nom: 'Suivi',
    lignes: [
      ['Dossier', 'Montant'],
      ['A', 1],
    ],
  },
];
const CORRECTIONS = FEUILLES[0]!.lignes.map(([avant], i) => ({
  feuille: 'Projets',
  ligne: i + 1,
  colonne: 1,
  avant: String(avant),
  apres: i,
}));

let ouvert: ExcelOuvert;
let port: PortExcel;
beforeEach(async () => {
  ouvert = await ouvrirHote({ feuilles: FEUILLES });
  port = creerPortExcel();
});
afterEach(() => ouvert.fermer());

const valeurs = (): unknown[] =>
  ouvert.hote.lire(`Projets!A1:A${NOMBRE}`).map(([cellule]) => cellule?.valeur);
const AVANT = FEUILLES[0]!.lignes.flat();
const APRES = CORRECTIONS.map(({ apres }) => apres);

test('des milliers de corrections partent par lots, et se défont', async () => {
  let inverse: Awaited<ReturnType<PortExcel['corriger']>> = [];
  const trajets = await ouvert.hote.pendant(async () => void (inverse = await port.corriger(CORRECTIONS)));
  expect(Math.max(...trajets.map(({ octetsRequete }) => octetsRequete))).toBeLessThan(LIMITE);
  expect(valeurs()).toEqual(APRES);
  await port.corriger(inverse);
  expect(valeurs()).toEqual(AVANT);
});

test('un lot refusé après un lot écrit : tout revient, et la seconde fois réussit', async () => {
  const { length } = await ouvert.hote.pendant(async () => void (await port.corriger(CORRECTIONS)));
  await ouvert.fermer();
  ouvert = await ouvrirHote({ feuilles: FEUILLES });
  port = creerPortExcel();
  ouvert.hote.prevoirPanne(length, { action: 0, code: 'GeneralException' });
  await expect(port.corriger(CORRECTIONS)).rejects.toThrow(/^Excel n’a pas pu/);
  expect(valeurs()).toEqual(AVANT);
  await port.corriger(CORRECTIONS);
  expect(valeurs()).toEqual(APRES);
});

test('un nom de tableau que l’agent emploie déjà : aucune feuille à moitié faite ne reste', async () => {
  await Excel.run(async (contexte) => {
    contexte.workbook.worksheets.getItem('Suivi').tables.add('A1:B2', true).name = 'Versements';
    await contexte.sync();
  });
  const plan = {
    feuilles: ['Collectifs', 'Versements'].map((nom) => ({
      ...planAnomalies(2),
      nom,
      tableaux: [{ nom, plage: 'A2:E4' }],
    })),
    proprietes: { titre: '', sujet: '', auteur: '' },
  };
  await expect(port.creerFeuilles(plan)).rejects.toThrow(/tableau de ce nom existe déjà : le renommer/);
  expect(ouvert.hote.classeur.feuilles.map(({ nom }) => nom)).toEqual(['Projets', 'Suivi']);
  await Excel.run(async (contexte) => {
    contexte.workbook.tables.getItem('Versements').name = 'MonSuivi';
    await contexte.sync();
  });
  expect(await port.creerFeuilles(plan)).toEqual(['Collectifs', 'Versements']);
});
