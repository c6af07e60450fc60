/** L'arrêté figé et la liquidation : ce que le comptable a passé prime, et chaque versement va au compte de son âge. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { examiner, type Examen } from '../../src/dossier/examiner';
import { COLONNES_ECRITURES_PASSEES } from '../../src/dossier/colonnes/ecrituresPassees';
import { creerCloture } from '../../src/dossier/restitution/arrete/arrete';
import { planEcritures } from '../../src/dossier/restitution/arrete/planEcritures';
import { refusOfficiel } from '../../src/dossier/restitution/blocage';
import { csv } from '../../src/dossier/restitution/csv';
import { montant } from '../../src/valeurs/montant';
import ExcelJS from 'exceljs';
import { lireXlsx } from '../../src/classeur/xlsx';
import { clasSurPlace, exemple, jsonDe } from '../cli/clas';
import {
  classeur,
  feuille,
  jour,
  projet,
  tableau,
  versement,
  type Ligne,
  type Reglages,
} from '../dossier/fabrique';

const passe = (
  mois: number,
  exercice: number,
  compte: string,
  debit: number,
  credit: number,
  dossier = 'P-1',
): Ligne => ({
  mois,
  exercice,
  compte,
  libelle: null,
  debit: debit === 0 ? null : debit,
  credit: credit === 0 ? null : credit,
  dossier,
});
/** Ce que Clas propose pour 5 850 € de Ps et 1 000 € d'acompte : charge 1 340, engagement 3 510. */
const PASSEES = [
  passe(13, 2021, 'SF 6562322410', 1340, 0),
  passe(13, 2021, 'T 408143111', 0, 1340),
  passe(13, 2021, '8091', 3510, 0),
  passe(13, 2021, '80182', 0, 3510),
];
const CONTREPASSE = [passe(12, 2022, '80182', 3510, 0), passe(12, 2022, '8091', 0, 3510)];

function examen(r: Reglages, passees: readonly Ligne[] | null): Examen {
  const base = classeur(r);
  const feuilles = [
    ...base.feuilles,
    ...(passees ? [feuille('Écritures passées', tableau(COLONNES_ECRITURES_PASSEES, passees))] : []),
  ];
  return examiner({ ...base, feuilles }, { au: r.au ?? '2022-12-31' });
}
const ecritures = (e: Examen): string[] =>
  creerCloture(e).ecritures.map(
    (x) => `${x.mois}/${x.exercice} ${x.compte} ${x.debit.toFixed(2)} ${x.credit.toFixed(2)} ${x.dossier}`,
  );

const ACOMPTE = versement({ montant: 1000 });

test('rien n’est figé : mois 13 et contrepassation', () => {
  const e = examen({ versements: [ACOMPTE] }, null);
  expect(creerCloture(e).passees).toBe(false);
  expect(ecritures(e)).toHaveLength(6);
});

test('figé, un budget révisé n’y change rien : se contrepasse l’engagement passé, lui seul', () => {
  const e = examen({ versements: [ACOMPTE], projets: [projet({ coutPrevisionnel: 12000 })] }, PASSEES);
  expect(ecritures(e)).toEqual(['12/2022 T 80182 3510.00 0.00 P-1', '12/2022 T 8091 0.00 3510.00 P-1']);
  const { totaux, passees } = creerCloture(e);
  expect(passees).toBe(true);
  expect(
    [totaux.chargeAPayer, totaux.engagement, totaux.debit, totaux.credit].map((m) => m.toFixed(2)),
  ).toEqual(['1340.00', '3510.00', '3510.00', '3510.00']);
});

test('la contrepassation dit le gestionnaire ; une feuille vide ne fige rien ; une écriture incomplète arrête tout', () => {
  expect(creerCloture(examen({}, PASSEES)).ecritures.map((e) => [e.gestionnaire, e.specificite])).toEqual([
    ['Association Les Marronniers', null],
    ['Association Les Marronniers', null],
  ]);
  expect(creerCloture(examen({}, [])).passees).toBe(false);
  const incomplete = examen({}, [...PASSEES.slice(0, 3), { ...PASSEES[3], mois: null }]);
  expect(refusOfficiel(incomplete, 'le fichier des écritures')).toMatch(/Mois/);
  expect(refusOfficiel(incomplete, 'le fichier de remontée')).toBeNull();
});

