/** Quelle feuille tient quel rôle : son nom, ce qu'elle contient, ce que l'agent en a dit ; ce qui reste de côté se dit. */
import { phraseDe } from '../../src/dossier/anomalies/anomalie';
import { COLONNES_AVENANTS } from '../../src/dossier/colonnes/avenants';
import { COLONNES_BONUS_VERSES } from '../../src/dossier/colonnes/bonusVerses';
import { COLONNES_COLLECTIFS } from '../../src/dossier/colonnes/collectifs';
import { COLONNES_PROJETS } from '../../src/dossier/colonnes/projets';
import { COLONNES_VERSEMENTS } from '../../src/dossier/colonnes/versements';
import { examiner, type Examen } from '../../src/dossier/examiner';
import type { ClasseurLu, Feuille } from '../../src/dossier/formes/grille';
import { intituleDe } from '../../src/dossier/lecture/lecture';
import type { Designations } from '../../src/dossier/lecture/roles';
import type { Valeur } from '../../src/valeurs/valeur';
import { classeur, collectif, examen, feuille, jour, projet, tableau, versement } from './fabrique';

const [PARAMETRES, PROJETS] = classeur().feuilles as [Feuille, Feuille];
const JOURNAL = tableau(COLONNES_VERSEMENTS, [versement({})]);
const DETAIL = tableau(COLONNES_COLLECTIFS, [collectif({})]);
const BONUS = tableau(COLONNES_BONUS_VERSES, [{ dossier: 'Q-1', bonusEnfants: 1, montant: 300 }]);
const journal = (nom: string, lignes: readonly (readonly Valeur[])[] = JOURNAL): Feuille =>
  feuille(nom, lignes);
const ouvrir = (feuilles: readonly Feuille[], designations: Designations = {}): Examen =>
  examiner({ dates1904: false, feuilles }, { au: '2022-01-20', designations });
const avec = (...autres: readonly Feuille[]): Examen => ouvrir([PARAMETRES, PROJETS, ...autres]);
const dit = (e: Examen): string[] => e.anomalies.map((a) => `${a.feuille} ${a.code}`);
const roles = (e: Examen): Record<string, string | null> =>
  Object.fromEntries(e.lecture.bilan.map(({ feuille: f, role }) => [f, role]));

describe('Le journal', () => {
  test.each([
    'Versements',
    'VERSEMENTS',
    'Versement',
    'Paiements',
    'Acomptes',
    'Suivi des versements 2021-2022',
    'Versements (2)',
  ])('« %s » est lu', (nom) => {
    const e = avec(journal(nom));
    expect([e.lecture.versements?.lignes.length, dit(e), roles(e)[nom]]).toEqual([1, [], 'versements']);
  });

  test.each(['Versements 2020-2021', 'Versements N-1', 'Acomptes 2020'])(
    '« %s » est d’une autre année : il ne compte pas, et rien ne s’en dit',
    (nom) => {
      const e = avec(journal(nom));
      expect(e.lecture.versements).toBeNull();
      expect(roles(e)[nom]).toBeNull();
    },
  );

  test('de deux, celui qui porte le nom ; sinon rien ne tranche, et rien ne compte', () => {
    expect(dit(avec(journal('Versements'), journal('Versements (2)')))).toEqual([]);
    const e = avec(journal('Paiements'), journal('Acomptes'), journal('Versements (2)'));
    expect(e.anomalies.map((a) => phraseDe(a).replace(/\s/g, ' '))).toEqual([
      'Plusieurs feuilles pour « Versements » (« Paiements », « Acomptes », « Versements (2) »). N’en garder qu’une, ou désigner la bonne.',
    ]);
    expect([e.lecture.versements, e.lecture.journalNonLu, e.calculs[0]?.montants.acomptesN.montant]).toEqual([
      null,
      true,
      null,
    ]);
  });

  test('de deux candidates, celle qui a la nature ou la gestion', () => {
    const sans = journal('Paiements', [
      ['N° dossier', 'Montant'],
      ['P-1', 5],
    ]);
    expect(roles(avec(sans, journal('Acomptes')))).toMatchObject({ Paiements: null, Acomptes: 'versements' });
    const gestion = journal('Acomptes', [
      ['N° dossier', 'Gestion', 'Montant'],
      ['P-1', 'N', 5],
    ]);
    expect(roles(avec(sans, gestion))).toMatchObject({ Paiements: null, Acomptes: 'versements' });
    const double = journal('Acomptes', [
      ['N° dossier', 'Nature', 'Nature', 'Montant'],
      ['P-1', 'acompte', 'solde', 5],
    ]);
    expect(roles(avec(sans, double))).toMatchObject({ Acomptes: 'versements' });
    // sans l'une ni l'autre, ce n'est pas un journal
    expect([avec(sans).lecture.versements, avec(sans).lecture.journalNonLu]).toEqual([null, false]);
  });

  test('de trop de feuilles, dix se nomment', () => {
    const noms = Array.from({ length: 12 }, (_, k) => `Versements (${k + 2})`);
    const phrase = (n: number): string =>
      phraseDe(avec(...noms.slice(0, n).map((nom) => journal(nom))).anomalies[0] as never).replace(
        /\s/g,
        ' ',
      );
    expect(phrase(12)).toContain('« Versements (11) » et 2 autres)');
    expect(phrase(11)).toContain('« Versements (11) » et 1 autre)');
    expect(phrase(10)).toContain('« Versements (11) »)');
  });
});

