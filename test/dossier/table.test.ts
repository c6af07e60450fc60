/** Une feuille de données, lue : ses lignes, ce qui s'en dit, et le compte de ce qui est lu ou laissé. */
import { phraseDe } from '../../src/dossier/anomalies/anomalie';
import { COLONNES_PROJETS } from '../../src/dossier/colonnes/projets';
import { examiner, type Examen } from '../../src/dossier/examiner';
import { lettres } from '../../src/dossier/formes/adresses';
import type { Feuille } from '../../src/dossier/formes/grille';
import { achever } from '../../src/dossier/formes/etapes';
import { creerMemoire } from '../../src/dossier/formes/memoire';
import { lireClasseur } from '../../src/dossier/lecture/lire';
import type { Designations } from '../../src/dossier/lecture/roles';
import type { Valeur } from '../../src/valeurs/valeur';
import { classeur, examen, feuille, projet, tableau } from './fabrique';

type Lignes = readonly (readonly Valeur[])[];
const [ENTETES = [], LIGNE = []] = tableau(COLONNES_PROJETS, [projet({})]);
const rang = (cle: keyof typeof COLONNES_PROJETS): number => ENTETES.indexOf(COLONNES_PROJETS[cle].entete);
const P = (dossier: string, change: Readonly<Record<string, Valeur>> = {}): Valeur[] =>
  LIGNE.map((v, i) => {
    const cle = Object.keys(change).find((c) => rang(c as 'dossier') === i);
    return i === 0
      ? dossier
      : i === rang('action')
        ? `Action ${dossier}`
        : cle === undefined
          ? v
          : (change[cle] ?? null);
  });
const seule = (cellules: Readonly<Record<number, Valeur>>): Valeur[] =>
  ENTETES.map((_, i) => cellules[i] ?? null);
function lire(lignes: Lignes, reste: Partial<Feuille> = {}, designations: Designations = {}): Examen {
  const c = classeur();
  const feuilles = c.feuilles.map((f) => (f.nom === 'Projets' ? feuille('Projets', lignes, reste) : f));
  return examiner({ ...c, feuilles }, { au: '2022-01-20', designations });
}
const dit = (e: Examen): string[] =>
  e.anomalies.map((a) => `${a.ligne}:${a.colonne} ${phraseDe(a).replace(/\s/g, ' ').split('. ')[0]}`);
const bilan = (e: Examen) => e.lecture.bilan.find((f) => f.feuille === 'Projets');

describe('Le bilan', () => {
  test('lignes lues, lignes laissées, colonnes dans l’ordre de la feuille, commencée ailleurs qu’en A1', () => {
    const lignes = [
      [...ENTETES, 'Téléphone', 'Vide', null],
      [...P('P-1'), '02', null, 'x'],
      seule({ 0: 'note' }),
      [...P('P-2'), '03'],
    ];
    const b = bilan(lire(lignes, { premiereLigne: 3, premiereColonne: 2 }));
    expect(b).toMatchObject({
      role: 'projets',
      visible: true,
      lignesLues: 2,
      lignesIgnorees: [{ ligne: 5, derniere: 5, motif: 'note ou titre' }],
    });
    expect(b?.colonnesLues).toEqual(
      ENTETES.map((entete, i) => ({
        colonne: i + 2,
        entete,
        champ: Object.entries(COLONNES_PROJETS).find(([, c]) => c.entete === entete)?.[0],
      })),
    );
    expect(b?.colonnesNonLues).toEqual([
      { colonne: ENTETES.length + 2, entete: 'Téléphone', valeurs: 2, proches: [] },
      { colonne: ENTETES.length + 4, entete: '', valeurs: 1, proches: [] },
    ]);
  });

  test('des colonnes dans un autre ordre', () => {
    const b = bilan(lire([ENTETES, P('P-1')].map((l) => [...l].reverse())));
    expect(b?.colonnesLues.map(({ colonne }) => colonne)).toEqual(ENTETES.map((_, i) => i + 1));
  });

  test('l’intitulé, le lieu d’une cellule, d’une ligne, d’une colonne absente', () => {
    const { projets } = lire([ENTETES.map((e) => (e === 'Commune' ? 'Ville' : e)), P('P-1')], {
      premiereLigne: 3,
      premiereColonne: 2,
    }).lecture;
    expect([projets.a('commune'), projets.a('psSaisie')]).toEqual([true, false]);
    expect([projets.intitule('commune'), projets.intitule('psSaisie')]).toEqual(['Ville', '']);
    expect(projets.lieu(4, 'commune')).toEqual({
      feuille: 'Projets',
      ligne: 4,
      colonne: rang('commune') + 2,
      champ: 'commune',
      valeur: 'Orléans',
    });
    expect(projets.lieu(null, 'commune')).toMatchObject({
      ligne: null,
      colonne: rang('commune') + 2,
      valeur: null,
    });
    expect(projets.lieu(4, null)).toMatchObject({ ligne: 4, colonne: null, champ: null, valeur: null });
    expect(projets.lieu(4, 'psSaisie')).toMatchObject({
      colonne: null,
      champ: 'psSaisie',
      valeur: null,
    });
    expect(projets.lieu(99, 'commune').valeur).toBeNull();
  });
});

