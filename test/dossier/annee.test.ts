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