describe('Une feuille de données sous un nom que Clas ne connaît pas', () => {
  test('elle se dit, si elle a tous les intitulés et des lignes', () => {
    expect(dit(avec(journal('Suivi SPC')))).toEqual(['Suivi SPC feuille.journal-non-lu']);
    expect(avec(journal('Suivi SPC')).lecture.journalNonLu).toBe(true);
    expect(dit(avec(journal('Suivi SPC', JOURNAL.slice(0, 1))))).toEqual([]);
    expect(dit(avec(journal('Suivi SPC', [...JOURNAL.slice(0, 1), [' '], []])))).toEqual([]);
    expect(
      dit(
        avec(
          journal('Suivi SPC', [
            ['N° dossier', 'Montant'],
            ['P-1', 5],
          ]),
        ),
      ),
    ).toEqual([]);
    expect(
      dit(
        avec(
          journal('Suivi SPC', [
            ['a', 'b'],
            ['P-1', 5],
          ]),
        ),
      ),
    ).toEqual([]);
  });

  test('non si une autre est lue, si les acomptes sont dans Projets, ou si l’agent l’écarte', () => {
    expect(dit(avec(journal('Versements'), journal('Suivi SPC')))).toEqual([]);
    const saisis = (acomptesN: Valeur) =>
      dit(examen({ projets: [projet({ acomptesN })], autres: [journal('Suivi SPC')] }));
    expect(saisis(500)).toEqual([]);
    expect(saisis('x')).toEqual(['Projets cellule.nombre-illisible']);
    expect(saisis(0)).toEqual(['Suivi SPC feuille.journal-non-lu']);
    expect(dit(ouvrir([PARAMETRES, PROJETS, journal('Suivi SPC')], { ignorees: ['SUIVI spc'] }))).toEqual([]);
    expect(dit(avec(journal('Paiements'), journal('Acomptes'), journal('Suivi SPC')))).toEqual([
      'Paiements feuille.en-double',
    ]);
  });

  test('ni une page de Clas', () => {
    for (const nom of ['Écritures', 'Anomalies', 'Liquidation', 'Tableau de bord'])
      expect(dit(avec(journal(nom)))).toEqual([]);
    const page = feuille('Paiements', [[], [], ['Règles : 2021'], ...JOURNAL]);
    const e = avec(page);
    expect([e.lecture.versements, roles(e)['Paiements'], dit(e)]).toEqual([null, 'generee', []]);
    const decalee = feuille('Paiements', [['Règles : 2021'], ...JOURNAL], { premiereLigne: 3 });
    expect(roles(avec(decalee))['Paiements']).toBe('generee');
    const aLAgent = feuille('Paiements', [[], [], [null, 'Règles : 2021'], ...JOURNAL]);
    expect(roles(avec(aLAgent))['Paiements']).toBe('versements');
    const colonneB = feuille('Paiements', [[], [], [null, 'Règles : 2021'], ...JOURNAL], {
      premiereColonne: 0,
    });
    expect(roles(avec(colonneB))['Paiements']).toBe('generee');
    expect(roles(avec(feuille('Anomalies', [])))['Anomalies']).toBe('generee');
    expect(roles(avec(feuille('Listes', [['Oui ou non'], ['oui']])))['Listes']).toBe('generee');
    expect(roles(avec(feuille('Listes', [['Écoles'], ['Jules-Ferry']])))['Listes']).toBeNull();
    // désignée, elle se lit
    expect(
      roles(ouvrir([PARAMETRES, PROJETS, page], { feuilles: { versements: 'Paiements' } }))['Paiements'],
    ).toBe('versements');
  });

  test('les bonus versés : leurs montants, et des nombres de bonus', () => {
    expect(dit(avec(feuille('Payés en juin', BONUS)))).toEqual(['Payés en juin feuille.bonus-non-lus']);
    const sansNombre = [
      ['N° dossier', 'Gestionnaire', 'Montant versé'],
      ['Q-1', 'x', 300],
    ];
    expect(dit(avec(feuille('Payés en juin', sansNombre)))).toEqual([]);
    expect(dit(avec(feuille('Bonus versés', BONUS), feuille('Payés en juin', BONUS)))).toEqual([
      'Bonus versés bonus.verse-avant-2021',
    ]);
    expect(
      dit(
        avec(feuille('Bonus payés', BONUS), feuille('Bonus versé', BONUS), feuille('Payés en juin', BONUS)),
      ),
    ).toEqual(['Bonus payés feuille.en-double']);
  });
});

