/** Le barème de la feuille Paramètres : où il est, de quelle année, ce que valent ses cellules et ce qui s'en dit. */
import { phraseDe } from '../../src/dossier/anomalies/anomalie';
import { lireParametres } from '../../src/dossier/lecture/parametres';
import { serieDeDate } from '../../src/valeurs/date';
import type { Valeur } from '../../src/valeurs/valeur';
import { examen, feuille } from './fabrique';

const ENTETE = [
  'Année N',
  'Taux',
  'Prix plafond',
  'Montant maximal',
  'Bonus enfants',
  'Bonus parents',
  'Source',
];
const PUBLIE: readonly Valeur[] = [2021, 0.325, 7885, 2563, 300, 300, 'Cnaf'];
const avec = (change: Readonly<Record<string, Valeur>>): Valeur[] =>
  PUBLIE.map((v, i) => ((ENTETE[i] as string) in change ? (change[ENTETE[i] as string] ?? null) : v));

interface Reste {
  readonly annee?: Valeur;
  /** Format de la cellule de l'année scolaire, puis des cellules des lignes du barème. */
  readonly format?: string;
  readonly formats?: readonly (string | undefined)[];
  readonly dates1904?: boolean;
}
/** Le barème sous les paramètres, un titre au-dessus. */
function lire(lignes: readonly (readonly Valeur[])[], reste: Reste = {}, entete: readonly Valeur[] = ENTETE) {
  const { annee = '2021-2022', format, formats, dates1904 } = reste;
  const rangees = [['Caf', '45'], ['Année scolaire', annee], ['Barème 2021-2022'], entete, ...lignes];
  const f = feuille('Paramètres', rangees, {
    formats: [undefined, [undefined, format], undefined, undefined, ...lignes.map(() => formats)],
  });
  const lu = lireParametres(f, dates1904);
  const { bareme } = lu;
  expect(lu.anomalies.map(phraseDe).join()).not.toContain('undefined');
  return {
    annee: lu.annee,
    bareme:
      bareme &&
      [bareme.taux, bareme.prixPlafond, bareme.montantMaximal, bareme.bonusEnfants, bareme.bonusParents].join(
        ' ',
      ),
    bonus: [bareme?.bonusEnfants, bareme?.bonusParents],
    source: bareme?.source,
    dit: lu.anomalies.map((a) => `${a.ligne}:${a.colonne} ${a.code} — ${phraseDe(a).replace(/\s/g, ' ')}`),
    codes: lu.anomalies.map((a) => `${a.ligne}:${a.colonne} ${a.code}`),
  };
}
const DU_CLASSEUR = [2021, 0.3, 8000, 2400, 310, 320, 'Comité'];

test('sous son titre et ses intitulés, dans n’importe quel ordre : celui du classeur, sa source, et il se dit', () => {
  const lu = lire([DU_CLASSEUR]);
  expect([lu.bareme, lu.source]).toEqual(['0.3 8000 2400 310 320', 'Comité']);
  expect(lu.dit).toEqual([
    '5:1 bareme.modifie — Barème 2021 modifié à la main : il s’applique à la place du barème publié. Vérifier sa source, ou rétablir celui-ci.',
  ]);
  expect(lire([[...DU_CLASSEUR].reverse()], {}, [...ENTETE].reverse()).bareme).toBe(lu.bareme);
});

test.each([
  ['Prix plafond (en €)', 'Montant maximal  par collectif'],
  ['Plafonds', 'Ps max'],
  ['Prix plafond en €', 'Montant maximal en euro'],
  ['Prix plafond euro', 'Montant maximal euros par collectif'],
  ['PRIX PLAFOND EN EUROS', 'Montant max / collectif'],
  ['Prix plafond/collectif', 'Montant publié (Cnaf)'],
])('« %s » et « %s » : une unité, un complément n’y changent rien', (plafond, maximal) => {
  const entete = [
    'Années scolaires',
    'Taux (en %)',
    plafond,
    maximal,
    'Bonus enfants €',
    'Bonus parents',
    'Sources',
  ];
  expect(lire([PUBLIE], {}, entete)).toMatchObject({ bareme: '0.325 7885 2563 300 300', source: 'Cnaf' });
});

