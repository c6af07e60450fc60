/** Le fichier écrit s'ouvre dans un vrai tableur. Exige `soffice` ; hors intégration continue, la configuration de jest écarte ce fichier. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ecrireXlsx, lireXlsx } from '../../src/classeur/xlsx';
import { soffice } from '../outils/soffice';
import { FORMULES_RELUES, LIGNES_RELUES, PLAN } from './plan';

let dossier: string;
const convertir = (format: string, sortie: string): void =>
  soffice(dossier, format, sortie, [join(dossier, 'plan.xlsx')]);

beforeAll(async () => {
  dossier = mkdtempSync(join(tmpdir(), 'clas-'));
  writeFileSync(join(dossier, 'plan.xlsx'), await ecrireXlsx(PLAN));
});
afterAll(() => {
  rmSync(dossier, { recursive: true, force: true });
});

test('LibreOffice montre la feuille de remontée comme Excel', () => {
  // Neuvième champ : les valeurs telles qu'affichées ; douzième : le numéro de la feuille.
  convertir('csv:Text - txt - csv (StarCalc):59,34,76,1,,1036,false,true,true,false,false,2', dossier);
  const csv = readFileSync(join(dossier, 'plan-Remontée Cnaf.csv'), 'utf8').trim().split('\n');
  expect(csv).toEqual([
    'N° dossier;Coût;Date d’agrément;Taux;Collectifs;Agrément',
    '00123;652.93 € ;10/10/2021;32.5%;3;favorable',
    '045-21-0002;7,689.00 € ;01/09/2021;32.5%;1;',
    'Total;8,341.93 € ;;;4;2,563.00 €',
  ]);
});

test('réenregistré par LibreOffice, le classeur se relit à l’identique', async () => {
  convertir('xlsx:Calc MS Excel 2007 XML', join(dossier, 'retour'));
  const { feuilles } = await lireXlsx(readFileSync(join(dossier, 'retour', 'plan.xlsx')));
  expect(feuilles.map((f) => f.nom)).toEqual(['Listes', 'Remontée Cnaf', "L'aperçu"]);
  expect(feuilles[1]?.lignes).toEqual(LIGNES_RELUES);
  expect(Object.fromEntries(feuilles[1]?.formules ?? [])).toEqual(FORMULES_RELUES);
  expect(feuilles[2]?.lignes[1]).toEqual([
    '=1+1',
    '+33',
    '-note',
    '@moi',
    '#N/A',
    '#REF!',
    '_x0041_',
    ' bords ',
    'a\nb',
  ]);
});
