/**
 * Les ennuis de tous les jours, genre par genre (totaux, notes, intitulés, formats, dates…), par les deux portes : le
 * fichier et Excel. Chaque genre a ses variantes, et ce que l'agent doit en voir : le rapport entier et les montants.
 */
import type ExcelJS from 'exceljs';
import { COLONNES_BONUS_VERSES } from '../../src/dossier/colonnes/bonusVerses';
import { COLONNES_COLLECTIFS } from '../../src/dossier/colonnes/collectifs';
import type { Colonnes } from '../../src/dossier/colonnes/colonne';
import { COLONNES_PROJETS } from '../../src/dossier/colonnes/projets';
import { COLONNES_VERSEMENTS } from '../../src/dossier/colonnes/versements';
import { examiner, type Examen } from '../../src/dossier/examiner';
import type { ClasseurLu } from '../../src/dossier/formes/grille';
import { jsonCalculer, jsonVerifier } from '../../src/dossier/restitution/json';
import type { Valeur } from '../../src/valeurs/valeur';
import {
  classeur,
  collectif,
  feuille,
  jour,
  projet,
  rapport,
  tableau,
  versement,
  type Ligne,
  type Reglages,
} from '../dossier/fabrique';
import { lettres } from '../../src/dossier/formes/adresses';
import { parExcel, parFichier, versExceljs } from '../outils/deuxPortes';

const AU = '2022-01-20';

/** Ce que l'agent doit voir : le rapport, sans les codes dits ailleurs ; les acomptes et la Ps du premier dossier. */
interface Attendu {
  readonly dit?: readonly string[];
  /** « inconnu » : `null`. */
  readonly montants?: Readonly<Record<string, string | null>>;
  readonly dossiers?: readonly (string | null)[];
  readonly ignorees?: readonly number[];
  readonly nonLues?: readonly string[];
}
type Cas = readonly [
  titre: string,
  reglages: Reglages,
  attendu: Attendu,
  change?: (c: ExcelJS.Workbook) => void,
];

const JUSTE = { psPrevisionnelle: '5850.00', bonus: '600.00', acomptesN: '1000.00' };
const lire = (lu: ClasseurLu, { au = AU, designations }: Reglages): Examen =>
  examiner(lu, { au, designations });
const json = (e: Examen) => [jsonVerifier(e), jsonCalculer(e)];

async function voir(reglages: Reglages, attendu: Attendu, change?: (c: ExcelJS.Workbook) => void) {
  const source = versExceljs(classeur(reglages));
  change?.(source);
  const e = lire(await parFichier(source), reglages);
  const { lu, trajets } = await parExcel(source);
  expect(json(lire(lu, reglages))).toEqual(json(e));
  expect(trajets.length).toBeLessThanOrEqual(3);
  expect(rapport(e)).toEqual(attendu.dit ?? []);
  const [premier] = e.calculs;
  const montants = { ...JUSTE, ...attendu.montants };
  expect(
    Object.fromEntries(
      Object.keys(montants).map((cle) => [
        cle,
        premier?.montants[cle as 'bonus'].montant?.toFixed(2) ?? null,
      ]),
    ),
  ).toEqual(montants);
  if (attendu.dossiers) expect(e.lecture.projets.lignes.map((p) => p.dossier)).toEqual(attendu.dossiers);
  const projets = jsonVerifier(e).lecture.feuilles.find((f) => f.role === 'projets');
  if (attendu.ignorees) expect(projets?.lignesIgnorees.map((l) => l.ligne)).toEqual(attendu.ignorees);
  if (attendu.nonLues) expect(projets?.colonnesNonLues.map((c) => c.entete)).toEqual(attendu.nonLues);
}

const UN: Ligne = projet({ acomptesN: 1000 });
const DEUX: Ligne = projet({ dossier: 'P-2', action: 'Autre action', acomptesN: 1000 });
const p = (change: Ligne, reste: Reglages = {}): Reglages => ({ projets: [{ ...UN, ...change }], ...reste });
const v = (change: Ligne, reste: Reglages = {}): Reglages => ({ versements: [versement(change)], ...reste });
const nom = (intitules: Readonly<Record<string, string>>): Reglages => p({}, { intitules });
const journal = (
  lignes: readonly Ligne[],
  change: Readonly<Record<string, string>> = {},
  nomme = 'Versements',
) => {
  const [entetes = [], ...reste] = tableau(COLONNES_VERSEMENTS, lignes);
  return feuille(nomme, [entetes.map((t) => change[String(t)] ?? t), ...reste]);
};
const [ENTETES = []] = tableau(COLONNES_PROJETS, [UN]);
/** Barre une ligne, ou ses premières cellules. */
const barrer =
  (feuille: string, ligne: number, cellules = Infinity) =>
  (c: ExcelJS.Workbook): void =>
    c
      .getWorksheet(feuille)
      ?.getRow(ligne)
      .eachCell((cellule, n) => {
        if (n <= cellules) cellule.font = { strike: true };
      });
/** La colonne que l'agent ajoute après les nôtres. */
const DERNIERE = lettres(ENTETES.length + 1);
const COLONNE = (cle: keyof typeof COLONNES_PROJETS): number =>
  ENTETES.indexOf(COLONNES_PROJETS[cle].entete) + 1;

/** Une ligne posée dans Projets, entre les deux dossiers ou sous eux. */
const poser =
  (cellules: Readonly<Record<string, ExcelJS.CellValue>>, rang: number) => (c: ExcelJS.Workbook) => {
    const onglet = c.getWorksheet('Projets');
    const ligne = onglet?.insertRow(rang, []);
    for (const [cle, valeur] of Object.entries(cellules))
      if (ligne) ligne.getCell(COLONNE(cle as 'dossier')).value = valeur;
  };