test('refusé ou parti depuis : l’engagement passé se contrepasse quand même', () => {
  const refuse = examen(
    { projets: [projet({ agrement: 'refusé', bonusEnfants: null, bonusParents: null })] },
    PASSEES,
  );
  const parti = examen({ projets: [projet({ dossier: 'P-2' })] }, PASSEES);
  for (const e of [refuse, parti]) expect(ecritures(e)).toHaveLength(2);
});

test('déjà contrepassé : plus rien à écrire ; deux fois : l’arrêté est refusé, et dit le dossier', () => {
  expect(ecritures(examen({}, [...PASSEES, ...CONTREPASSE]))).toEqual([]);
  const e = examen({ versements: [ACOMPTE] }, [...PASSEES, ...CONTREPASSE, ...CONTREPASSE]);
  expect(e.anomalies.map((a) => [a.reference, a.gravite])).toContainEqual(['C-CLO-05', 'alerte']);
  expect(refusOfficiel(e, 'le fichier des écritures')).toMatch(/P-1/);
  expect(refusOfficiel(e, 'le fichier de remontée')).toBeNull();
});

const totauxPasses = (e: Examen): string[] => {
  const { chargeAPayer, engagement } = creerCloture(e).totaux;
  return [chargeAPayer.toFixed(2), engagement.toFixed(2)];
};

test.each([
  ['le mois 12 de N', 12, 2021],
  ['le mois 13 de l’année d’avant', 13, 2020],
  ['le mois 13 de N+1', 13, 2022],
  ['le mois 12 de N+2', 12, 2023],
])('%s n’est ni l’arrêté, ni sa contrepassation', (_titre, mois, exercice) => {
  const ailleurs = ['T 408143111', '8091'].flatMap((compte) => [
    passe(mois, exercice, compte, 7, 0),
    passe(mois, exercice, '512', 0, 7),
    passe(mois, exercice, compte, 0, 3),
    passe(mois, exercice, '512', 3, 0),
  ]);
  const e = examen({ versements: [ACOMPTE] }, [...PASSEES, ...ailleurs]);
  expect(totauxPasses(e)).toEqual(['1340.00', '3510.00']);
  expect(ecritures(e)).toEqual(['12/2022 T 80182 3510.00 0.00 P-1', '12/2022 T 8091 0.00 3510.00 P-1']);
});

test('aux mois qui comptent, un autre compte ne change rien', () => {
  const autres = [
    passe(13, 2021, '512', 0, 9),
    passe(13, 2021, '7', 9, 0),
    passe(12, 2022, 'T 408143111', 0, 5),
    passe(12, 2022, '512', 5, 0),
  ];
  const e = examen({ versements: [ACOMPTE] }, [...PASSEES, ...autres]);
  expect(totauxPasses(e)).toEqual(['1340.00', '3510.00']);
  expect(ecritures(e)).toEqual(['12/2022 T 80182 3510.00 0.00 P-1', '12/2022 T 8091 0.00 3510.00 P-1']);
});

test('passé en plusieurs fois, sous un numéro écrit autrement, repris en partie : le reste se contrepasse', () => {
  const e = examen({ versements: [ACOMPTE] }, [
    passe(13, 2021, 'SF 6562322410', 1340, 0),
    passe(13, 2021, 'T 408143111', 0, 1400),
    passe(13, 2021, '408 143 111', 60, 0, 'p-1'),
    passe(13, 2021, '8091', 3000, 0),
    passe(13, 2021, 'T 8091', 510, 0, ' p-1'),
    passe(13, 2021, '80182', 0, 3510),
    passe(12, 2022, '80182', 1510, 0),
    passe(12, 2022, '8091', 0, 1510),
  ]);
  expect(totauxPasses(e)).toEqual(['1340.00', '3510.00']);
  expect(ecritures(e)).toEqual(['12/2022 T 80182 2000.00 0.00 P-1', '12/2022 T 8091 0.00 2000.00 P-1']);
  expect(refusOfficiel(e, 'le fichier des écritures')).toBeNull();
});

