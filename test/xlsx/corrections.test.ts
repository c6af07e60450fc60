/** Corriger une copie : la cellule visée change, et elle seule. */
import { unzipSync } from 'fflate';
import { lireXlsx } from '../../src/classeur/xlsx';
import { corrigerXlsx } from '../../src/classeur/xlsx/corrections';
import { classeur, feuilleXml } from './fabrique';

const LIGNES =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>24 000 €</t></is></c><c r="B1"><v>7</v></c></row>' +
  '<row><c t="inlineStr"><is><t>a &lt; b</t></is></c><c/></row>';
const fichier = (): Uint8Array => classeur(feuilleXml(LIGNES));

const corriger = (octets: Uint8Array, ligne: number, colonne: number, apres: string | number) =>
  corrigerXlsx(octets, [{ feuille: 'Feuil1', ligne, colonne, apres }]);

test('un nombre, un texte, à une adresse écrite ou omise', async () => {
  const une = await corriger(fichier(), 1, 1, 24000);
  const deux = await corriger(une, 2, 1, 'oui & <non>');
  const lu = await lireXlsx(deux);
  expect(lu.feuilles[0]?.lignes.slice(0, 2)).toEqual([
    [24000, 7],
    ['oui & <non>', null].slice(0, lu.feuilles[0]?.lignes[1]?.length),
  ]);
});

test('les autres parties restent à l’octet près', async () => {
  const avant = unzipSync(fichier());
  const apres = unzipSync(await corriger(fichier(), 1, 1, 1));
  for (const nom of Object.keys(avant).filter((n) => n !== 'xl/worksheets/sheet1.xml'))
    expect(apres[nom]).toEqual(avant[nom]);
  expect(Object.keys(apres).sort()).toEqual(Object.keys(avant).sort());
});

test('rien à corriger : les mêmes octets', async () => {
  const octets = fichier();
  expect(await corrigerXlsx(octets, [])).toBe(octets);
});
