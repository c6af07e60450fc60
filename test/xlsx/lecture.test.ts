/** Une valeur lue est exactement celle du fichier : ni conversion, ni arrondi, ni calendrier. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8 } from 'fflate';
import { lireXlsx } from '../../src/classeur/xlsx';
import { classeur, feuilleXml, lireCellules, lireLignes } from './fabrique';

const NS_FEUILLE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (...liens: string[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${liens.join('')}</Relationships>`;
const lien = (id: string, type: string, cible: string): string =>
  `<Relationship Id="${id}" Type="${REL}/${type}" Target="${cible}"/>`;

/** Un format déclaré, un format du même numéro réservé à la mise en forme conditionnelle, et des styles de cellule. */
const avecStyles = (xf: string, polices = '') => ({
  parties: {
    'xl/styles.xml': `<styleSheet xmlns="${NS_FEUILLE}"><numFmts><numFmt numFmtId="164" formatCode="&quot;E&quot;0000"/></numFmts>${polices}<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>${xf}</cellXfs><dxfs><dxf><numFmt numFmtId="14" formatCode="0.0"/></dxf></dxfs></styleSheet>`,
    'xl/_rels/workbook.xml.rels': relations(
      lien('rId1', 'worksheet', 'worksheets/sheet1.xml'),
      lien('rId3', 'styles', 'styles.xml'),
    ),
  },
});

const exemple = (nom: string): Uint8Array => readFileSync(join(__dirname, '../exemples', nom));

