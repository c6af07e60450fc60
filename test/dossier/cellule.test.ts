/** Une cellule, selon le type de sa colonne : la valeur lue, la seule chose qui s'en dit, et ce que Clas propose d'écrire. */
import { phraseDe } from '../../src/dossier/anomalies/anomalie';
import { COLONNES_COLLECTIFS } from '../../src/dossier/colonnes/collectifs';
import type { Colonne } from '../../src/dossier/colonnes/colonne';
import { COLONNES_PROJETS } from '../../src/dossier/colonnes/projets';
import { COLONNES_VERSEMENTS } from '../../src/dossier/colonnes/versements';
import { lireCellule } from '../../src/dossier/lecture/cellule';
import { serieDeDate } from '../../src/valeurs/date';

type Brut = Parameters<typeof lireCellule>[0];
const LIEU = { feuille: 'F', ligne: 2, colonne: 1, champ: 'c', valeur: null };

const lire = (brut: Brut, colonne: Colonne, format?: string, dates1904 = false) =>
  lireCellule(brut, colonne, { lieu: LIEU, dates1904, format });
/** La valeur, puis le début de la phrase. */
const dit = (...saisie: Parameters<typeof lire>): string => {
  const { valeur, anomalie } = lire(...saisie);
  const phrase =
    anomalie &&
    phraseDe(anomalie)
      .replace(/\s/g, ' ')
      .split(/(?<=[.:] )(?!nombre|plus)/)[0]
      ?.trim();
  return [valeur === null ? '∅' : String(valeur), ...(phrase === undefined ? [] : [phrase])].join(' | ');
};
const correction = (...saisie: Parameters<typeof lire>): unknown => {
  const { correction: c = null } = lire(...saisie).anomalie ?? {};
  return c && { ...c, texte: c.texte.replace(/\s/g, ' ') };
};

const { coutPrevisionnel: COUT, enfants: ENFANTS, commune: COMMUNE, dossier: DOSSIER } = COLONNES_PROJETS;
const {
  agrement: AVIS,
  typeGestionnaire: TYPE,
  public: PUBLIC,
  siret: SIRET,
  rural: RURAL,
} = COLONNES_PROJETS;
const { dateAgrement: DATE } = COLONNES_PROJETS;
const { duree: DUREE, seances: SEANCES } = COLONNES_COLLECTIFS;
const { montant: VERSE, nature: NATURE, gestion: GESTION, dossier: DU_JOURNAL } = COLONNES_VERSEMENTS;

