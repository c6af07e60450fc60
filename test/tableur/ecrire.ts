/** Un .xlsx de quelques feuilles, écrit à la main : dix mille lignes de formules coûtent trop à une bibliothèque. */
import { strToU8, zipSync } from 'fflate';
import { ENTETE } from '../xlsx/fabrique';

export type Contenu = string | number | null | { readonly formule: string };

const SCHEMAS = 'http://schemas.openxmlformats.org';
const NS = `xmlns="${SCHEMAS}/spreadsheetml/2006/main"`;
const NS_R = `xmlns:r="${SCHEMAS}/officeDocument/2006/relationships"`;
const NS_RELS = `xmlns="${SCHEMAS}/package/2006/relationships"`;
const MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const sur = (texte: string): string =>
  texte.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function cellule(contenu: Contenu): string {
  if (contenu === null) return '<c/>';
  if (typeof contenu === 'number') return `<c><v>${contenu}</v></c>`;
  if (typeof contenu === 'string') return `<c t="inlineStr"><is><t>${sur(contenu)}</t></is></c>`;
  return `<c><f>${sur(contenu.formule)}</f></c>`;
}

const feuille = (lignes: readonly (readonly Contenu[])[]): string =>
  `${ENTETE}<worksheet ${NS}><sheetData>${lignes.map((l) => `<row>${l.map(cellule).join('')}</row>`).join('')}</sheetData></worksheet>`;

const relation = (id: number, type: string, cible: string): string =>
  `<Relationship Id="rId${id}" Type="${SCHEMAS}/officeDocument/2006/relationships/${type}" Target="${cible}"/>`;
const relations = (contenu: string): string =>
  `${ENTETE}<Relationships ${NS_RELS}>${contenu}</Relationships>`;

export function ecrireFeuilles(
  feuilles: Readonly<Record<string, readonly (readonly Contenu[])[]>>,
): Uint8Array {
  const noms = Object.keys(feuilles);
  const parties: Record<string, string> = {
    '[Content_Types].xml': `${ENTETE}<Types xmlns="${SCHEMAS}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="${MIME}.worksheet+xml"/><Override PartName="/xl/workbook.xml" ContentType="${MIME}.sheet.main+xml"/></Types>`,
    '_rels/.rels': relations(relation(1, 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `${ENTETE}<workbook ${NS} ${NS_R}><sheets>${noms.map((nom, i) => `<sheet name="${nom}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      noms.map((_, i) => relation(i + 1, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join(''),
    ),
    ...Object.fromEntries(
      Object.values(feuilles).map((lignes, i) => [`xl/worksheets/sheet${i + 1}.xml`, feuille(lignes)]),
    ),
  };
  return zipSync(Object.fromEntries(Object.entries(parties).map(([nom, xml]) => [nom, strToU8(xml)])), {
    level: 1,
  });
}