test('contrepassé deux fois, l’inverse de celle de trop la reprend', () => {
  const inverse = [passe(12, 2022, '8091', 3510, 0), passe(12, 2022, '80182', 0, 3510)];
  const e = examen({ versements: [ACOMPTE] }, [...PASSEES, ...CONTREPASSE, ...CONTREPASSE, ...inverse]);
  expect(refusOfficiel(e, 'le fichier des écritures')).toBeNull();
  expect(ecritures(e)).toEqual([]);
});

test('une feuille qui n’a qu’un total ne fige rien', () => {
  const [entetes = []] = tableau(COLONNES_ECRITURES_PASSEES, []);
  const total = entetes.map((e) => (e === 'Mois' ? 'Total' : e === 'Débit' || e === 'Crédit' ? 4850 : null));
  const e = examen({ autres: [feuille('Écritures passées', [entetes, total])] }, null);
  expect(creerCloture(e).passees).toBe(false);
  expect(ecritures(e)).toHaveLength(6);
});

test('un dossier sans numéro n’a rien de passé : toute sa liquidation est un écart, et rien ne tombe en panne', () => {
  const e = examen({ projets: [projet({ dossier: null, coutReel: 18000 })] }, PASSEES);
  const codes = e.anomalies.map((a) => a.code);
  expect(codes).toContain('cloture.ecart-charge-a-payer');
  expect(codes).not.toContain('controle.impossible');
});

test('débits et crédits passés inégaux : l’arrêté est refusé ; égaux, il se fait', () => {
  const e = examen({ versements: [ACOMPTE] }, [...PASSEES.slice(0, 3), passe(13, 2021, '80182', 0, 3509.99)]);
  expect(refusOfficiel(e, 'le fichier des écritures')).toMatch(/0,01/);
  expect(refusOfficiel(examen({ versements: [ACOMPTE] }, PASSEES), 'le fichier des écritures')).toBeNull();
});