describe('Un montant', () => {
  test.each<[Brut, string]>([
    [18000.5, '18000.5'],
    [0, '0'],
    ['18 000,50 €', '18000.5 | Nombre saisi en texte (« 18 000,50 € ») :'],
    ['1.234', '1234 | « 1.234 » est ambigu (milliers ou décimales ?) :'],
    [1e12, '∅ | Nombre « 1000000000000 » hors de portée dans la colonne Coût prévisionnel :'],
    [999_999_999_999, '999999999999'],
    [-5, '∅ | Colonne « Coût prévisionnel » : nombre négatif (−5).'],
    [-5.125, '∅ | Colonne « Coût prévisionnel » : nombre négatif (−5,125).'],
    ['-5,5', '∅ | Colonne « Coût prévisionnel » : nombre négatif (−5,5).'],
    ['-0', '0 | Nombre saisi en texte (« -0 ») :'],
    [1.005, '1.01 | Colonne « Coût prévisionnel » : plus de deux décimales (1,005), arrondi à 1,01 €.'],
    ['1,005 €', '1005 | « 1,005 € » est ambigu (milliers ou décimales ?) :'],
    [
      '12,3456',
      '12.35 | Colonne « Coût prévisionnel » : plus de deux décimales (12,3456), arrondi à 12,35 €.',
    ],
    ['24\u2003000 k€', '∅ | Valeur « 24␣000 k€ (U+2003) » illisible dans la colonne Coût prévisionnel :'],
    [true, '∅ | Valeur « VRAI » illisible dans la colonne Coût prévisionnel :'],
    [{ illisible: '#VALUE!' }, '∅ | Valeur « #VALEUR! » illisible dans la colonne Coût prévisionnel :'],
  ])('%j', (brut, attendu) => {
    expect(dit(brut, COUT)).toBe(attendu);
  });

  test.each<[Brut, unknown]>([
    [18000, null],
    ['18 000 €', { valeur: 18000, texte: '18 000,00 €', format: 'montant' }],
    [1.005, { valeur: 1.01, texte: '1,01 €', format: 'montant' }],
    ['1.234', null],
    ['à voir', null],
    ['-5', null],
  ])('%j : proposé %j', (brut, attendu) => {
    expect(correction(brut, COUT)).toEqual(attendu);
  });

  test.each([
    ['dd/mm/yyyy', '∅ | « 12/04/1949 » est une date, pas un montant.'],
    ['h:mm', '∅ | « 0:00 » est une heure, pas un montant.'],
    ['0%', '∅ | « 1800000% » est un pourcentage, pas un montant.'],
    ['0.0" k€"', '∅ | « 18000,0 k€ » est un montant en milliers, pas un montant.'],
    ['0"000 €"', '∅ | « 18000000 € » est un nombre que son format change, pas un montant.'],
    ['#,##0.00\\ "€"', '18000'],
  ])('sous %s', (format, attendu) => {
    expect(dit(18000, COUT, format)).toBe(attendu);
  });

  test('une date du calendrier 1904 se dit comme la cellule la montre', () => {
    expect(dit(18000, COUT, 'dd/mm/yyyy', true)).toBe('∅ | « 13/04/1953 » est une date, pas un montant.');
  });

  test('en texte, le format de la cellule n’y est pour rien', () => {
    expect(dit('18 000 €', COUT, 'dd/mm/yyyy')).toBe('18000 | Nombre saisi en texte (« 18 000 € ») :');
  });
});

