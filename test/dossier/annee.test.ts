/** De la demande au recouvrement : les vecteurs de l'année entière, par le moteur, du classeur aux montants. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLES_MONTANTS, type CleMontant } from '../../src/dossier/calcul/montants';
import { examen, jour, projet, versement, type Ligne, type Reglages } from './fabrique';

interface Paiement {
  readonly nature: string;
  readonly gestion: string;
  readonly date: string;
  readonly montant: string;
}

interface Vecteur {
  readonly id: string;
  readonly fn: string;
  readonly note: string;
  readonly inputs: Readonly<Record<string, unknown>> & {
    readonly versements?: readonly Paiement[];
    readonly avenants?: readonly Readonly<Record<string, string>>[];
    readonly limiter?: boolean;
  };
  readonly expected: Readonly<Record<string, string | null>> | readonly string[];
}

const VECTEURS = JSON.parse(
  readFileSync(join(__dirname, '../exemples/vecteurs-annee.json'), 'utf8'),
) as readonly Vecteur[];
const de = (...fns: string[]) =>
  VECTEURS.filter((v) => fns.includes(v.fn)).map((v) => [`${v.id}, ${v.note}`, v] as const);

const CHAMPS_TEXTE = new Set(['agrement']);
const cellule = (cle: string, valeur: unknown) =>
  typeof valeur === 'string' && !CHAMPS_TEXTE.has(cle) ? Number(valeur) : valeur;

/** Le classeur d'un vecteur : un projet, son journal, ses avenants. */
function reglages({ inputs }: Vecteur): Reglages {
  const { versements, avenants, limiter, ...champs } = inputs;
  const change = Object.fromEntries(
    Object.entries({ bonusEnfants: 0, bonusParents: 0, collectifsReels: null, ...champs }).map(([cle, v]) => [
      cle,
      cellule(cle, v),
    ]),
  ) as Ligne;
  return {
    projets: [projet(change)],
    au: '2023-02-10',
    ...(versements && {
      versements: versements.map((v) =>
        versement({ ...v, date: jour(v.date), montant: Number(v.montant), reference: null }),
      ),
    }),
    ...(avenants && {
      avenants: avenants.map((a): Ligne => ({
        dossier: 'P-1',
        date: jour(a['date'] ?? ''),
        coutPrevisionnel: Number(a['coutPrevisionnel']),
      })),
    }),
    ...(limiter !== undefined && {
      parametres: { 'Limiter la Ps au montant accordé': limiter ? 'oui' : 'non' },
    }),
  };
}

const montants = (r: Reglages): Record<string, string | null> => {
  const m = examen(r).calculs[0]?.montants;
  return Object.fromEntries(CLES_MONTANTS.map((c) => [c, m?.[c].montant?.toFixed(2) ?? null]));
};

test('les vecteurs sont lus', () => {
  expect(VECTEURS.length).toBeGreaterThan(30);
  const attendus = VECTEURS.flatMap((v) => (Array.isArray(v.expected) ? [] : Object.keys(v.expected)));
  expect(attendus.filter((cle) => !CLES_MONTANTS.includes(cle as CleMontant))).toEqual([]);
});

test.each(de('RETENUE', 'LIQUIDEE', 'CONTROLE', 'JOURNAL'))('%s', (_titre, v) => {
  expect(montants(reglages(v))).toMatchObject(v.expected);
});

test.each(de('ACOMPTE_A_SA_DATE'))('%s', (_titre, v) => {
  const references = examen(reglages(v)).anomalies.map((a) => a.reference);
  expect(references.filter((r) => /^C-ACO-0[125]$/.test(r))).toEqual(v.expected);
});

/** Une anomalie bloquante a une issue honnête : on corrige, on complète, on ajoute un fait ; on n'en supprime aucun. */
describe('suivre le conseil lève ce qui bloquait', () => {
  const bonus = { nature: 'bonus', gestion: 'N+1', date: jour('2022-05-01'), montant: 600 };
  const n1EnN = { gestion: 'N+1', date: jour('2021-12-31'), montant: 10 };
  const issues: readonly (readonly [string, readonly Ligne[], readonly Ligne[], Ligne, Ligne])[] = [
    [
      'C-ACO-01',
      [{ montant: 1700 }],
      [{ nature: 'reversement', date: jour('2022-02-01'), montant: 62 }],
      {},
      {},
    ],
    [
      'C-ACO-02',
      [{ gestion: 'N+1', date: jour('2022-02-01'), montant: 2500 }],
      [{ nature: 'reversement', gestion: 'N+1', date: jour('2022-03-01'), montant: 43 }],
      {},
      {},
    ],
    [
      'C-CLO-01',
      [{ montant: 2400 }],
      [{ nature: 'reversement', date: jour('2022-02-01'), montant: 762 }],
      {},
      {},
    ],
    ['C-ACO-03', [n1EnN], [{ ...n1EnN, nature: 'reversement', date: jour('2022-01-05') }], {}, {}],
    ['C-BON-05', [bonus], [{ ...bonus, nature: 'indu bonus', date: jour('2022-06-01') }], {}, {}],
    [
      'C-BON-05',
      [bonus],
      [{ nature: 'solde', gestion: 'N+1', date: jour('2022-05-01'), montant: 1 }],
      {},
      {},
    ],
    ['C-ELI-01', [{ montant: 10 }], [], { agrement: 'en attente' }, { agrement: 'favorable' }],
    ['C-ELI-01', [{ montant: 10 }], [], { agrement: null }, { agrement: 'refusé' }],
  ];

  test.each(issues)('%s', (reference, faits, ajouts, avant, apres) => {
    const bloquantes = (lignes: readonly Ligne[], change: Ligne) =>
      examen({
        projets: [projet(change)],
        versements: lignes.map((l, i) => versement({ reference: `R${i}`, ...l })),
        au: '2022-06-30',
      }).anomalies.filter((a) => a.gravite === 'bloquante');
    expect(bloquantes(faits, avant).map((a) => a.reference)).toContain(reference);
    expect(bloquantes([...faits, ...ajouts], apres)).toEqual([]);
  });
});

test('un dossier mis à l’écart ne retient plus les autres, et sort des totaux', () => {
  const litige = projet({
    dossier: 'P-2',
    action: 'Autre',
    misAlEcart: 'en litige',
    axeParents: 'non',
    coutPrevisionnel: 'néant',
  });
  const e = examen({
    projets: [projet({}), litige],
    versements: [versement({}), versement({ dossier: 'P-2', montant: 'x' })],
  });
  expect(e.valide).toBe(true);
  expect(e.anomalies.map((a) => [a.reference, a.gravite])).toEqual(
    expect.arrayContaining([
      ['C-REM-06', 'information'],
      ['C-ELI-04', 'alerte'],
      ['C-FMT-02', 'alerte'],
      ['C-ACO-08', 'alerte'],
    ]),
  );
  expect(e.calculs.map((c) => [c.agree, c.ecarte])).toEqual([
    [true, false],
    [false, true],
  ]);
  expect([e.totaux.psRetenue, e.totaux.versePs].map((t) => t.montant?.toFixed(2))).toEqual([
    '5850.00',
    '1000.00',
  ]);
  expect(e.effectifs).toEqual({
    projets: 1,
    collectifs: 3,
    enfants: 30,
  });
});
