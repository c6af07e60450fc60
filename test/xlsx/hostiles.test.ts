/** Fichiers trompeurs, abîmés ou piégés : chacun est refusé par sa phrase (les fichiers démesurés sont dans bornes.test.ts). */
import { deflateSync, strToU8, zipSync } from 'fflate';
import { lireXlsx } from '../../src/classeur/xlsx';
import { crc32 } from '../../src/classeur/xlsx/crc';
import { PHRASES } from '../../src/classeur/xlsx/phrases';
import {
  ENTETE,
  NS,
  NS_R,
  NS_RELS,
  classeur,
  feuilleXml,
  lireLignes,
  parties,
  phraseDe,
  zipBrut,
} from './fabrique';

const SIMPLE = feuilleXml('<row r="1"><c r="A1"><v>1</v></c></row>');
const ole = (...suite: string[]): Uint8Array => {
  const octets = new Uint8Array(4096);
  octets.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  // les noms d'un fichier OLE sont en UTF-16
  [...suite.join('')].forEach((c, i) => (octets[1024 + 2 * i] = c.charCodeAt(0)));
  return octets;
};
const brut = (
  source: Record<string, Uint8Array>,
  change: (e: Parameters<typeof zipBrut>[0][number]) => Parameters<typeof zipBrut>[0][number],
) => zipBrut(Object.entries(source).map(([nom, donnees]) => change({ nom, donnees, somme: crc32(donnees) })));

describe('ce qui n’est pas un classeur .xlsx', () => {
  const cas: [string, Uint8Array, keyof typeof PHRASES][] = [
    ['un fichier vide', new Uint8Array(0), 'vide'],
    ['un CSV renommé', strToU8('N° dossier;Gestionnaire\r\n045-21-0001;Association\r\n'), 'texte'],
    ['un CSV en UTF-16', new Uint8Array([0xff, 0xfe, 0x41, 0, 0x3b, 0]), 'texte'],
    ['des octets au hasard', Uint8Array.from({ length: 3000 }, (_, i) => (i * 7919 + 13) % 251), 'inconnu'],
    ['un ancien .xls', ole('Workbook'), 'ancien'],
    [
      'un très ancien .xls sans enveloppe',
      new Uint8Array([0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00]),
      'ancien',
    ],
    ['un classeur à mot de passe', ole('Root Entry', 'EncryptionInfo', 'EncryptedPackage'), 'motDePasse'],
    [
      'un .ods',
      zipSync({
        mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
        'content.xml': strToU8('<a/>'),
      }),
      'ods',
    ],
    ['un .xlsb', zipSync(parties(SIMPLE, { parties: { 'xl/workbook.bin': 'x' } })), 'binaire'],
    [
      'un .docx',
      zipSync({
        '[Content_Types].xml': strToU8('<a/>'),
        '_rels/.rels': strToU8('<a/>'),
        'word/document.xml': strToU8('<a/>'),
      }),
      'word',
    ],
    [
      'un .pptx',
      zipSync({
        '[Content_Types].xml': strToU8('<a/>'),
        '_rels/.rels': strToU8('<a/>'),
        'ppt/presentation.xml': strToU8('<a/>'),
      }),
      'diaporama',
    ],
    ['une archive quelconque', zipSync({ 'photo.txt': strToU8('bonjour') }), 'archive'],
    [
      'un classeur sans [Content_Types].xml',
      classeur(SIMPLE, { absentes: ['[Content_Types].xml'] }),
      'archive',
    ],
    ['un classeur sans xl/workbook.xml', classeur(SIMPLE, { absentes: ['xl/workbook.xml'] }), 'archive'],
    [
      'un classeur dont la feuille manque',
      classeur(SIMPLE, { absentes: ['xl/worksheets/sheet1.xml'] }),
      'feuilleAbsente',
    ],
  ];
  test.each(cas)('%s', async (_titre, octets, cle) => {
    expect(await phraseDe(octets)).toBe(PHRASES[cle]);
  });
});

