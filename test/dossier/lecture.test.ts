/** En-têtes, synonymes, lignes ignorées, feuilles : le classeur d'un agent, tel qu'il l'a fait. */
import { COLONNES_BONUS_VERSES } from '../../src/dossier/colonnes/bonusVerses';
import { COLONNES_COLLECTIFS } from '../../src/dossier/colonnes/collectifs';
import type { Colonnes } from '../../src/dossier/colonnes/colonne';
import { COLONNES_PROJETS } from '../../src/dossier/colonnes/projets';
import { COLONNES_VERSEMENTS } from '../../src/dossier/colonnes/versements';
import { examiner } from '../../src/dossier/examiner';
import type { ClasseurLu, Feuille } from '../../src/dossier/formes/grille';
import type { Valeur } from '../../src/valeurs/valeur';
import { achever } from '../../src/dossier/formes/etapes';
import { lireClasseur } from '../../src/dossier/lecture/lire';
import { LIBELLES } from '../../src/dossier/lecture/libelles';
import { lireCodeCaf, lireParametres } from '../../src/dossier/lecture/parametres';
import { Decimal } from '../../src/valeurs/montant';
import { normaliser } from '../../src/valeurs/texte';
import { classeur, examen, feuille, PROJET, projet, rapport, tableau, versement } from './fabrique';

const avecProjets = (
  lignes: readonly (readonly Valeur[])[],
  reste: Partial<Feuille> = {},
  nom = 'Projets',
): ClasseurLu => ({
  ...classeur(),
  feuilles: [classeur().feuilles[0] as Feuille, feuille(nom, lignes, reste)],
});
const [ENTETES = [], LIGNE = []] = tableau(COLONNES_PROJETS, [PROJET]);
const rapportDe = (c: ClasseurLu, designations = {}): string[] =>
  rapport(examiner(c, { au: '2022-01-20', designations }));
const renommer = (de: string, vers: string): Valeur[] => ENTETES.map((e) => (e === de ? vers : e));

describe('intitulés', () => {
  test.each(
    Object.entries({
      Projets: COLONNES_PROJETS,
      Collectifs: COLONNES_COLLECTIFS,
      Versements: COLONNES_VERSEMENTS,
      'Bonus versés': COLONNES_BONUS_VERSES,
    } as Record<string, Colonnes>),
  )('%s : aucun intitulé ni synonyme ne désigne deux colonnes', (_, definitions) => {
    // l'intitulé exact d'une colonne l'emporte sur le même mot, synonyme d'une autre (« Référence » dans Versements)
    const entetes = Object.values(definitions).map((c) => normaliser(c.entete));
    const synonymes = Object.values(definitions).flatMap((c) => c.synonymes.map(normaliser));
    expect(entetes.length).toBeGreaterThan(0);
    for (const formes of [entetes, synonymes])
      expect(formes.filter((f, k) => formes.indexOf(f) !== k)).toEqual([]);
  });

  test.each(
    Object.entries(COLONNES_PROJETS).flatMap(([, c]) => c.synonymes.map((s) => [s, c.entete] as const)),
  )('« %s » vaut « %s »', (synonyme, entete) => {
    const calculee = Object.values(COLONNES_PROJETS).find((c) => c.entete === entete && 'calculee' in c);
    if (calculee) return;
    expect(rapportDe(avecProjets([renommer(entete, synonyme.toUpperCase()), LIGNE]))).toEqual([]);
  });

  test('l’intitulé exact l’emporte sur un synonyme', () => {
    expect(
      rapportDe(
        avecProjets([
          [...ENTETES, 'Référence', 'Budget'],
          [...LIGNE, 'X', 'rien'],
        ]),
      ),
    ).toEqual([]);
  });

  test('deux synonymes sans intitulé exact ne se devinent pas', () => {
    expect(
      rapportDe(
        avecProjets([
          [...renommer('Coût prévisionnel', 'Budget'), 'Prix de revient'],
          [...LIGNE, 18000],
        ]),
      ),
    ).toEqual(['Projets!1 colonne.en-double']);
  });

  test('le même intitulé deux fois non plus', () => {
    expect(
      rapportDe(
        avecProjets([
          [...ENTETES, 'Commune'],
          [...LIGNE, 'Olivet'],
        ]),
      ),
    ).toEqual(['Projets!1 colonne.en-double']);
  });

  test('les colonnes en plus que Clas ne fait que comparer peuvent être en double', () => {
    expect(
      rapportDe(
        avecProjets([
          [...ENTETES, 'Ps', 'Montant Ps', 'Campagne', 'Campagne'],
          [...LIGNE, 1, 2, 'a', 'b'],
        ]),
      ),
    ).toEqual([]);
  });

  test('une colonne désignée à la main l’emporte', () => {
    const c = avecProjets([renommer('Coût prévisionnel', 'Montant du plan de financement'), LIGNE]);
    expect(rapportDe(c)).toEqual(['Projets!1 colonne.absente']);
    expect(
      rapportDe(c, { colonnes: { projets: { coutPrevisionnel: 'Montant du plan de financement' } } }),
    ).toEqual([]);
  });

  test('l’en-tête peut être plus bas, la feuille commencer ailleurs qu’en A1', () => {
    const lignes = [['Suivi des Clas'], [], ENTETES.map((e) => e), LIGNE];
    const e = examiner(avecProjets(lignes, { premiereLigne: 3, premiereColonne: 2 }), { au: '2022-01-20' });
    expect(e.lecture.projets.lignes[0]?.ligne).toBe(6);
    expect(e.lecture.projets.lieu(6, 'dossier')).toMatchObject({ ligne: 6, colonne: 2, valeur: 'P-1' });
  });

  test('des intitulés aux noms d’objets ne trompent pas la lecture', () => {
    expect(
      rapportDe(
        avecProjets([
          [...ENTETES, '__proto__', 'constructor', 'toString'],
          [...LIGNE, 'a', 'b', 'c'],
        ]),
      ),
    ).toEqual([]);
  });
});