describe('valeurs', () => {
  test('les nombres sont le double exact du fichier', async () => {
    expect(
      await lireCellules(
        '<c><v>652.9299999999999</v></c><c><v>1E-7</v></c><c><v>-0.1</v></c><c><v>1.7976931348623157E308</v></c><c t="n"><v> 12 </v></c>',
      ),
    ).toEqual([652.9299999999999, 1e-7, -0.1, 1.7976931348623157e308, 12]);
  });

  test('ce qui n’est pas un nombre est illisible, jamais zéro', async () => {
    expect(
      await lireCellules(
        '<c><v>1,5</v></c><c><v>0x1F</v></c><c><v>Infinity</v></c><c><v>1E999</v></c><c><v> </v></c><c><v>abc</v></c><c><v>0</v></c>',
      ),
    ).toEqual([
      { illisible: '1,5' },
      { illisible: '0x1F' },
      { illisible: 'Infinity' },
      { illisible: '1E999' },
      null,
      { illisible: 'abc' },
      0,
    ]);
  });

  test('un texte de chiffres reste un texte', async () => {
    expect(
      await lireCellules('<c t="s"><v>0</v></c><c t="str"><v>99900001100018</v></c>', {
        chaines: '<si><t>00123</t></si>',
      }),
    ).toEqual(['00123', '99900001100018']);
  });

  test('une date reste son numéro de série, dans le calendrier du classeur', async () => {
    const lu = await lireXlsx(
      classeur(feuilleXml('<row r="1"><c s="1"><v>44479</v></c></row>'), {
        proprietes: '<workbookPr date1904="1"/>',
      }),
    );
    expect(lu.dates1904).toBe(true);
    expect(lu.feuilles[0]?.lignes).toEqual([[44479]]);
    expect(
      (await lireXlsx(classeur(feuilleXml('<row r="1"/>'), { proprietes: '<workbookPr date1904="false"/>' })))
        .dates1904,
    ).toBe(false);
  });

  test.each([
    ['2021-09-01', 44_440, 42_978],
    ['2021-09-01T00:00:00', 44_440, 42_978],
    ['2021-09-01T10:30:00Z', 44_440.4375, 42_978.4375],
    ['2021-09-01T10:30:00.000', 44_440.4375, 42_978.4375],
    ['10:30:00', 0.4375, 0.4375],
    ['1900-01-01', 1, '1900-01-01'],
    ['1900-02-28', 59, '1900-02-28'],
    ['1900-03-01', 61, '1900-03-01'],
    ['1904-01-01', 1_462, 0],
    ['2021-02-29', '2021-02-29', '2021-02-29'],
    ['2021-13-01', '2021-13-01', '2021-13-01'],
    ['2021-09-01T25:00', '2021-09-01T25:00', '2021-09-01T25:00'],
    ['hier', 'hier', 'hier'],
    ['', null, null],
  ])('la date ISO « %s » est un nombre de série du calendrier du classeur', async (iso, de1900, de1904) => {
    const feuille = feuilleXml(`<row r="1"><c r="A1" t="d"><v>${iso}</v></c><c r="B1"><v>1</v></c></row>`);
    const lire = async (proprietes: string) =>
      (await lireXlsx(classeur(feuille, { proprietes }))).feuilles[0]?.lignes[0]?.at(-2) ?? null;
    expect([await lire(''), await lire('<workbookPr date1904="1"/>')]).toEqual([de1900, de1904]);
  });

  test('une date ISO a un format de date, le sien ou celui de ce qu’elle dit', async () => {
    const { formats } = await lireLignes(
      '<row r="1"><c r="A1" t="d"><v>2021-09-01</v></c><c r="B1" t="d"><v>2021-09-01T10:30:00</v></c><c r="C1" t="d"><v>10:30:00</v></c><c r="D1" t="d" s="1"><v>2021-09-01</v></c><c r="E1" t="d" s="2"><v>2021-09-01</v></c><c r="F1" t="d"><v>hier</v></c></row>',
      avecStyles('<xf numFmtId="0"/><xf numFmtId="17"/><xf numFmtId="2"/>'),
    );
    expect(formats).toEqual([['yyyy-mm-dd', 'yyyy-mm-dd hh:mm:ss', 'hh:mm:ss', 'mmm-yy', 'yyyy-mm-dd']]);
  });

  test('une ligne barrée l’est par la police d’une de ses cellules remplies', async () => {
    const ligne = (n: number, style: number, valeur = '<v>1</v>'): string =>
      `<row r="${n}"><c r="A${n}"><v>0</v></c><c r="B${n}" s="${style}">${valeur}</c></row>`;
    const { lignesBarrees } = await lireLignes(
      [ligne(1, 0), ligne(2, 1), ligne(3, 2), ligne(4, 3), ligne(5, 1, ''), ligne(6, 1)].join(''),
      avecStyles(
        '<xf numFmtId="0"/><xf fontId="1"/><xf fontId="2"/><xf fontId="9"/>',
        '<fonts><font><b/></font><font><strike/></font><font><strike val="0"/></font></fonts>',
      ),
    );
    expect(lignesBarrees).toEqual([2, 6]);
  });

  test('booléens et erreurs', async () => {
    expect(
      await lireCellules(
        '<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="b"><v>true</v></c><c t="b"><v>TRUE</v></c><c t="b"><v>FALSE</v></c><c t="b"><v>oui</v></c><c t="e"><v>#N/A</v></c><c t="e"><v>#DIV/0!</v></c>',
      ),
    ).toEqual([
      true,
      false,
      true,
      true,
      false,
      { illisible: 'oui' },
      { illisible: '#N/A' },
      { illisible: '#DIV/0!' },
    ]);
  });

  test('texte enrichi réuni, phonétique ignorée, espaces gardés, échappements lus', async () => {
    const chaines =
      '<si><r><rPr><b/></rPr><t xml:space="preserve">Accompagnement </t></r><r><t>scolaire</t></r><rPh sb="0" eb="1"><t>フリガナ</t></rPh></si>' +
      '<si><t xml:space="preserve">  deux espaces  </t></si><si><t>ligne 1_x000D_\nligne 2</t></si><si><t>_x005F_x0041_ &amp; &#233; &#x20AC; &lt;b&gt;</t></si><si><t/></si><si/><si><t><![CDATA[a < b & c]]></t></si>';
    expect(
      await lireCellules([0, 1, 2, 3, 4, 5, 6].map((n) => `<c t="s"><v>${String(n)}</v></c>`).join(''), {
        chaines,
      }),
    ).toEqual([
      'Accompagnement scolaire',
      '  deux espaces  ',
      'ligne 1\r\nligne 2',
      '_x0041_ & é € <b>',
      null,
      null,
      'a < b & c',
    ]);
  });

  test('textes dans la cellule', async () => {
    expect(
      await lireCellules(
        '<c t="inlineStr"><is><t>Année</t></is></c><c t="inlineStr"><is><r><t>sco</t></r><r><t>laire</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c><c t="inlineStr"><is/></c>',
      ),
    ).toEqual(['Année', 'scolaire']);
  });
});

