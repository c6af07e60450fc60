/**
 * Des classeurs qu'un attaquant ou un mauvais jour pourrait donner, tirés d'une graine : chacun doit être lu, ou refusé en
 * une phrase, sans peser. Les essais en passent de petits, les mesures de grands : mêmes genres, mêmes tirages.
 */
import { strToU8, zipSync } from 'fflate';
import { COLONNES_AVENANTS } from '../src/dossier/colonnes/avenants';
import { COLONNES_BONUS_VERSES } from '../src/dossier/colonnes/bonusVerses';
import { COLONNES_COLLECTIFS } from '../src/dossier/colonnes/collectifs';
import type { Colonnes } from '../src/dossier/colonnes/colonne';
import { COLONNES_PROJETS } from '../src/dossier/colonnes/projets';
import { COLONNES_VERSEMENTS } from '../src/dossier/colonnes/versements';
import { ENTETES_BAREME } from '../src/dossier/lecture/enteteBareme';
import { LIBELLES } from '../src/dossier/lecture/libelles';
import { tirage, type Tirage } from './tirage';

type Cellule = string | number | null;
type Ligne = readonly Cellule[];

interface Feuille {
  readonly nom: string;
  readonly lignes: readonly Ligne[];
  /** XML mis tel quel après la dernière ligne, puis après les données. */
  readonly suite?: string;
  readonly reste?: string;
}

interface Genre {
  readonly nom: string;
  /** `n` : à quel point ; mille fois plus grand dans les mesures que dans les essais, au plus. */
  readonly faire: (t: Tirage, n: number) => Uint8Array;
}

const NS =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';

const echapper = (texte: string): string => texte.replace(/&/g, '&amp;').replace(/</g, '&lt;');

const cellule = (valeur: Cellule): string =>
  valeur === null
    ? '<c/>'
    : typeof valeur === 'number'
      ? `<c><v>${valeur}</v></c>`
      : `<c t="inlineStr"><is><t xml:space="preserve">${echapper(valeur)}</t></is></c>`;

const xmlDe = ({ lignes, suite = '', reste = '' }: Feuille): string =>
  `<worksheet ${NS}><sheetData>${lignes.map((l) => `<row>${l.map(cellule).join('')}</row>`).join('')}${suite}</sheetData>${reste}</worksheet>`;

type Parties = Record<string, string | Uint8Array>;