describe('lignes', () => {
  test('une ligne de blancs à la fin ne se signale pas', () => {
    expect(rapportDe(avecProjets([ENTETES, LIGNE, [' ', '\u00a0'], []]))).toEqual([]);
  });

  test('l’en-tête recopié plus bas n’est pas un projet', () => {
    const autre = LIGNE.map((v, i) => (i === 0 ? 'P-2' : i === 4 ? 'Autre' : v));
    expect(rapportDe(avecProjets([ENTETES, LIGNE, ENTETES, autre]))).toEqual(['Projets!3 ligne.ignoree']);
  });

  test('un total : le nombre de lignes à la place du dossier, ou des sommes sans libellé', () => {
    const compte = LIGNE.map((_, i) => (i === 0 ? 1 : i === 1 ? 'Total' : i === 18 ? 18000 : null));
    const sommes = LIGNE.map((_, i) => (i === 18 ? 18000 : null));
    const formules = new Map([['S4', '=SUM(S2:S2)']]);
    expect(rapportDe(avecProjets([ENTETES, LIGNE, compte, sommes], { formules }))).toEqual([
      'Projets!3 ligne.ignoree',
      'Projets!4 ligne.ignoree',
    ]);
    expect(rapportDe(avecProjets([ENTETES, LIGNE, sommes]))).toContain('Projets!A3 dossier.absent');
  });

  test('un projet ou un versement sans numéro n’est pas un total, quoi qu’en disent ses remarques', () => {
    const change = { dossier: null, observations: 'Totalement refait' };
    expect(rapport(examen({ projets: [projet(change)] }))).toEqual(['Projets!A2 dossier.absent']);
    const sansNumero = versement({ dossier: null, reference: 'Total des acomptes' });
    expect(rapport(examen({ versements: [versement({}), sansNumero] }))).toEqual([
      'Versements!A3 versement.non-compte',
    ]);
  });

  test('une colonne « Acomptes N-1 » n’est pas la colonne « Acomptes N+1 »', () => {
    const lu = classeur({ projets: [projet({ acomptesN1: 300 })] });
    const enPlus = ['Acomptes N-1', 700];
    const feuilles = lu.feuilles.map((f) =>
      f.nom === 'Projets' ? { ...f, lignes: f.lignes.map((l, i) => [...l, enPlus[i] ?? null]) } : f,
    );
    const e = examiner({ ...lu, feuilles }, { au: '2022-01-20' });
    expect(rapport(e)).toEqual([]);
    expect(e.lecture.projets.lignes[0]?.acomptesN1?.toFixed(2)).toBe('300.00');
  });

  test('un gestionnaire nommé Total n’est pas un total', () => {
    expect(
      examen({ projets: [projet({ gestionnaire: 'Total Solidarité' })] }).lecture.projets.lignes,
    ).toHaveLength(1);
  });

  test('les blancs autour d’un numéro de dossier ne comptent pas', () => {
    const e = examen({
      projets: [projet({ dossier: '\u00a0P-1 ' })],
      versements: [versement({ dossier: ' p-1\u00a0' })],
    });
    expect(rapport(e)).toEqual([]);
    expect(e.calculs[0]?.montants.acomptesN.montant?.toString()).toBe('1000');
  });

  test('la valeur brute reste à côté de la valeur lue', () => {
    const e = examen({ projets: [projet({ coutPrevisionnel: '18 000,00 €' })] });
    const p = e.lecture.projets.lignes[0];
    expect(p?.coutPrevisionnel?.toString()).toBe('18000');
    expect(e.lecture.projets.lieu(2, 'coutPrevisionnel').valeur).toBe('18 000,00 €');
  });
});

test('une date trop ancienne se dit comme l’agent la voit, et non par son numéro', () => {
  const e = examen({ projets: [projet({ dateAgrement: 5 })], formats: { dateAgrement: 'dd/mm/yyyy' } });
  expect(e.anomalies.map((a) => a.parametres)).toEqual([{ v: '05/01/1900' }]);
});

