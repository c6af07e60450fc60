/** Un élément n'est le nôtre que par son espace de noms et sa place ; ce que d'autres ajoutent ne se mêle pas aux cellules. */
import { lireXlsx } from '../../src/classeur/xlsx';
import { PHRASES } from '../../src/classeur/xlsx/phrases';
import { NS, NS_R, NS_RELS, classeur, feuilleXml, lireCellules, lireLignes, phraseDe } from './fabrique';

const X14 = 'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"';
const MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const feuille = (attributs: string, corps: string): string =>
  `<worksheet ${NS} ${NS_R} ${X14} ${MC} ${attributs}>${corps}</worksheet>`;
const valeurs = async (xml: string, options = {}) =>
  (await lireXlsx(classeur(xml, options))).feuilles[0]?.lignes;
const deux = '<row r="1"><c r="A1"><v>1</v></c></row>';

describe('espaces de noms', () => {
  it.each([
    ['x14:sheetData', `<x14:sheetData><row r="2"><c r="A2"><v>9</v></c></row></x14:sheetData>`],
    [
      'sheetData étranger',
      `<sheetData xmlns="urn:autre"><row r="2"><c r="A2"><v>9</v></c></row></sheetData>`,
    ],
    ['sheetData des nôtres', `<sheetData><row r="2"><c r="A2"><v>9</v></c></row></sheetData>`],
    ['fusion', `<mergeCells><mergeCell ref="A1:B1"/></mergeCells>`],
  ])('%s dans extLst ne compte pas', async (_titre, dedans) => {
    const ext = `<extLst><ext uri="{0}">${dedans}</ext></extLst>`;
    const lue = await lireLignes(deux, {}, ext.replace('<x14:sheetData', `<x14:sheetData ${X14}`));
    expect([lue.lignes, lue.fusions]).toEqual([[[1]], []]);
  });

  test('une feuille étrangère à côté de la nôtre ne compte pas', async () => {
    expect(
      await valeurs(
        feuille(
          '',
          `<x14:sheetData>${deux.replaceAll('1', '2')}</x14:sheetData><sheetData>${deux}</sheetData>`,
        ),
      ),
    ).toEqual([[1]]);
  });

  test('des éléments étrangers dans une cellule ne se collent pas à son texte', async () => {
    expect(
      await lireCellules(
        `<c r="A1" t="inlineStr"><is><t>un</t><x14:t ${X14}>deux</x14:t></is></c><c r="B1"><v>1</v><x14:v ${X14}>2</x14:v></c><c r="C1"><v>3<x14:x ${X14}>4</x14:x></v></c>`,
      ),
    ).toEqual(['un', 1, 3]);
  });

  it.each([
    ['x14', 'repli'],
    ['x14 x', 'repli'],
    ['x', 'choix'],
    ['inconnu', 'repli'],
  ])('contenu de rechange, Requires="%s" : une seule version', async (requis, attendu) => {
    const espaces = `${X14} ${MC} ${NS.replace('xmlns', 'xmlns:x')}`;
    expect(
      await lireCellules(
        `<c r="A1" t="inlineStr" ${espaces}><is><mc:AlternateContent><mc:Choice Requires="${requis}"><t>choix</t></mc:Choice><mc:Choice Requires="x14"><t>second</t></mc:Choice><mc:Fallback><t>repli</t></mc:Fallback></mc:AlternateContent></is></c><c r="B1"><v>7</v></c>`,
      ),
    ).toEqual([attendu, 7]);
  });

  test('un texte partagé ne prend pas celui de ses extensions', async () => {
    const chaines = `<si><t>oui</t><extLst><ext><t>non</t></ext></extLst><x14:t ${X14}>peut-être</x14:t></si><x14:si ${X14}><t>étranger</t></x14:si><si><t>suite</t></si>`;
    expect(await lireCellules('<c t="s"><v>0</v></c><c t="s"><v>1</v></c>', { chaines })).toEqual([
      'oui',
      'suite',
    ]);
  });

  it.each([
    ['l’élément principal', '<workbookPr date1904="1"/>', true],
    ['un élément étranger', `<x14:workbookPr ${X14} date1904="1"/>`, false],
    ['une extension', `<extLst><ext><workbookPr date1904="1"/></ext></extLst>`, false],
    ['un attribut étranger', `<workbookPr ${X14} x14:date1904="1"/>`, false],
  ])('1904 dit par %s : %s → %s', async (_titre, proprietes, attendu) => {
    expect((await lireXlsx(classeur(feuilleXml(deux), { proprietes }))).dates1904).toBe(attendu);
  });

  test('un attribut étranger n’est pas le nôtre', async () => {
    expect(
      await lireLignes(
        `<row r="1" ${X14} x14:r="7" x14:hidden="1"><c r="A1" x14:t="b" x14:r="B1"><v>1</v></c></row>`,
      ),
    ).toMatchObject({ premiereLigne: 1, lignes: [[1]], lignesMasquees: [] });
  });

  test('le préfixe et l’espace par défaut ne changent rien, ni leur redéfinition en chemin', async () => {
    const n = NS.replace('xmlns=', 'xmlns:a=');
    expect(
      await valeurs(
        `<a:worksheet ${n}><a:sheetData xmlns="urn:autre"><a:row r="1"><a:c r="A1"><v>8</v><a:v>1</a:v></a:c><c ${NS} r="B1"><v>2</v></c></a:row></a:sheetData></a:worksheet>`,
      ),
    ).toEqual([[1, 2]]);
  });

  test('Office Open XML Strict', async () => {
    const strict = 'http://purl.oclc.org/ooxml';
    const r = `${strict}/officeDocument/relationships`;
    const lu = await lireXlsx(
      classeur(
        `<worksheet xmlns="${strict}/spreadsheetml/main" xmlns:r="${r}"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="d"><v>2021-10-12</v></c></row><row r="2"><c r="A2"><v>3</v></c></row></sheetData><tableParts><tablePart r:id="t1"/></tableParts></worksheet>`,
        {
          parties: {
            '_rels/.rels': `<Relationships ${NS_RELS}><Relationship Id="a" Type="${r}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
            'xl/workbook.xml': `<workbook xmlns="${strict}/spreadsheetml/main" xmlns:r="${r}" conformance="strict"><sheets><sheet name="Projets" sheetId="1" r:id="b"/></sheets></workbook>`,
            'xl/_rels/workbook.xml.rels': `<Relationships ${NS_RELS}><Relationship Id="b" Type="${r}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="c" Type="${r}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
            'xl/sharedStrings.xml': `<sst xmlns="${strict}/spreadsheetml/main"><si><t>P-1</t></si></sst>`,
            'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships ${NS_RELS}><Relationship Id="t1" Type="${r}/table" Target="../tables/table1.xml"/></Relationships>`,
            'xl/tables/table1.xml': `<table xmlns="${strict}/spreadsheetml/main" ref="A1:B2" totalsRowCount="1"/>`,
          },
        },
      ),
    );
    expect(lu.feuilles[0]).toMatchObject({
      nom: 'Projets',
      lignes: [['P-1', 44_481], [3]],
      formats: [[undefined, 'yyyy-mm-dd']],
      lignesDeTotal: [2],
    });
  });
});