describe('liquidation', () => {
  const VERSEMENTS = [
    versement({ date: jour('2021-11-20'), montant: 1000 }),
    versement({ gestion: 'N+1', date: jour('2022-04-05'), montant: 2000 }),
    versement({ nature: 'solde', date: jour('2022-10-01'), montant: 1400 }),
    versement({ nature: 'reversement', date: jour('2022-11-01'), montant: 60 }),
    versement({ nature: 'solde', gestion: 'N+1', date: jour('2023-02-01'), montant: 1510 }),
    versement({ nature: 'bonus', gestion: 'N+1', date: jour('2024-02-01'), montant: 600 }),
  ];
  const lignes = (passees: readonly Ligne[] | null) =>
    creerCloture(
      examen({ versements: VERSEMENTS, projets: [projet({ coutReel: 18000 })] }, passees),
    ).liquidations.map(
      (l) => `${l.date} ${l.nature} ${l.gestion} ${l.montant.toFixed(2)} ${l.compte} ${l.specificite}`,
    );
  test('dans l’ordre des dates, la charge s’épuise ; sans date, en dernier, sans compte ; le reste n’y est pas', () => {
    const versements = [
      versement({ date: null, montant: 5 }),
      versement({ nature: 'solde', date: jour('2022-10-05'), montant: 700 }),
      versement({ nature: 'solde', date: jour('2022-10-01'), montant: 800 }),
      versement({ nature: null, montant: 1 }),
      versement({ montant: null }),
      versement({ gestion: '2019', montant: 2 }),
      versement({ dossier: 'P-2', montant: 3 }),
    ];
    const projets = [projet({}), projet({ dossier: 'P-2', action: 'Autre', misAlEcart: 'litige' })];
    const { liquidations } = creerCloture(examen({ versements, projets }, PASSEES));
    expect(
      liquidations.map((l) => [l.dossier, l.gestionnaire, l.date, l.montant.toString(), l.compte]),
    ).toEqual(
      [
        ['2022-10-01', '800', 'T 408143111'],
        ['2022-10-05', '540', 'T 408143111'],
        ['2022-10-05', '160', 'SF 65623224191'],
        [null, '5', null],
      ].map((l) => ['P-1', 'Association Les Marronniers', ...l]),
    );
    expect(creerCloture(examen({}, null)).liquidations).toEqual([]);
  });

  const AUTRES = [
    '2021-11-20 acompte 2021 1000.00 SF 6562322410 81512214',
    '2022-04-05 acompte 2022 2000.00 SF 6562322410 81512214',
  ];
  const APRES = [
    '2022-11-01 reversement 2021 -60.00 SF 65623224191 81512214',
    '2023-02-01 solde 2022 1510.00 SF 65623224191 81512214',
    '2024-02-01 bonus 2022 600.00 SF 65623224192 81512214',
  ];

  /** Les vecteurs partagés : une charge passée, un versement ou deux, et le compte de chacun. */
  interface Vecteur {
    readonly id: string;
    readonly fn: string;
    readonly note: string;
    readonly inputs: {
      readonly chargePassee: string;
      readonly versements: readonly { readonly date: string; readonly montant: string }[];
    };
    readonly expected: readonly {
      readonly date: string;
      readonly nature: string;
      readonly comptes: Readonly<Record<string, string>>;
    }[];
  }
  const vecteurs = (
    JSON.parse(readFileSync(join(__dirname, '../exemples/vecteurs-annee.json'), 'utf8')) as Vecteur[]
  ).filter(({ fn }) => fn === 'LIQUIDATION');

  test.each(vecteurs.map((x) => [`${x.id}, ${x.note}`, x] as const))('%s', (_, { inputs, expected }) => {
    const charge = Number(inputs.chargePassee);
    const { liquidations } = creerCloture(
      examen(
        {
          versements: inputs.versements.map((x) =>
            versement({ ...x, date: jour(x.date), montant: Number(x.montant) }),
          ),
          au: '2023-06-30',
        },
        [passe(13, 2021, 'SF 6562322410', charge, 0), passe(13, 2021, 'T 408143111', 0, charge)],
      ),
    );
    const comptes = expected.map(({ date, nature }) => ({
      date,
      nature,
      comptes: Object.fromEntries(
        liquidations
          .filter((l) => l.date === date && l.nature === nature)
          .map((l) => [(l.compte ?? '').replace(/\D/g, ''), l.montant.toFixed(2)]),
      ),
    }));
    expect(comptes).toEqual(expected);
  });

  test('les vecteurs de liquidation sont lus', () => expect(vecteurs).toHaveLength(5));

  test('sans écritures passées, ce qui se paie en N+1 sur N va au compte de l’année précédente', () => {
    expect(lignes(null)).toEqual([
      ...AUTRES,
      '2022-10-01 solde 2021 1400.00 SF 65623224191 81512214',
      ...APRES,
    ]);
  });

  test('la charge passée se consomme d’abord, sans suivi statistique ; le reste est une dépense', () => {
    expect(lignes(PASSEES)).toEqual([
      ...AUTRES,
      '2022-10-01 solde 2021 1340.00 T 408143111 null',
      '2022-10-01 solde 2021 60.00 SF 65623224191 81512214',
      ...APRES,
    ]);
  });
});

test('--csv : deux fichiers, à la française, sans formule', async () => {
  const dossier = mkdtempSync(join(tmpdir(), 'clas-'));
  const passage = await clasSurPlace([
    'cloture',
    exemple('clas-2021-2022.xlsx'),
    '--au',
    '2022-01-20',
    '--sortie',
    join(dossier, 'e.xlsx'),
    '--csv',
    join(dossier, 'csv'),
  ]);
  expect(passage.code).toBe(0);
  const texte = readFileSync(join(dossier, 'csv', 'ecritures-2021.csv'), 'utf8');
  expect(texte.startsWith('\ufeffN° dossier;Gestionnaire;Exercice;Mois;')).toBe(true);
  expect(texte).toMatch(/;\d+,\d{2};/);
  expect(readFileSync(join(dossier, 'csv', 'liquidation-2021.csv'), 'utf8')).toMatch(
    /;\d\d\/\d\d\/2021;acompte;2021;\d+,\d{2};/,
  );
  const liquidation = (await lireXlsx(readFileSync(join(dossier, 'e.xlsx')))).feuilles.find(
    ({ nom }) => nom === 'Liquidation',
  );
  const dates = liquidation?.lignes.flatMap((l) => (l[3] === 'acompte' ? [l[2]] : [])) ?? [];
  expect(dates.length).toBeGreaterThan(10);
  // de vraies dates : l'agent les trie
  expect(dates.every((d) => typeof d === 'number' && d >= jour('2021-09-01'))).toBe(true);
  expect(
    csv(
      [
        { entete: '=A', valeur: (l: string) => l },
        { entete: 'm', valeur: () => montant('-1.5') },
      ],
      ['=1+1'],
    ),
  ).toBe("\ufeff'=A;m\r\n'=1+1;-1,50\r\n");
});