describe('archives abîmées ou truquées', () => {
  const source = parties(SIMPLE);
  const saine = zipSync(source);

  test('l’archive témoin, écrite octet par octet, se lit', async () => {
    expect((await lireXlsx(brut(source, (e) => e))).feuilles[0]?.lignes).toEqual([[1]]);
  });

  test('toute troncature est refusée', async () => {
    const phrases = new Set<string>();
    for (let n = 4; n < saine.length; n += 37) phrases.add(await phraseDe(saine.slice(0, n)));
    expect([...phrases]).toEqual([PHRASES.tronque]);
  });

  test('tout octet altéré donne une phrase, ou n’altère pas les valeurs', async () => {
    for (let i = 0; i < saine.length; i += 5) {
      const copie = saine.slice();
      copie[i] = (copie[i] as number) ^ 0x55;
      try {
        expect((await lireXlsx(copie)).feuilles[0]?.lignes).toEqual([[1]]);
      } catch (erreur) {
        expect((erreur as Error).name).toBe('ErreurClasseur');
      }
    }
  });

  const cas: [string, Uint8Array, keyof typeof PHRASES][] = [
    [
      'somme de contrôle fausse',
      brut(source, (e) => (e.nom.endsWith('sheet1.xml') ? { ...e, somme: 1 } : e)),
      'controle',
    ],
    [
      'somme de contrôle nulle',
      brut(source, (e) => (e.nom.endsWith('sheet1.xml') ? { ...e, somme: 0 } : e)),
      'controle',
    ],
    [
      'somme fausse dans une partie que Clas ne lit pas',
      brut({ ...source, 'xl/media/a.png': strToU8('image') }, (e) =>
        e.nom.endsWith('png') ? { ...e, somme: 1 } : e,
      ),
      'controle',
    ],
    ['entrée chiffrée', brut(source, (e) => ({ ...e, drapeaux: 1 })), 'chiffre'],
    [
      'compression inconnue',
      brut(source, (e) => (e.nom.endsWith('sheet1.xml') ? { ...e, methode: 14 } : e)),
      'compression',
    ],
    [
      'données compressées absurdes',
      brut(source, (e) =>
        e.nom.endsWith('sheet1.xml') ? { ...e, methode: 8, donnees: Uint8Array.of(255, 1, 2, 3) } : e,
      ),
      'abime',
    ],
    [
      'nom local différent du répertoire',
      brut(source, (e) =>
        e.nom.endsWith('sheet1.xml') ? { ...e, nomLocal: 'xl/worksheets/sheet2.xml' } : e,
      ),
      'abime',
    ],
    [
      'deux entrées sur les mêmes données',
      zipBrut([
        ...Object.entries(source).map(([nom, donnees]) => ({ nom, donnees, somme: crc32(donnees) })),
        { nom: '[Content_Types].xmm', donnees: source['[Content_Types].xml'] as Uint8Array, local: 0 },
      ]),
      'abime',
    ],
    ['nom qui remonte', classeur(SIMPLE, { parties: { '../../etc/passwd': 'x' } }), 'chemin'],
    ['nom qui remonte au milieu', classeur(SIMPLE, { parties: { 'xl/../../x.xml': '<a/>' } }), 'chemin'],
    ['nom absolu', classeur(SIMPLE, { parties: { '/etc/passwd': 'x' } }), 'chemin'],
    ['nom à barre inverse qui remonte', classeur(SIMPLE, { parties: { '..\\..\\a.xml': '<a/>' } }), 'chemin'],
    ['nom absolu à barre inverse', classeur(SIMPLE, { parties: { '\\a.xml': '<a/>' } }), 'chemin'],
    [
      'deux entrées qui ne diffèrent que par leur barre',
      classeur(SIMPLE, { parties: { 'xl\\worksheets\\sheet1.xml': SIMPLE } }),
      'doublon',
    ],
    ['nom de lecteur', classeur(SIMPLE, { parties: { 'C:/a.xml': '<a/>' } }), 'chemin'],
    [
      'relation qui sort de l’archive',
      classeur(SIMPLE, {
        parties: {
          '_rels/.rels': `<Relationships ${NS_RELS}><Relationship Id="a" Type="x/officeDocument" Target="../../xl/workbook.xml"/></Relationships>`,
        },
      }),
      'chemin',
    ],
    [
      'deux entrées du même nom',
      zipBrut(
        [...Object.entries(source), ...Object.entries(source)].map(([nom, donnees]) => ({
          nom,
          donnees,
          somme: crc32(donnees),
        })),
      ),
      'doublon',
    ],
    [
      'deux entrées qui ne diffèrent que par la casse',
      classeur(SIMPLE, { parties: { 'XL/worksheets/Sheet1.xml': SIMPLE } }),
      'doublon',
    ],
    [
      '12 000 fichiers internes',
      classeur(SIMPLE, {
        parties: Object.fromEntries(Array.from({ length: 12_000 }, (_, i) => [`xl/a${String(i)}.bin`, 'x'])),
      }),
      'tropDeParties',
    ],
    [
      'taille annoncée démesurée',
      brut(source, (e) => (e.nom.endsWith('sheet1.xml') ? { ...e, methode: 8, taille: 4_000_000_000 } : e)),
      'tropEtendu',
    ],
    [
      'deux onglets sur la même feuille',
      classeur(SIMPLE, {
        parties: {
          'xl/workbook.xml': `<workbook ${NS} ${NS_R}><sheets><sheet name="a" r:id="rId1"/><sheet name="b" r:id="rId1"/></sheets></workbook>`,
        },
      }),
      'feuilleAbsente',
    ],
    [
      'aucune feuille',
      classeur(SIMPLE, { parties: { 'xl/workbook.xml': `<workbook ${NS}><sheets/></workbook>` } }),
      'sansFeuille',
    ],
  ];
  test.each(cas)('%s', async (_titre, octets, cle) => {
    expect(await phraseDe(octets)).toBe(PHRASES[cle]);
  });

  test('bombe : 60 Mo de zéros dans 60 Ko', async () => {
    expect(
      await phraseDe(classeur(SIMPLE, { parties: { 'xl/media/a.bin': new Uint8Array(60_000_000) } })),
    ).toBe(PHRASES.tropEtendu);
  });

  test('bombe dont le répertoire annonce une petite taille', async () => {
    const donnees = deflateSync(new Uint8Array(5_000_000));
    expect(
      await phraseDe(
        brut(source, (e) => (e.nom.endsWith('sheet1.xml') ? { ...e, methode: 8, donnees, taille: 1000 } : e)),
      ),
    ).toBe(PHRASES.tropEtendu);
  });
});

