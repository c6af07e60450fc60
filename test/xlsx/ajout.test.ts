/** Une feuille ajoutée s'ouvre partout : l'espace de ses renvois est celui du classeur, déclaré là où elle s'inscrit. */
import { strFromU8, unzipSync } from 'fflate';
import { ajouterFeuille } from '../../src/classeur/xlsx/ajout';
import { lireXlsx } from '../../src/classeur/xlsx';
import { ENTETE, NS, NS_R, classeur, feuilleXml } from './fabrique';

const PLAN = {
  nom: 'Ajoutée',
  colonnes: [{ largeur: 12 }],
  lignes: [[{ valeur: 'a' }], [{ valeur: 1 }]],
} as unknown as Parameters<typeof ajouterFeuille>[1];
const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const COURANT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const classeurXml = (racine: string, feuille: string): string =>
  `${ENTETE}<workbook ${NS}${racine}><sheets><sheet${feuille} name="Feuil1" sheetId="1"/></sheets></workbook>`;

it.each([
  ['à la racine', classeurXml(` ${NS_R}`, ' r:id="rId1"'), COURANT],
  ['sur chaque feuille (openpyxl)', classeurXml('', ` ${NS_R} r:id="rId1"`), COURANT],
  ['sous un autre préfixe', classeurXml(` xmlns:d4p1="${COURANT}"`, ' d4p1:id="rId1"'), COURANT],
  ['en « Strict »', classeurXml(` xmlns:r="${STRICT}"`, ' r:id="rId1"'), STRICT],
])('espace des renvois déclaré %s', async (_titre, xml, espace) => {
  const types = `${ENTETE}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>`;
  const octets = classeur(feuilleXml('<row r="1"><c r="A1"><v>7</v></c></row>'), {
    parties: { 'xl/workbook.xml': xml, '[Content_Types].xml': types },
  });
  const copie = await ajouterFeuille(octets, PLAN);
  const ecrit = strFromU8(unzipSync(copie)['xl/workbook.xml'] as Uint8Array);
  expect(ecrit.replace(xml.slice(0, xml.indexOf('</sheets>')), '')).toBe(
    `<sheet xmlns:r="${espace}" name="Ajoutée" sheetId="2" r:id="rIdClas2"/></sheets></workbook>`,
  );
  expect((await lireXlsx(copie)).feuilles.map(({ nom, lignes }) => [nom, lignes])).toEqual([
    ['Feuil1', [[7]]],
    ['Ajoutée', [['a'], [1]]],
  ]);
});
