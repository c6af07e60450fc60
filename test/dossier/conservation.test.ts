/** Rien ne compte en silence : bilan de lecture, lignes ignorées, colonnes ressemblantes, refus de l'officiel. */
import fc from 'fast-check';
import { direManque } from '../../src/dossier/calcul/manque';
import { COLONNES_PROJETS } from '../../src/dossier/colonnes/projets';
import { examiner, type Examen } from '../../src/dossier/examiner';
import { refusOfficiel } from '../../src/dossier/restitution/blocage';
import { jsonVerifier } from '../../src/dossier/restitution/json';
import { lettres } from '../../src/dossier/formes/adresses';
import type { Designations } from '../../src/dossier/lecture/roles';
import type { Valeur } from '../../src/valeurs/valeur';
import { classeur, feuille, projet, tableau } from './fabrique';

const [ENTETES = [], LIGNE = []] = tableau(COLONNES_PROJETS, [projet({ acomptesN: 1000 })]);
const colonne = (cle: keyof typeof COLONNES_PROJETS): number => ENTETES.indexOf(COLONNES_PROJETS[cle].entete);
const ligne = (dossier: string, change: Readonly<Record<string, Valeur>> = {}): Valeur[] =>
  LIGNE.map((v, i) => {
    if (i === colonne('dossier')) return dossier;
    const cle = Object.keys(change).find((c) => colonne(c as 'dossier') === i);
    return cle === undefined ? v : (change[cle] ?? null);
  });
const seule = (cellules: Readonly<Record<number, Valeur>>): Valeur[] =>
  ENTETES.map((_, i) => cellules[i] ?? null);

const lire = (lignes: readonly (readonly Valeur[])[], designations: Designations = {}): Examen => {
  const c = classeur();
  const feuilles = c.feuilles.map((f) => (f.nom === 'Projets' ? feuille('Projets', lignes) : f));
  return examiner({ ...c, feuilles }, { au: '2022-01-20', designations });
};
const bilan = (e: Examen) => jsonVerifier(e).lecture.feuilles.find((f) => f.feuille === 'Projets');

describe('Lignes', () => {
  test('une note, un total, des lignes préremplies : ignorées, chacune dite', () => {
    const e = lire([
      ENTETES,
      seule({ [colonne('coutPrevisionnel')]: '€' }),
      ligne('P-001'),
      seule({ [colonne('gestionnaire')]: 'Sous-total', [colonne('coutPrevisionnel')]: 18000 }),
      ligne('P-002'),
      seule({ [colonne('projetBonus')]: 'non' }),
      seule({ [colonne('projetBonus')]: 'non' }),
      seule({ 0: '* chiffres provisoires' }),
    ]);
    expect(e.lecture.projets.lignes.map((p) => p.dossier)).toEqual(['P-001', 'P-002']);
    expect(bilan(e)?.lignesIgnorees.map((l) => l.ligne)).toEqual([2, 4, 6, 8]);
    expect(e.anomalies.filter((a) => a.code === 'ligne.ignoree').map((a) => a.ligne)).toEqual([2, 4, 6, 8]);
  });

  test('une formule recopiée qui donne un montant est une donnée : il ne s’écarte pas avec les lignes préremplies', () => {
    const cout = colonne('coutPrevisionnel');
    const c = classeur();
    const lignes = [
      ENTETES,
      ligne('P-001'),
      seule({ [cout]: 5_000, [colonne('projetBonus')]: 'non' }),
      seule({ [cout]: 0, [colonne('projetBonus')]: 'non' }),
    ];
    const formules = new Map([3, 4].map((l) => [`${lettres(cout + 1)}${l}`, '=H3*2500']));
    const feuilles = c.feuilles.map((f) =>
      f.nom === 'Projets' ? feuille('Projets', lignes, { formules }) : f,
    );
    const e = examiner({ ...c, feuilles }, { au: '2022-01-20' });
    expect(e.lecture.projets.lignes.map((p) => p.ligne)).toEqual([2, 3]);
    expect(e.anomalies.filter((a) => a.reference === 'C-ID-01').map((a) => a.ligne)).toEqual([3]);
    expect(bilan(e)?.lignesIgnorees.map((l) => l.ligne)).toEqual([4]);
  });

  test('trois notes de suite font un seul bloc, même si l’une finit par « résultat »', () => {
    const e = lire([
      ENTETES,
      ligne('P-001'),
      seule({ 0: '* provisoire' }),
      seule({ 0: '** en attente du compte de résultat' }),
      seule({ 0: 'Source : Elan' }),
    ]);
    expect(e.anomalies.filter((a) => a.code === 'ligne.ignoree').map((a) => a.ligne)).toEqual([3]);
  });

  test('un numéro et trois cellules font une donnée, quoi que dise un mot', () => {
    const e = lire([
      ENTETES,
      ligne('P-001', { gestionnaire: 'Ensemble', observations: 'Total versé' }),
      ligne('Total jeunes'),
    ]);
    expect(e.lecture.projets.lignes.map((p) => p.dossier)).toEqual(['P-001', 'Total jeunes']);
  });
});