const lettreDe = (cle: keyof typeof COLONNES_PROJETS): string => lettres(COLONNE(cle));
/** Un rang de groupes au-dessus des intitulés, fusionné sur les deux colonnes d'acomptes. */
const grouper = (
  c: ExcelJS.Workbook,
  groupe: string,
  dessous: readonly ExcelJS.CellValue[],
  format = 'General',
): void => {
  const onglet = c.getWorksheet('Projets');
  onglet?.spliceRows(1, 0, []);
  const debut = COLONNE('acomptesN');
  if (!onglet) return;
  onglet.getCell(1, debut).value = groupe;
  onglet.mergeCells(1, debut, 1, debut + 1);
  dessous.forEach((valeur, i) => {
    const cellule = onglet.getCell(2, debut + i);
    cellule.value = valeur;
    cellule.numFmt = format;
  });
};
/** Un autre tableau à droite de Projets, une colonne vide entre les deux. */
const aDroite = (c: ExcelJS.Workbook, ...lignes: readonly (readonly ExcelJS.CellValue[])[]): void => {
  const onglet = c.getWorksheet('Projets');
  lignes.forEach((ligne, l) =>
    ligne.forEach((valeur, k) => {
      if (onglet) onglet.getCell(l + 1, ENTETES.length + 2 + k).value = valeur;
    }),
  );
};
const LES_DEUX: Reglages = { projets: [UN, DEUX] };
const entre = (titre: string, cellules: Readonly<Record<string, ExcelJS.CellValue>>): Cas => [
  titre,
  LES_DEUX,
  { dit: ['Projets!3 ligne.ignoree'], dossiers: ['P-1', 'P-2'], ignorees: [3] },
  poser(cellules, 3),
];
const dessous = (titre: string, cellules: Readonly<Record<string, ExcelJS.CellValue>>): Cas => [
  titre,
  LES_DEUX,
  { dit: ['Projets!4 ligne.ignoree'], dossiers: ['P-1', 'P-2'], ignorees: [4] },
  poser(cellules, 4),
];

/** Les intitulés d'une autre feuille, changés un à un : elle se lit pareil. */
const COLLECTIFS = [1, 2, 3].map((n) => collectif({ collectif: `Groupe ${n}` }));
const enCampagne = (l: Ligne): Ligne => ({
  ...l,
  anneeScolaire: l.dossier === 'P-1' ? '2021-2022' : '2020-2021',
});
const feuilleChangee = (
  definitions: Colonnes,
  nomme: string,
  lignes: readonly Ligne[],
  cle: string,
  intitule: string,
): Reglages => {
  const [entetes = [], ...reste] = tableau(definitions, lignes);
  return {
    autres: [feuille(nomme, [entetes.map((t) => (t === definitions[cle]?.entete ? intitule : t)), ...reste])],
  };
};

const BAREME = [
  'Année N',
  'Taux',
  'Prix plafond',
  'Montant maximal',
  'Bonus enfants',
  'Bonus parents',
  'Source',
];
const sansBareme = (c: ExcelJS.Workbook): void =>
  BAREME.forEach((_, i) => {
    const cellule = c.getWorksheet('Paramètres')?.getCell(1, 4 + i);
    if (cellule) cellule.value = null;
  });

