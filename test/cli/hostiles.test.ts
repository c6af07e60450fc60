/** Un dossier de fichiers hostiles ou abîmés : une phrase, code 2, moins de 2 s et de 300 Mo, rien d'écrit. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { classeur, feuilleXml } from '../xlsx/fabrique';
import { attendrePhrase, clas, dossierProvisoire, exemple } from './clas';

const dossier = dossierProvisoire();
const propre = readFileSync(exemple('clas-2021-2022.xlsx'));
const PROJETS = 'xl/worksheets/sheet2.xml';

/** L'exemple sans faute, une de ses parties réécrite. */
function avec(partie: string, changer: (xml: string) => string): Uint8Array {
  const parties = unzipSync(propre);
  return zipSync({ ...parties, [partie]: strToU8(changer(strFromU8(parties[partie]!))) }, { level: 1 });
}

const ajouter = (texte: string) => (xml: string) => xml.replace('</sheetData>', `${texte}</sheetData>`);

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ole = (texte: string): Uint8Array =>
  Buffer.concat([Buffer.from(OLE), Buffer.alloc(2_048), Buffer.from(texte, 'utf16le')]);
const ods = zipSync({
  mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
});
const bombe = classeur(feuilleXml(''), {
  parties: { 'xl/media/image1.bin': new Uint8Array(60 * 1024 * 1024) },
});

const FICHIERS: Readonly<Record<string, readonly [Uint8Array, RegExp]>> = {
  'vide.xlsx': [new Uint8Array(), /vide/],
  'image.xlsx': [Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), /pas reconnu/],
  'tronque.xlsx': [propre.subarray(0, propre.length / 2), /illisible/],
  'bombe.xlsx': [bombe, /refusé/],
  'doctype.xlsx': [
    avec('xl/workbook.xml', (x) => x.replace('<workbook', '<!DOCTYPE x []><workbook')),
    /DOCTYPE/,
  ],
  'ancien.xls': [ole('Workbook'), /ancien classeur .xls/],
  'motdepasse.xlsx': [ole('EncryptedPackage'), /mot de passe/],
  'tableau.ods': [ods, /LibreOffice/],
  'csv.xlsx': [strToU8('dossier;cout\nA;12\n'), /CSV/],
  'page.xlsx': [strToU8('<html><table></table></html>'), /texte/],
  'autre.zip': [zipSync({ 'a.txt': strToU8('a') }), /archive/],
  'chemin.xlsx': [zipSync({ ...unzipSync(propre), '../x.xml': strToU8('<x/>') }), /sort de l’archive/],
  'sans-projets.xlsx': [classeur(feuilleXml('<row r="1"><c r="A1"><v>1</v></c></row>')), /Projets/],
  'million-valeurs.xlsx': [
    avec(PROJETS, ajouter('<row><c><v>1</v></c></row>'.repeat(1_000_000))),
    /cellules/,
  ],
  'projets-par-milliers.xlsx': [
    avec(
      PROJETS,
      ajouter(
        '<row><c t="str"><v>D-1</v></c><c t="str"><v>Association</v></c><c><v>12</v></c></row>'.repeat(
          25_000,
        ),
      ),
    ),
    /5 000 lignes/,
  ],
};

/** Deux secondes ; sur une machine occupée, douze fois la plus courte des commandes. */
let delai = 2_000;

beforeAll(async () => {
  delai = Math.max(delai, 12 * (await clas(['--version'])).ms);
  mkdirSync(join(dossier, 'sorties'));
  for (const [nom, [octets]] of Object.entries(FICHIERS)) writeFileSync(join(dossier, nom), octets);
});

test.each(Object.entries(FICHIERS))('%s', async (nom, [, motif]) => {
  const sortie = join(dossier, 'sorties/remontee.xlsx');
  const passage = await clas(['remontee', join(dossier, nom), '--sortie', sortie]);
  attendrePhrase(passage, motif);
  expect(passage.erreur).toContain(nom);
  expect(passage.mo).toBeLessThan(300);
  expect(passage.ms).toBeLessThan(delai);
  expect(readdirSync(join(dossier, 'sorties'))).toEqual([]);
});

test('un million de lignes vides déclarées se lit, sans peser', async () => {
  const fichier = join(dossier, 'million.xlsx');
  writeFileSync(fichier, avec(PROJETS, ajouter('<row ht="15"/>'.repeat(1_000_000))));
  const passage = await clas(['verifier', fichier, '--au', '2022-01-20']);
  expect(passage.code).toBe(0);
  expect(passage.mo).toBeLessThan(300);
  expect(passage.ms).toBeLessThan(delai);
});

test('un fichier démesuré est refusé avant d’être lu', async () => {
  const fichier = join(dossier, 'enorme.xlsx');
  writeFileSync(fichier, '');
  truncateSync(fichier, 4 * 1024 ** 3);
  const passage = await clas(['verifier', fichier]);
  attendrePhrase(passage, /50 Mo/);
  expect(passage.mo).toBeLessThan(150);
});

test('un classeur ne commande pas le terminal', async () => {
  const fichier = join(dossier, 'echappements.xlsx');
  writeFileSync(
    fichier,
    avec(PROJETS, (xml) =>
      xml
        .replace('<v>2</v>', '<v>2</v>')
        .replace(
          /(<row r="2".*?)<c r="L2"[^>]*>.*?<\/c>/s,
          '$1<c r="L2" t="inlineStr"><is><t>_x001B_[2J\u202e12</t></is></c>',
        ),
    ),
  );
  const { code, sortie } = await clas(['verifier', fichier, '--au', '2022-01-20', '--sans-couleur']);
  expect(code).toBe(1);
  expect(sortie).toContain('\ufffd[2J');
  expect(sortie).not.toContain('\u001b');
  expect(sortie).not.toContain('\u202e');
});