test('arrêté figé : le détail dit ce qui a été passé, dossier parti compris, et ses totaux sont ceux de ses lignes', () => {
  const cloture = creerCloture(
    examen({ projets: [projet({ coutPrevisionnel: 15000, autresRecettes: 9525 })] }, [
      ...PASSEES,
      passe(13, 2021, '8091', 100.5, 0, 'Z-9'),
      passe(13, 2021, '80182', 0, 100.5, 'Z-9'),
    ]),
  );
  const feuille = planEcritures(cloture).feuilles.find(({ nom }) => nom === 'Détail par projet');
  const lignes = (feuille?.lignes ?? []).map((ligne) => ligne.map(({ valeur }) => valeur));
  expect(lignes.map((l) => [l[0], ...l.slice(6)])).toEqual([
    [
      'N° dossier',
      'Charge à payer N',
      'Trop versé N',
      'Engagement N+1 (6/10)',
      'Charge à payer passée',
      'Engagement passé',
    ],
    ['P-1', 1950, 0, 2925, 1340, 3510],
    ['Z-9', null, null, null, 0, 100.5],
    ['Total', 1950, 0, 2925, 1340, 3610.5],
  ]);
});

test('--figer : la copie a l’arrêté passé, le reste du classeur est intact, et la suite ne se repasse pas', async () => {
  const dossier = mkdtempSync(join(tmpdir(), 'clas-'));
  const copie = join(dossier, 'fige.xlsx');
  const commande = (fichier: string, ...suite: string[]) =>
    clasSurPlace([
      'cloture',
      fichier,
      '--au',
      '2022-01-20',
      '--sortie',
      join(dossier, 'e.xlsx'),
      '--json',
      ...suite,
    ]);
  const avant = jsonDe<{ totaux: Record<string, string>; ecritures: { mois: number }[] }>(
    await commande(exemple('clas-2021-2022.xlsx'), '--figer', copie),
  );
  const { feuilles } = await lireXlsx(readFileSync(copie));
  const origine = await lireXlsx(readFileSync(exemple('clas-2021-2022.xlsx')));
  expect(feuilles.slice(0, -1)).toEqual(origine.feuilles);
  expect(feuilles.at(-1)).toMatchObject({ nom: 'Écritures passées' });
  const apres = await commande(copie);
  expect(apres.code).toBe(0);
  const json = jsonDe<typeof avant & { passees: boolean }>(apres);
  expect(json.passees).toBe(true);
  expect(new Set(json.ecritures.map((e) => e.mois))).toEqual(new Set([12]));
  expect([json.totaux['chargeAPayer'], json.totaux['engagement']]).toEqual([
    avant.totaux['chargeAPayer'],
    avant.totaux['engagement'],
  ]);
  const encore = await commande(copie, '--figer', join(dossier, 'deux.xlsx'));
  expect([encore.code, encore.erreur]).toEqual([2, expect.stringMatching(/déjà figé/)]);
});

test('la copie figée s’ouvre chez un autre lecteur', async () => {
  const dossier = mkdtempSync(join(tmpdir(), 'clas-'));
  const copie = join(dossier, 'fige.xlsx');
  await clasSurPlace([
    'cloture',
    exemple('clas-2021-2022.xlsx'),
    '--au',
    '2022-01-20',
    '--sortie',
    join(dossier, 'e.xlsx'),
    '--figer',
    copie,
  ]);
  const livre = new ExcelJS.Workbook();
  await livre.xlsx.readFile(copie);
  const passees = livre.getWorksheet('Écritures passées');
  expect(passees?.getRow(1).values).toEqual([
    undefined,
    'Mois',
    'Exercice',
    'Compte',
    'Libellé',
    'Débit',
    'Crédit',
    'N° dossier',
  ]);
  expect(passees?.getRow(2).getCell(1).value).toBe(13);
});