const GENRES: Readonly<Record<string, readonly Cas[]>> = {
  totaux: [
    ...[
      'TOTAL GÉNÉRAL',
      'S/T Orléans',
      'Moyenne :',
      'Nombre de dossiers',
      'TOTAL - 2 dossiers',
      'Ensemble',
      '2 projets',
      'Maximum',
      'Écart',
      '→ Total',
    ].map((mot) => entre(mot, { gestionnaire: mot, coutPrevisionnel: 36_000, acomptesN: 2_000 })),
    entre('un total dont la colonne a disparu', {
      gestionnaire: 'Total',
      coutPrevisionnel: { error: '#REF!' },
      acomptesN: 2_000,
    }),
    ...['Réseau Ensemble', 'Total Accompagnement'].map((gestionnaire): Cas => [
      `un dossier numéroté en nombre, sans action ni avis encore : ${gestionnaire}`,
      {
        projets: [
          { ...UN, dossier: 20_210_001 },
          { ...UN, dossier: 20_210_002, action: 'Autre action' },
          { dossier: 20_210_003, gestionnaire, collectifsAgrees: 3, enfants: 30, coutPrevisionnel: 18_000 },
        ],
      },
      {
        dossiers: ['20210001', '20210002', '20210003'],
        ignorees: [],
        dit: expect.arrayContaining(['Projets!E4 cellule.non-renseignee']) as unknown as string[],
      },
    ]),
    [
      'le nombre de dossiers, dans leur colonne, n’est pas un dossier',
      {
        projets: [
          { ...UN, dossier: 1 },
          { ...UN, dossier: 2, action: 'Autre action' },
          { dossier: 2, gestionnaire: 'Total', collectifsAgrees: 6, enfants: 60, coutPrevisionnel: 36_000 },
        ],
      },
      { dossiers: ['1', '2'], dit: ['Projets!4 ligne.ignoree'], ignorees: [4] },
    ],
    entre('dans la colonne du dossier', { dossier: 'Grand total', coutPrevisionnel: 36_000 }),
    ...['Sous\u2011total', 'S/T', 'Report', 'À reporter', 'Report page 1'].map((mot) =>
      entre(mot, { dossier: mot, collectifsAgrees: 6, coutPrevisionnel: 36_000, acomptesN: 2_000 }),
    ),
    [
      'un total dit dans la colonne du collectif',
      p({}, { collectifs: [...COLLECTIFS, { collectif: 'Total', enfants: 30 }] }),
      { dit: ['Collectifs!5 ligne.ignoree'] },
    ],
    [
      'un collectif qui s’appelle Ensemble',
      p({}, { collectifs: [...COLLECTIFS.slice(0, 2), collectif({ collectif: 'Ensemble' })] }),
      {},
    ],
    [
      'un total dit dans la nature',
      { versements: [versement({}), { nature: 'Total', montant: 1_000 }] },
      { dit: ['Versements!3 ligne.ignoree'] },
    ],
    [
      'un versement daté sans dossier, au mot de total, n’est pas un total',
      {
        versements: [
          versement({}),
          { nature: 'Total', gestion: 'N', date: jour('2021-12-01'), montant: 1_000 },
        ],
      },
      {
        dit: ['Versements!A3 versement.non-compte', 'Versements!B3 versement.non-compte'],
        montants: { acomptesN: null },
      },
    ],
    entre('des agrégats sans libellé', {
      coutPrevisionnel: { formula: 'SUBTOTAL(109,S2:S2)', result: 18_000 },
      acomptesN: { formula: 'SUM(AA2:AA2)', result: 1_000 },
    }),
    ['une structure au nom de total', p({ gestionnaire: 'Ensemble pour la réussite', commune: 'Somme' }), {}],
    [
      'un total du journal',
      v({}),
      { dit: ['Versements!3 ligne.ignoree'] },
      (c) =>
        c
          .getWorksheet('Versements')
          ?.addRow([null, null, null, null, { formula: 'SUM(E2:E2)', result: 1_000 }]),
    ],
  ],
  'notes, titres, autre table': [
    entre('titre de secteur', { dossier: 'SECTEUR SUD' }),
    entre('tirets', { dossier: '---', gestionnaire: '---', coutPrevisionnel: '---' }),
    dessous('signature', { gestionnaire: 'La directrice', action: 'Mme Martin' }),
    dessous('note de bas de page', { dossier: '* chiffres provisoires' }),
    dessous('ligne d’une autre table', { dossier: 'Orléans', gestionnaire: 45_000 }),
    dessous('ligne d’une autre table, à trois colonnes', {
      dossier: 'Orléans',
      gestionnaire: 2,
      siret: 45_000,
    }),
    [
      'une petite table sous la grande, avec son en-tête',
      LES_DEUX,
      {
        dit: ['Projets!5 ligne.ignoree', 'Projets!8 ligne.ignoree'],
        dossiers: ['P-1', 'P-2'],
        ignorees: [5, 6, 7, 8],
      },
      (c) =>
        [
          [],
          ['Commune', 'Projets', 'Enfants', 'Collectifs', 'Montant'],
          ['Orléans', 3, 90, 9, 45_000],
          ['Olivet', 2, 60, 6, 30_000],
          ['Total', 5, 150, 15, 75_000],
        ].forEach((ligne) => c.getWorksheet('Projets')?.addRow(ligne)),
    ],
    [
      'un dossier commencé, au numéro de la forme des autres',
      { projets: [UN, DEUX, { dossier: 'P-3', gestionnaire: 'Asso neuve', siret: 999 }] },
      {
        dossiers: ['P-1', 'P-2', 'P-3'],
        ignorees: [],
        dit: expect.arrayContaining(['Projets!C4 siret.invalide']) as unknown as string[],
      },
    ],
  ],
  préremplies: [
    dessous('un non recopié', { projetBonus: 'non', axeEnfants: 'non' }),
    dessous('des formules vides', {
      dossier: { formula: 'IF(B4="","","P")', result: '' },
      coutPrevisionnel: { formula: '0*1', result: 0 },
    }),
    [
      'nature et gestion recopiées',
      {
        versements: [versement({}), { nature: 'acompte', gestion: 'N' }, { nature: 'acompte', gestion: 'N' }],
      },
      { dit: ['Versements!3 ligne.ignoree'] },
    ],
  ],
  intitulés: [
    ...[
      ['Acomptes 2021', 'Acomptes 2022'],
      ['Montant des acomptes N', 'Montant des acomptes N+1'],
      ['Acomptes N (2021)', 'Acomptes N+1 (2022)'],
      ['Avances N', 'Avances N+1'],
      ['Acomptes versés en 2021 (€)', 'Acomptes versés en 2022 (€)'],
    ].map(([n = '', n1 = '']): Cas => [
      n,
      p({ acomptesN1: 50 }, { intitules: { acomptesN: n, acomptesN1: n1 }, au: '2022-02-01' }),
      { montants: { acomptesN1: '50.00' } },
    ]),
    ...(
      [
        ['dossier', 'N° Dossier Elan'],
        ['dossier', 'N° dossier Clas'],
        ['dossier', 'Num. dossier'],
        ['dossier', 'Nº dossier'],
        ['bonusEnfants', 'Nombre de collectifs avec bonus enfants'],
        ['bonusParents', 'Nb. bonus parents'],
        ['enfants', 'Enfants (places)'],
        ['coutPrevisionnel', 'Coût prévisionnel (1)'],
        ['coutPrevisionnel', 'BUDGET PRÉVISIONNEL (en euros)'],
        ['collectifsAgrees', 'Collectif agréé'],
        ['fondsLocaux', 'Montant fonds locaux (€)'],
        ['coutPrevisionnel', 'Coût prévisionnel de l’action'],
        ['acomptesN', 'Acomptes N (1)'],
        ['acomptesN', 'ACOMPTES N(2)'],
        ['coutPrevisionnel', '19. Coût prévisionnel'],
        ['coutPrevisionnel', 'Coût prévisionnel (P)'],
        ['acomptesN', 'Acomptes (N)'],
      ] as const
    ).map(([cle, intitule]): Cas => [intitule, nom({ [cle]: intitule }), { nonLues: [] }]),
    ...(
      [
        ['duree', 'Durée séance (h)'],
        ['duree', 'Durée (heures)'],
        ['duree', 'Durée en h'],
        ['seances', 'Nb séances / semaine'],
        ['enfants', 'Nombre d’enfants'],
      ] as const
    ).map(([cle, intitule]): Cas => [
      intitule,
      p(
        {},
        feuilleChangee(
          COLONNES_COLLECTIFS,
          'Collectifs',
          COLLECTIFS.map((l) => ({ ...l, duree: cle === 'duree' ? 1 : 1.5 })),
          cle,
          intitule,
        ),
      ),
      // lue, la durée trop courte se dit
      cle === 'duree'
        ? {
            dit: ['Collectifs!G2', 'Collectifs!G3', 'Collectifs!G4'].map(
              (ou) => `${ou} collectif.rythme-insuffisant`,
            ),
          }
        : {},
    ]),
    ...['Date de mandatement', 'Date du versement', 'Payé le'].map((intitule): Cas => [
      intitule,
      feuilleChangee(COLONNES_VERSEMENTS, 'Versements', [versement({})], 'date', intitule),
      {},
    ]),
    ['une autre année', nom({ acomptesN: 'Acomptes 2019' }), { montants: { acomptesN: '0.00' } }],
  ],
  'non lues': [
    ...['Acompte', '1er acompte', 'Versé', 'Montant mandaté'].map((intitule): Cas => [
      intitule,
      nom({ acomptesN: intitule }),
      { dit: ['Projets!AA1 colonne.non-lue'], montants: { acomptesN: null }, nonLues: [intitule] },
    ]),
    [
      'un bonus',
      nom({ bonusEnfants: 'Bonus jeunes' }),
      { dit: ['Projets!X1 colonne.non-lue'], montants: { bonus: null } },
    ],
    ...['Bonus enfants (€)', 'Bonus enfants €', 'BE', 'Nb BE', 'Bonification enfants'].map(
      (intitule): Cas => [
        intitule,
        nom({ bonusEnfants: intitule }),
        { dit: ['Projets!X1 colonne.non-lue'], montants: { bonus: null }, nonLues: [intitule] },
      ],
    ),
    [
      'ce qui a été versé de la Ps',
      nom({ acomptesN: 'Ps versée' }),
      { dit: ['Projets!AA1 colonne.non-lue'], montants: { acomptesN: null } },
    ],
    ...['AC 2021', 'Liquidé', 'Mandat N'].map((intitule): Cas => [
      intitule,
      nom({ acomptesN: intitule }),
      { dit: ['Projets!AA1 colonne.non-lue'], montants: { acomptesN: null }, nonLues: [intitule] },
    ]),
    ...['Acompte maximum', 'Plafond acompte', 'Trop versé'].map((intitule): Cas => [
      `${intitule} n’est pas ce qui a été versé`,
      p({ observations: 1_600 }, { sans: ['acomptesN1'], intitules: { observations: intitule } }),
      { nonLues: [intitule] },
    ]),
    ...['Total Caf', '% Caf'].map((intitule): Cas => [
      `${intitule} n’est pas le code d’une Caf`,
      {
        projets: [45, 37].map((n) => ({ ...UN, dossier: `P-${n}`, action: `Action ${n}`, observations: n })),
        intitules: { observations: intitule },
      },
      { nonLues: [intitule] },
    ]),
    ...['FL', 'F. locaux', 'Fds loc.'].map((intitule): Cas => [
      intitule,
      p({ fondsLocaux: 500, autresRecettes: 11_050 }, { intitules: { fondsLocaux: intitule } }),
      { dit: ['Projets!U1 colonne.non-lue'], montants: { excedent80: null } },
    ]),
    ...[
      'Charges réalisées',
      'Coût constaté',
      'Dépenses effectives',
      'Réalisé',
      'Compte de résultat 2021',
      'Montant réel',
      'CR',
    ].map((intitule): Cas => [
      intitule,
      p({ coutReel: 17_000 }, { intitules: { coutReel: intitule } }),
      { dit: ['Projets!T1 colonne.non-lue'], montants: { psReelle: null, excedent80: null } },
    ]),
    ...['% réalisé', 'Taux réalisé'].map((intitule): Cas => [
      intitule,
      p({ coutReel: 0.95 }, { intitules: { coutReel: intitule } }),
      { nonLues: [intitule] },
    ]),
    ...['Réalisé', 'CR'].map((intitule): Cas => [
      `${intitule} : oui`,
      p({ coutReel: 'oui' }, { intitules: { coutReel: intitule } }),
      { nonLues: [intitule] },
    ]),
    ...['Groupes ouverts', 'Collectifs effectifs', 'Collectifs mis en place'].map((intitule): Cas => [
      intitule,
      p({ collectifsReels: 2 }, { intitules: { collectifsReels: intitule } }),
      { dit: ['Projets!L1 colonne.non-lue'], nonLues: [intitule] },
    ]),
    ...['Montant retenu', 'Ps retenue', 'Montant validé', 'Subvention allouée'].map((intitule): Cas => [
      intitule,
      p({ montantAccorde: 5_000 }, { intitules: { montantAccorde: intitule } }),
      { dit: ['Projets!AI1 colonne.non-lue'], montants: { psRetenue: null, chargeAPayer: null } },
    ]),
    [
      'écartée par l’agent',
      p({}, { intitules: { acomptesN: '1er acompte' }, designations: { ignorees: ['1er acompte'] } }),
      { montants: { acomptesN: '0.00' } },
    ],
    [
      'désignée par l’agent',
      p(
        {},
        {
          intitules: { acomptesN: '1er acompte' },
          designations: { colonnes: { projets: { acomptesN: '1er acompte' } } },
        },
      ),
      {},
    ],
  ],
  'mots communs': [
    ...(
      [
        ['Statut', 'complet'],
        ['Type', 'renouvellement'],
      ] as const
    ).map(([intitule, valeur]): Cas => [
      `${intitule} : ${valeur}`,
      p({ typeGestionnaire: valeur }, { intitules: { typeGestionnaire: intitule } }),
      { dit: ['Projets!2 cloture.type-inconnu'], nonLues: [intitule] },
    ]),
    ['Statut : association', nom({ typeGestionnaire: 'Statut' }), { nonLues: [] }],
  ],
  'acomptes et journal': [
    [
      'absents du journal',
      { projets: [UN, DEUX], versements: [versement({ dossier: 'P-2' })] },
      { dit: ['Projets!AA2 acomptes.hors-journal'], montants: { acomptesN: null } },
    ],
    ['zéro saisi', { projets: [{ ...UN, acomptesN: 0 }], versements: [versement({})] }, {}],
    [
      'un journal sous un nom inconnu, des acomptes à zéro dans Projets',
      p({ acomptesN: 0, acomptesN1: 0 }, { autres: [journal([versement({})], {}, 'Journal SPC')] }),
      {
        dit: ['Journal SPC feuille.journal-non-lu'],
        montants: { acomptesN: null, versePs: null, verseBonus: null },
      },
    ],
    [
      'deux journaux, et des acomptes dans Projets',
      p({}, { autres: ['Versements 2021', 'Versements 2022'].map((n) => journal([versement({})], {}, n)) }),
      { dit: ['Versements 2021 feuille.en-double'], montants: { acomptesN: null, verseBonus: null } },
    ],
    [
      'un journal aux intitulés inconnus',
      {
        autres: [
          feuille('Versements', [
            ['Code', 'Jour', 'Somme due'],
            ['P-1', 44_520, 1_000],
          ]),
        ],
      },
      {
        dit: Array<string>(3).fill('Versements colonne.absente'),
        montants: { acomptesN: null, verseBonus: null },
      },
    ],
  ],
  feuilles: [
    [
      'un second journal, « Indus »',
      v({}, { autres: [journal([versement({ nature: 'indu', montant: 50 })], {}, 'Indus')] }),
      { dit: ['Indus feuille.versements-a-part'] },
    ],
    [
      'les projets d’une antenne dans leur feuille',
      p({}, { autres: [feuille('Antenne Sud', tableau(COLONNES_PROJETS, [DEUX]))] }),
      { dit: ['Antenne Sud feuille.projets-a-part'] },
    ],
    ...[
      'Versements 2021-2022',
      'versements (2)',
      'Suivi des versements Clas',
      'Versements 2',
      'Acomptes',
    ].map((n): Cas => [n, { autres: [journal([versement({})], {}, n)] }, {}]),
    ...['Bonus versés 2020-2021', 'Bonus payés'].map((n): Cas => [
      n,
      p(
        {},
        {
          autres: [
            feuille(
              n,
              tableau(COLONNES_BONUS_VERSES, [
                { dossier: 'Q-1', bonusEnfants: 1, bonusParents: 0, montant: 300 },
              ]),
            ),
          ],
        },
      ),
      { dit: [`'${n}'!E2 bonus.verse-avant-2021`] },
    ]),
    ...['Versements 2020-2021', 'Versements 2019', 'Acomptes N-1'].map((n): Cas => [
      n,
      p({ acomptesN: null, acomptesN1: null }, { autres: [journal([versement({})], {}, n)] }),
      {
        dit: [`${n} feuille.journal-non-lu`],
        montants: { acomptesN: null, versePs: null },
      },
    ]),
    [
      'un journal d’avant, les acomptes étant dans Projets',
      p({}, { autres: [journal([versement({})], {}, 'Versements 2020-2021')] }),
      {},
    ],
    ...['Projets N', 'Projets N-N+1'].map((n): Cas => [n, p({}, { nomProjets: n }), {}]),
    [
      'un onglet par année',
      p(
        {},
        {
          nomProjets: 'Projets 2021-2022',
          autres: ['Projets 2020-2021', 'Projets 2022-2023'].map((n) =>
            feuille(n, tableau(COLONNES_PROJETS, [projet({ dossier: 'Q-1' })])),
          ),
        },
      ),
      { dossiers: ['P-1'] },
    ],
    [
      'un onglet par gestion : rien ne tranche',
      { autres: ['Acomptes N', 'Acomptes N+1'].map((n) => journal([versement({})], {}, n)) },
      { dit: ['Acomptes N feuille.en-double'], montants: { acomptesN: null, verseBonus: null } },
    ],
    ['une feuille d’une autre année à côté', p({}, { autres: [journal([], {}, 'Projets 2020-2021')] }), {}],
    [
      'une feuille étrangère',
      p(
        {},
        {
          autres: [
            feuille('Groupes', [
              ['Groupe', 'Référent'],
              ['A', 'Jean'],
            ]),
          ],
        },
      ),
      {},
    ],
  ],
  'lignes annulées': [
    ...(
      [
        ['État du dossier', 'Abandonné', [`Projets!${DERNIERE}2 ligne.annulee`]],
        ['État du dossier', 'complet', []],
        [null, 'annulé', [`Projets!${DERNIERE}2 ligne.annulee`]],
      ] as const
    ).map(([entete, etat, dit]): Cas => [
      `${entete ?? 'sans intitulé'} : ${etat}`,
      p({}),
      { dit },
      (c) => {
        const onglet = c.getWorksheet('Projets');
        [entete, etat].forEach((v, l) => {
          if (onglet) onglet.getCell(l + 1, ENTETES.length + 1).value = v;
        });
      },
    ]),
    ['barrée', p({}), { dit: ['Projets!2 ligne.annulee'] }, barrer('Projets', 2)],
    ['une cellule barrée', p({}), { dit: ['Projets!2 ligne.annulee'] }, barrer('Projets', 2, 1)],
    ['l’en-tête barré', p({}), {}, barrer('Projets', 1)],
    ['un versement barré', v({}), { dit: ['Versements!2 ligne.annulee'] }, barrer('Versements', 2)],
    ['un versement repris', v({ nature: 'indu', reference: 'annulé' }), { montants: { acomptesN: '0.00' } }],
  ],
  formats: [
    ...['#,##0 "€"', '[Red]-#,##0', '# ?/?', '0" j"', '@', '#,##0,"k€"'].map((f): Cas => [
      f,
      p({}, { formats: { coutPrevisionnel: f, acomptesN: f } }),
      {},
    ]),
    // la section qui montre la valeur, comme Excel la choisit
    ...['[<1]0%;0', '[>40000]dd/mm/yyyy;0', '0.00;dd/mm/yyyy', '[=0]"-";[<1]0%;#,##0', '#,##0;-#,##0;0%'].map(
      (f): Cas => [f, p({}, { formats: { coutPrevisionnel: f, acomptesN: f, collectifsAgrees: f } }), {}],
    ),
    ...['[>1]0%;0', '[<1]0;dd/mm/yyyy', '# ?/?%', '0" k€"', '0.0" M€"', '0"000 €"'].map((f): Cas => [
      f,
      p({}, { formats: { acomptesN: f } }),
      { dit: ['Projets!AA2 cellule.nombre-en-date'], montants: { acomptesN: null } },
    ]),
    ...['dd mmm', 'h:mm', '0.0%', 'yyyy', '[$-40C]d mmmm yyyy;@'].map((f): Cas => [
      f,
      p({}, { formats: { acomptesN: f } }),
      { dit: ['Projets!AA2 cellule.nombre-en-date'], montants: { acomptesN: null } },
    ]),
  ],
  dossiers: [
    ...(
      [
        [123, '00000', '00123'],
        [7, '"CAF45-"000', 'CAF45-007'],
        [202_104_500_001, 'General', '202104500001'],
      ] as const
    ).map(([nombre, format, vu]): Cas => [
      vu,
      {
        projets: [projet({ dossier: nombre })],
        formats: { dossier: format },
        versements: [versement({ dossier: vu })],
      },
      { dossiers: [vu] },
    ]),
    ...['p\u20111', 'P\u22121', ' P-1\u200e', 'P\u00a0-\u202f1', '\ufeffP-1'].map((d): Cas => [
      `« ${d} » est P-1`,
      v({ dossier: d }),
      {},
    ]),
    [
      'accents composés ou non',
      { projets: [projet({ dossier: '\u00c9-1' })], versements: [versement({ dossier: 'E\u0301-1' })] },
      {},
    ],
    [
      'une date',
      p({ dossier: 44_500 }, { formats: { dossier: 'mmm-yy' } }),
      { dit: ['Projets!A2 dossier.en-date'], dossiers: [null] },
    ],
  ],
  dates: [
    ...[
      '20-nov.-21',
      '20 nov. 2021',
      '2021-11-20 14:30:00 UTC',
      '2021-11-20T14:30:00Z',
      'samedi 20 novembre 2021',
      '20\u200e/11/2021',
    ].map((date): Cas => [date, v({ date }), { dit: ['Versements!D2 cellule.date-en-texte'] }]),
    ...['20/13/2021', 'novembre 2021', '20/11/2021 ?'].map((date): Cas => [
      date,
      v({ date }),
      {
        dit: ['Versements!D2 cellule.date-illisible'],
        montants: { acomptesN: '1000.00', chargeAPayer: null },
      },
    ]),
    ['une minute avant minuit', v({ date: jour('2021-12-31') + 0.9999 }), {}],
  ],
  nombres: [
    ...[
      '18\u202f000,00\u00a0€',
      '€ 18 000',
      'EUR 18\u2009000',
      '’18 000',
      "18'000.00",
      '\u200e18000\u200f',
      '18\t000',
    ].map((texte): Cas => [
      JSON.stringify(texte),
      p({ coutPrevisionnel: texte }),
      { dit: ['Projets!S2 cellule.montant-en-texte'] },
    ]),
    ...['18 k€', '18000-', '18000 ou 19000', 'env. 18000', '18 0000', 'néant', '18000 ?', '18000 $'].map(
      (texte): Cas => [
        texte,
        p({ coutPrevisionnel: texte }),
        { dit: ['Projets!S2 cellule.nombre-illisible'], montants: { psPrevisionnelle: null } },
      ],
    ),
    ...['3,000', '3 collectifs', 'trois', '3?', '3 €', '€ 3', '3 euros'].map((texte): Cas => [
      texte,
      p({ collectifsAgrees: texte }),
      { dit: ['Projets!K2 cellule.nombre-illisible'], montants: { psPrevisionnelle: null } },
    ]),
  ],
  publics: [
    ...[
      'Ulis école',
      'SEGPA',
      'bac pro',
      '1re',
      'Tle',
      'Écoliers',
      '3e prépa-métiers',
      'cycle 3',
      'Cycle II',
      'cycles II et III',
      '6 à 11 ans',
    ].map((texte): Cas => [texte, p({ public: texte }), {}]),
    ...['post-bac', 'bac +2', 'BTS', 'crèche', '3-5 ans', 'prépa'].map((texte): Cas => [
      texte,
      p({ public: texte }),
      { dit: ['Projets!G2 projet.public-hors-champ'] },
    ]),
    ...['quartier nord', 'collège ?'].map((texte): Cas => [
      texte,
      p({ public: texte }),
      { dit: ['Projets!G2 projet.public-inconnu'] },
    ]),
  ],
  gestions: [
    ...['Ex. 2021', 'G2021', 'N (2021)', '2021 (N)', 'exercice N'].map((gestion): Cas => [
      gestion,
      v({ gestion }),
      {},
    ]),
    ...['2020', 'N-1', '2019 (N-1)', 'N+2'].map((gestion): Cas => [
      gestion,
      { versements: [versement({}), versement({ gestion, date: jour('2021-12-01') })] },
      { dit: ['Versements!C3 versement.gestion-hors-annee'] },
    ]),
    ...['2021 ?', 'N ou N+1', '2021-2022', 'N (2022)', '20 21', 'N°1', 'N (1)'].map((gestion): Cas => [
      gestion,
      { versements: [versement({}), versement({ gestion, date: jour('2021-12-01') })] },
      { dit: ['Versements!C3 versement.non-compte'], montants: { acomptesN: null, acomptesN1: null } },
    ]),
    ...(
      [
        ['dossier', null],
        ['dossier', { illisible: '#N/A' }],
        ['nature', 'virement'],
        ['montant', 'x'],
      ] as const
    ).map(([champ, valeur]): Cas => [
      `${champ} : ${typeof valeur === 'object' ? (valeur?.illisible ?? 'vide') : valeur}`,
      { versements: [versement({}), versement({ [champ]: valeur as Valeur, date: jour('2021-12-01') })] },
      {
        dit: [`Versements!${{ dossier: 'A', nature: 'B', montant: 'E' }[champ]}3 versement.non-compte`],
        montants: { acomptesN: null, verseBonus: champ === 'nature' ? null : '0.00' },
      },
    ]),
    [
      'sans colonne de dossier',
      v({}, { sansVersements: ['dossier'] }),
      { dit: ['Versements!1 colonne.absente'], montants: { acomptesN: null, chargeAPayer: null } },
    ],
  ],
  barème: [
    ...['2021-2022', '2021\u20132022', 'Année 2021', '21-22', 'N (2021)'].map((annee): Cas => [
      annee,
      p({}, { bareme: [[annee, 0.325, 7885, 2563, 300, 300, 'Circ. 2021-006, § 3.2 et 3.3']] }),
      {},
    ]),
    // un autre barème, sous des intitulés un peu différents, se lit ou se dit, mais ne laisse pas la place au publié
    ...(
      [
        [0, 'Année scolaire'],
        [1, 'Taux (%)'],
        [2, 'Prix plafond en €'],
        [2, 'Prix plafond (€)'],
        [3, 'Montant maximal par collectif'],
        [4, 'Bonus enfants (€)'],
        [2, 'Plafond annuel'],
      ] as const
    ).map(([rang, intitule]): Cas => [
      intitule,
      p({ autresRecettes: 12_525 }, { bareme: [[2021, 0.325, 5_000, 1_625, 300, 300, 'essai']] }),
      {
        dit: ['Paramètres!D2 bareme.modifie', 'Projets!S2 ps.plafond-applique'],
        montants: { psPrevisionnelle: '4875.00' },
      },
      (c) => {
        const cellule = c.getWorksheet('Paramètres')?.getCell(1, 4 + rang);
        if (cellule) cellule.value = intitule;
      },
    ]),
    ...['Barème', 'Barèmes Clas 2021'].map((n): Cas => [
      `tenu dans une feuille à part : ${n}`,
      p(
        { autresRecettes: 12_525 },
        { bareme: [], autres: [feuille(n, [BAREME, [2021, 0.325, 5_000, 1_625, 300, 300, 'essai']])] },
      ),
      {
        dit: [`${n.includes(' ') ? `'${n}'` : n}!A2 bareme.modifie`, 'Projets!S2 ps.plafond-applique'],
        montants: { psPrevisionnelle: '4875.00' },
      },
      sansBareme,
    ]),
    [
      'à part, et dans Paramètres aussi : celui de Paramètres',
      p({}, { autres: [feuille('Barème', [BAREME, [2021, 0.325, 5_000, 1_625, 300, 300, 'essai']])] }),
      {},
    ],
    [
      'un prix plafond que rien ne nomme : le publié ne prend pas sa place',
      p({}, { bareme: [[2021, 0.3, 5_000, 1_500, 300, 300, 'essai']] }),
      { dit: ['Paramètres!D2 bareme.absent'], montants: { psPrevisionnelle: null, bonus: null } },
      (c) => {
        const cellule = c.getWorksheet('Paramètres')?.getCell(1, 6);
        if (cellule) cellule.value = 'Prix de référence';
      },
    ],
    ...['2021 ?', 'vingt-et-un', '2021-2023'].map((annee): Cas => [
      annee,
      p({}, { bareme: [[annee, 0.325, 7885, 2563, 300, 300, 'Cnaf']] }),
      { dit: ['Paramètres!D2 bareme.annee-illisible'], montants: { psPrevisionnelle: null, bonus: null } },
    ]),
  ],
  'unité sous l’intitulé': [
    ...['k€', '(en milliers d’euros)', 'K€'].map((unite): Cas => [
      unite,
      p({ acomptesN: 2 }),
      {
        dit: ['Projets!AA1 colonne.non-lue', 'Projets!2 ligne.ignoree'],
        montants: { acomptesN: null, acomptesN1: '0.00' },
        nonLues: [`Acomptes N ${unite}`],
      },
      poser({ acomptesN: unite }, 2),
    ]),
    ...['k€', 'Montants en K€', '(milliers d’euros)'].map((unite): Cas => [
      `${unite}, au-dessus`,
      p({ acomptesN: 2 }),
      {
        dit: ['Projets!AA2 colonne.non-lue'],
        montants: { acomptesN: null },
        nonLues: [`Acomptes N ${unite}`],
      },
      (c) => grouper(c, unite, ['Acomptes N', 'Acomptes N+1']),
    ]),
    ...['€', 'Montants en euros'].map((unite): Cas => [
      `${unite}, au-dessus`,
      p({}),
      {},
      (c) => grouper(c, unite, ['Acomptes N', 'Acomptes N+1']),
    ]),
    ...['€', '(en euros)', 'TTC', 'montant'].map((unite): Cas => [
      unite,
      p({}),
      { dit: ['Projets!2 ligne.ignoree'] },
      poser({ acomptesN: unite, coutPrevisionnel: unite }, 2),
    ]),
  ],
  'groupes au-dessus des intitulés': [
    ...(
      [
        ['Acomptes', 'N', 'N+1'],
        ['Acomptes versés', '2021', '2022'],
        ['Avances', 'Gestion N', 'Gestion N+1'],
      ] as const
    ).map(([groupe, n, n1]): Cas => [`${groupe} : ${n}`, p({}), {}, (c) => grouper(c, groupe, [n, n1])]),
    ...(
      [
        ['Acomptes', '1er', '2e'],
        ['Versements', 1, 2],
        ['Paiements', 'N', 'N+1'],
      ] as const
    ).map(([groupe, n, n1]): Cas => [
      `${groupe} : ${String(n)} n’est pas un acompte nul`,
      p({ acomptesN1: 50 }),
      {
        dit: ['Projets!AA2 colonne.non-lue', 'Projets!AB2 colonne.non-lue'],
        montants: { acomptesN: null, acomptesN1: null },
        nonLues: [`${groupe} ${String(n)}`, `${groupe} ${String(n1)}`],
      },
      (c) => grouper(c, groupe, [n, n1]),
    ]),
    [
      'un intitulé fusionné sur deux colonnes de montants : aucune ne se perd',
      p({ acomptesN1: 400 }),
      {
        dit: ['Projets!1 colonne.en-double', 'Projets!1 feuille.cellules-fusionnees'],
        montants: { acomptesN: null },
        nonLues: ['Acomptes N', 'Acomptes N'],
      },
      (c) => {
        const debut = COLONNE('acomptesN');
        c.getWorksheet('Projets')?.mergeCells(1, debut, 1, debut + 1);
      },
    ],
    [
      'un acompte fusionné sur les deux gestions : la seconde n’est pas nulle, elle est inconnue',
      p({}),
      {
        dit: ['Projets!1 feuille.cellules-fusionnees'],
        montants: { acomptesN1: null, soldePs: null },
      },
      (c) => c.getWorksheet('Projets')?.mergeCells(2, COLONNE('acomptesN'), 2, COLONNE('acomptesN') + 1),
    ],
    [
      'les mois sous « Acomptes N » : non lus, et dits',
      p({ acomptesN1: 400 }),
      {
        dit: ['Projets!AA2 colonne.non-lue', 'Projets!AB2 colonne.non-lue'],
        montants: { acomptesN: null },
        nonLues: ['Acomptes N octobre', 'Acomptes N novembre'],
      },
      (c) => grouper(c, 'Acomptes N', ['octobre', 'novembre']),
    ],
    [
      'l’année est une date qui ne montre qu’elle',
      p({}),
      {},
      (c) => grouper(c, 'Acomptes', [44_197, 44_562], 'yyyy'),
    ],
    ...(
      [
        ['le jour du paiement', 44_515, 44_607, 'dd/mm/yyyy', 'Acomptes 15/11/2021'],
        ['une part', 0.28, 0.42, '0%', 'Acomptes 28%'],
        ['des dixièmes', 4, 6, 'General', 'Acomptes 4'],
      ] as const
    ).map(([titre, n, n1, format, entete]): Cas => [
      `${titre} sous le groupe : non lu, et dit`,
      p({}),
      { dit: ['Projets!AA2 colonne.non-lue'], montants: { acomptesN: null }, nonLues: [entete] },
      (c) => grouper(c, 'Acomptes', [n, n1], format),
    ]),
    ...(
      [
        ['2020-2021', 'Coût réel', 'Collectifs réels'],
        ['N-1', 'Montant accordé', 'Familles'],
        ['Bilan 2020-2021', 'Fonds locaux', 'Enfants'],
      ] as const
    ).map(([groupe, un, deux]): Cas => [
      `${groupe} : ${un} de l’an passé n’est pas lu`,
      p({}, { sans: ['coutReel', 'collectifsReels', 'montantAccorde', 'familles'] }),
      { nonLues: [`${groupe} ${un}`, `${groupe} ${deux}`] },
      (c) => {
        const onglet = c.getWorksheet('Projets');
        onglet?.spliceRows(1, 0, []);
        const debut = (onglet?.columnCount ?? 0) + 1;
        if (!onglet) return;
        onglet.getCell(1, debut).value = groupe;
        onglet.mergeCells(1, debut, 1, debut + 1);
        [un, deux].forEach((intitule, i) => {
          onglet.getCell(2, debut + i).value = intitule;
          onglet.getCell(3, debut + i).value = 2;
        });
      },
    ]),
    ...[1, 8].map((debut): Cas => [
      `un titre de l’an passé, fusionné depuis la colonne ${debut}, n’est pas un groupe`,
      p({}),
      {},
      (c) => {
        const onglet = c.getWorksheet('Projets');
        onglet?.spliceRows(1, 0, []);
        const cellule = onglet?.getCell(1, debut);
        if (cellule) cellule.value = 'Campagne 2020-2021';
        onglet?.mergeCells(1, debut, 1, debut + 11);
      },
    ]),
    [
      'le titre de la feuille ne nomme pas les colonnes',
      p({}, { sans: ['acomptesN1'] }),
      { nonLues: ['Rang'] },
      (c) => {
        const onglet = c.getWorksheet('Projets');
        onglet?.spliceRows(1, 0, ['Suivi des acomptes et versements']);
        if (onglet) onglet.getCell(2, ENTETES.length + 1).value = 'Rang';
        if (onglet) onglet.getCell(3, ENTETES.length + 1).value = 12;
      },
    ],
  ],
  'une colonne pour l’année': [
    ...(
      [
        ['Année', '2021-2022', '2020-2021'],
        ['Année', 2021, 2020],
        ['Exercice', '2021', '2020'],
        ['Saison', '2021/2022', '2020/2021'],
        ['Millésime', '2021-2022', '2020-2021'],
      ] as const
    ).map(([intitule, n, avant]): Cas => [
      `${intitule} : ${n}`,
      {
        projets: [n, n, avant].map((annee, i) => ({
          ...UN,
          dossier: `P-${i + 1}`,
          action: `Action ${i}`,
          observations: annee,
        })),
        intitules: { observations: intitule },
      },
      { dit: [`Projets!${lettreDe('observations')}4 remontee.caf-ou-annee-melangees`] },
    ]),
    ...(
      [
        ['Année', [2015, 2018, 2021]],
        ['Année', ['1re', '2e', '3e']],
        ['Année', [2021, 2022, 2021]],
        ['Période', ['annuelle', 'annuelle', 'annuelle']],
        ['Année 2021', [18_000, 18_000, 18_000]],
      ] as const
    ).map(([intitule, annees]): Cas => [
      `${intitule} : ${annees.join(', ')} n’est pas l’année de la ligne`,
      {
        projets: annees.map((annee, i) => ({
          ...UN,
          dossier: `P-${i + 1}`,
          action: `Action ${i}`,
          observations: annee,
        })),
        intitules: { observations: intitule },
      },
      { nonLues: [intitule] },
    ]),
    ...['Campagne', 'Année scolaire', 'Année'].map((intitule): Cas => [
      `journal : ${intitule}`,
      {
        autres: [
          journal(
            [
              versement({ anneeScolaire: '2021-2022' }),
              versement({
                anneeScolaire: '2020-2021',
                gestion: '2021',
                date: jour('2021-03-15'),
                montant: 700,
              }),
            ],
            { 'Année scolaire': intitule },
          ),
        ],
      },
      { dit: ['Versements!3 ligne.autre-annee'] },
    ]),
    [
      'journal : une campagne illisible parmi les autres',
      {
        autres: [
          journal([
            versement({ anneeScolaire: '2021-2022' }),
            versement({ anneeScolaire: '2021-2022', montant: 1, reference: 'SPC 2' }),
            versement({ anneeScolaire: '?', montant: 700 }),
          ]),
        ],
      },
      {
        dit: ['Versements!G4 versement.non-compte'],
        montants: { acomptesN: null, acomptesN1: null },
      },
    ],
    [
      'les collectifs de plusieurs campagnes',
      p({}, { collectifs: [...COLLECTIFS, collectif({ dossier: 'Q-1' })].map(enCampagne) }),
      { dit: ['Collectifs!5 ligne.autre-annee'] },
    ],
  ],
  'autres tableaux, autres années': [
    [
      'un récapitulatif à droite, une colonne vide entre les deux',
      LES_DEUX,
      { dossiers: ['P-1', 'P-2'] },
      (c) => aDroite(c, ['Commune', 'Nb projets'], ['Orléans', 2]),
    ],
    [
      'un récapitulatif à droite, par public',
      LES_DEUX,
      { dossiers: ['P-1', 'P-2'] },
      (c) => aDroite(c, ['Public', 'Date d’agrément'], ['collège', 'le 12']),
    ],
    [
      'un montant répété à droite reste un double',
      LES_DEUX,
      { dit: ['Projets!1 colonne.en-double'], montants: { acomptesN: null } },
      (c) => aDroite(c, ['Commune', 'Acomptes N'], ['Orléans', 2]),
    ],
    [
      'deux communes dans le même tableau',
      p({}, { intitules: { observations: 'Commune' } }),
      { dit: ['Projets!1 colonne.en-double'] },
    ],
    [
      'l’année d’avant sous son titre, intitulés répétés',
      LES_DEUX,
      {
        dit: [4, 5].map((n) => `Projets!${n} ligne.ignoree`).concat('Projets!6 ligne.autre-annee'),
        dossiers: ['P-1', 'P-2'],
        ignorees: [4, 5, 6],
      },
      (c) => {
        const onglet = c.getWorksheet('Projets');
        onglet?.addRow(['Pour mémoire : 2020-2021']);
        onglet?.addRow(ENTETES);
        onglet?.addRow(['P-901', ...(onglet.getRow(2).values as ExcelJS.CellValue[]).slice(2)]);
      },
    ],
    [
      'des dossiers qui s’appellent N-1, N-2',
      { projets: ['N-1', 'N-2'].map((dossier) => ({ ...UN, dossier, action: dossier })) },
      { dossiers: ['N-1', 'N-2'] },
    ],
  ],
  'ne rien deviner': [
    [
      'une enveloppe au format de date',
      p({}, { parametres: { 'Enveloppe notifiée N': 50_000 } }),
      { dit: ['Paramètres!B7 cellule.nombre-en-date'] },
      (c) => {
        const cellule = c.getWorksheet('Paramètres')?.getCell('B7');
        if (cellule) cellule.numFmt = 'dd/mm/yyyy';
      },
    ],
    [
      'une enveloppe au format d’argent',
      p({}, { parametres: { 'Enveloppe notifiée N': 50_000 } }),
      {},
      (c) => {
        const cellule = c.getWorksheet('Paramètres')?.getCell('B7');
        if (cellule) cellule.numFmt = '[<1]0%;#,##0 "€"';
      },
    ],
    ...['Oui ?', 'Oui (partiel)', 'oui/non'].map((texte): Cas => [
      texte,
      p({ axeEnfants: texte }),
      { dit: ['Projets!N2 cellule.valeur-illisible'] },
    ]),
    ...['favorable ?', 'plutôt favorable', 'favorable puis refusé'].map((texte): Cas => [
      texte,
      p({ agrement: texte }),
      { dit: ['Projets!I2 cellule.valeur-illisible'], montants: { bonus: null } },
    ]),
  ],
};

describe.each(Object.entries(GENRES))('%s', (_, cas) => {
  test.each(cas.map((c) => [c[0], c] as const))('%s', (__, [, reglages, attendu, change]) =>
    voir(reglages, attendu, change),
  );
});