describe('Les lignes laissées se disent', () => {
  const dites = (lignes: Lignes): string[] =>
    lire([ENTETES, ...lignes])
      .anomalies.filter((a) => a.code.startsWith('ligne.'))
      .map((a) => phraseDe(a).split('. ')[0]?.replace(/\s/g, ' ') ?? '');
  const note = seule({ 1: 'une note' });
  const total = seule({ 1: 'Total', [rang('coutPrevisionnel')]: 5 });
  const preremplie = seule({ [rang('projetBonus')]: 'non' });
  test.each<[string, Lignes, readonly string[]]>([
    ['un trou', [P('P-1'), [], P('P-2')], ['Ligne 3 ignorée (ligne vide)']],
    [
      'des trous',
      [P('P-1'), [], [], [], P('P-2'), [], P('P-3')],
      ['Lignes 3 à 5 ignorées (lignes vides)', 'Ligne 7 ignorée (ligne vide)'],
    ],
    ['la fin du tableau n’est pas un trou', [P('P-1'), [], [], note], ['Ligne 5 ignorée (note ou titre)']],
    ['un trou avant une note non plus', [P('P-1'), [], note, P('P-2')], ['Ligne 4 ignorée (note ou titre)']],
    [
      'des notes qui se suivent',
      [P('P-1'), note, note, [], note, P('P-2'), note],
      ['Lignes 3 à 6 ignorées (note ou titre)', 'Ligne 8 ignorée (note ou titre)'],
    ],
    [
      'des totaux, chacun',
      [P('P-1'), total, total, P('P-2')],
      ['Ligne 3 ignorée (ligne de total)', 'Ligne 4 ignorée (ligne de total)'],
    ],
    [
      'une note puis un total',
      [P('P-1'), note, total],
      ['Ligne 3 ignorée (note ou titre)', 'Ligne 4 ignorée (ligne de total)'],
    ],
    [
      'des lignes préremplies',
      [P('P-1'), preremplie, preremplie, preremplie],
      ['Lignes 3 à 5 ignorées (ligne préremplie, sans saisie)'],
    ],
    [
      'une autre année',
      [P('P-1'), seule({ 1: '2020-2021' }), P('P-0'), P('P-9')],
      [
        'Ligne 3 ignorée (note ou titre)',
        'Lignes 4 à 5 non comptées : le titre au-dessus est d’une autre année',
      ],
    ],
  ])('%s', (_, lignes, attendu) => {
    expect(dites(lignes)).toEqual(attendu);
  });

  test('au bilan, chacune la sienne ; un bloc de lignes préremplies n’en fait qu’une', () => {
    const e = lire([ENTETES, P('P-1'), note, note, preremplie, preremplie, P('P-2'), preremplie]);
    expect(bilan(e)?.lignesIgnorees.map(({ ligne, derniere }) => [ligne, derniere])).toEqual([
      [3, 3],
      [4, 4],
      [5, 6],
      [8, 8],
    ]);
  });

  test('plus de lignes que la feuille n’en admet : une phrase', () => {
    const c = classeur({ projets: [projet({}), projet({ dossier: 'P-2' })] });
    const lireAvec = (lignesMax: number) => achever(lireClasseur(c, { lignesMax })).projets.lignes.length;
    expect(lireAvec(2)).toBe(2);
    expect(() => lireAvec(1)).toThrow(/^La feuille « Projets » compte plus de 1 lignes remplies/);
  });
});