describe('À côté de la feuille lue, une autre a les mêmes intitulés', () => {
  const versement2 = tableau(COLONNES_VERSEMENTS, [versement({ nature: 'indu', montant: 50 })]);
  test('ses versements qui manquent au journal se disent ; ceux qui y sont, ou d’un autre dossier, non', () => {
    const avecJournal = (nom: string, lignes: readonly (readonly Valeur[])[]): string[] =>
      dit(avec(journal('Versements'), journal(nom, lignes))).filter((d) => d.includes('a-part'));
    expect(avecJournal('Indus', versement2)).toEqual(['Indus feuille.versements-a-part']);
    expect(avecJournal('Versements (2)', versement2)).toEqual(['Versements (2) feuille.versements-a-part']);
    expect(avecJournal('Indus', JOURNAL)).toEqual([]);
    expect(avecJournal('Indus', tableau(COLONNES_VERSEMENTS, [versement({ dossier: 'X-1' })]))).toEqual([]);
    for (const nom of ['Versements 2020-2021', 'Copie de Versements', 'Paiements', 'Écritures'])
      expect([nom, avecJournal(nom, versement2)]).toEqual([nom, []]);
    expect(
      dit(
        ouvrir([PARAMETRES, PROJETS, journal('Versements'), journal('Indus', versement2)], {
          ignorees: ['indus'],
        }),
      ),
    ).not.toContain('Indus feuille.versements-a-part');
  });

  test('ses projets agréés qui manquent à Projets aussi', () => {
    const aPart = (nom: string, change: Parameters<typeof projet>[0] = { dossier: 'P-2' }): string[] =>
      dit(avec(feuille(nom, tableau(COLONNES_PROJETS, [projet({}), projet(change)]))));
    expect(aPart('Projets Sud')).toEqual(['Projets Sud feuille.projets-a-part']);
    expect(aPart('Antenne de Montargis', { dossier: 'P-2', agrement: 'favorable sous réserve' })).toEqual([
      'Antenne de Montargis feuille.projets-a-part',
    ]);
    expect(aPart('Projets Sud', { dossier: 'p-1' })).toEqual([]);
    expect(aPart('Projets Sud', { dossier: null })).toEqual([]);
    expect(aPart('Projets refusés', { dossier: 'P-2', agrement: 'refusé' })).toEqual([]);
    expect(aPart('Suivi', { dossier: 'P-2', dateAgrement: jour('2020-10-12') })).toEqual([]);
    expect(aPart('Suivi', { dossier: 'P-2', dateAgrement: null })).toEqual(['Suivi feuille.projets-a-part']);
    for (const nom of ['Projets 2020-2021', 'Historique', 'Archives', 'Modèle'])
      expect(aPart(nom)).toEqual([]);
  });
});