function parties(feuilles: readonly Feuille[]): Parties {
  const rels = feuilles.map(
    (_, i) => `<Relationship Id="r${i}" Type="${REL}/worksheet" Target="worksheets/sheet${i}.xml"/>`,
  );
  const onglets = feuilles.map(
    ({ nom }, i) => `<sheet name="${echapper(nom)}" sheetId="${i + 1}" r:id="r${i}"/>`,
  );
  return {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships ${RELS}><Relationship Id="r" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook ${NS}><sheets>${onglets.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships ${RELS}>${rels.join('')}</Relationships>`,
    ...Object.fromEntries(feuilles.map((f, i) => [`xl/worksheets/sheet${i}.xml`, xmlDe(f)])),
  };
}

const zipper = (tout: Parties): Uint8Array =>
  zipSync(
    Object.fromEntries(Object.entries(tout).map(([nom, p]) => [nom, typeof p === 'string' ? strToU8(p) : p])),
    { level: 1 },
  );

const classeur = (...feuilles: readonly Feuille[]): Uint8Array => zipper(parties(feuilles));

const PARAMETRES: Feuille = {
  nom: 'Paramètres',
  lignes: [
    ['Caf', '45'],
    ['Année scolaire', '2021-2022'],
  ],
};

const ENTETE: Ligne = [
  'N° dossier',
  'Gestionnaire',
  'Siret',
  'Commune',
  'Public',
  'Agrément',
  'Collectifs agréés',
  'Enfants',
  'Coût prévisionnel',
  'Coût réel',
  'Autres recettes',
  'Bonus enfants',
  'Bonus parents',
  'Projet bonus validé',
  'Acomptes N',
  'Observations',
];

const COLLECTIFS: Ligne = ['N° dossier', 'Collectif', 'Enfants', 'Semaines', 'Intervenants', 'Début', 'Fin'];
const VERSEMENTS: Ligne = ['N° dossier', 'Nature', 'Gestion', 'Date', 'Montant', 'Référence'];

const parmi = <T>(t: Tirage, liste: readonly T[]): T => liste[t(liste.length - 1)] as T;

/** Ce que personne ne devrait écrire, et que tout le monde écrit. */
const CURIOSITES: readonly Cellule[] = [
  null,
  0,
  -1,
  1e308,
  1e-308,
  0.1 + 0.2,
  9_007_199_254_740_991,
  '',
  ' ',
  '\u00a0',
  '#REF!',
  '#N/A',
  'oui',
  'non',
  'x',
  'néant',
  '12,5',
  '1.234,56',
  '1,234.56',
  '12/13/2021',
  '31/02/2022',
  '2021-2022',
  '=1+1',
  '+33 6',
  "'007",
  '__proto__',
  'constructor',
  'toString',
  '\u202e12',
  '_x001B_[2J',
  '𝟏𝟐',
  '😀'.repeat(40),
  '12 000 €',
  '(1 200)',
  'TOTAL',
  'Total général',
];

const projet = (t: Tirage, i: number): Cellule[] => [
  `045-2021-${i}`,
  `Association ${t(50)}`,
  '99900148000014',
  'Orléans',
  parmi(t, ['élémentaire', 'collège', 'lycée']),
  'favorable',
  2,
  20,
  10_000 + t(9_000),
  null,
  1_000,
  1,
  1,
  'oui',
  500,
  null,
];

const suite = <T>(n: number, faire: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => faire(i));

const projets = (t: Tirage, n: number, changer: (p: Cellule[]) => Ligne = (p) => p): Feuille => ({
  nom: 'Projets',
  lignes: [ENTETE, ...suite(n, (i) => changer(projet(t, i)))],
});

const versement = (t: Tirage, dossier: string): Ligne => [
  dossier,
  parmi(t, ['acompte', 'solde', 'bonus', 'indu', 'rappel', 'reversement', 'acompt', '']),
  parmi(t, ['2021', '2022', 'N', '']),
  44_400 + t(400),
  parmi<Cellule>(t, [100, 200, -50, '#REF!', 0.001]),
  `V-${t(9)}`,
];

const peu = (t: Tirage): Feuille => projets(t, 3);

/** Ce qu'on écrit dans un champ à sa forme : bon, presque bon, ou tout à fait autre chose. */
const SIRETS: readonly Cellule[] = [
  '99900148000014',
  '999 001 480 00014',
  '９９９００１４８００００１４',
  '999001480',
  '35600000000048',
  '00000000000000',
  '9990014800001\u200b4',
  "'99900148000014",
  '9,99001E+13',
  99_900_148_000_014,
  99_900_148_000_000,
  '9'.repeat(400),
  'FR99900148000014',
];
const ANNEES: readonly Cellule[] = [
  '2021-2022',
  '2021/2022',
  '2021 – 22',
  'Année 2021',
  2021,
  44_440,
  '2022-2021',
  '20212022',
  '1021-1022',
  '9999-10000',
];
const CAFS: readonly Cellule[] = [
  '45',
  45,
  '2A',
  '2a',
  '64',
  '971',
  '1',
  '01',
  '45 et 64',
  'Caf 45',
  '99',
  'Loiret',
];
const TAUX: readonly Cellule[] = [0.325, '32,5 %', 32.5, 0, -0.1, '1/3', '%', 1e9];
const SAISIES: readonly Cellule[] = [...CURIOSITES, ...SIRETS, ...ANNEES, ...CAFS, ...TAUX];

const entetesDe = (colonnes: Colonnes): Ligne => Object.values(colonnes).map(({ entete }) => entete);

/** Une feuille dont chaque colonne connue de Clas est remplie de n'importe quoi. */
const toutFaux = (t: Tirage, nom: string, colonnes: Colonnes, n: number): Feuille => {
  const entete = entetesDe(colonnes);
  const ligne = (i: number): Ligne =>
    entete.map((_, j) => (j === 0 && t(3) > 0 ? `045-2021-${i}` : parmi(t, SAISIES)));
  return { nom, lignes: [entete, ...suite(n, ligne)] };
};

/** Les libellés de Paramètres et le barème, chacun rempli de n'importe quoi ; l'année, une fois sur deux, se lit. */
const parametresFaux = (t: Tirage, n: number): Feuille => ({
  nom: 'Paramètres',
  lignes: [
    ['Année scolaire', parmi(t, [...ANNEES, '2021-2022'])],
    ['Caf', parmi(t, CAFS)],
    ...suite(12, () => [parmi(t, Object.values(LIBELLES).flat()), parmi(t, SAISIES)]),
    [],
    Object.values(ENTETES_BAREME).map((formes) => parmi(t, formes)),
    ...suite(n, () => [
      parmi(t, [...ANNEES, ...CURIOSITES]),
      parmi(t, [...TAUX, ...CURIOSITES]),
      ...suite(5, () => parmi<Cellule>(t, [7_889, 2_563, 319, '7 889 €', ...CURIOSITES])),
    ]),
  ],
});

/** Ce que d'autres logiciels mêlent au XML d'une feuille : rien de cela n'est à nous. */
const ETRANGERS: readonly string[] = [
  '<row><c t="inlineStr"><v>7</v><is><t>D-9</t></is></c><c><v>1</v><is><t>9</t></is></c></row>',
  '<row><c t="inlineStr"><is><mc:AlternateContent><mc:Choice Requires="x14"><t>un</t></mc:Choice><mc:Fallback><t>deux</t></mc:Fallback></mc:AlternateContent></is></c></row>',
  '<row><c t="str"><v>D-8</v><x14:v>9</x14:v></c><x14:c><v>5</v></x14:c></row>',
  '<row><c t="s"><v/></c><c t="b"><v>TRUE</v></c><c t="d"><v>2021-10-12T25:00</v></c><c t="e"><v>=1+1</v></c></row>',
  '<row><c t="constructor"><v>1</v></c><c s="__proto__"><f si="toString" t="shared"/><v>2</v></c></row>',
];
/** Des entités qui n'en sont pas : le classeur est refusé. */
const INTERDITS: readonly string[] = ['&valueOf;', '&__proto__;', '&#55296;', '&#0;', '&'].map(
  (entite) => `<row><c t="str"><v>${entite}</v></c></row>`,
);

/** Une coupe, un échange ou un doublon de balise, quelque part dans une partie. */
function casser(t: Tirage, xml: string): string {
  const lieu = t(xml.length - 1);
  return parmi(t, [
    () => xml.slice(0, lieu),
    () => xml.slice(0, lieu) + xml.slice(lieu + 1 + t(20)),
    () => xml.replace('</row>', '</c>'),
    () => `${xml}<worksheet/>`,
    () => xml.replace('<row>', '<row><row>'),
    () =>
      xml.slice(0, lieu) +
      parmi(t, ['<', '&valueOf;', '&#0;', '&#xD800;', ']]>', '\u0000', '<!--', '<![CDATA[']) +
      xml.slice(lieu),
  ])();
}

/** Les genres ; `n` vaut un millier dans les mesures. */
export const GENRES: readonly Genre[] = [
  {
    nom: 'une valeur très loin sous le tableau',
    faire: (t, n) => {
      const loin = Math.min(1_048_576, 60 * n + t(65 * n) + 10);
      return classeur(PARAMETRES, {
        ...peu(t),
        suite: `<row r="${loin}"><c><v>1</v></c></row>`,
      });
    },
  },
  {
    nom: 'des lignes vides par milliers, puis une valeur',
    faire: (t, n) =>
      classeur(PARAMETRES, {
        ...peu(t),
        suite: `${'<row ht="15"><c s="0"/></row>'.repeat(99 * n)}<row><c><v>1</v></c></row>`,
      }),
  },
  {
    nom: 'toutes les colonnes fausses',
    faire: (t, n) =>
      classeur(
        PARAMETRES,
        projets(t, 7 * n, (p) => p.map(() => parmi(t, CURIOSITES))),
      ),
  },
  {
    nom: 'un libellé répété dans les paramètres',
    faire: (t, n) =>
      classeur(
        { nom: 'Paramètres', lignes: suite(19 * n, () => ['Caf', parmi(t, ['45', '64', 'x', ''])]) },
        peu(t),
      ),
  },
  {
    nom: 'un libellé répété sur les lignes mêmes des paramètres',
    faire: (t, n) =>
      classeur(
        {
          nom: 'Paramètres',
          lignes: suite(12, () => suite(Math.min(16_000, 16 * n), (i) => (i % 2 ? t(9) : 'Année scolaire'))),
        },
        peu(t),
      ),
  },
  {
    nom: 'des synonymes sur toute la largeur',
    faire: (t, n) =>
      classeur(PARAMETRES, {
        nom: 'Projets',
        lignes: [
          [...ENTETE, ...suite(Math.min(16_000, 16 * n), () => parmi(t, ENTETE))],
          ...suite(5, (i) => projet(t, i)),
        ],
      }),
  },
  {
    nom: 'des mots d’intitulés sur toute la largeur, dans les premières lignes de toutes les feuilles',
    faire: (t, n) =>
      classeur(
        PARAMETRES,
        ...['Projets', 'Collectifs', 'Versements', 'Bonus versés', 'Avenants'].map((nom) => ({
          nom,
          lignes: suite(30, (l) =>
            suite(Math.min(2_000, 2 * n), (i) => `${String(parmi(t, ENTETE))} coût ${l} ${i}`),
          ),
        })),
      ),
  },
  {
    nom: 'des mots d’intitulés dans des onglets par centaines',
    faire: (t, n) =>
      classeur(
        PARAMETRES,
        peu(t),
        ...suite(Math.min(900, n), (f) => ({
          nom: `Fiche ${f}`,
          lignes: suite(5, (l) => suite(50, (i) => `${String(parmi(t, ENTETE))} ${f} ${l} ${i}`)),
        })),
      ),
  },
  {
    nom: 'des intitulés longs et voisins des nôtres',
    faire: (t, n) =>
      classeur(PARAMETRES, {
        nom: 'Projets',
        lignes: [
          [...ENTETE, ...suite(4 * n, (i) => `${String(parmi(t, ENTETE))} ${'bis '.repeat(t(40))}${i}`)],
          ...suite(5, (i) => projet(t, i)),
        ],
      }),
  },
  { nom: 'une Caf démesurée', faire: (t, n) => classeur(PARAMETRES, projets(t, 19 * n)) },
  {
    nom: 'le même numéro partout',
    faire: (t, n) =>
      classeur(
        PARAMETRES,
        projets(t, 5 * n - 1, (p) => ['D-1', ...p.slice(1)]),
        { nom: 'Collectifs', lignes: [COLLECTIFS, ...suite(9 * n, () => ['D-1', 'G', 10, 27, 2])] },
        { nom: 'Versements', lignes: [VERSEMENTS, ...suite(9 * n, () => versement(t, 'D-1'))] },
      ),
  },
  {
    nom: 'un journal sans fin pour un projet',
    faire: (t, n) =>
      classeur(PARAMETRES, peu(t), {
        nom: 'Versements',
        lignes: [VERSEMENTS, ...suite(19 * n, () => versement(t, '045-2021-0'))],
      }),
  },
  {
    nom: 'le même numéro partout, un acompte par jour',
    faire: (t, n) =>
      classeur(
        PARAMETRES,
        projets(t, 5 * n - 1, (p) => ['D-1', ...p.slice(1)]),
        {
          nom: 'Versements',
          lignes: [
            VERSEMENTS,
            ...suite(19 * n, (i) => ['D-1', 'acompte', '2021', 30_000 + i, t(3), `V-${i}`]),
          ],
        },
      ),
  },
  {
    nom: 'un journal et des collectifs de dossiers inconnus',
    faire: (t, n) =>
      classeur(
        PARAMETRES,
        peu(t),
        { nom: 'Collectifs', lignes: [COLLECTIFS, ...suite(9 * n, (i) => [`Z-${i}`, 'G', 10, 27, 2])] },
        { nom: 'Versements', lignes: [VERSEMENTS, ...suite(9 * n, (i) => versement(t, `Z-${i}`))] },
      ),
  },
  {
    nom: 'des numéros presque les mêmes',
    faire: (t, n) =>
      classeur(
        PARAMETRES,
        projets(t, 5 * n - 1, (p) => [
          `${' '.repeat(t(3))}045${parmi(t, ['-', '–', ' ', '/', '.'])}2021-${'0'.repeat(t(3))}${t(n)}`,
          ...p.slice(1),
        ]),
      ),
  },
  {
    nom: 'des avenants, des bonus versés et des écritures par milliers',
    faire: (t, n) =>
      classeur(
        PARAMETRES,
        peu(t),
        {
          nom: 'Avenants',
          lignes: [
            ['N° dossier', 'Date', 'Champ', 'Avant', 'Après'],
            ...suite(6 * n, () => ['045-2021-0', 44_400 + t(300), parmi(t, ENTETE), t(9), t(9)]),
          ],
        },
        {
          nom: 'Bonus versés',
          lignes: [['N° dossier', 'Montant'], ...suite(6 * n, (i) => [`B-${i % 7}`, t(900)])],
        },
        {
          nom: 'Écritures passées',
          lignes: [
            ['Mois', 'Exercice', 'Compte', 'Libellé', 'Débit', 'Crédit', 'N° dossier'],
            ...suite(6 * n, () => ['13', '2021', 'SF 6562322410', 'x', t(900), 0, '045-2021-0']),
          ],
        },
      ),
  },
  {
    nom: 'des fusions par milliers',
    faire: (t, n) => {
      const zones = suite(
        90 * n,
        (i) => `<mergeCell ref="B${i + 9}:${parmi(t, ['C', 'D', 'XFD'])}${i + 9}"/>`,
      );
      return classeur(PARAMETRES, {
        ...peu(t),
        reste: `<mergeCells>${zones.join('')}</mergeCells>`,
      });
    },
  },
  {
    nom: 'des onglets par centaines',
    faire: (t, n) =>
      classeur(
        PARAMETRES,
        peu(t),
        ...suite(Math.min(990, n), (i) => ({
          nom: `${parmi(t, ['Projets', 'Versements', 'Collectifs', 'Feuil', 'Paramètres'])} ${i}`,
          lignes: [ENTETE, projet(t, i)],
        })),
      ),
  },
  {
    nom: 'des textes démesurés',
    faire: (t, n) =>
      classeur(
        PARAMETRES,
        projets(t, Math.ceil(n / 2), (p) => [
          ...p.slice(0, 15),
          parmi(t, ['a', 'é', ' ', '\u00a0', '0', '1 ', '-', '\n', '€']).repeat(30_000),
        ]),
      ),
  },
  {
    nom: 'des textes démesurés, où que ce soit',
    faire: (t, n) => {
      const motifs = [
        'a',
        ' ',
        '9',
        '-',
        '%',
        '% ',
        '1 ',
        '(',
        'A1+',
        'n ',
        '1.',
        '«',
        '» ',
        '\n',
        '12 ans ',
        'é ',
      ];
      const long = (): string => parmi(t, motifs).repeat(10_000) + parmi(t, ['', 'x', '9', ' 9', '%', '-']);
      const entete = entetesDe(COLONNES_PROJETS);
      const ligne = (): Ligne => {
        const [ou, debut] = [t(entete.length - 1), parmi(t, ['Total', 'D-1', null])];
        return entete.map((_, j) => (j === ou ? long() : j === 0 ? debut : t(3) === 0 ? 1 : null));
      };
      return classeur(
        { nom: 'Paramètres', lignes: [...PARAMETRES.lignes, ['Taux', long()], [long(), long()]] },
        {
          nom: 'Projets',
          lignes: [[long(), null, null], [...entete, long()], ...suite(Math.ceil(n / 2), ligne)],
        },
      );
    },
  },
  {
    nom: 'des montants en texte démesuré',
    faire: (t, n) =>
      classeur(
        PARAMETRES,
        projets(t, Math.ceil(n / 2), (p) =>
          p.map((v, j) =>
            j === 8 ? parmi(t, ['9', '1 ', '1.', '0', ',', '1,234', '(', '+', '1e', ' €']).repeat(8_000) : v,
          ),
        ),
      ),
  },
  {
    nom: 'des formules par milliers',
    faire: (t, n) =>
      classeur(PARAMETRES, {
        ...peu(t),
        suite: suite(
          9 * n,
          (i) =>
            `<row><c t="str"><f>CLAS.PS(${i},3)&amp;"${'('.repeat(t(30))}"</f><v>X-${i}</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`,
        ).join(''),
      }),
  },
  {
    nom: 'des en-têtes et des totaux répétés',
    faire: (t, n) =>
      classeur(
        PARAMETRES,
        projets(t, 15 * n, (p) =>
          parmi<Ligne>(t, [ENTETE, p, ['TOTAL', null, t(9)], ['Sous-total', t(9)], [], p]),
        ),
      ),
  },
  {
    nom: 'des contrôles de saisie et des zones par milliers',
    faire: (t, n) =>
      classeur(PARAMETRES, {
        ...peu(t),
        reste: `<dataValidations>${suite(20 * n, (i) => `<dataValidation type="list" sqref="A${i + 1} B${t(n)}:C${i + 1}"><formula1>"oui,non"</formula1></dataValidation>`).join('')}</dataValidations>`,
      }),
  },
  {
    nom: 'des noms que le langage connaît',
    faire: (t) => {
      const noms = ['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty', 'length'];
      return classeur(
        { nom: 'Paramètres', lignes: [...PARAMETRES.lignes, ...noms.map((nom) => [nom, nom])] },
        {
          nom: 'Projets',
          lignes: [
            [...ENTETE, ...noms],
            ...noms.map((nom, i) => projet(t, i).map((v, j) => (j % 3 === 0 ? nom : v))),
          ],
        },
        ...noms.map((nom) => ({ nom, lignes: [[nom, nom]] })),
      );
    },
  },
  {
    nom: 'toutes les colonnes de Projets fausses, au plus qu’il s’en lise',
    faire: (t, n) => classeur(PARAMETRES, toutFaux(t, 'Projets', COLONNES_PROJETS, 5 * n - 1)),
  },
  {
    nom: 'toutes les feuilles fausses, au plus qu’il s’en lise',
    faire: (t, n) =>
      classeur(
        PARAMETRES,
        toutFaux(t, 'Projets', COLONNES_PROJETS, 2 * n),
        toutFaux(t, 'Collectifs', COLONNES_COLLECTIFS, 9 * n),
        toutFaux(t, 'Versements', COLONNES_VERSEMENTS, 14 * n),
        toutFaux(t, 'Bonus versés', COLONNES_BONUS_VERSES, 5 * n),
        toutFaux(t, 'Avenants', COLONNES_AVENANTS, 5 * n),
      ),
  },
  {
    nom: 'des paramètres et un barème faux',
    faire: (t, n) => classeur(parametresFaux(t, 19 * n), peu(t)),
  },
  {
    nom: 'des Siret de toutes les façons, au plus de projets qu’il s’en lise',
    faire: (t, n) =>
      classeur(
        PARAMETRES,
        projets(t, 5 * n - 1, (p) => p.map((v, j) => (j === 2 ? parmi(t, SIRETS) : v))),
      ),
  },
  {
    nom: 'des collectifs sans fin pour un projet',
    faire: (t, n) =>
      classeur(PARAMETRES, peu(t), {
        nom: 'Collectifs',
        lignes: [
          COLLECTIFS,
          ...suite(19 * n, () => [
            '045-2021-0',
            `Groupe ${t(3)}`,
            parmi<Cellule>(t, [10, 8, '12', -1, '#REF!', 'dix']),
            parmi<Cellule>(t, [27, 32, '27 semaines', null]),
            t(4),
            44_400 + t(500),
            parmi<Cellule>(t, [44_700 + t(500), '15/06/2022', '31/02/2022']),
          ]),
        ],
      }),
  },
  {
    nom: 'ce que d’autres mêlent au XML',
    faire: (t, n) => {
      const siens = t(2) === 0 ? [...ETRANGERS, ...INTERDITS] : ETRANGERS;
      const tout = parties([
        PARAMETRES,
        {
          ...peu(t),
          suite: suite(n, () => parmi(t, siens)).join(''),
          reste: `<extLst><ext uri="x"><x14:sheetData><row><c><v>9</v></c></row></x14:sheetData></ext></extLst>`,
        },
      ]);
      const espaces = `xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`;
      const ouvrir = (xml: string | Uint8Array | undefined, racine: string): string =>
        String(xml).replace(`<${racine} `, `<${racine} ${espaces} `);
      return zipper({
        ...tout,
        'xl/workbook.xml': ouvrir(tout['xl/workbook.xml'], 'workbook').replace(
          '<sheets>',
          '<x14:workbookPr date1904="1"/><sheets>',
        ),
        'xl/worksheets/sheet1.xml': ouvrir(tout['xl/worksheets/sheet1.xml'], 'worksheet'),
      });
    },
  },
  {
    nom: 'des onglets sans partie',
    faire: (t, n) => {
      const tout = parties([PARAMETRES, peu(t)]);
      const modules = suite(
        Math.min(990, n),
        (i) =>
          `<sheet name="Module${i}" sheetId="${i + 9}"${parmi(t, ['', ' r:id="perdu"', ' r:id="r1"', ' state="veryHidden"'])}/>`,
      );
      return zipper({
        ...tout,
        'xl/workbook.xml': String(tout['xl/workbook.xml']).replace('<sheets>', `<sheets>${modules.join('')}`),
      });
    },
  },
  {
    nom: 'une partie mal formée',
    faire: (t) => {
      const tout = parties([PARAMETRES, peu(t)]);
      const partie = parmi(t, Object.keys(tout));
      return zipper({ ...tout, [partie]: casser(t, String(tout[partie])) });
    },
  },
  {
    nom: 'une partie absente, ou d’un autre',
    faire: (t) => {
      const tout = parties([PARAMETRES, peu(t)]);
      const partie = parmi(t, Object.keys(tout));
      const autre = tout[parmi(t, Object.keys(tout))];
      const { [partie]: _, ...reste } = tout;
      return zipper(t(1) === 0 || autre === undefined ? reste : { ...reste, [partie]: autre });
    },
  },
  {
    nom: 'des octets changés',
    faire: (t) => {
      const octets = classeur(PARAMETRES, peu(t));
      for (let i = 0; i <= t(12); i += 1) octets[t(octets.length - 1)] = t(255);
      return t(3) === 0 ? octets.slice(0, t(octets.length)) : octets;
    },
  },
  {
    nom: 'des cellules au hasard',
    faire: (t) =>
      classeur(
        {
          nom: 'Paramètres',
          lignes: suite(12, () =>
            suite(4, () => parmi(t, [...CURIOSITES, 'Caf', '45', 'Année scolaire', '2021-2022'])),
          ),
        },
        projets(t, 30, (p) => p.map((v) => (t(4) === 0 ? parmi(t, CURIOSITES) : v))),
        {
          nom: 'Versements',
          lignes: [
            VERSEMENTS,
            ...suite(30, () =>
              versement(t, `045-2021-${t(30)}`).map((v) => (t(6) ? v : parmi(t, CURIOSITES))),
            ),
          ],
        },
      ),
  },
];

/** Le classeur d'un genre et d'une graine : toujours le même. */
export const attaque = (genre: Genre, graine: number, n: number): Uint8Array =>
  genre.faire(tirage(graine), n);