/** Ce qu'un agent met entre ses lignes, et si c'est une donnée. */
const SOMMES = { coutPrevisionnel: 36_000, acomptesN: 1_800 };
const champs = (change: Readonly<Record<string, Valeur>>): Valeur[] =>
  seule(Object.fromEntries(Object.entries(change).map(([cle, v]) => [colonne(cle as 'dossier'), v])));

describe('Entre deux projets', () => {
  test.each([
    'TOTAL',
    'S/TOTAL',
    'Ss-total',
    'sous total Orléans',
    'T O T A L',
    'TOTAL-',
    'Total, tous gestionnaires',
    'Total des 2 projets retenus par le comité',
    'Nb dossiers',
    'Σ',
    'Somme totale',
    '=> Total',
    'Total (2 dossiers)',
  ])('« %s » à côté de nombres est un total', (libelle) => {
    const e = lire([ENTETES, ligne('P-001'), champs({ gestionnaire: libelle, ...SOMMES }), ligne('P-002')]);
    expect(e.lecture.projets.lignes.map((p) => p.ligne)).toEqual([2, 4]);
    expect(bilan(e)?.lignesIgnorees).toEqual([{ ligne: 3, motif: 'ligne de total' }]);
  });

  test.each<[string, Readonly<Record<string, Valeur>>]>([
    ['un tiret où il n’y a rien', { gestionnaire: 'Total', coutPrevisionnel: 36_000, acomptesN: '-' }],
    ['un pourcentage', { gestionnaire: 'Total', coutPrevisionnel: 36_000, fondsLocaux: '12 %' }],
  ])('un total avec %s', (_, cellules) => {
    const e = lire([ENTETES, ligne('P-001'), champs(cellules), ligne('P-002')]);
    expect(bilan(e)?.lignesIgnorees).toEqual([{ ligne: 3, motif: 'ligne de total' }]);
  });

  test.each<[string, Readonly<Record<string, Valeur>>]>([
    ['un autre texte', { dossier: 'Total', commune: 'Orléans', ...SOMMES }],
    ['un mot sans rapport', { gestionnaire: 'Solde disponible', ...SOMMES }],
    ['NB, qui ouvre une note', { gestionnaire: 'NB : à revoir', ...SOMMES }],
    ['aucun libellé', SOMMES],
  ])('des nombres et %s : une donnée, qui se dit', (_, cellules) => {
    const e = lire([ENTETES, ligne('P-001'), champs(cellules), ligne('P-002')]);
    expect(e.lecture.projets.lignes.map((p) => p.ligne)).toEqual([2, 3, 4]);
    expect(e.valide).toBe(false);
  });

  test('une rangée de tirets, un nombre seul qui n’est pas un numéro : des notes', () => {
    const e = lire([
      ENTETES,
      ligne('P-001'),
      ENTETES.map(() => '---'),
      champs({ dossier: 2021 }),
      ligne('P-002'),
    ]);
    expect(e.lecture.projets.lignes.map((p) => p.ligne)).toEqual([2, 5]);
    expect(bilan(e)?.lignesIgnorees.map(({ ligne: n, motif }) => [n, motif])).toEqual([
      [3, 'note ou titre'],
      [4, 'note ou titre'],
    ]);
  });

  test('un zéro écrit en texte dans une ligne préremplie n’en fait pas une donnée', () => {
    const e = lire([ENTETES, ligne('P-001'), champs({ projetBonus: 'non', coutPrevisionnel: '0,00 €' })]);
    expect(e.lecture.projets.lignes).toHaveLength(1);
  });

  test('un en-tête répété à chaque page : le titre au-dessus et les numéros de colonnes dessous s’ignorent aussi', () => {
    const e = lire([
      ENTETES,
      ligne('P-001'),
      champs({ dossier: 'Suivi du Clas', commune: 'Page 2' }),
      ENTETES,
      ENTETES.map((_, i) => `(${i + 1})`),
      ligne('P-002'),
    ]);
    expect(e.lecture.projets.lignes.map((p) => p.ligne)).toEqual([2, 6]);
    expect(bilan(e)?.lignesIgnorees.map((l) => l.motif)).toEqual([
      'unités, consignes ou signature',
      'intitulés répétés',
      'numéros de colonnes',
    ]);
  });

  test('le titre d’un secteur et ses sous-totaux en formules', () => {
    const cout = colonne('coutPrevisionnel');
    const lignes = [
      ENTETES,
      champs({ dossier: 'SECTEUR NORD', coutPrevisionnel: 36_000 }),
      ligne('P-001'),
      ligne('P-002'),
    ];
    const c = classeur();
    const formules = new Map([
      [`${lettres(cout + 1)}2`, `=SUBTOTAL(9,${lettres(cout + 1)}3:${lettres(cout + 1)}4)`],
    ]);
    const feuilles = c.feuilles.map((f) =>
      f.nom === 'Projets' ? feuille('Projets', lignes, { formules }) : f,
    );
    const e = examiner({ ...c, feuilles }, { au: '2022-01-20' });
    expect(e.lecture.projets.lignes.map((p) => p.dossier)).toEqual(['P-001', 'P-002']);
  });
});

