/** Des gestes sur des milliers de cellules : aucune demande au-delà des 5 Mo du web, et tout ou rien. */
import type { PortExcel } from '../../src/classeur/excel/port';
import { excelParEssai, planDeDeuxFeuilles } from './outils';

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

const excel = excelParEssai(FEUILLES);

const valeurs = (): unknown[] => excel.hote.lire(`Projets!A1:A${NOMBRE}`).map(([cellule]) => cellule?.valeur);
const AVANT = FEUILLES[0]!.lignes.flat();
const APRES = CORRECTIONS.map(({ apres }) => apres);

test('des milliers de corrections partent par lots, et se défont', async () => {
  let inverse: Awaited<ReturnType<PortExcel['corriger']>> = [];
  const trajets = await excel.hote.pendant(
    async () => void (inverse = await excel.port.corriger(CORRECTIONS)),
  );
  expect(Math.max(...trajets.map(({ octetsRequete }) => octetsRequete))).toBeLessThan(LIMITE);
  expect(valeurs()).toEqual(APRES);
  await excel.port.corriger(inverse);
  expect(valeurs()).toEqual(AVANT);
});

test('un lot refusé après un lot écrit : tout revient, et la seconde fois réussit', async () => {
  const { length } = await excel.hote.pendant(async () => void (await excel.port.corriger(CORRECTIONS)));
  await excel.rouvrir();
  excel.hote.prevoirPanne(length, { action: 0, code: 'GeneralException' });
  await expect(excel.port.corriger(CORRECTIONS)).rejects.toThrow(/^Excel n’a pas pu/);
  expect(valeurs()).toEqual(AVANT);
  await excel.port.corriger(CORRECTIONS);
  expect(valeurs()).toEqual(APRES);
});

test('un nom de tableau que l’agent emploie déjà : aucune feuille à moitié faite ne reste', async () => {
  await Excel.run(async (contexte) => {
    contexte.workbook.worksheets.getItem('Suivi').tables.add('A1:B2', true).name = 'Versements';
    await contexte.sync();
  });
  const plan = planDeDeuxFeuilles();
  await expect(excel.port.creerFeuilles(plan)).rejects.toThrow(/tableau de ce nom existe déjà : le renommer/);
  expect(excel.hote.classeur.feuilles.map(({ nom }) => nom)).toEqual(['Projets', 'Suivi']);
  await Excel.run(async (contexte) => {
    contexte.workbook.tables.getItem('Versements').name = 'MonSuivi';
    await contexte.sync();
  });
  expect(await excel.port.creerFeuilles(plan)).toEqual(['Collectifs', 'Versements']);
});