describe('Un compte, un nombre', () => {
  test.each<[Brut, string]>([
    [3, '3'],
    [0, '0'],
    ['3', '3 | Nombre saisi en texte (« 3 ») :'],
    [-1, '∅ | Colonne « Enfants » : nombre négatif (−1).'],
    [-1.5, '∅ | Colonne « Enfants » : nombre négatif (−1,5).'],
    [2.5, '∅ | Colonne « Enfants » : nombre entier attendu (2,5).'],
    ['2,5', '∅ | Colonne « Enfants » : nombre entier attendu (2,5).'],
    ['3,000', '∅ | Valeur « 3,000 » illisible dans la colonne Enfants :'],
    ['300 €', '∅ | Valeur « 300 € » illisible dans la colonne Enfants :'],
    ['300 euro', '∅ | Valeur « 300 euro » illisible dans la colonne Enfants :'],
    ['300 euros', '∅ | Valeur « 300 euros » illisible dans la colonne Enfants :'],
    ['Eur 300', '∅ | Valeur « Eur 300 » illisible dans la colonne Enfants :'],
    ['12 enfants', '∅ | Valeur « 12 enfants » illisible dans la colonne Enfants :'],
    [false, '∅ | Valeur « FAUX » illisible dans la colonne Enfants :'],
    [999_999, '999999'],
    [1e6, '∅ | Nombre « 1000000 » hors de portée dans la colonne Enfants :'],
    [-1e6, '∅ | Nombre « -1000000 » hors de portée dans la colonne Enfants :'],
    ['1 000 000', '∅ | Valeur « 1 000 000 » illisible dans la colonne Enfants :'],
  ])('%j enfants', (brut, attendu) => {
    expect(dit(brut, ENFANTS)).toBe(attendu);
  });

  test('deux séances et demie', () => {
    expect([2.5, '2,5', '2,125'].map((brut) => dit(brut, SEANCES))).toEqual([
      '2.5',
      '2.5 | Nombre saisi en texte (« 2,5 ») :',
      '∅ | Valeur « 2,125 » illisible dans la colonne Séances par semaine :',
    ]);
    expect(phraseDe(lire('2,5', SEANCES).anomalie as never)).toContain('lu comme 2,5.');
    expect(phraseDe(lire('2,1256', SEANCES).anomalie as never)).toContain('lu comme 2,13.');
  });

  test.each<[Brut, Colonne, unknown]>([
    ['3', ENFANTS, { valeur: 3, texte: '3', format: 'entier' }],
    ['2,5', SEANCES, { valeur: 2.5, texte: '2,5', format: 'general' }],
    ['1 h 30', DUREE, { valeur: 1.5, texte: '1,5', format: 'general' }],
    ['2,5', ENFANTS, null],
    [-1, ENFANTS, null],
  ])('%j : proposé', (brut, colonne, attendu) => {
    expect(correction(brut, colonne)).toEqual(attendu);
  });

  test.each<[Brut, string | undefined, string]>([
    [1.5, undefined, '1.5'],
    [0.0625, 'h:mm', '1.5'],
    [0.3125, 'h:mm', '7.5'],
    [0.3125, undefined, '0.3125'],
    [1, '[h]:mm', '24'],
    [2, undefined, '2'],
    [2, 'dd/mm/yyyy', '∅ | « 02/01/1900 » est une date, pas une durée.'],
    [2, '0%', '∅ | « 200% » est un pourcentage, pas une durée.'],
    ['1:30', 'h:mm', '1.5 | Nombre saisi en texte (« 1:30 ») :'],
    ['-1', undefined, '∅ | Colonne « Durée d’une séance (h) » : nombre négatif (−1).'],
    ['une heure', undefined, '∅ | Valeur « une heure » illisible dans la colonne Durée d’une séance (h) :'],
  ])('une durée de %j sous %s', (brut, format, attendu) => {
    expect(dit(brut, DUREE, format).replace("'", '’')).toBe(attendu);
  });

  test('une heure n’est pas un nombre d’enfants', () => {
    expect(dit(2, ENFANTS, 'h:mm')).toBe('∅ | « 0:00 » est une heure, pas un nombre.');
    expect(dit(2.5, SEANCES, 'h:mm')).toBe('∅ | « 12:00 » est une heure, pas un nombre.');
  });
});

describe('Un numéro de dossier', () => {
  test.each<[Brut, string | undefined, string]>([
    [' P-1 ', undefined, 'P-1'],
    [123, '00000', '00123'],
    [124, '"E"0000', 'E0124'],
    [44531, 'mmm-yy', '∅ | « déc.-21 » est une date :'],
    [0.5, 'h:mm', '∅ | « 12:00 » est une date :'],
    [999_999_999_999_999, undefined, '999999999999999'],
    [1e15, undefined, '∅ | Numéro de dossier « 1 000 000 000 000 000 » stocké en nombre :'],
    [-1e15, undefined, '∅ | Numéro de dossier « −1 000 000 000 000 000 » stocké en nombre :'],
    [true, undefined, 'VRAI'],
    [{ illisible: '#N/A' }, undefined, '∅ | Valeur « #N/A » illisible dans la colonne N° dossier :'],
  ])('%j sous %s', (brut, format, attendu) => {
    expect(dit(brut, DOSSIER, format)).toBe(attendu);
  });

  test('une commune peut être un nombre, une date : c’est ce que l’agent voit', () => {
    expect(dit(44531, COMMUNE, 'mmm-yy')).toBe('déc.-21');
    expect(dit(44531 - 1462, COMMUNE, 'dd/mm/yyyy', true)).toBe('01/12/2021');
    expect(dit(1e15, COMMUNE)).toBe('1000000000000000');
  });
});