describe('formules', () => {
  const lire = async (lignes: string) => {
    const feuille = await lireLignes(lignes);
    return { valeurs: feuille.lignes, formules: Object.fromEntries(feuille.formules) };
  };

  test('valeur calculée et formule', async () => {
    expect(
      await lire(
        '<row r="1"><c><f>B1*2</f><v>4</v></c><c t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c t="b"><f>TRUE()</f><v>1</v></c><c t="str"><f>""</f><v></v></c></row>',
      ),
    ).toEqual({
      valeurs: [[4, 'ab', true, '']],
      formules: { A1: '=B1*2', B1: '="a"&"b"', C1: '=TRUE()', D1: '=""' },
    });
  });

  test('une formule jamais calculée est illisible, une erreur calculée aussi', async () => {
    expect(
      await lire(
        '<row r="7"><c r="N7"><f>A1*2</f></c><c r="O7"><f>A1*3</f><v></v></c><c r="P7" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>',
      ),
    ).toEqual({
      valeurs: [[{ illisible: '=A1*2' }, { illisible: '=A1*3' }, { illisible: '#DIV/0!' }]],
      formules: { N7: '=A1*2', O7: '=A1*3', P7: '=1/0' },
    });
  });

  test('formule partagée : chaque cellule garde sa valeur et sa formule décalée', async () => {
    const maitre = `SUM($A1:B$1)+LOG10(A1)+'L''A1'!C3&amp;"A1"+Feuil1!XFD1+Taux_A1+A:A+$2:3+Table[A1]+1E5`;
    const { valeurs, formules } = await lire(
      `<row r="1"><c r="C1"><f t="shared" ref="C1:D2" si="3">${maitre}</f><v>1</v></c><c r="D1"><f t="shared" si="3"/><v>2</v></c></row>` +
        '<row r="2"><c r="C2"><f t="shared" si="3"></f><v>3</v></c><c r="D2" t="str"><f t="shared" si="3"/><v>texte</v></c></row>',
    );
    expect(valeurs).toEqual([
      [1, 2],
      [3, 'texte'],
    ]);
    expect(formules).toEqual({
      C1: `=SUM($A1:B$1)+LOG10(A1)+'L''A1'!C3&"A1"+Feuil1!XFD1+Taux_A1+A:A+$2:3+Table[A1]+1E5`,
      D1: `=SUM($A1:C$1)+LOG10(B1)+'L''A1'!D3&"A1"+Feuil1!A1+Taux_A1+B:B+$2:3+Table[A1]+1E5`,
      C2: `=SUM($A2:B$1)+LOG10(A2)+'L''A1'!C4&"A1"+Feuil1!XFD2+Taux_A1+A:A+$2:4+Table[A1]+1E5`,
      D2: `=SUM($A2:C$1)+LOG10(B2)+'L''A1'!D4&"A1"+Feuil1!A2+Taux_A1+B:B+$2:4+Table[A1]+1E5`,
    });
  });

  test('formule partagée jamais calculée, ou dont la maîtresse manque', async () => {
    expect(
      await lire(
        '<row r="1"><c><f t="shared" si="0">B1</f></c></row><row r="2"><c><f t="shared" si="0"/></c><c><f t="shared" si="9"/><v>5</v></c></row>',
      ),
    ).toEqual({
      valeurs: [[{ illisible: '=B1' }], [{ illisible: '=B2' }, 5]],
      formules: { A1: '=B1', A2: '=B2', B2: '=' },
    });
  });

  test('formule matricielle : les cellules qu’elle remplit ont leur valeur', async () => {
    expect(
      await lire(
        '<row r="1"><c cm="1"><f t="array" ref="A1:A2">_xlfn._xlws.SORT(B1:B2)</f><v>1</v></c></row><row r="2"><c><v>2</v></c></row>',
      ),
    ).toEqual({
      valeurs: [[1], [2]],
      formules: { A1: '=SORT(B1:B2)' },
    });
  });

  test('une fonction du complément se lit sous le nom que l’agent connaît', async () => {
    expect(
      (
        await lire(
          '<row r="1"><c><f>_xldudf_CLAS_PS_BAREME(A2,B2,0.325,7885,2563)</f><v>1</v></c><c><f>_xldudf_AUTRE_X(1)</f><v>1</v></c></row>',
        )
      ).formules,
    ).toEqual({
      A1: '=CLAS.PS_BAREME(A2,B2,0.325,7885,2563)',
      B1: '=_xldudf_AUTRE_X(1)',
    });
  });
});