describe('Un intitulé inconnu, rempli, qui fait penser à des acomptes absents', () => {
  const avec = (intitule: string, valeur: Valeur = 1_000) =>
    lire([
      ENTETES.map((t) =>
        t === COLONNES_PROJETS.acomptesN.entete
          ? intitule
          : t === COLONNES_PROJETS.acomptesN1.entete
            ? null
            : t,
      ),
      ligne('P-001', { acomptesN: valeur }),
    ]);

  test.each([
    'Versé N',
    'Déjà versé',
    'Sommes versées',
    'Paiements 2021',
    'Règlement 2021',
    'Virements',
    'Montant payé',
    'Mandaté',
    'Acptes',
    'Accompte N',
  ])('« %s » se dit, et les acomptes sont inconnus', (intitule) => {
    const e = avec(intitule);
    expect(e.anomalies.map((a) => a.reference)).toContain('C-FMT-14');
    expect(e.calculs[0]?.montants.acomptesN.montant).toBeNull();
  });

  test.each([
    'Versé en 2020',
    'Solde versé',
    'Bonus versé',
    'Reste à payer',
    'Date du versement',
    'N° de virement',
  ])('« %s » n’en est pas', (intitule) => {
    expect(avec(intitule).anomalies.map((a) => a.reference)).not.toContain('C-FMT-14');
  });

  test('ni une colonne de réponses', () => {
    expect(avec('Payé', 'oui').anomalies.map((a) => a.reference)).not.toContain('C-FMT-14');
  });
});

