/** Des classeurs bruts tirés d'une graine : toutes les formes de cellule, de ligne et de classeur que le format permet. */
import type { Tirage } from '../../outils/tirage';
import { classeur, feuilleXml } from './fabrique';

const FORMATS = [
  '#,##0.00',
  '0%',
  'dd/mm/yyyy',
  '[h]:mm',
  '#,##0.00\\ "€"',
  '[Red]-#,##0;[Blue]#,##0',
  '"E"0000',
  '00000',
];

const STYLES = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="${FORMATS.length}">${FORMATS.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs>${[0, 14, 9, 22, ...FORMATS.map((_, i) => 164 + i)].map((id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`).join('')}</cellXfs></styleSheet>`;
const NOMBRE_DE_STYLES = FORMATS.length + 4;

const CHAINES = [
  '<si><t>élémentaire</t></si>',
  '<si><t xml:space="preserve"> bords </t></si>',
  '<si><r><rPr><b/></rPr><t>gras</t></r><r><t xml:space="preserve"> et maigre</t></r></si>',
  '<si><t>24 000 €</t></si>',
  '<si><t>a&amp;b &lt;c&gt;</t></si>',
  '<si><t>deux\nlignes</t></si>',
  '<si><t>ligne_x000D_suite</t></si>',
  '<si><t>kanji</t><rPh sb="0" eb="1"><t>lecture</t></rPh></si>',
  '<si><t/></si>',
];

const parmi = <T>(t: Tirage, liste: readonly T[]): T => liste[t(liste.length - 1)] as T;

const nombre = (t: Tirage): string =>
  parmi(t, [
    '0',
    '1',
    '-3',
    '24000',
    '0.1',
    '652.9299999999999',
    '44481',
    '44481.5',
    '1E3',
    '1e-7',
    '12345678901234',
    `${t(99_999)}`,
  ]);

/** Ce que `<c>` contient, et ses attributs, adresse à part. */
const FORMES: readonly ((t: Tirage) => readonly [attributs: string, contenu: string])[] = [
  (t) => ['', `<v>${nombre(t)}</v>`],
  (t) => [` s="${t(NOMBRE_DE_STYLES - 1)}"`, `<v>${nombre(t)}</v>`],
  (t) => [` t="n" s="${t(NOMBRE_DE_STYLES - 1)}"`, `<v>${nombre(t)}</v>`],
  (t) => [' t="s"', `<v>${t(CHAINES.length - 1)}</v>`],
  (t) => [
    ' t="inlineStr"',
    `<is><t xml:space="preserve">${parmi(t, ['texte', ' 00123', '12/10/2021', '1 200,50'])}</t></is>`,
  ],
  () => [' t="inlineStr"', '<is><r><t>en </t></r><r><t>deux</t></r></is>'],
  (t) => [' t="b"', `<v>${t(1)}</v>`],
  (t) => [' t="b"', `<v>${parmi(t, ['TRUE', 'FALSE', 'true'])}</v>`],
  (t) => [
    ' t="e"',
    `<v>${parmi(t, ['#REF!', '#N/A', '#DIV/0!', '#VALUE!', '#NAME?', '#NUM!', '#NULL!'])}</v>`,
  ],
  (t) => [` t="d"`, `<v>${parmi(t, ['2021-10-12', '2021-10-12T14:30:00', '2022-02-28T00:00:00Z'])}</v>`],
  () => [' t="s"', '<v/>'],
  () => ['', ''],
  (t) => ['', `<f>SUM(A1:B${1 + t(8)})</f><v>${nombre(t)}</v>`],
  (t) => [' t="str"', `<f>A1&amp;"x"</f><v>${parmi(t, ['x', '12x', ''])}</v>`],
  () => [' t="e"', '<f>1/0</f><v>#DIV/0!</v>'],
  () => [' t="b"', '<f>1=1</f><v>1</v>'],
  () => ['', '<f>_xlfn.XLOOKUP(A1,B:B,C:C)</f><v>7</v>'],
  () => ['', '<f>Z1+1</f>'],
  () => [' t="str"', '<f>_xldudf_CLAS_PS(A1,2)</f><v>vu</v>'],
];

const LETTRES = 'ABCDEFGH';

/** Un classeur d'une feuille, dont rien n'est d'un agent : ce sont les lecteurs qu'il éprouve. */
export function classeurBrut(t: Tirage): Uint8Array {
  const lignes: string[] = [];
  const haut = 1 + t(2);
  let r = haut - 1;
  for (let n = t(9); n >= 0; n -= 1) {
    r += r < haut ? 1 : 1 + (t(4) === 0 ? t(3) : 0);
    const cellules = [...LETTRES].flatMap((lettre) => {
      if (t(2) === 0) return [];
      const [attributs, contenu] = parmi(t, FORMES)(t);
      return [`<c r="${lettre}${r}"${attributs}>${contenu}</c>`];
    });
    if (r === haut && t(1) === 0) cellules.push(`<c r="J${r}"><v>1</v></c>`);
    lignes.push(`<row r="${r}"${t(5) === 0 ? ' hidden="1"' : ''}>${cellules.join('')}</row>`);
  }
  // une formule partagée, et ses recopies
  if (t(2) === 0) {
    lignes.push(
      ...[1, 2, 3].map((k) =>
        k === 1
          ? `<row r="${r + k}"><c r="A${r + k}"><f t="shared" ref="A${r + 1}:A${r + 3}" si="0">B${r + 1}*2+$C$1</f><v>${k}</v></c></row>`
          : `<row r="${r + k}"><c r="A${r + k}"><f t="shared" si="0"/><v>${k}</v></c></row>`,
      ),
    );
    r += 3;
  }
  const fusions =
    t(1) === 0 ? `<mergeCells count="1"><mergeCell ref="J${haut}:K${haut + t(2)}"/></mergeCells>` : '';
  return classeur(feuilleXml(lignes.join(''), fusions), {
    chaines: CHAINES.join(''),
    proprietes: t(4) === 0 ? '<workbookPr date1904="1"/>' : '',
    parties: {
      '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
      'xl/styles.xml': STYLES,
      'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
    },
  });
}
