/**
 * Générateur à graine de classeurs abîmés ou piégés, tirés d'un classeur sain. Chaque mutant se refait seul, de sa
 * famille et de son numéro : c'est ce que dit un échec.
 */
import { deflateRawSync } from 'node:zlib';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { crc32 } from '../../src/classeur/xlsx/crc';
import { tirage, type Tirage } from '../../outils/tirage';
import { zipBrut } from '../xlsx/fabrique';
import { NOMBRES_HOSTILES, TEXTES_HOSTILES } from './valeurs';

type Parties = Readonly<Record<string, Uint8Array>>;
type Entree = Parameters<typeof zipBrut>[0][number];

const parmi = <T>(hasard: Tirage, liste: readonly T[]): T => liste[hasard(liste.length - 1)] as T;
const sur = (texte: string): string =>
  texte.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** L'archive, octet par octet : retournés, coupés, répétés, ou remplacés par des nombres extrêmes. */
function octets(sain: Uint8Array, hasard: Tirage): Uint8Array {
  const copie = Uint8Array.from(sain);
  const ou = (): number => hasard(copie.length - 5);
  const geste = hasard(4);
  if (geste === 0) return copie.subarray(0, hasard(copie.length));
  if (geste === 1) {
    for (let i = 0, n = 1 + hasard(20); i < n; i++) copie[ou()] = hasard(255);
    return copie;
  }
  if (geste === 2) {
    // le répertoire est à la fin : c'est lui que visent ces nombres
    const vue = new DataView(copie.buffer);
    const position = copie.length - 5 - hasard(900);
    vue.setUint32(position, parmi(hasard, [0, 1, 0x7fffffff, 0xffffffff, 0xfffffffe, copie.length]), true);
    return copie;
  }
  const debut = ou();
  const morceau = copie.slice(debut, debut + 1 + hasard(2_000));
  const place = ou();
  if (geste === 3) copie.set(morceau.subarray(0, copie.length - place), place);
  return geste === 3 ? copie : Buffer.concat([copie.subarray(0, place), morceau, copie.subarray(place)]);
}

/** Une archive bien formée qui ment : tailles, sommes, noms, doublons, chevauchements, compressions absurdes. */
function archive(parties: Parties, hasard: Tirage): Uint8Array {
  const entrees: Entree[] = Object.entries(parties).map(([nom, donnees]) => {
    const serre = hasard(1) === 0;
    return {
      nom,
      donnees: serre ? deflateRawSync(donnees) : donnees,
      methode: serre ? 8 : 0,
      taille: donnees.length,
      somme: crc32(donnees),
    };
  });
  const victime = hasard(entrees.length - 1);
  const saine = entrees[victime] as Entree;
  const chemins = [
    '../x.xml',
    '/etc/passwd',
    'C:/x',
    'xl\\x.xml',
    'xl/./x.xml',
    'xl//x.xml',
    '\0',
    '__proto__',
    '%2e%2e/x',
    'xl/…',
    'x'.repeat(5_000),
  ];
  const mensonges: (() => readonly Entree[])[] = [
    () =>
      entrees.with(victime, {
        ...saine,
        taille: parmi(hasard, [0, 1, 4_000_000_000, (saine.taille ?? 0) + 1]),
      }),
    () => entrees.with(victime, { ...saine, somme: hasard(0x7fffffff) }),
    () => entrees.with(victime, { ...saine, methode: parmi(hasard, [1, 9, 12, 14, 99, 65_535]) }),
    () => entrees.with(victime, { ...saine, methode: saine.methode === 8 ? 0 : 8 }),
    () => entrees.with(victime, { ...saine, drapeaux: hasard(65_535) }),
    () => entrees.with(victime, { ...saine, nom: parmi(hasard, chemins) }),
    () => entrees.with(victime, { ...saine, nomLocal: parmi(hasard, chemins) }),
    () => entrees.with(victime, { ...saine, local: hasard(20_000) }),
    () => [
      ...entrees,
      { ...saine, nom: parmi(hasard, [saine.nom, saine.nom.toUpperCase(), parmi(hasard, chemins)]) },
    ],
    () => entrees.toSpliced(victime, 1),
    () => [
      ...entrees,
      {
        nom: 'xl/media/bombe.bin',
        donnees: deflateRawSync(new Uint8Array(8_000_000)),
        methode: 8,
        taille: 8_000_000,
        somme: 0,
      },
    ],
    () => entrees.with(victime, { ...saine, donnees: Uint8Array.from({ length: 500 }, () => hasard(255)) }),
    () => Array.from({ length: 2_500 }, (_, i) => ({ ...saine, nom: `xl/n${i}.xml` })),
  ];
  return zipBrut(parmi(hasard, mensonges)());
}

const FRAGMENTS: readonly string[] = [
  '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
  '<!ENTITY x "y">',
  '&xxe;',
  '&#0;',
  '&#x110000;',
  '&#xD800;',
  '&',
  '<',
  '</',
  '<![CDATA[',
  '<!--',
  '<?',
  '<?xml version="1.0" encoding="UTF-32"?>',
  '</worksheet>',
  '</row>',
  '<row r="1">',
  '<c/>',
  '<x:c xmlns:x="urn:x" r="A1"><x:v>1</x:v></x:c>',
  '<a>'.repeat(50_000),
  '<a>'.repeat(20_000) + '</a>'.repeat(20_000),
  `<c ${'a="" '.repeat(20_000)}/>`,
  `<c r="${'A'.repeat(100_000)}"/>`,
  '<c r="A1" r="B1" r=\'C1\'>',
  '<mergeCell ref="A1:XFD1048576"/>',
  '<dimension ref="A1:XFD1048576"/>',
  '\0',
  '\ufeff',
  '\uffff',
  '\u2028',
];

