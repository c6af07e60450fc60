/** Le plus petit classeur qu'Excel ouvre : une feuille, une cellule. */
import { strToU8, zipSync } from 'fflate';

const PAQUET = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TABLEUR = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const GENRE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const lien = (genre: string, cible: string): string =>
  `<Relationships xmlns="${PAQUET}/relationships"><Relationship Id="r1" Type="${OFFICE}/${genre}" Target="${cible}"/></Relationships>`;

const PARTIES = (nom: string, cellule: string): Readonly<Record<string, string>> => ({
  '[Content_Types].xml': `<Types xmlns="${PAQUET}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${GENRE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${GENRE}.worksheet+xml"/></Types>`,
  '_rels/.rels': lien('officeDocument', 'xl/workbook.xml'),
  'xl/workbook.xml': `<workbook xmlns="${TABLEUR}" xmlns:r="${OFFICE}"><sheets><sheet name="${nom}" sheetId="1" r:id="r1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': lien('worksheet', 'worksheets/sheet1.xml'),
  'xl/worksheets/sheet1.xml': `<worksheet xmlns="${TABLEUR}"><sheetData><row r="1"><c r="A1">${cellule}</c></row></sheetData></worksheet>`,
});

/** En base 64, comme l'attend Excel. */
export function classeurMinimal(nom: string, cellule: string): string {
  const parties = Object.entries(PARTIES(nom, cellule)).map(([chemin, xml]) => [chemin, strToU8(xml)]);
  let binaire = '';
  for (const octet of zipSync(Object.fromEntries(parties) as Record<string, Uint8Array>))
    binaire += String.fromCharCode(octet);
  return btoa(binaire);
}