describe('Une feuille facultative vide, ou d’autre chose', () => {
  const vide = (nom: string, lignes: readonly (readonly Valeur[])[]): [unknown, string[]] => {
    const e = avec(feuille(nom, lignes));
    return [e.lecture.versements === null, dit(e)];
  };
  test('elle compte comme absente ; ses lignes ignorées se disent', () => {
    expect(vide('Versements', [])).toEqual([true, []]);
    expect(vide('Versements', [['a'], [' ']])).toEqual([true, []]);
    expect(vide('Versements', JOURNAL.slice(0, 1))).toEqual([true, []]);
    const prerempli = [...JOURNAL.slice(0, 1), [null, 'acompte', 'N']];
    expect(vide('Versements', prerempli)).toEqual([true, ['Versements ligne.ignoree']]);
    expect(roles(avec(feuille('Versements', prerempli)))['Versements']).toBe('versements');
    expect(roles(avec(feuille('Versements', [['a'], [' ']])))['Versements']).toBeNull();
  });

  test('remplie sous des intitulés inconnus, et sous le nom exact, elle se signale', () => {
    const e = avec(
      feuille('Versements', [
        ['x', 'y'],
        ['a', 'b'],
      ]),
    );
    expect([e.lecture.journalNonLu, e.lecture.versements?.lignes, dit(e)]).toEqual([
      true,
      [],
      Array(3).fill('Versements colonne.absente'),
    ]);
    expect(
      vide('Paiements', [
        ['x', 'y'],
        ['a', 'b'],
      ]),
    ).toEqual([true, []]);
  });

  test('deux tableaux côte à côte ne font pas une feuille vide : rien ne s’y lit, et tout est inconnu', () => {
    const cote = (lignes: readonly (readonly Valeur[])[]): Valeur[][] =>
      lignes.map((l) => [...l, null, ...l]);
    const e = avec(feuille('Versements', cote(JOURNAL)));
    expect(dit(e)).toEqual(Array(6).fill('Versements colonne.en-double'));
    expect(e.calculs[0]?.montants.acomptesN.montant).toBeNull();
    const bonus = avec(
      feuille('Bonus versés', cote(BONUS.map((l) => [l[0] ?? null, l[2] ?? null, l[4] ?? null]))),
    );
    expect(dit(bonus)).toEqual(Array(3).fill('Bonus versés colonne.en-double'));
    expect(bonus.lecture.bonusVerses?.lignes).toHaveLength(1);
    // sans rien dessous, elle est vide
    expect(vide('Versements', cote(JOURNAL.slice(0, 1)))).toEqual([true, []]);
  });

  test('une feuille facultative d’un autre nom se reconnaît à une colonne obligatoire', () => {
    expect(roles(avec(feuille('Groupes', DETAIL)))['Groupes']).toBe('collectifs');
    const sansNumero = feuille('Groupes', [
      ['Lieu', 'Intervenants', 'Semaines'],
      ['Salle', 2, 28],
    ]);
    expect(roles(avec(sansNumero))['Groupes']).toBeNull();
    expect(
      roles(
        avec(
          feuille('Groupes', [
            ['Commune', 'Adresse'],
            ['x', 'y'],
          ]),
        ),
      )['Groupes'],
    ).toBeNull();
    expect(roles(avec(feuille('Avenant', tableau(COLONNES_AVENANTS, [{ dossier: 'P-1' }]))))['Avenant']).toBe(
      'avenants',
    );
  });
});

describe('Les projets et les paramètres', () => {
  test('la seule candidate se lit, pour dire ce qui lui manque', () => {
    const e = ouvrir([
      PARAMETRES,
      feuille('Liste des projets', [
        ['a', 'b'],
        ['c', 'd'],
      ]),
    ]);
    expect([roles(e)['Liste des projets'], dit(e)[0]]).toEqual([
      'projets',
      'Liste des projets colonne.absente',
    ]);
    expect(() => ouvrir([feuille('Réglages', [['a', 'b']]), PROJETS])).toThrow(
      'Année scolaire absente ou illisible',
    );
    expect(() => ouvrir([PROJETS])).toThrow('Feuille « Paramètres » introuvable. Année scolaire absente');
  });

  test('de deux, celle qui en a les libellés', () => {
    const [, autre] = [0, feuille('Réglages', [['a', 'b']])];
    const vraie = { ...PARAMETRES, nom: 'Paramètre' };
    expect(roles(ouvrir([autre, vraie, PROJETS]))).toMatchObject({ Réglages: null, Paramètre: 'parametres' });
    expect(dit(ouvrir([{ ...PARAMETRES, nom: 'Réglages' }, vraie, PROJETS]))).toEqual([
      'Réglages feuille.en-double',
    ]);
  });

  test('une liste des projets d’une autre année se lit et se dit ; désignée, elle est la bonne', () => {
    const f = { ...PROJETS, nom: 'Projets 2020-2021' };
    const ancienne = ouvrir([PARAMETRES, f]);
    expect(dit(ancienne)).toEqual(['Projets 2020-2021 feuille.autre-annee']);
    expect(phraseDe(ancienne.anomalies[0] as never).replace(/\s/g, ' ')).toBe(
      'Feuille « Projets 2020-2021 » : son nom est d’une autre année que 2021-2022. La renommer, ou la désigner.',
    );
    expect(dit(ouvrir([PARAMETRES, f], { feuilles: { projets: 'projets 2020-2021' } }))).toEqual([]);
    const deux = ouvrir([
      PARAMETRES,
      { ...PROJETS, nom: 'Projet' },
      { ...PROJETS, nom: 'Liste des projets' },
    ]);
    expect([dit(deux), deux.lecture.projets.feuille.nom]).toEqual([['Projet feuille.en-double'], 'Projet']);
  });

  test('introuvable : les feuilles du classeur se nomment', () => {
    const noms = (n: number) => Array.from({ length: n }, (_, k) => feuille(`F${k}`, []));
    expect(() => ouvrir([])).toThrow(
      'Feuille « Projets » introuvable (feuilles du classeur : aucune). Renommer la feuille des projets, ou la désigner.',
    );
    expect(() => ouvrir(noms(12))).toThrow('« F9 » et 2 autres)');
    expect(() => ouvrir([PARAMETRES, PROJETS], { feuilles: { versements: 'Journal' } })).toThrow(
      'Feuille « Journal » introuvable (feuilles du classeur : « Paramètres », « Projets »). Désigner l’une d’elles.',
    );
    expect(() => ouvrir([], { feuilles: { projets: 'X' } })).toThrow(
      'Feuille « X » introuvable (feuilles du classeur : aucune). Désigner l’une d’elles.',
    );
  });

  test('désignée, une feuille tient son rôle sous n’importe quel nom', () => {
    const e = ouvrir([PARAMETRES, PROJETS, journal('Suivi SPC')], { feuilles: { versements: 'suivi SPC' } });
    expect([roles(e)['Suivi SPC'], dit(e)]).toEqual(['versements', []]);
  });
});