test.each([
  ['Fonds loc.', 'fondsLocaux'],
  ['Aide locale', 'fondsLocaux'],
  ['Coût définitif', 'coutReel'],
  ['Fnp 2021', 'autresBrancheFamille'],
  ['Autres financeurs', 'autresRecettes'],
  ['Montant notifié', 'montantAccorde'],
  ['Ps attribuée', 'montantAccorde'],
] as const)('« %s », abrégé ou autrement dit, ressemble à %s', (intitule, cle) => {
  const e = lire([
    ENTETES.map((t) => (t === COLONNES_PROJETS[cle].entete ? intitule : t)),
    ligne('P-001', { [cle]: 3_000 }),
  ]);
  expect(e.anomalies.filter((a) => a.reference === 'C-FMT-14').map((a) => a.champ)).toEqual([cle]);
});

describe('Deux colonnes du même nom', () => {
  const avec = (cle: 'acomptesN' | 'bonusEnfants' | 'fondsLocaux', valeurs: readonly Valeur[]): Examen => {
    const intitule = COLONNES_PROJETS[cle].entete;
    const debut = ligne('P-001', { [cle]: valeurs[0] ?? null });
    return lire([
      [...ENTETES, intitule],
      [...debut, valeurs[1] ?? null],
    ]);
  };

  test.each(['acomptesN', 'bonusEnfants', 'fondsLocaux'] as const)(
    '« %s » deux fois, remplie : inconnue, jamais zéro',
    (cle) => {
      const e = avec(cle, [2, null]);
      expect(e.anomalies.map((a) => a.code)).toContain('colonne.en-double');
      expect([...(e.lecture.projets.lignes[0]?.illisibles ?? [])]).toEqual([cle]);
    },
  );

  test('les acomptes en sont inconnus, et la charge à payer avec eux', () => {
    const montants = avec('acomptesN', [null, 1_500]).calculs[0]?.montants;
    expect([montants?.acomptesN.montant, montants?.chargeAPayer.montant]).toEqual([null, null]);
  });

  test('vides toutes deux, elles ne disent rien d’un dossier', () => {
    expect(avec('acomptesN', []).calculs[0]?.montants.acomptesN.montant?.toFixed(2)).toBe('0.00');
  });
});

test.each(['Bonus versés 2020-2021', 'Bonus versés N-1', 'Bonus versés (N-1)'])(
  'feuille « %s » : les bonus de l’année d’avant',
  (nom) => {
    const c = classeur({ bonusVerses: [{ dossier: 'A-1', bonusEnfants: 1, bonusParents: 0, montant: 300 }] });
    const feuilles = c.feuilles.map((f) => (f.nom === 'Bonus versés' ? { ...f, nom } : f));
    const { bonusVerses } = examiner({ ...c, feuilles }, { au: '2022-01-20' }).lecture;
    expect(bonusVerses?.lignes.map((l) => l.montant?.toFixed(2))).toEqual(['300.00']);
  },
);

test('singuliers et pluriels en « al », « aux »', () => {
  const entetes = ENTETES.map((t) => (t === 'Fonds locaux' ? 'Fonds local' : t));
  const e = lire([entetes, ligne('P-001')]);
  expect(bilan(e)?.colonnesLues).toContainEqual(
    expect.objectContaining({ entete: 'Fonds local', champ: 'fondsLocaux' }),
  );
});