describe('De haut en bas', () => {
  const debout = (...lignes: readonly (readonly Valeur[])[]): Valeur[][] =>
    ENTETE.map((titre, i) => [titre, ...lignes.map((l) => l[i] ?? null)]);
  test('il se lit comme en ligne, et chaque cellule se dit à sa place', () => {
    const lu = lire(debout(DU_CLASSEUR).slice(1), {}, ['Année N', DU_CLASSEUR[0] ?? null]);
    expect([lu.bareme, lu.source]).toEqual(['0.3 8000 2400 310 320', 'Comité']);
    expect(lu.codes).toEqual(['4:2 bareme.modifie']);
    expect(lire(debout(avec({ 'Prix plafond': 'à voir' })).slice(1), {}, ['Année N', 2021]).codes).toEqual([
      '6:2 cellule.nombre-illisible',
    ]);
  });

  test('plusieurs années côte à côte ; en ligne, il l’emporte', () => {
    const autre = [2022, 0.4, 9000, 3600, 1, 1, 'x'];
    expect(lire(debout(DU_CLASSEUR, autre).slice(1), {}, ['Année N', 2021, 2022]).bareme).toBe(
      '0.3 8000 2400 310 320',
    );
    expect(
      lire(debout(DU_CLASSEUR, DU_CLASSEUR.with(1, 0.31)).slice(1), {}, ['Année N', 2021, 2021]).codes,
    ).toEqual(['4:2 bareme.annee-en-double']);
    expect(lire([PUBLIE, ...debout(DU_CLASSEUR)]).bareme).toBe('0.325 7885 2563 300 300');
  });
});

test('sans colonne de source ni de bonus, le reste se lit', () => {
  const lu = lire([DU_CLASSEUR.slice(0, 4)], {}, ENTETE.slice(0, 4));
  expect([lu.bareme, lu.source]).toEqual(['0.3 8000 2400  ', 'barème du classeur, sans source']);
  expect(lu.codes).toEqual(['5:1 bareme.bonus-absent', '5:1 bareme.modifie']);
  expect(lu.bonus).toEqual([null, null]);
});

test('une colonne sans intitulé, une note dessous, une ligne vide : rien à en dire', () => {
  const entete = [...ENTETE.slice(0, 4), null, 'À part', ...ENTETE.slice(4)];
  const ligne = [...PUBLIE.slice(0, 4), 7, 'x', ...PUBLIE.slice(4)];
  const lu = lire([ligne, [], ['Source : circulaire 2021-006'], ['note', 'à revoir', 'x']], {}, entete);
  expect([lu.bareme, lu.dit]).toEqual(['0.325 7885 2563 300 300', []]);
});

describe('L’année', () => {
  const jour = serieDeDate('2021-09-01');
  test.each<[Valeur, Reste, number]>([
    [jour, { format: 'yyyy' }, 2021],
    [jour - 1462, { format: 'yyyy', dates1904: true }, 2021],
    ['2022-2023', { format: 'dd/mm/yyyy' }, 2022],
  ])('%j sous un format de date', (annee, reste, attendue) => {
    expect(lire([], { annee, ...reste }).annee).toBe(attendue);
  });

  test('2021 sous un format de date est un jour de 1905 : illisible', () => {
    expect(() => lire([], { annee: 2021, format: 'dd/mm/yyyy' })).toThrow(
      'Année scolaire absente ou illisible',
    );
  });

  test.each<[string, Valeur, Reste]>([
    ['une date', jour, { formats: ['yyyy'] }],
    ['un texte', 'Année 2021', {}],
    ['une année scolaire', '2021 – 2022', {}],
  ])('du barème est %s', (_, annee, reste) => {
    expect(lire([avec({ 'Année N': annee, Taux: 0.3 })], reste).bareme).toBe('0.3 7885 2563 300 300');
  });

  test.each<Valeur>(['l’an passé', null, { illisible: '#N/A' }])(
    'illisible (%j), un montant saisi : elle se dit, et le barème est inconnu',
    (annee) => {
      const v = annee === null ? '' : typeof annee === 'string' ? annee : '#N/A';
      for (const montant of [7885, '7 885 €']) {
        const lu = lire([[annee, null, montant]]);
        expect(lu.bareme).toBeNull();
        expect(lu.dit).toEqual([
          `5:1 bareme.annee-illisible — Ligne du barème à l’année illisible (« ${v} ») : elle n’est pas lue. Saisir l’année, par exemple 2021 ou 2021-2022.`,
        ]);
      }
    },
  );

  test('illisible à côté de la bonne ligne : celle-ci se lit', () => {
    const lu = lire([PUBLIE, avec({ 'Année N': 'ancien' })]);
    expect([lu.bareme, lu.codes]).toEqual(['0.325 7885 2563 300 300', ['6:1 bareme.annee-illisible']]);
  });

  test('d’une autre ligne : le barème publié s’applique', () => {
    expect(lire([avec({ 'Année N': 2020, Taux: 0.2 })])).toMatchObject({
      bareme: '0.325 7885 2563 300 300',
      dit: [],
    });
  });
});