const ADRESSES: readonly string[] = [
  '99999999',
  '-1',
  '0',
  'NaN',
  '1e9',
  '1048577',
  'A0',
  'XFE1',
  'A1:XFD1048576',
  'AAAA1',
  '',
  '__proto__',
  '1.5',
  '0x10',
  'ＡＡ',
  '2147483648',
];

const attribut = (nom: string, valeurs: readonly string[]) => (xml: string, hasard: Tirage) => {
  const places = [...xml.matchAll(new RegExp(`(?<= ${nom}=")[^"]*`, 'g'))];
  const place = places[hasard(Math.max(0, places.length - 1))];
  if (!place) return xml;
  return xml.slice(0, place.index) + parmi(hasard, valeurs) + xml.slice(place.index + place[0].length);
};

/** Le texte d'une partie : coupé, répété, rempli de fragments interdits, d'adresses et d'index impossibles. */
const GESTES_XML: readonly ((xml: string, hasard: Tirage) => string)[] = [
  (xml, hasard) => xml.slice(0, hasard(xml.length)),
  (xml, hasard) => {
    const debut = hasard(xml.length);
    return xml.slice(0, debut) + xml.slice(debut + 1 + hasard(300));
  },
  (xml, hasard) => {
    const debut = hasard(xml.length);
    return (
      xml.slice(0, debut) +
      xml.slice(debut, debut + 1 + hasard(3_000)).repeat(2 + hasard(30)) +
      xml.slice(debut)
    );
  },
  (xml, hasard) => {
    const ou = hasard(xml.length);
    return xml.slice(0, ou) + parmi(hasard, FRAGMENTS) + xml.slice(ou);
  },
  (xml, hasard) => {
    const fins = [...xml.matchAll(/>/g)].map(({ index }) => index + 1);
    const ou = parmi(hasard, fins);
    return xml.slice(0, ou) + parmi(hasard, FRAGMENTS) + xml.slice(ou);
  },
  attribut('r', ADRESSES),
  attribut('ref', ADRESSES),
  attribut('(?:s|si|t|Id|id|r:id|Target|Type|name|state|date1904|min|max|count)', [
    ...ADRESSES,
    '../../x',
    's',
    'shared',
    'array',
    'dataTable',
    'b',
    'e',
    'd',
    'str',
    'inlineStr',
    'toString',
  ]),
  (xml) => xml.replaceAll('http://schemas.openxmlformats.org', 'urn:faux'),
  (xml) => xml.replaceAll('<row', '<y:row').replaceAll('</row', '</y:row'),
];

function xml(parties: Parties, hasard: Tirage): Uint8Array {
  const nom = parmi(hasard, Object.keys(parties));
  let texte = strFromU8(parties[nom] ?? new Uint8Array());
  for (let i = 0, n = 1 + hasard(2); i < n; i++) texte = parmi(hasard, GESTES_XML)(texte, hasard);
  const ecrit = strToU8(texte);
  // une fois sur dix, un octet qui n'est pas de l'UTF-8
  if (hasard(9) === 0) ecrit[hasard(ecrit.length - 1)] = 0xff;
  return zipSync({ ...parties, [nom]: ecrit }, { level: 1 });
}

/** Les valeurs : le classeur est sain, ses cellules et ses intitulés ne le sont pas. */
function valeurs(parties: Parties, hasard: Tirage): Uint8Array {
  const changees: Record<string, Uint8Array> = { ...parties };
  const feuilles = Object.keys(parties).filter((nom) => /worksheets\/sheet\d+\.xml$/.test(nom));
  for (let i = 0, n = 1 + hasard(8); i < n; i++) {
    const nom = parmi(hasard, feuilles);
    const texte = strFromU8(changees[nom] ?? new Uint8Array());
    const cellules = [...texte.matchAll(/<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>.*?<\/c>)/g)];
    const cellule = cellules[hasard(Math.max(0, cellules.length - 1))];
    if (!cellule) continue;
    const adresse = cellule[1] ?? 'A1';
    const hostile = sur(parmi(hasard, TEXTES_HOSTILES));
    const neuve = parmi(hasard, [
      `<c r="${adresse}" t="inlineStr"><is><t xml:space="preserve">${hostile}</t></is></c>`,
      `<c r="${adresse}" t="str"><f>${hostile}</f><v>${hostile}</v></c>`,
      `<c r="${adresse}"><f>${hostile}</f></c>`,
      `<c r="${adresse}"><v>${parmi(hasard, NOMBRES_HOSTILES)}</v></c>`,
      `<c r="${adresse}" t="${parmi(hasard, ['s', 'b', 'e', 'd', 'n', 'zz'])}"><v>${parmi(hasard, NOMBRES_HOSTILES)}</v></c>`,
    ]);
    changees[nom] = strToU8(
      texte.slice(0, cellule.index) + neuve + texte.slice(cellule.index + cellule[0].length),
    );
  }
  return zipSync(changees, { level: 1 });
}

const FAMILLES = { octets, archive, xml, valeurs } as const;
export type Famille = keyof typeof FAMILLES;

/** Le mutant `numero` d'une famille, toujours le même. */
export function mutant(sain: Uint8Array, famille: Famille, numero: number): Uint8Array {
  const hasard = tirage(Object.keys(FAMILLES).indexOf(famille) * 1_000_003 + numero);
  return famille === 'octets' ? octets(sain, hasard) : FAMILLES[famille](unzipSync(sain), hasard);
}