describe('ce que Excel ouvre', () => {
  test('des noms d’entrées à barres inverses', async () => {
    const octets = classeur(feuilleXml(deux), {
      absentes: ['xl/worksheets/sheet1.xml', 'xl/workbook.xml'],
      parties: {
        'xl\\worksheets\\sheet1.xml': feuilleXml(deux),
        'xl\\workbook.xml': `<workbook ${NS} ${NS_R}><sheets><sheet name="F" sheetId="1" r:id="rId1"/></sheets></workbook>`,
        'xl/_rels/workbook.xml.rels': `<Relationships ${NS_RELS}><Relationship Id="rId1" Type="x/worksheet" Target="worksheets\\sheet1.xml"/></Relationships>`,
      },
    });
    expect((await lireXlsx(octets)).feuilles[0]?.lignes).toEqual([[1]]);
  });

  test('le type dit lequel de <v> et de <is> compte, jamais les deux', async () => {
    const is = '<is><t>texte</t></is>';
    expect(
      await lireCellules(
        `<c t="inlineStr"><v>1</v>${is}</c><c><v>2</v>${is}</c><c>${is}<v>3</v></c><c t="s"><v>0</v>${is}</c><c t="str"><v>vu</v>${is}</c><c t="inlineStr"><v>4</v></c><c>${is}</c><c t="b"><v>1</v>${is}</c>`,
        { chaines: '<si><t>partagé</t></si>' },
      ),
    ).toEqual(['texte', 2, 3, 'partagé', 'vu', '4', 'texte', true]);
  });

  test('une cellule sans valeur est vide, quel que soit son type', async () => {
    const types = ['s', 'b', 'e', 'd', 'n', 'str', 'inlineStr'];
    const vides = types.flatMap((t) => [`<c t="${t}"><v/></c>`, `<c t="${t}"><v></v></c>`, `<c t="${t}"/>`]);
    expect(await lireCellules(`${vides.join('')}<c r="Z1"><v>1</v></c>`)).toEqual([1]);
  });

  it.each([
    ['sans relation', ''],
    ['dont l’identifiant est inconnu', 'r:id="rId99"'],
    ['très masqué dont la partie manque', 'r:id="rId8" state="veryHidden"'],
  ])('un onglet de module VBA %s : les autres sont lus', async (_titre, attributs) => {
    const octets = classeur(feuilleXml(deux), {
      parties: {
        'xl/workbook.xml': `<workbook ${NS} ${NS_R}><sheets><sheet name="Module1" sheetId="2" ${attributs}/><sheet name="F" sheetId="1" r:id="rId1"/></sheets></workbook>`,
        'xl/_rels/workbook.xml.rels': `<Relationships ${NS_RELS}><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId8" Type="x/worksheet" Target="worksheets/absente.xml"/></Relationships>`,
      },
    });
    expect((await lireXlsx(octets)).feuilles.map(({ nom, lignes }) => [nom, lignes])).toEqual([['F', [[1]]]]);
  });

  test.each(['valueOf', 'toString', '__proto__', 'constructor', 'hasOwn'])(
    'l’entité « &%s; » n’existe pas',
    async (nom) => {
      const dans = [
        classeur(feuilleXml(`<row r="1"><c t="str"><v>&${nom};</v></c></row>`)),
        classeur(feuilleXml('<row r="1"><c t="s"><v>0</v></c></row>'), {
          chaines: `<si><t>&${nom};</t></si>`,
        }),
        classeur(feuilleXml(`<row r="1"><c><f>&${nom};</f><v>1</v></c></row>`)),
      ];
      const phrases = await Promise.all(dans.map(phraseDe));
      expect(new Set(phrases).size).toBe(1);
      expect([PHRASES.entite, PHRASES.xml]).toContain(phrases[0]);
    },
  );

  test.each(['valueOf', '__proto__', 'constructor', 'toString'])(
    'le texte « %s » est un texte, et une clé « %s » n’est qu’un nom inconnu',
    async (nom) => {
      expect(
        await lireCellules(
          `<c t="${nom}"><v>5</v></c><c t="str" s="${nom}"><v>${nom}</v></c><c s="${nom}"><f t="shared" si="${nom}"/><v>6</v></c>`,
        ),
      ).toEqual([5, nom, 6]);
    },
  );
});

