/** Des projets et leurs journaux tirés au hasard : tels que l'oracle entier les lit, et tels que le moteur les reçoit. */
import { calculerProjet } from '../../src/dossier/calcul/calculer';
import { totaliser } from '../../src/dossier/calcul/totaux';
import type { Avenant } from '../../src/dossier/colonnes/avenants';
import { COLONNES_ECRITURES_PASSEES, type EcriturePassee } from '../../src/dossier/colonnes/ecrituresPassees';
import type { Projet } from '../../src/dossier/colonnes/projets';
import type { Versement } from '../../src/dossier/colonnes/versements';
import { creerContexte, type Contexte } from '../../src/dossier/controle/contexte';
import type { Examen } from '../../src/dossier/examiner';
import { montant, type Decimal } from '../../src/valeurs/montant';
import { tirage, type Tirage } from '../../outils/tirage';
import type { Cas } from '../reglement/oracleAnnee';
import { examen, feuille, jour, projet, tableau, versement } from './fabrique';

const PAR_CLASSEUR = 100;
const FAVORABLE = 'favorable';
const AVIS = [FAVORABLE, FAVORABLE, FAVORABLE, 'favorable sous réserve', 'refusé', 'en attente', 'ajourné'];
const NATURES = [
  'acompte',
  'acompte',
  'reversement',
  'solde',
  'rappel',
  'indu',
  'bonus',
  'rappel bonus',
  'indu bonus',
];
const TYPES = ['association', 'collectivité', 'centre social', 'entreprise', 'caf'];
const JOURS = ['11-05', '12-31', '+01-01', '+06-20', '++03-01', null];
/** « +01-01 » : le 1er janvier de N+1. */
const dater = (annee: number, jour: string): string =>
  `${annee + jour.lastIndexOf('+') + 1}-${jour.replaceAll('+', '')}`;

interface DuClasseur {
  readonly annee: number;
  readonly limiter: boolean;
  readonly fige: boolean;
  readonly au: string;
}

function unCas(hasard: Tirage, { annee, limiter, fige, au }: DuClasseur): Cas {
  const parmi = <T>(liste: readonly T[]): T => liste[hasard(liste.length - 1)] as T;
  const rarement = <T>(valeur: () => T): T | null => (hasard(2) === 0 ? valeur() : null);
  const nb = 1 + hasard(3);
  const cout = (): bigint => BigInt(hasard(9) === 0 ? 0 : hasard(nb * 1_000_000));
  const nombre = (max: number): bigint => BigInt(hasard(max));
  const accorde = (): bigint => BigInt(hasard(5) === 0 ? 0 : hasard(nb * parmi([60_000, 260_000])));
  const engagement = BigInt(hasard(400_000));
  return {
    annee,
    limiter,
    au,
    ecarte: hasard(15) === 0,
    type: parmi(TYPES),
    agrement: parmi(AVIS),
    coutPrevisionnel: hasard(9) === 0 ? null : cout(),
    collectifsAgrees: BigInt(nb),
    montantAccorde: rarement(accorde),
    coutReel: hasard(3) === 0 ? null : cout(),
    collectifsReels: rarement(() => nombre(nb)),
    bonusEnfants: nombre(nb),
    bonusParents: nombre(nb),
    bonusEnfantsReels: rarement(() => nombre(nb + 1)),
    bonusParentsReels: rarement(() => nombre(nb + 1)),
    coutControle: rarement(cout),
    collectifsControles: rarement(() => nombre(nb)),
    fondsLocaux: BigInt(hasard(400_000)),
    autresBrancheFamille: BigInt(hasard(1) === 0 ? 0 : hasard(400_000)),
    versements: Array.from({ length: hasard(6) }, () => {
      const jour = parmi(JOURS);
      return {
        nature: parmi(NATURES),
        gestion: hasard(19) === 0 ? '2019' : parmi(['N', 'N+1'] as const),
        date: jour === null ? null : dater(annee, jour),
        montant: BigInt(hasard(parmi([40_000, 250_000]))),
      };
    }),
    avenants: Array.from({ length: hasard(1) * hasard(3) }, (_, i) => ({
      date: dater(annee, ['10-01', '11-05', '12-15', '+02-01'][i] ?? ''),
      coutPrevisionnel: rarement(cout),
      collectifsAgrees: rarement(() => 1n + nombre(3)),
      montantAccorde: accorde(),
    })),
    passe: fige
      ? {
          charge: BigInt(hasard(2) === 0 ? 0 : hasard(200_000)),
          engagement,
          contrepasse: hasard(3) === 0 ? engagement : 0n,
        }
      : null,
  };
}