describe('Deux lignes de la même année', () => {
  test.each<[string, Readonly<Record<string, Valeur>>, boolean]>([
    ['les mêmes nombres, écrits autrement', { Taux: '32,5 %', 'Prix plafond': '7 885 €' }, false],
    ['un autre nombre', { 'Bonus parents': 301 }, true],
    ['un nombre illisible d’un côté', { 'Prix plafond': 'x' }, true],
    ['une erreur d’un côté', { 'Prix plafond': { illisible: '#REF!' } }, true],
    ['une cellule vide d’un côté', { 'Prix plafond': null }, true],
  ])('%s', (_, change, double) => {
    const lu = lire([PUBLIE, avec(change)]);
    expect(lu.codes).toEqual(double ? ['5:1 bareme.annee-en-double'] : []);
    expect(lu.bareme).toBe(double ? null : '0.325 7885 2563 300 300');
  });

  test.each<[Valeur, Valeur]>([
    ['x', 'x'],
    [{ illisible: '#REF!' }, { illisible: '#REF!' }],
  ])('le même illisible %j : la première suffit, et son nombre se dit', (un, deux) => {
    expect(lire([avec({ Taux: un }), avec({ Taux: deux })]).codes).toEqual(['5:2 cellule.nombre-illisible']);
  });

  test('la phrase nomme leurs lignes', () => {
    expect(lire([PUBLIE, avec({ 'Année N': 2020 }), avec({ Taux: 0.3 })]).dit).toEqual([
      '5:1 bareme.annee-en-double — Plusieurs barèmes différents pour 2021 (lignes 5, 7) : rien ne dit lequel vaut. N’en garder qu’un.',
    ]);
  });

  test('deux illisibles différents en font deux barèmes', () => {
    expect(lire([avec({ Taux: 'x' }), avec({ Taux: 'y' })]).codes).toEqual(['5:1 bareme.annee-en-double']);
  });
});