describe('XML mal formé, ou qui n’est pas à sa place', () => {
  const corps = (xml: string): string => `<worksheet ${NS}><sheetData>${xml}</sheetData></worksheet>`;
  it.each([
    ['balises qui se croisent', corps('<row r="1"><c r="A1"><v>1</c></v></row>')],
    ['fermeture d’un autre nom', `<worksheet ${NS}><sheetData></worksheet></sheetData>`],
    ['nom qui n’est qu’un début', corps('<row r="1"><c r="A1"><v>1</vv></c></row>')],
    ['préfixe différent', `<x:worksheet xmlns:x="${NS.slice(7, -1)}"></worksheet>`],
    ['jamais fermée', `<worksheet ${NS}><sheetData>${deux}`],
    ['deux racines', `<worksheet ${NS}><sheetData/></worksheet><worksheet ${NS}/>`],
    ['texte après la racine', `<worksheet ${NS}><sheetData/></worksheet>suite`],
    ['texte avant la racine', `début<worksheet ${NS}><sheetData/></worksheet>`],
    ['CDATA hors de la racine', `<worksheet ${NS}/><![CDATA[x]]>`],
    ['attribut sans guillemets', corps('<row r=1></row>')],
    ['attribut sans valeur', corps('<row hidden></row>')],
    ['attribut en double', corps('<row r="1" r="2"/>')],
    ['attributs collés', corps('<row r="1"hidden="1"/>')],
    ['« < » dans un attribut', corps('<row r="<"/>')],
    ['guillemet jamais fermé', corps('<row r="1><c r="A1"><v>1</v></c></row>')],
    ['nom vide', corps('< row/>')],
    ['préfixe jamais déclaré', corps('<a:row r="1"/>')],
    ['trop d’emboîtements', corps('<a>'.repeat(300) + '</a>'.repeat(300))],
    ['esperluette seule', corps('<row r="1"><c t="str"><v>a & b</v></c></row>')],
  ])('%s : refusé', async (_titre, xml) => {
    expect(await phraseDe(classeur(xml))).toBe(PHRASES.xml);
  });

  it.each([
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    '_rels/.rels',
    'xl/sharedStrings.xml',
    'xl/styles.xml',
    'xl/worksheets/sheet1.xml',
  ])('%s mal formé : refusé', async (nom) => {
    const source: Record<string, string> = {
      'xl/workbook.xml': `<workbook ${NS} ${NS_R}><sheets><sheet name="F" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships ${NS_RELS}><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="x/styles" Target="styles.xml"/></Relationships>`,
      '_rels/.rels': `<Relationships ${NS_RELS}><Relationship Id="rId1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      'xl/sharedStrings.xml': `<sst ${NS}><si><t>a</t></si></sst>`,
      'xl/styles.xml': `<styleSheet ${NS}><cellXfs><xf numFmtId="0"/></cellXfs></styleSheet>`,
      'xl/worksheets/sheet1.xml': feuilleXml(deux),
    };
    expect(await valeurs(source['xl/worksheets/sheet1.xml'] ?? '', { parties: source })).toEqual([[1]]);
    const abime = { ...source, [nom]: `${source[nom] ?? ''}<suite/>` };
    expect(await phraseDe(classeur(feuilleXml(deux), { parties: abime }))).toBe(PHRASES.xml);
  });

  it.each([
    ['une racine d’un autre espace de noms', '<worksheet xmlns="urn:autre"><sheetData/></worksheet>'],
    ['une racine sans espace de noms', `<worksheet><sheetData>${deux}</sheetData></worksheet>`],
    ['une racine d’un autre nom', `<chartsheet ${NS}/>`],
    ['une cellule hors de sa ligne', corps('<c r="A1"><v>1</v></c>')],
    ['une ligne dans une ligne', corps('<row r="1"><row r="2"/></row>')],
    ['une cellule dans une cellule', corps('<row r="1"><c r="A1"><c r="B1"/></c></row>')],
    ['deux <v>', corps('<row r="1"><c r="A1"><v>1</v><v>2</v></c></row>')],
    ['deux <is>', corps('<row r="1"><c r="A1" t="inlineStr"><is><t>1</t></is><is><t>2</t></is></c></row>')],
    ['deux <f>', corps('<row r="1"><c r="A1"><f>B1</f><f>C1</f><v>2</v></c></row>')],
  ])('%s : refusée', async (_titre, xml) => {
    expect(await phraseDe(classeur(xml))).toBe(PHRASES.structure);
  });

  test('deux cellules de la même adresse : refusées', async () => {
    const xml = corps('<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>');
    expect(await phraseDe(classeur(xml))).toBe(PHRASES.cellulesEnDouble);
  });

  it.each(['A', 'A1:B2:C3', 'toString', ''])('fusion « %s » : refusée', async (ref) => {
    const xml = `<worksheet ${NS}><sheetData>${deux}</sheetData><mergeCells><mergeCell ref="${ref}"/></mergeCells></worksheet>`;
    expect(await phraseDe(classeur(xml))).toBe(PHRASES.adresse);
  });
});