describe('feuilles', () => {
  test('le nom d’une feuille se lit comme un intitulé', () => {
    expect(rapportDe(avecProjets([ENTETES, LIGNE], {}, ' PROJETS '))).toEqual([]);
  });

  test('une feuille sous un autre nom se désigne', () => {
    const c = avecProjets([ENTETES, LIGNE], {}, 'Suivi 2021');
    expect(() => achever(lireClasseur(c))).toThrow(
      'Feuille « Projets » introuvable (feuilles du classeur : « Paramètres », « Suivi 2021 »). « Suivi 2021 » en a les intitulés : la nommer « Projets », ou la désigner.',
    );
    expect(rapportDe(c, { feuilles: { projets: 'suivi 2021' } })).toEqual([]);
  });

  test('une feuille Versements vide compte comme absente : la colonne Acomptes est lue', () => {
    const e = examen({ projets: [projet({ acomptesN: 500 })], versements: [] });
    expect(e.calculs[0]?.montants.acomptesN.montant?.toString()).toBe('500');
  });

  describe('une feuille facultative aux intitulés inconnus', () => {
    const avec = (nom: string, lignes: readonly (readonly Valeur[])[]): string[] =>
      rapportDe({ ...classeur(), feuilles: [...classeur().feuilles, feuille(nom, lignes)] });
    const journal = [
      ['Code', 'Jour', 'Montant'],
      ['P-1', 44520, 1000],
    ];

    test('remplie, elle se signale : un versement ne s’ignore pas en silence', () => {
      expect(avec('Versements', journal)).toEqual(Array(3).fill('Versements colonne.absente'));
    });

    test('sans donnée, ou sous un nom qui n’est pas de Clas, elle compte comme absente', () => {
      expect(avec('Versements', journal.slice(0, 1))).toEqual([]);
      expect(avec('Groupes', journal)).toEqual([]);
    });

    test('sans colonne Nature, elle ne le redit pas à chaque ligne', () => {
      expect(
        avec('Versements', [
          ['N° dossier', 'Gestion', 'Date', 'Montant'],
          ['P-1', 'N', 44520, 1000],
        ]),
      ).toEqual(['Versements!1 colonne.absente']);
    });
  });

  test.each(['2021-2022', '2021/2022', '21-22', '2021', 2021, ' 2021 – 2022 '])(
    'année scolaire %j',
    (annee) => {
      expect(examen({ parametres: { 'Année scolaire': annee } }).lecture.parametres.annee).toBe(2021);
    },
  );

  test.each([null, '2021-2023', 'bientôt', '2021-2020'])('année scolaire %j : une phrase', (annee) => {
    expect(() => examen({ parametres: { 'Année scolaire': annee } })).toThrow(
      'Année scolaire absente ou illisible',
    );
  });

  test.each([
    ['45', '45'],
    ['1', '01'],
    ['2a', '2A'],
    ['974', '974'],
    ['045', '45'],
    ['Caf 45', '45'],
    ['20', null],
    ['99', null],
    ['', null],
  ])('Caf « %s » → %s', (texte, attendu) => {
    expect(lireCodeCaf(texte)).toBe(attendu);
  });
});

test('la valeur d’un libellé fusionné est après la fusion', () => {
  const lignes = [
    ['Caf', null, '41'],
    ['Année scolaire', null, null, '2022-2023'],
  ];
  const fusions = ['C5:D5', 'C6:E6'];
  const lus = lireParametres(
    feuille('Paramètres', lignes, { premiereLigne: 5, premiereColonne: 3, fusions }),
  );
  expect([lus.caf, lus.annee]).toEqual(['41', 2022]);
});

test.each(Object.entries(LIBELLES).flatMap(([cle, formes]) => formes.map((f) => [f, cle] as const)))(
  'le libellé « %s » est celui de « %s »',
  (libelle, cle) => {
    const saisies: Readonly<Record<string, readonly [Valeur, unknown]>> = {
      annee: ['2022-2023', 2022],
      caf: ['41', '41'],
      limiterAuMontantAccorde: ['non', false],
      enveloppeN: [120000.5, new Decimal('120000.5')],
      enveloppeN1: [0, new Decimal(0)],
    };
    const [valeur, attendu] = saisies[cle] ?? ['euro', 'euro'];
    const lignes = [[libelle, valeur], ...(cle === 'annee' ? [] : [['Année scolaire', '2022-2023']])];
    expect(lireParametres(feuille('Paramètres', lignes))[cle as 'caf']).toEqual(attendu);
  },
);

test('l’ordre des lignes et des colonnes ne change pas les totaux', () => {
  const projets = [
    projet({}),
    projet({ dossier: 'P-2', action: 'B', coutPrevisionnel: 7879.4, collectifsAgrees: 1, enfants: 10 }),
    projet({ dossier: 'P-3', action: 'C' }),
  ];
  const [entetes = [], ...lignes] = tableau(COLONNES_PROJETS, projets);
  const inverser = (l: readonly Valeur[]): Valeur[] => [...l].reverse();
  const totaux = (c: ClasseurLu): unknown =>
    Object.entries(examiner(c, { au: '2022-01-20' }).totaux).map(([cle, t]) => [cle, t.montant?.toFixed(2)]);
  expect(totaux(avecProjets([inverser(entetes), ...[...lignes].reverse().map(inverser)]))).toEqual(
    totaux(avecProjets([entetes, ...lignes])),
  );
});