describe('Une cellule', () => {
  test.each<[string, Valeur, string | undefined, string]>([
    ['Taux', 0.325, '0.0%', '0.325 7885 2563 300 300'],
    ['Taux', '32,5 %', undefined, '0.325 7885 2563 300 300'],
    ['Prix plafond', 7885, '#,##0.00\\ "€"', '0.325 7885 2563 300 300'],
  ])('%s %j, sous %s', (col, valeur, format, attendu) => {
    const formats = ENTETE.map((e) => (e === col ? format : undefined));
    expect(lire([avec({ [col]: valeur })], { formats })).toMatchObject({ bareme: attendu, dit: [] });
  });

  test('un montant en texte se lit, et se dit, quel que soit le format de la cellule', () => {
    const formats = ENTETE.map(() => '0%');
    expect(lire([PUBLIE.map(String)], { formats }).codes).toEqual([
      '5:3 cellule.montant-en-texte',
      '5:4 cellule.montant-en-texte',
      '5:5 cellule.montant-en-texte',
      '5:6 cellule.montant-en-texte',
    ]);
    expect(lire([avec({ 'Prix plafond': '7 885 €' })])).toMatchObject({
      bareme: '0.325 7885 2563 300 300',
      dit: [
        '5:3 cellule.montant-en-texte — Nombre saisi en texte (« 7 885 € ») : lu comme 7 885,00 €. Le ressaisir en nombre pour lever le doute.',
      ],
    });
    expect(lire([avec({ 'Prix plafond': '7.885' })]).codes).toEqual(['5:3 cellule.montant-ambigu']);
  });

  test.each<[string, Valeur, string | undefined, string]>([
    ['Taux', 'à voir', undefined, 'Valeur « à voir » illisible dans la colonne Taux : saisir un nombre.'],
    [
      'Taux',
      { illisible: '#N/A' },
      undefined,
      'Valeur « #N/A » illisible dans la colonne Taux : saisir un nombre.',
    ],
    [
      'Prix plafond',
      -7885,
      undefined,
      'Colonne « Prix plafond » : nombre négatif (−7885). Corriger le signe.',
    ],
    [
      'Montant maximal',
      2563,
      'dd/mm/yyyy',
      '« 06/01/1907 » est une date, pas un montant. Rendre à la cellule un format Nombre et vérifier sa valeur.',
    ],
    [
      'Prix plafond',
      78.85,
      '0%',
      '« 7885% » est un pourcentage, pas un montant. Rendre à la cellule un format Nombre et vérifier sa valeur.',
    ],
    [
      'Taux',
      0.325,
      'h:mm',
      '« 7:48 » est une heure, pas un taux. Rendre à la cellule un format Nombre et vérifier sa valeur.',
    ],
  ])('%s %j sous %s : rien ne se calcule, et une seule chose se dit', (col, valeur, format, phrase) => {
    const formats = ENTETE.map((e) => (e === col ? format : undefined));
    const lu = lire([avec({ [col]: valeur })], { formats });
    expect(lu.bareme).toBeNull();
    expect(lu.dit.map((d) => d.replace(/^.* — /, ''))).toEqual([phrase]);
  });

  test('une date du calendrier 1904 se dit comme la cellule la montre', () => {
    const formats = ENTETE.map((e) => (e === 'Montant maximal' ? 'dd/mm/yyyy' : undefined));
    expect(lire([PUBLIE], { formats, dates1904: true }).dit.join()).toContain('« 07/01/1911 » est une date');
  });

  test.each<[Readonly<Record<string, Valeur>>, readonly string[]]>([
    [Object.fromEntries(ENTETE.slice(1).map((e) => [e, null])), ['5:1 bareme.absent']],
    [{ Taux: null }, ['5:1 bareme.absent']],
    [{ 'Prix plafond': ' ' }, ['5:1 bareme.absent']],
    [{ 'Montant maximal': null }, ['5:1 bareme.absent']],
    [{ Taux: 0 }, ['5:1 bareme.absent']],
    [{ 'Prix plafond': 0 }, ['5:1 bareme.absent']],
    [
      { Taux: 'x', 'Prix plafond': '7 885 €' },
      ['5:2 cellule.nombre-illisible', '5:3 cellule.montant-en-texte'],
    ],
    [{ Taux: null, 'Prix plafond': '7 885 €' }, ['5:3 cellule.montant-en-texte', '5:1 bareme.absent']],
  ])('%j : pas de barème', (change, codes) => {
    expect(lire([avec(change)])).toMatchObject({ bareme: null, codes });
  });

  test.each<[Readonly<Record<string, Valeur>>, readonly string[]]>([
    [{ 'Bonus enfants': null }, ['5:1 bareme.bonus-absent', '5:1 bareme.modifie']],
    [{ 'Bonus parents': null }, ['5:1 bareme.bonus-absent', '5:1 bareme.modifie']],
    [{ 'Bonus parents': 'x' }, ['5:6 cellule.nombre-illisible', '5:1 bareme.modifie']],
  ])('%j : un bonus manque', (change, codes) => {
    expect(lire([avec(change)]).codes).toEqual(codes);
  });

  test('le montant maximal suit plafond × taux, à moins d’un euro', () => {
    const codes = (montant: number) => lire([avec({ 'Montant maximal': montant })]).codes;
    expect(codes(2563.62)).toEqual(['5:1 bareme.modifie']);
    expect(codes(2563.625)).toEqual(['5:4 bareme.montant-incoherent', '5:1 bareme.modifie']);
    expect(codes(2561.625)).toEqual(['5:4 bareme.montant-incoherent', '5:1 bareme.modifie']);
  });
});

test('une année que Clas ne publie pas : la source fait foi, sinon elle se demande', () => {
  const annee = '2031-2032';
  const lu = lire([avec({ 'Année N': 2031 })], { annee });
  expect([lu.source, lu.dit]).toEqual(['Cnaf', []]);
  const sans = lire([avec({ 'Année N': 2031, Source: null })], { annee });
  expect(sans.dit).toEqual(['5:1 bareme.modifie — Barème 2031 saisi à la main, sans source. L’indiquer.']);
  expect(lire([], { annee })).toMatchObject({ bareme: null, codes: ['null:null bareme.absent'] });
});

test('une ligne du barème à l’année illisible : la Ps est inconnue', () => {
  const e = examen({ bareme: [['l’an passé', 0.325, 7885, 2563, 300, 300, 'à retrouver']] });
  expect(e.calculs[0]?.montants.psRetenue.montant).toBeNull();
});