describe('forme des feuilles', () => {
  test('lignes éparses, masquées, fusions, adresses absentes', async () => {
    const feuille = await lireLignes(
      '<row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c></row><row hidden="1"><c><v>3</v></c></row><row r="7" hidden="true"><c r="A7"><v>4</v></c></row><row r="9" hidden="1"/>',
      {},
      '<mergeCells count="2"><mergeCell ref="A7:B7"/><mergeCell ref="C4:B3"/><mergeCell ref="B2:C2"/><mergeCell ref="D3:D4"/><mergeCell ref="A8:B8"/><mergeCell ref="C3:C3"/></mergeCells>',
    );
    expect(feuille).toEqual({
      visibilite: 'visible',
      formats: [],
      lignesDeTotal: [],
      nom: 'Feuil1',
      premiereLigne: 3,
      premiereColonne: 1,
      lignes: [[null, 1, 2], [3], [], [], [4]],
      formules: new Map(),
      lignesMasquees: [4, 7],
      colonnesMasquees: [],
      lignesBarrees: [],
      fusions: ['B3:C4', 'A7:B7'],
    });
  });

  test('lignes dans le désordre', async () => {
    const feuille = await lireLignes('<row r="5"><c><v>5</v></c></row><row r="2"><c><v>2</v></c></row>');
    expect([feuille.premiereLigne, feuille.lignes]).toEqual([2, [[2], [], [], [5]]]);
  });

  test('préfixes XML, apostrophes et « > » dans un attribut', async () => {
    const feuille = `<x:worksheet xmlns:x='${NS_FEUILLE}'><x:sheetPr codeName="a > b"/><x:sheetData><x:row r='1'><x:c r='A1' t='str'><x:v>oui</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    expect((await lireXlsx(classeur(feuille))).feuilles[0]?.lignes).toEqual([['oui']]);
  });

  test('feuille en UTF-16, et étiquette « utf-16 » fausse', async () => {
    const xml =
      '<?xml version="1.0" encoding="utf-16"?>' +
      `<worksheet xmlns="${NS_FEUILLE}"><sheetData><row r="1"><c t="str"><v>été €</v></c></row></sheetData></worksheet>`;
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${xml}`, 'utf16le'));
    for (const contenu of [utf16, strToU8(xml), strToU8(`\ufeff${xml}`)]) {
      expect((await lireXlsx(classeur(contenu))).feuilles[0]?.lignes).toEqual([['été €']]);
    }
  });

  test('un caractère coupé entre deux morceaux décompressés se lit entier', async () => {
    const texte = 'é€😀'.repeat(50_000);
    const bruit = Array.from(
      { length: 3000 },
      (_, i) => `<c t="str"><v>${String(Math.imul(i, 2654435761) >>> 0)}</v></c>`,
    ).join('');
    const [valeur] =
      (await lireLignes(`<row r="1"><c t="str"><v>${texte}</v></c>${bruit}</row>`)).lignes[0] ?? [];
    expect(valeur === texte).toBe(true);
  });
});