describe('Les colonnes', () => {
  test('en double : leurs cellules ; une seule chose s’en dit', () => {
    const e = lire(
      [
        [...ENTETES, 'Commune'],
        [...P('P-1'), 'Olivet'],
      ],
      { premiereLigne: 3, premiereColonne: 2 },
    );
    const seconde = lettres(ENTETES.length + 2);
    expect(dit(e)).toEqual([`3:null Plusieurs colonnes pour « Commune » (G3, ${seconde}3)`]);
  });

  test('absente : ses synonymes, si elle est obligatoire', () => {
    const e = examen({ sans: ['agrement', 'siret', 'enfants', 'commune', 'observations'] });
    expect(dit(e)).toEqual([
      '1:null Colonne obligatoire introuvable : Agrément (intitulés reconnus : Agrément, avis du comité, avis, décision du comité, agrément du comité, avis du comité départemental)',
      '1:null Colonne « Commune » absente : rien n’en est contrôlé',
      '1:null Colonne « Enfants » absente : rien n’en est contrôlé',
      '1:null Colonne « Siret » absente : les gestionnaires ne sont pas identifiés',
    ]);
  });

  test('sans en-tête, seules les obligatoires se réclament', () => {
    const e = lire([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(e.anomalies.map((a) => a.code)).toEqual(Array(6).fill('colonne.absente'));
    expect([e.lecture.projets.lignes, bilan(e)?.colonnesLues]).toEqual([[], []]);
    expect([e.lecture.projets.a('dossier'), e.lecture.projets.intitule('dossier')]).toEqual([false, '']);
    expect(e.lecture.projets.lieu(1, 'dossier')).toMatchObject({ colonne: null, valeur: null });
  });

  test('une inconnue qui ressemble à deux absentes', () => {
    const tete = ENTETES.map((t) =>
      t === 'Acomptes N' ? 'Avances diverses' : t === 'Acomptes N+1' ? null : t,
    );
    const e = lire([tete, P('P-1', { acomptesN: 500 }), P('P-2')], { premiereLigne: 3, premiereColonne: 2 });
    const [a] = e.anomalies.filter(({ code }) => code === 'colonne.non-lue');
    expect(a).toMatchObject({
      ligne: 3,
      colonne: rang('acomptesN') + 2,
      champ: 'acomptesN',
      valeur: 'Avances diverses',
    });
    expect(dit(e)).toContain(
      `3:${rang('acomptesN') + 2} Colonne « Avances diverses » non lue : ressemble à « Acomptes N » ou « Acomptes N+1 »`,
    );
    expect(e.lecture.projets.lignes.map((p) => [[...p.illisibles], [...(p.nonLues ?? [])]])).toEqual([
      [
        ['acomptesN', 'acomptesN1'],
        ['acomptesN', 'acomptesN1'],
      ],
      [[], []],
    ]);
  });

  test('elle ne ressemble à rien si son contenu n’y va pas, si l’agent l’écarte, si une autre feuille en dispense', () => {
    const tete = ENTETES.map((t) =>
      t === 'Acomptes N' ? 'Avances diverses' : t === 'Acomptes N+1' ? null : t,
    );
    const proches = (v: Valeur, designations: Designations = {}) =>
      bilan(lire([tete, P('P-1', { acomptesN: v })], {}, designations))?.colonnesNonLues[0]?.proches;
    expect([proches(500), proches('oui'), proches(500, { ignorees: [' AVANCES diverses'] })]).toEqual([
      ['acomptesN', 'acomptesN1'],
      [],
      [],
    ]);
    const journal = examen({
      projets: [projet({ acomptesN: 500 })],
      intitules: { acomptesN: 'Avances diverses' },
      versements: [{ dossier: 'P-1', nature: 'acompte', gestion: 'N', montant: 5 }],
    });
    expect(bilan(journal)?.colonnesNonLues.map((c) => c.proches)).toEqual([[]]);
  });

  test('à côté d’une illisible, la non lue en est une autre', () => {
    const tete = ENTETES.map((t) =>
      t === 'Acomptes N' ? 'Avances diverses' : t === 'Acomptes N+1' ? null : t,
    );
    const [p] = lire([tete, P('P-1', { acomptesN: 500, coutPrevisionnel: 'x' })]).lecture.projets.lignes;
    expect([...(p?.illisibles ?? [])]).toEqual(['coutPrevisionnel', 'acomptesN', 'acomptesN1']);
  });
});

describe('Les cellules', () => {
  test('une formule se corrige à sa source : rien ne se propose', () => {
    const correction = (formules: Feuille['formules']) =>
      lire([ENTETES, P('P-1', { coutPrevisionnel: '18 000 €' })], { formules }).anomalies.find(
        (a) => a.code === 'cellule.montant-en-texte',
      )?.correction;
    expect(correction(new Map())).toMatchObject({ valeur: 18_000 });
    expect(correction(new Map([['S2', '=TEXT(A1)']]))).toBeNull();
    expect(correction(new Map([['S3', '=TEXT(A1)']]))).toMatchObject({ valeur: 18_000 });
  });

  test('une forme juridique hors liste se dit une fois ; une erreur dans un texte, chaque fois', () => {
    const e = lire([
      ENTETES,
      P('P-1', { typeGestionnaire: 'amicale', commune: { illisible: '#N/A' } }),
      P('P-2', { typeGestionnaire: 'club', commune: { illisible: '#N/A' } }),
    ]);
    expect(
      e.anomalies.filter((a) => a.code === 'cellule.valeur-inconnue').map((a) => `${a.ligne} ${a.champ}`),
    ).toEqual(['2 typeGestionnaire', '2 commune', '3 commune']);
  });

  test('un avis illisible se dit chaque fois, une forme juridique aussi quand ce n’est pas la même faute', () => {
    const e = lire([
      ENTETES,
      P('P-1', { agrement: 'bof', typeGestionnaire: { illisible: '#N/A' } }),
      P('P-2', { agrement: 'bof', typeGestionnaire: 'amicale' }),
    ]);
    expect(
      e.anomalies.filter((a) => a.code.startsWith('cellule.')).map((a) => `${a.ligne} ${a.champ}`),
    ).toEqual(['2 typeGestionnaire', '2 agrement', '3 typeGestionnaire', '3 agrement']);
  });

  test('une ligne que rien n’empêche de lire n’a pas de colonne non lue', () => {
    expect(lire([ENTETES, P('P-1')]).lecture.projets.lignes[0]?.nonLues).toBeUndefined();
  });

  test('les colonnes que Clas ne fait que comparer n’ont pas d’anomalie de format', () => {
    const e = examen({ projets: [projet({ psSaisie: 'x', commune: ' ' })] });
    expect(e.anomalies.map((a) => a.code)).toEqual(['cellule.non-renseignee']);
    const [p] = e.lecture.projets.lignes;
    expect([p?.psSaisie, p?.commune, [...(p?.illisibles ?? [])]]).toEqual([null, null, ['psSaisie']]);
  });

  test('une ligne plus courte que l’en-tête est vide au-delà', () => {
    const [p] = lire([ENTETES, P('P-1').slice(0, 6)]).lecture.projets.lignes;
    expect([p?.commune, p?.observations, p?.illisibles.size]).toEqual(['Orléans', null, 0]);
  });

  test('les formats suivent la ligne et la colonne', () => {
    const formats = [
      undefined,
      undefined,
      ENTETES.map((_, i) => (i === rang('coutPrevisionnel') ? 'dd/mm/yyyy' : undefined)),
    ];
    const e = lire([ENTETES, P('P-1'), P('P-2')], { formats });
    expect(e.anomalies.map((a) => `${a.ligne}:${a.colonne} ${a.code}`)).toEqual([
      '3:19 cellule.nombre-en-date',
    ]);
  });
});

test('au journal, une autre campagne et un titre d’une autre année ne se disent pas pareil', () => {
  const tete = ['N° dossier', 'Nature', 'Gestion', 'Montant', 'Année scolaire'];
  const v = (annee: Valeur): Valeur[] => ['P-1', 'acompte', 'N', 5, annee];
  const journal = (...lignes: Lignes): string[] =>
    dit(examen({ autres: [feuille('Versements', [tete, ...lignes])] }))
      .filter((d) => d.includes('année'))
      .map((d) => d.split(' : ')[1] ?? '');
  expect(journal(v('2021-2022'), v('2020-2021'))).toEqual(['la campagne est celle d’une autre année']);
  expect(journal(v('2021-2022'), ['2020-2021'], v(null))).toEqual([
    'le titre au-dessus est d’une autre année',
  ]);
});

describe('À la frappe, une ligne que l’agent n’a pas touchée', () => {
  const memoire = creerMemoire();
  const ligne = P('P-1', { coutPrevisionnel: '18 000 €' });
  const relire = (lignes: Lignes, reste: Partial<Feuille> = {}, dates1904 = false): Examen => {
    const c = classeur();
    const feuilles = c.feuilles.map((f) => (f.nom === 'Projets' ? feuille('Projets', lignes, reste) : f));
    return examiner({ dates1904, feuilles }, { au: '2022-01-20', memoire });
  };
  const vu = (e: Examen) => [
    e.lecture.projets.lignes.map((p) => [p.ligne, p.commune, p.dateAgrement, [...p.illisibles]]),
    e.anomalies.filter((a) => a.champ === 'coutPrevisionnel').map((a) => `${a.ligne}:${a.colonne} ${a.code}`),
  ];
  const DEPART = [[[2, 'Orléans', '2021-10-12', []]], ['2:19 cellule.montant-en-texte']];
  const formats = [undefined, ENTETES.map((_, i) => (i === rang('collectifsAgrees') ? '0%' : undefined))];
  const autre = ENTETES.map((t) => (t === 'Commune' ? 'Divers' : t));
  const avances = ENTETES.map((t) =>
    t === 'Acomptes N' ? 'Avances diverses' : t === 'Acomptes N+1' ? null : t,
  );
  const remplie = P('P-1', { acomptesN: 5 });

  test('se relit si ses colonnes, ses formats, sa place ou le calendrier ont changé', () => {
    expect(vu(relire([ENTETES, ligne]))).toEqual(DEPART);
    expect(vu(relire([autre, ligne]))).toEqual([[[2, null, '2021-10-12', []]], DEPART[1]]);
    expect(vu(relire([ENTETES, ligne]))).toEqual(DEPART);
    expect(vu(relire([['Suivi'], ENTETES, ligne]))).toEqual([
      [[3, 'Orléans', '2021-10-12', []]],
      ['3:19 cellule.montant-en-texte'],
    ]);
    expect(vu(relire([ENTETES, ligne], { premiereColonne: 3 }))[1]).toEqual([
      '2:21 cellule.montant-en-texte',
    ]);
    expect(vu(relire([ENTETES, ligne], {}, true))[0]).toEqual([[2, 'Orléans', '2025-10-13', []]]);
    expect(vu(relire([ENTETES, ligne], { formats }))[0]).toEqual([
      [2, 'Orléans', '2021-10-12', ['collectifsAgrees']],
    ]);
    expect(vu(relire([ENTETES, ligne]))).toEqual(DEPART);
    expect(vu(relire([ENTETES, remplie]))[0]).toEqual([[2, 'Orléans', '2021-10-12', []]]);
    expect(vu(relire([avances, remplie]))[0]).toEqual([
      [2, 'Orléans', '2021-10-12', ['acomptesN', 'acomptesN1']],
    ]);
  });
});

describe('Ce qui cache une cellule', () => {
  const fusions = (...plages: readonly string[]): string[] =>
    dit(
      lire([['Suivi'], ENTETES, P('P-1'), P('P-2'), P('P-3'), []], { fusions: plages, premiereColonne: 2 }),
    );
  test.each<[string, string | undefined]>([
    ['B3:C3', '1 plage de cellules fusionnées (B3:C3) : seule la première cellule porte la valeur'],
    ['B4:B5', '1 plage de cellules fusionnées (B4:B5) : seule la première cellule porte la valeur'],
    ['A3:B3', '1 plage de cellules fusionnées (A3:B3) : seule la première cellule porte la valeur'],
    ['B2:C2', '1 plage de cellules fusionnées (B2:C2) : seule la première cellule porte la valeur'],
    ['B1:C2', '1 plage de cellules fusionnées (B1:C2) : seule la première cellule porte la valeur'],
    ['B1:B2', undefined],
    ['B1:F1', undefined],
    ['B5:C6', '1 plage de cellules fusionnées (B5:C6) : seule la première cellule porte la valeur'],
    ['B6:C7', undefined],
    ['A3:A4', undefined],
    ['AZ3:BA3', undefined],
  ])('%s', (plage, phrase) => {
    expect(fusions(plage)).toEqual(phrase === undefined ? [] : [`2:null ${phrase}`]);
  });

  test('cinq plages se nomment, toutes se comptent ; les lignes masquées aussi', () => {
    const plages = ['B3:C3', 'D3:E3', 'F3:G3', 'H3:I3', 'J3:K3', 'L3:M3'];
    expect(fusions(...plages)).toEqual([
      '2:null 6 plages de cellules fusionnées (B3:C3, D3:E3, F3:G3, H3:I3, J3:K3) : seule la première cellule porte la valeur',
    ]);
    expect(dit(lire([ENTETES, P('P-1'), P('P-2'), []], { lignesMasquees: [1, 2, 3, 4] }))).toEqual([
      '1:null 2 lignes masquées ou filtrées : elles comptent dans les calculs',
    ]);
    expect(dit(lire([ENTETES, P('P-1')], { lignesMasquees: [1, 9] }))).toEqual([]);
  });

  test('un nombre fusionné ne vaut que pour sa première cellule : les autres sont inconnues, et non vides', () => {
    const cout = (fusions: readonly string[], premier: Valeur = 18_000): unknown[] =>
      examen({
        projets: [projet({ coutPrevisionnel: premier }), projet({ dossier: 'P-2', coutPrevisionnel: null })],
        fusions,
      }).calculs.map(({ projet: { illisibles }, montants }) => [
        illisibles.has('coutPrevisionnel'),
        montants.psPrevisionnelle.montant?.toNumber() ?? null,
      ]);
    expect(cout(['S2:S3'])).toEqual([
      [false, 5850],
      [true, null],
    ]);
    expect(cout(['R3:S3'])).toEqual([
      [false, 5850],
      [true, null],
    ]);
    // une fusion vide, à côté, ou d'un texte ne couvre aucun nombre
    for (const plage of ['S3:S4', 'A2:A3', 'AZ2:AZ3']) expect(cout([plage])[1]).toEqual([false, null]);
    expect(cout(['S2:S3'], null)[1]).toEqual([false, null]);
    // deux fusions qui se chevauchent, d'un fichier forgé
    expect(cout(['S2:S3', 'S2:T3'])[1]).toEqual([true, null]);
  });

  test('sans donnée, une fusion sous l’en-tête ne cache rien', () => {
    expect(dit(lire([ENTETES, []], { fusions: ['A2:B2'] })).filter((d) => d.includes('fusion'))).toEqual([]);
    expect(dit(lire([ENTETES, []], { fusions: ['A1:B1'] })).filter((d) => d.includes('fusion'))).toHaveLength(
      1,
    );
  });
});