describe('XML interdit ou mal formé', () => {
  const doctype = `<?xml version="1.0"?><!DOCTYPE worksheet [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&b;</v></c></row></sheetData></worksheet>`;
  const utf16 = (texte: string, gros: boolean): Uint8Array => {
    const octets = new Uint8Array(2 * texte.length + 2);
    const vue = new DataView(octets.buffer);
    vue.setUint16(0, 0xfeff, !gros);
    for (let i = 0; i < texte.length; i++) vue.setUint16(2 + 2 * i, texte.charCodeAt(i), !gros);
    return octets;
  };
  const cas: [string, Uint8Array, keyof typeof PHRASES][] = [
    ['DOCTYPE dans la feuille', classeur(doctype), 'entite'],
    ['DOCTYPE dans la feuille, en UTF-16 petit-boutiste', classeur(utf16(doctype, false)), 'entite'],
    ['DOCTYPE dans la feuille, en UTF-16 gros-boutiste', classeur(utf16(doctype, true)), 'entite'],
    [
      'DOCTYPE dans une partie que Clas ne lit pas',
      classeur(SIMPLE, { parties: { 'docProps/core.xml': '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>' } }),
      'entite',
    ],
    [
      'DOCTYPE en UTF-16 dans une partie que Clas ne lit pas',
      classeur(SIMPLE, { parties: { 'docProps/core.xml': utf16('<!DOCTYPE a><a/>', false) } }),
      'entite',
    ],
    [
      'DOCTYPE loin derrière un commentaire',
      classeur(SIMPLE, { parties: { 'docProps/core.xml': `<!--${'x'.repeat(100_000)}--><!DOCTYPE a><a/>` } }),
      'entite',
    ],
    [
      'DOCTYPE dans les textes partagés',
      classeur(SIMPLE, { parties: { 'xl/sharedStrings.xml': '<!DOCTYPE sst><sst/>' } }),
      'entite',
    ],
    [
      'DOCTYPE dans les relations',
      classeur(SIMPLE, { parties: { '_rels/.rels': '<!DOCTYPE a><Relationships/>' } }),
      'entite',
    ],
    [
      'entité inconnue',
      classeur(feuilleXml('<row r="1"><c r="A1" t="str"><v>&xxe;</v></c></row>')),
      'entite',
    ],
    ['balise jamais fermée', classeur(`${ENTETE}<worksheet ${NS}><sheetData><row r="1">`), 'xml'],
    ['fermeture de trop', classeur(`${ENTETE}<worksheet ${NS}></worksheet></a>`), 'xml'],
    ['feuille vide', classeur(''), 'xml'],
    ['feuille qui n’est pas du XML', classeur('bonjour'), 'xml'],
    [
      'UTF-8 incorrect',
      classeur(Uint8Array.of(...strToU8('<worksheet><sheetData>'), 0xff, 0xfe, 0x41)),
      'encodage',
    ],
    ['encodage inconnu', classeur('<?xml version="1.0" encoding="x-martien"?><worksheet/>'), 'encodage'],
    [
      'texte partagé absent',
      classeur(feuilleXml('<row r="1"><c r="A1" t="s"><v>7</v></c></row>')),
      'texteAbsent',
    ],
    ['adresse hors de la ligne', classeur(feuilleXml('<row r="1"><c r="A2"><v>1</v></c></row>')), 'adresse'],
    ['colonne après XFD', classeur(feuilleXml('<row r="1"><c r="XFE1"><v>1</v></c></row>')), 'adresse'],
    [
      'ligne 1 048 577',
      classeur(feuilleXml('<row r="1048577"><c r="A1048577"><v>1</v></c></row>')),
      'adresse',
    ],
    ['ligne « abc »', classeur(feuilleXml('<row r="abc"/>')), 'adresse'],
  ];
  test.each(cas)('%s', async (_titre, octets, cle) => {
    expect(await phraseDe(octets)).toBe(PHRASES[cle]);
  });
});

describe('feuilles démesurées', () => {
  test('une étendue déclarée jusqu’en XFD1048576 ne réserve rien', async () => {
    const lue = await lireXlsx(
      classeur(
        `${ENTETE}<worksheet ${NS}><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`,
      ),
    );
    expect(lue.feuilles[0]?.lignes).toEqual([[1]]);
  });

  test('une cellule en ligne 1 048 576 et une en XFD se lisent', async () => {
    const feuille = await lireLignes(
      '<row r="1"><c r="XFD1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>2</v></c></row>',
    );
    expect(feuille.lignes.length).toBe(1_048_576);
    expect(feuille.lignes[0]?.length).toBe(16_384);
    expect(feuille.lignes[0]?.[16_383]).toBe(1);
    expect(feuille.lignes.at(-1)).toEqual([2]);
  });
});