describe('Une erreur d’Excel, une formule jamais calculée', () => {
  test.each<[string, Colonne, string]>([
    ['#N/A', DATE, '∅ | Date « #N/A » illisible :'],
    ['=A1+1', DATE, '∅ | Valeur « =A1+1 » illisible dans la colonne Date d’agrément :'],
    ['#N/A', COMMUNE, '∅ | Valeur « #N/A » non comprise dans la colonne Commune :'],
    ['#N/A', GESTION, '∅ | Versement non compté :'],
    ['#N/A', DU_JOURNAL, '∅ | Versement non compté :'],
    ['#N/A', AVIS, '∅ | Valeur « #N/A » illisible dans la colonne Agrément :'],
    ['#N/A', DUREE, '∅ | Valeur « #N/A » illisible dans la colonne Durée d’une séance (h) :'],
  ])('%s dans %j', (illisible, colonne, attendu) => {
    expect(dit({ illisible }, colonne).replace("'", '’')).toBe(attendu);
  });

  test('où l’on attend un nombre, un nombre est à saisir', () => {
    expect(phraseDe(lire({ illisible: '#N/A' }, COUT).anomalie as never)).toContain(': saisir un nombre.');
    expect(phraseDe(lire({ illisible: '#N/A' }, AVIS).anomalie as never)).toContain('corriger la formule');
  });

  test('dans un texte, la phrase dit quoi faire', () => {
    expect(phraseDe(lire({ illisible: '#N/A' }, COMMUNE).anomalie as never)).toContain(
      'Corriger la formule, ou saisir la valeur.',
    );
  });
});

describe('Au journal, ce qui ne se lit pas n’est pas compté', () => {
  const CORRIGER = 'Corriger la cellule';
  test.each<[Brut, Colonne, string | undefined, string, string?]>([
    ['24 k€', VERSE, undefined, 'montant « 24 k€ » illisible'],
    [{ illisible: '#REF!' }, VERSE, undefined, 'montant « #REF! » illisible'],
    [1000, VERSE, 'dd/mm/yyyy', 'montant « 26/09/1902 » illisible'],
    [
      'don\u200b',
      NATURE,
      undefined,
      'nature « don␣ (U+200B) » illisible',
      'Choisir acompte, reversement, solde, rappel, indu, bonus, rappel bonus ou indu bonus',
    ],
    [{ illisible: '#N/A' }, GESTION, undefined, 'gestion « #N/A » illisible'],
  ])('%j', (brut, colonne, format, fait, geste = CORRIGER) => {
    const { valeur, anomalie } = lire(brut, colonne, format);
    expect([valeur, anomalie?.code, anomalie?.parametres]).toEqual([
      null,
      'versement.non-compte',
      { fait, geste },
    ]);
    expect(anomalie).toMatchObject(LIEU);
  });

  test('un montant négatif dit son remède', () => {
    expect(phraseDe(lire(-5, VERSE).anomalie as never).replace(/\s/g, ' ')).toBe(
      'Colonne « Montant » : nombre négatif (−5). Pour une annulation, saisir un reversement (nature « reversement »).',
    );
  });
});

describe('Une date', () => {
  const serie = serieDeDate('2021-10-12');
  test.each<[Brut, string]>([
    [serie, '2021-10-12'],
    ['12/10/2021', '2021-10-12 | Date saisie en texte (« 12/10/2021 ») :'],
    ['octo\u200bbre', '∅ | Date « octo␣bre (U+200B) » illisible :'],
    [12, '∅ | Date « 12 » illisible :'],
    [true, '∅ | Date « VRAI » illisible :'],
  ])('%j', (brut, attendu) => {
    expect(dit(brut, DATE)).toBe(attendu);
  });

  test('proposée dans le calendrier du classeur', () => {
    expect(correction('12/10/21', DATE)).toEqual({ valeur: serie, texte: '12/10/2021', format: 'date' });
    expect(correction('12/10/21', DATE, undefined, true)).toEqual({
      valeur: serie - 1462,
      texte: '12/10/2021',
      format: 'date',
    });
    expect(dit(serie - 1462, DATE, undefined, true)).toBe('2021-10-12');
  });
});