describe('classeurs d’exemple', () => {
  test('écrit par un agent, en-tête en ligne 3', async () => {
    const lu = await lireXlsx(exemple('agent-maison-lo.xlsx'));
    expect(lu.feuilles.map((f) => [f.nom, f.premiereLigne, f.lignes.length])).toEqual([
      ['Paramètres', 1, 6],
      ['Projets', 3, 7],
      ['Versements', 2, 5],
    ]);
    expect(lu.feuilles[1]?.premiereColonne).toBe(2);
    expect(lu.feuilles[1]?.lignes[1]).toEqual([
      16000,
      '15.500,00',
      '2021-A/001',
      'Clas Horizon 1',
      'Association Les Petits Pas 1',
      '99900001100018',
      2,
      2,
      20,
      'favorable',
      '12/10/2021',
      'Fleury-les-Aubrais',
      'collège',
      'non',
      'oui',
      'oui',
      'oui',
      'oui',
      0,
      0,
      10274,
      2,
      0,
      'oui',
    ]);
  });

  test('écrit par une autre bibliothèque, textes dans les cellules', async () => {
    const lu = await lireXlsx(exemple('bloquant-acomptes.xlsx'));
    expect(lu.feuilles.map((f) => [f.nom, f.lignes.length])).toEqual([
      ['Paramètres', 6],
      ['Projets', 9],
      ['Versements', 11],
    ]);
    expect(lu.feuilles[0]?.lignes[1]).toEqual([
      'Nom de la Caf',
      'Caf du Loiret',
      null,
      2021,
      0.325,
      7885,
      2563,
      300,
      300,
      'Circ. 2021-006, § 3.2 et 3.3',
    ]);
  });

  test('une année complète de 41 projets', async () => {
    const lu = await lireXlsx(exemple('loiret-41-lo.xlsx'));
    expect(lu.dates1904).toBe(false);
    expect(lu.feuilles.map((f) => [f.nom, f.lignes.length])).toEqual([
      ['Paramètres', 6],
      ['Projets', 42],
      ['Collectifs', 61],
      ['Versements', 42],
    ]);
    expect(lu.feuilles[1]?.lignes[1]).toEqual([
      '045-21-0001',
      'Association Arc-en-ciel de Châlette-sur-Loing',
      '99900001100018',
      'association',
      'Clas Châlette-sur-Loing n° 1',
      'Châlette-sur-Loing',
      'élémentaire',
      'non',
      'favorable',
      44479,
      2,
      null,
      17,
      'oui',
      'oui',
      'oui',
      'oui',
      'non',
      11174,
      null,
      0,
      0,
      7542.45,
      0,
      0,
      null,
      null,
      null,
      44440,
      44804,
    ]);
  });
});

describe('ce qui n’est pas dans les cellules', () => {
  it('donne le code de format des nombres, et d’eux seuls', async () => {
    const { formats, lignes } = await lireLignes(
      '<row r="2"><c r="A2"><v>1</v></c><c r="B2" s="1"><v>44500</v></c><c r="C2" s="2"><v>12</v></c><c r="D2" s="3"><v>5</v></c><c r="E2" s="5"><v>5</v></c></row>' +
        '<row r="4"><c r="A4" s="1" t="str"><v>texte</v></c><c r="B4" s="1" t="b"><v>1</v></c><c r="C4" s="4"/><c r="D4" s="99"><v>3</v></c></row>',
      avecStyles(
        '<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="49"/><xf numFmtId="10"/><xf numFmtId="999"/>',
      ),
    );
    expect(lignes).toHaveLength(3);
    expect(formats).toEqual([[undefined, 'm/d/yyyy', '"E"0000']]);
  });

  it.each([
    ['', 'visible'],
    [' state="visible"', 'visible'],
    [' state="hidden"', 'masquee'],
    [' state="veryHidden"', 'tresMasquee'],
  ])('feuille « %s » : %s', async (etat, visibilite) => {
    const octets = classeur(feuilleXml('<row r="1"><c r="A1"><v>1</v></c></row>'), {
      parties: {
        'xl/workbook.xml': `<workbook xmlns="${NS_FEUILLE}" xmlns:r="${REL}"><sheets><sheet name="F" sheetId="1" r:id="rId1"${etat}/></sheets></workbook>`,
      },
    });
    expect((await lireXlsx(octets)).feuilles[0]?.visibilite).toBe(visibilite);
  });

  it.each([
    ['totalsRowCount="1"', [4]],
    ['totalsRowCount="2"', [3, 4]],
    ['totalsRowShown="1"', []],
    ['totalsRowCount="0" totalsRowShown="1"', []],
  ])('tableau %s : lignes de total %j', async (attributs, attendues) => {
    const lu = await lireLignes(
      [1, 2, 3, 4, 5].map((n) => `<row r="${n}"><c r="A${n}"><v>${n}</v></c></row>`).join(''),
      {
        parties: {
          'xl/worksheets/_rels/sheet1.xml.rels': relations(lien('rId7', 'table', '../tables/table1.xml')),
          'xl/tables/table1.xml': `<table xmlns="${NS_FEUILLE}" id="1" name="T" displayName="T" ref="A1:C4" ${attributs}/>`,
        },
      },
      '<tableParts count="1"><tablePart r:id="rId7"/></tableParts>',
    );
    expect(lu.lignesDeTotal).toEqual(attendues);
  });
});