/** Autant de cas que demandé, par classeurs dont chacun a ses paramètres. */
export function* classeursAuHasard(graine: number, cas: number, annee = 2021): Generator<readonly Cas[]> {
  const hasard = tirage(graine);
  for (let fait = 0; fait < cas; fait += PAR_CLASSEUR) {
    const duClasseur = {
      annee,
      limiter: hasard(1) === 0,
      fige: hasard(1) === 0,
      au: hasard(1) === 0 ? `${annee}-12-31` : `${annee + 1}-01-01`,
    };
    yield Array.from({ length: PAR_CLASSEUR }, () => unCas(hasard, duClasseur));
  }
}

const euros = (c: bigint): Decimal => montant(`${c}e-2`);
const nul = <A, B>(a: A | null, f: (a: A) => B): B | null => (a === null ? null : f(a));

/** Une ligne lue de chaque feuille, d'où viennent toutes les autres. */
const BASE = examen({
  versements: [versement({})],
  avenants: [{ dossier: 'P-1', date: jour('2021-10-01') }],
  parametres: { 'Année scolaire': '2021-2022' },
  autres: [
    feuille(
      'Écritures passées',
      tableau(COLONNES_ECRITURES_PASSEES, [{ dossier: 'P-1', mois: 13, exercice: 2021, compte: '8091' }]),
    ),
  ],
  projets: [projet({})],
});
/** Une feuille lue, et une de ses lignes. */
function modele<T extends { readonly lignes: readonly unknown[] }>(
  table: T | null,
): { table: T; ligne: T['lignes'][number] } {
  if (!table || table.lignes.length === 0) throw new Error('Une ligne de chaque feuille est attendue.');
  return { table, ligne: table.lignes[0] as T['lignes'][number] };
}
const PROJETS = modele(BASE.lecture.projets);
const VERSEMENTS = modele(BASE.lecture.versements);
const AVENANTS = modele(BASE.lecture.avenants);
const PASSEES = modele(BASE.lecture.ecrituresPassees);

const projetDe = (c: Cas, i: number): Projet => ({
  ...PROJETS.ligne,
  dossier: `P-${i}`,
  ligne: i + 2,
  typeGestionnaire: c.type as NonNullable<Projet['typeGestionnaire']>,
  misAlEcart: c.ecarte ? 'litige' : null,
  agrement: c.agrement as NonNullable<Projet['agrement']>,
  coutPrevisionnel: nul(c.coutPrevisionnel, euros),
  collectifsAgrees: Number(c.collectifsAgrees),
  montantAccorde: nul(c.montantAccorde, euros),
  coutReel: nul(c.coutReel, euros),
  collectifsReels: nul(c.collectifsReels, Number),
  bonusEnfants: Number(c.bonusEnfants),
  bonusParents: Number(c.bonusParents),
  bonusEnfantsReels: nul(c.bonusEnfantsReels, Number),
  bonusParentsReels: nul(c.bonusParentsReels, Number),
  coutControle: nul(c.coutControle, euros),
  collectifsControles: nul(c.collectifsControles, Number),
  fondsLocaux: euros(c.fondsLocaux),
  autresBrancheFamille: euros(c.autresBrancheFamille),
});