describe('Une colonne qui ressemble à une absente', () => {
  const entetes = ENTETES.map((t) =>
    t === COLONNES_PROJETS.acomptesN.entete
      ? '1er acompte'
      : t === COLONNES_PROJETS.acomptesN1.entete
        ? null
        : t,
  );
  const lignes = [entetes, ligne('P-001'), ligne('P-002', { acomptesN: null, action: 'Autre action' })];

  test('son montant est inconnu pour les dossiers où elle est remplie, et rien d’officiel n’en sort', () => {
    const e = lire(lignes);
    expect(e.anomalies.filter((a) => a.reference === 'C-FMT-14')).toHaveLength(1);
    expect(bilan(e)?.colonnesNonLues).toEqual([
      expect.objectContaining({ entete: '1er acompte', valeurs: 1, proche: 'acomptesN' }),
    ]);
    expect(e.calculs.map((c) => c.montants.acomptesN.montant?.toFixed(2) ?? null)).toEqual([null, '0.00']);
    const acomptes = e.calculs[0]?.montants.acomptesN;
    expect(acomptes?.montant === null ? acomptes.manque.map(direManque) : []).toEqual([
      'Acomptes N : colonne non lue',
    ]);
    expect(e.valide).toBe(true);
    expect(refusOfficiel(e, 'le fichier des écritures')).toContain('P-001');
    expect(refusOfficiel(e, 'le fichier de remontée')).toBeNull();
  });

  test('désignée, elle se lit ; écartée, elle ne compte pas', () => {
    const lue = lire(lignes, { colonnes: { projets: { acomptesN: '1er acompte' } } });
    expect(lue.calculs[0]?.montants.acomptesN.montant?.toFixed(2)).toBe('1000.00');
    expect(refusOfficiel(lue, 'le fichier des écritures')).toBeNull();
    const ecartee = lire(lignes, { ignorees: ['1er acompte'] });
    expect(ecartee.calculs[0]?.montants.acomptesN.montant?.toFixed(2)).toBe('0.00');
    expect(ecartee.anomalies.some((a) => a.reference === 'C-FMT-14')).toBe(false);
  });
});

test('conservation : la somme d’une colonne est celle des lignes lues et des lignes dites ignorées', () => {
  const cout = colonne('coutPrevisionnel');
  const troubles = fc.constantFrom('projet', 'total', 'note', 'vide', 'preremplie', 'entete', 'unites');
  fc.assert(
    fc.property(
      fc.array(fc.record({ trouble: troubles, montant: fc.integer({ min: 100, max: 90_000 }) }), {
        minLength: 1,
        maxLength: 25,
      }),
      (tirees) => {
        const lignes = tirees.map(({ trouble, montant }, i): Valeur[] => {
          if (trouble === 'projet') return ligne(`P-${i + 100}`, { coutPrevisionnel: montant });
          if (trouble === 'total') return seule({ 0: 'Total', [cout]: montant });
          if (trouble === 'note') return seule({ 1: 'arrêté au 31 décembre' });
          if (trouble === 'preremplie') return seule({ [colonne('projetBonus')]: 'non', [cout]: 0 });
          if (trouble === 'entete') return [...ENTETES];
          if (trouble === 'unites') return seule({ [cout]: '€' });
          return seule({});
        });
        const e = lire([ENTETES, ...lignes]);
        const vue = lignes.reduce((s, l) => s + (typeof l[cout] === 'number' ? l[cout] : 0), 0);
        const lue = e.lecture.projets.lignes.reduce((s, p) => s + (p.coutPrevisionnel?.toNumber() ?? 0), 0);
        const dites = new Set(
          e.lecture.bilan
            .find((f) => f.role === 'projets')
            ?.lignesIgnorees.flatMap(({ ligne: l, derniere }) =>
              Array.from({ length: derniere - l + 1 }, (_, k) => l + k),
            ),
        );
        const ignoree = [...dites].reduce((s, n) => {
          const v = lignes[n - 2]?.[cout];
          return s + (typeof v === 'number' ? v : 0);
        }, 0);
        expect(lue + ignoree).toBe(vue);
        expect(e.lecture.projets.lignes).toHaveLength(tirees.filter((t) => t.trouble === 'projet').length);
      },
    ),
    { numRuns: 150 },
  );
});
