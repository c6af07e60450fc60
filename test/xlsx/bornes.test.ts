/**
 * Fichiers démesurés : temps et mémoire bornés. Chacun est lu dans un processus neuf, par le code tel qu'il est livré :
 * sous jest, les mêmes lectures coûteraient le double et la mémoire des tests s'y mêlerait.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { zipSync } from 'fflate';
import { PHRASES } from '../../src/classeur/xlsx/phrases';
import { lancerNode, type Passage } from '../../outils/processus';
import { NS, feuilleXml, parties } from './fabrique';

/** Mégaoctets. */
const MEMOIRE_MAX = 300;

const LIRE = `
import { readFileSync } from 'node:fs';
import { lireXlsx } from './src/classeur/xlsx/lecture';
try { console.log((await lireXlsx(readFileSync(process.argv[2]))).feuilles.map((f) => f.lignes.length).join()); }
catch (e) { console.log(e.name + ' ' + e.message); }
`;

/** Millisecondes. La cible est de 2 s ; le double ici ; sur une machine plus lente, vingt-quatre fois la lecture d'un classeur vide. */
let delai = 4_000;
let dossier: string;

const lire = (octets: Uint8Array): Promise<Passage> => {
  const fichier = join(dossier, 'hostile.xlsx');
  writeFileSync(fichier, octets);
  return lancerNode([join(dossier, 'lire.mjs'), fichier]);
};

beforeAll(async () => {
  dossier = mkdtempSync(join(tmpdir(), 'clas-'));
  const racine = join(__dirname, '../..');
  buildSync({
    stdin: { contents: LIRE, resolveDir: racine, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: join(dossier, 'lire.mjs'),
    logLevel: 'error',
  });
  const vide = await lire(stocke(VIDE));
  expect(vide.sortie).toBe('0\n');
  delai = Math.max(delai, 24 * vide.ms);
});
afterAll(() => {
  rmSync(dossier, { recursive: true, force: true });
});

const repete = (n: number, motif: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => motif(i)).join('');
/** Sans compression : le taux ne trahit pas la fabrication répétitive du test. */
const stocke = (feuille: string, chaines = ''): Uint8Array =>
  zipSync(parties(feuille, { chaines }), { level: 0 });
const VIDE = feuilleXml('');

const cas: [string, () => Uint8Array, string][] = [
  [
    'un million de lignes vides mises en forme',
    () => stocke(feuilleXml(repete(1_048_576, (i) => `<row r="${String(i + 1)}" s="4" customFormat="1"/>`))),
    '0',
  ],
  [
    'un million de valeurs',
    () =>
      stocke(
        feuilleXml(repete(1_000_000, (i) => `<row r="${String(i + 1)}"><c><v>${String(i)}.5</v></c></row>`)),
      ),
    PHRASES.tropDeCellules,
  ],
  [
    'trois millions de cellules vides',
    () => stocke(feuilleXml(`<row r="1">${'<c r="A1"/>'.repeat(3_000_000)}</row>`)),
    PHRASES.tropDeCellules,
  ],
  [
    'mille lignes de 16 384 cellules vides',
    () =>
      stocke(
        feuilleXml(
          repete(1000, (i) => `<row r="${String(i + 1)}"><c r="XFD${String(i + 1)}"><v>1</v></c></row>`),
        ),
      ),
    PHRASES.tropDeCellules,
  ],
  [
    'des formules partagées géantes',
    () =>
      stocke(
        feuilleXml(
          `<row r="1"><c r="A1"><f t="shared" si="0">${'A1+'.repeat(2600)}1</f><v>1</v></c></row>` +
            repete(
              20_000,
              (i) =>
                `<row r="${String(i + 2)}"><c r="A${String(i + 2)}"><f t="shared" si="0"/><v>1</v></c></row>`,
            ),
        ),
      ),
    PHRASES.tropDeCellules,
  ],
  [
    'un million de textes partagés',
    () =>
      stocke(
        VIDE,
        repete(1_000_000, (i) => `<si><t>chaîne € ${String(i)}</t></si>`),
      ),
    PHRASES.tropDeCellules,
  ],
  [
    'un million de fusions',
    () =>
      stocke(
        feuilleXml(
          '',
          `<mergeCells>${repete(1_000_000, (i) => `<mergeCell ref="A${String(i + 1)}:B${String(i + 1)}"/>`)}</mergeCells>`,
        ),
      ),
    PHRASES.tropDeCellules,
  ],
  [
    'une valeur de 30 Mo',
    () => stocke(feuilleXml(`<row r="1"><c r="A1" t="str"><v>${'ab&amp;'.repeat(4_000_000)}</v></c></row>`)),
    PHRASES.tropEtendu,
  ],
  [
    'un texte partagé de 30 Mo',
    () => stocke(VIDE, `<si><t>${'ab&amp;'.repeat(4_000_000)}</t></si>`),
    PHRASES.tropEtendu,
  ],
  [
    'un long texte partagé par cent mille cellules',
    () =>
      stocke(
        feuilleXml(repete(100_000, () => '<row><c t="s"><v>0</v></c></row>')),
        `<si><t>${'é=12'.repeat(8_000)}</t></si>`,
      ),
    PHRASES.tropEtendu,
  ],
  ['une balise de 30 Mo', () => stocke(`<worksheet a="${'x'.repeat(30_000_000)}`), PHRASES.xml],
  [
    'dix millions de balises imbriquées',
    () => stocke(`<worksheet ${NS}>${'<a>'.repeat(10_000_000)}`),
    PHRASES.xml,
  ],
  [
    'des cellules aux 30 000 attributs',
    () => {
      const attributs = repete(30_000, (i) => `a${i.toString(36)}="" `);
      return stocke(feuilleXml(`<row r="1">${repete(60, () => `<c ${attributs}/>`)}</row>`));
    },
    '0',
  ],
];

test.each(cas)('%s', async (_titre, fabriquer, attendu) => {
  const { sortie, ms, mo } = await lire(fabriquer());
  if (process.env['CLAS_MESURES'] !== undefined)
    console.log(
      `${Math.round(ms).toString()} ms sur ${Math.round(delai).toString()}, ${Math.round(mo).toString()} Mo`,
    );
  expect(sortie).toBe(attendu === '0' ? '0\n' : `ErreurClasseur ${attendu}\n`);
  expect(ms).toBeLessThan(delai);
  expect(mo).toBeLessThan(MEMOIRE_MAX);
});