describe('Oui ou non, une liste', () => {
  test.each<[Brut, string, unknown]>([
    ['oui', 'true', null],
    ['NON', 'false', null],
    [true, 'true | Valeur « VRAI » lue comme Oui.', { valeur: 'oui', texte: 'oui' }],
    [0, 'false | Valeur « 0 » lue comme Non.', { valeur: 'non', texte: 'non' }],
    [' x ', 'true | Valeur « x » lue comme Oui.', { valeur: 'oui', texte: 'oui' }],
    ['Oui ?', '∅ | Valeur « Oui ? » illisible dans la colonne Milieu rural :', null],
  ])('rural : %j', (brut, attendu, propose) => {
    expect(dit(brut, RURAL)).toBe(attendu);
    expect(correction(brut, RURAL)).toEqual(propose);
  });

  test.each<[Brut, Colonne, string, unknown]>([
    ['favorable', AVIS, 'favorable', null],
    ['Agréée', AVIS, 'favorable', null],
    ['x', AVIS, 'favorable | Valeur « x » lue comme favorable.', { valeur: 'favorable', texte: 'favorable' }],
    ['non', AVIS, 'refusé', null],
    ['bof', AVIS, '∅ | Valeur « bof » illisible dans la colonne Agrément :', null],
    ['amicale', TYPE, '∅ | Valeur « amicale » non comprise dans la colonne Type de gestionnaire :', null],
    ['CM 2', PUBLIC, 'élémentaire', null],
    ['cycle 4', PUBLIC, 'collège', null],
    ['CM2 et 6e', PUBLIC, 'élémentaire | Plusieurs publics (« CM2 et 6e ») :', null],
    ['BTS', PUBLIC, '∅ | Public « BTS » hors champ (CP au lycée).', null],
    ['quartier nord', PUBLIC, '∅ | Public « quartier nord » non reconnu.', null],
  ])('%j', (brut, colonne, attendu, propose) => {
    expect(dit(brut, colonne)).toBe(attendu);
    expect(correction(brut, colonne)).toEqual(propose);
  });

  test('la liste se rappelle', () => {
    expect(phraseDe(lire('amicale', TYPE).anomalie as never)).toContain(
      'Choisir association, collectivité, centre social, entreprise ou caf.',
    );
    expect(phraseDe(lire('bof', AVIS).anomalie as never)).toContain(
      'choisir favorable, favorable sous réserve, refusé, ajourné ou en attente.',
    );
  });
});

describe('Un Siret', () => {
  const BON = '99900001100018';
  test.each<[Brut, string | undefined, string]>([
    [BON, undefined, BON],
    ['999 000 011 00018', undefined, BON],
    [99900001100018, undefined, `${BON} | siret.stocke-en-nombre`],
    ['5420712345672', undefined, '05420712345672 | siret.stocke-en-nombre'],
    [99900001100019, '0.00E+00', '99900001100019 | siret.arrondi 9,99E+13'],
    [99900001100019, '0', '99900001100019 | siret.invalide'],
    ['9,99E+13', undefined, '9,99E+13 | siret.arrondi 9,99E+13'],
    ['9.99E+13', undefined, '9.99E+13 | siret.arrondi 9.99E+13'],
    [999000011, undefined, '999000011 | siret.siren'],
    ['99900001100019', undefined, '99900001100019 | siret.invalide'],
    ['en cours', undefined, 'en cours | siret.invalide'],
  ])('%j sous %s', (brut, format, attendu) => {
    const { valeur, anomalie } = lire(brut, SIRET, format);
    const affiche = anomalie?.code === 'siret.arrondi' ? ` ${String(anomalie.parametres?.v)}` : '';
    expect(anomalie ? `${String(valeur)} | ${anomalie.code}${affiche}` : valeur).toBe(attendu);
  });

  test.each<[Brut, RegExp]>([
    [999000011, /« 999000011 »|999000011/],
    ['en cours', /en cours/],
    [99900001100018, /99900001100018/],
  ])('%j : la phrase le cite', (brut, cite) => {
    expect(phraseDe(lire(brut, SIRET).anomalie as never)).toMatch(cite);
  });

  test('stocké en nombre : le texte est proposé', () => {
    expect(correction(99900001100018, SIRET)).toEqual({ valeur: BON, texte: BON, format: 'texte' });
  });
});