const numeroter = <T>(lignes: readonly T[]): (T & { readonly ligne: number })[] =>
  lignes.map((l, i) => ({ ...l, ligne: i + 2 }));

const versementsDe = (c: Cas, i: number): Versement[] =>
  c.versements.map((v) => ({
    ...VERSEMENTS.ligne,
    dossier: `P-${i}`,
    nature: v.nature as NonNullable<Versement['nature']>,
    gestion: v.gestion,
    date: v.date,
    montant: euros(v.montant),
  }));

const avenantsDe = (c: Cas, i: number): Avenant[] =>
  c.avenants.map((a) => ({
    ...AVENANTS.ligne,
    dossier: `P-${i}`,
    date: a.date,
    coutPrevisionnel: nul(a.coutPrevisionnel, euros),
    collectifsAgrees: nul(a.collectifsAgrees, Number),
    montantAccorde: nul(a.montantAccorde, euros),
  }));

function passeesDe({ passe, annee }: Cas, i: number): EcriturePassee[] {
  if (!passe) return [];
  const op = (mois: number, exercice: number, debit: string, credit: string, m: bigint): EcriturePassee[] =>
    (
      [
        [debit, euros(m), null],
        [credit, null, euros(m)],
      ] as const
    ).map(([compte, d, k]) => ({
      ...PASSEES.ligne,
      dossier: `P-${i}`,
      mois: `${mois}`,
      exercice: `${exercice}`,
      compte,
      debit: d,
      credit: k,
    }));
  return [
    ...op(13, annee, 'SF 6562322410', 'T 408143111', passe.charge),
    ...op(13, annee, 'T 8091', 'T 80182', passe.engagement),
    ...(passe.contrepasse > 0n ? op(12, annee + 1, 'T 80182', 'T 8091', passe.contrepasse) : []),
  ];
}

/** Le contexte d'un classeur ; ses versements dans l'ordre demandé. */
export function contexteDe(
  cas: readonly Cas[],
  ordre: (v: Cas['versements']) => Cas['versements'],
): Contexte {
  const [premier] = cas;
  if (!premier) throw new Error('Aucun cas.');
  const rangs = cas.map((c) => ({ ...c, versements: ordre(c.versements) }));
  const { lecture } = BASE;
  return creerContexte(
    {
      ...lecture,
      parametres: {
        ...lecture.parametres,
        annee: premier.annee,
        limiterAuMontantAccorde: premier.limiter,
      },
      projets: { ...PROJETS.table, lignes: cas.map(projetDe) },
      versements: { ...VERSEMENTS.table, lignes: numeroter(rangs.flatMap(versementsDe)) },
      avenants: { ...AVENANTS.table, lignes: numeroter(cas.flatMap(avenantsDe)) },
      ecrituresPassees: premier.passe
        ? { ...PASSEES.table, lignes: numeroter(cas.flatMap(passeesDe)) }
        : null,
    },
    premier.au,
  );
}

/** L'examen d'un classeur, sans ses anomalies. */
export function examenDe(cas: readonly Cas[]): Examen {
  const contexte = contexteDe(cas, (v) => v);
  const { lecture, au } = contexte;
  const calculs = lecture.projets.lignes.map((p) => calculerProjet(p, contexte));
  return { ...BASE, lecture, au, calculs, totaux: totaliser(calculs, contexte) };
}

/** « 1234.5 » pour 123 450 centimes, écrit sans le moteur. */
export function enEuros(centimes: bigint): string {
  const chiffres = (centimes < 0n ? -centimes : centimes).toString().padStart(3, '0');
  const texte = `${chiffres.slice(0, -2)}.${chiffres.slice(-2)}`.replace(/\.?0+$/, '');
  return centimes < 0n ? `-${texte}` : texte;
}

/** Un cas en une ligne, pour le refaire. */
export const direCas = (c: Cas): string =>
  JSON.stringify(c, (_, v: unknown) => (typeof v === 'bigint' ? `${v}` : v));