test('une feuille masquée que Clas lit se dit, une autre non', () => {
  const masquees = [
    { ...journal('Versements'), visibilite: 'masquee' as const },
    { ...feuille('Collectifs', tableau(COLONNES_COLLECTIFS, [])), visibilite: 'tresMasquee' as const },
    { ...feuille('Brouillon', [['x']]), visibilite: 'masquee' as const },
  ];
  const e = avec(...masquees);
  expect(dit(e)).toEqual(['Versements feuille.masquee', 'Collectifs feuille.tres-masquee']);
  expect(e.anomalies.map((a) => phraseDe(a).replace(/\s/g, ' ').split(' masquée')[0])).toEqual([
    'Feuille « Versements »',
    'Feuille « Collectifs »',
  ]);
  expect(e.lecture.bilan.map((b) => [b.feuille, b.visible])).toEqual([
    ['Paramètres', true],
    ['Projets', true],
    ['Versements', false],
    ['Collectifs', false],
    ['Brouillon', false],
  ]);
  expect(e.lecture.feuilles).toEqual(['Paramètres', 'Projets', 'Versements', 'Collectifs', 'Brouillon']);
});

test('les lignes d’une autre année, dans les feuilles qui sont d’une année', () => {
  const titre = (n: number): Valeur[] => ['2020-2021', ...Array<null>(n).fill(null)];
  const detail = feuille('Collectifs', [...DETAIL, titre(3), ...DETAIL.slice(1)]);
  const bonus = feuille('Bonus versés', [...BONUS, titre(3), ...BONUS.slice(1)]);
  expect(dit(avec(detail, bonus)).filter((d) => d.includes('autre-annee'))).toEqual([
    'Collectifs ligne.autre-annee',
  ]);
});

test('l’intitulé de Clas d’un lieu', () => {
  const { lecture } = examen();
  const de = (f: string, champ: string | null) => intituleDe({ feuille: f, champ }, lecture);
  expect([
    de('Projets', 'commune'),
    de('Projets', null),
    de('Projets', 'bareme'),
    de('Paramètres', 'caf'),
    de('X', 'commune'),
  ]).toEqual([COLONNES_PROJETS.commune.entete, null, null, null, null]);
});

const avecRepris = (c: ClasseurLu): string[] => dit(examiner(c, { au: '2022-01-20' }));
test('un classeur juste, toutes ses feuilles lues, ne dit rien', () => {
  expect(
    avecRepris(
      classeur({
        versements: [versement({})],
        bonusVerses: [{ dossier: 'Q-1', bonusEnfants: 1, bonusParents: 0, montant: 300 }],
      }),
    ),
  ).toEqual(['Bonus versés bonus.verse-avant-2021']);
});
