/**
 * Projets et journaux tirés au hasard : chaque montant du moteur est celui de l'oracle entier, sans tolérance ; ce qui
 * est versé, à payer et à recouvrer fait le dû ; l'ordre des versements ne change rien.
 */
import { calculerProjet } from '../../src/dossier/calcul/calculer';
import { CLES_MONTANTS, type CleMontant, type Montants } from '../../src/dossier/calcul/montants';
import { totaliser } from '../../src/dossier/calcul/totaux';
import type { Projet } from '../../src/dossier/colonnes/projets';
import type { Versement } from '../../src/dossier/colonnes/versements';
import { creerContexte, type Contexte } from '../../src/dossier/controle/contexte';
import { montant, type Decimal } from '../../src/valeurs/montant';
import { calculer, type Cas } from '../reglement/oracleAnnee';
import { tirage, type Tirage } from '../../outils/tirage';
import { examen, projet, versement } from './fabrique';

/** Dix mille à chaque essai ; cent mille et plus par la variable `CAS_ORACLE`. */
const CAS = Number(process.env['CAS_ORACLE'] ?? 10_000);
const PAR_CLASSEUR = 100;
const GRAINE = 20211231;

const AVIS = [
  'favorable',
  'favorable',
  'favorable',
  'favorable sous réserve',
  'refusé',
  'en attente',
  'ajourné',
];
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
const DATES = ['2021-11-05', '2021-12-31', '2022-01-01', '2022-06-20', '2023-03-01', null];

function unCas(hasard: Tirage, limiter: boolean, au: string): Cas {
  const parmi = <T>(liste: readonly T[]): T => liste[hasard(liste.length - 1)] as T;
  const rarement = <T>(valeur: () => T): T | null => (hasard(2) === 0 ? valeur() : null);
  const nb = 1 + hasard(3);
  const cout = (): bigint => BigInt(hasard(9) === 0 ? 0 : hasard(nb * 1_000_000));
  const nombre = (max: number): bigint => BigInt(hasard(max));
  return {
    agrement: parmi(AVIS),
    limiter,
    au,
    coutPrevisionnel: hasard(9) === 0 ? null : cout(),
    collectifsAgrees: BigInt(nb),
    montantAccorde: rarement(() => BigInt(hasard(5) === 0 ? 0 : hasard(nb * 260_000))),
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
    versements: Array.from({ length: hasard(6) }, () => ({
      nature: parmi(NATURES),
      gestion: parmi(['N', 'N+1'] as const),
      date: parmi(DATES),
      montant: BigInt(hasard(250_000)),
    })),
  };
}

const euros = (c: bigint): Decimal => montant(`${c}e-2`);
const nul = <A, B>(a: A | null, f: (a: A) => B): B | null => (a === null ? null : f(a));

/** Une ligne lue et un versement lu, d'où viennent toutes les autres. */
const BASE = examen({ projets: [projet({})], versements: [versement({})] }).lecture;
const [LIGNE] = BASE.projets.lignes;
const [VERSE] = BASE.versements?.lignes ?? [];
if (!LIGNE || !VERSE || !BASE.versements) throw new Error('Un projet et un versement sont attendus.');
const [BASE_PROJET, BASE_VERSEMENT, JOURNAL] = [LIGNE, VERSE, BASE.versements];

const projetDe = (c: Cas, i: number): Projet => ({
  ...BASE_PROJET,
  dossier: `P-${i}`,
  ligne: i + 2,
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

function contexteDe(cas: readonly Cas[], versements: (c: Cas) => Cas['versements']): Contexte {
  const [premier] = cas;
  if (!premier) throw new Error('Aucun cas.');
  const lignes = cas.flatMap((c, i) =>
    versements(c).map((v): Omit<Versement, 'ligne'> => ({
      ...BASE_VERSEMENT,
      dossier: `P-${i}`,
      nature: v.nature as NonNullable<Versement['nature']>,
      gestion: v.gestion,
      date: v.date,
      montant: euros(v.montant),
    })),
  );
  const lecture = {
    ...BASE,
    parametres: { ...BASE.parametres, limiterAuMontantAccorde: premier.limiter },
    projets: { ...BASE.projets, lignes: cas.map(projetDe) },
    versements: { ...JOURNAL, lignes: lignes.map((l, i) => ({ ...l, ligne: i + 2 }) as Versement) },
  };
  return creerContexte(lecture, premier.au);
}

/** « 1234.5 » pour 123 450 centimes, écrit sans le moteur. */
function enEuros(centimes: bigint): string {
  const chiffres = (centimes < 0n ? -centimes : centimes).toString().padStart(3, '0');
  const texte = `${chiffres.slice(0, -2)}.${chiffres.slice(-2)}`.replace(/\.?0+$/, '');
  return centimes < 0n ? `-${texte}` : texte;
}

const ecrits = (m: Montants): Record<string, string | null> =>
  Object.fromEntries(
    CLES_MONTANTS.map((cle) => [cle, m[cle].montant?.toString().replace(/^-0$/, '0') ?? null]),
  );

function ecartsDe(cas: readonly Cas[]): string[] {
  const contexte = contexteDe(cas, (c) => c.versements);
  const retourne = contexteDe(cas, (c) => [...c.versements].reverse());
  const lignes = contexte.lecture.projets.lignes;
  return cas.flatMap((c, i) => {
    const p = lignes[i];
    if (!p) return [`cas ${i} absent`];
    const m = calculerProjet(p, contexte).montants;
    const obtenus = ecrits(m);
    const attendus = calculer(c);
    const faux = CLES_MONTANTS.flatMap((cle) => {
      const attendu = attendus[cle];
      if (attendu === undefined) return [`${cle} : l’oracle ne le connaît pas`];
      const texte = attendu === null ? null : enEuros(attendu);
      return obtenus[cle] === texte ? [] : [`${cle} : ${obtenus[cle]} au lieu de ${texte}`];
    });
    const autreOrdre = ecrits(calculerProjet(p, retourne).montants);
    const bouge = CLES_MONTANTS.filter((cle) => autreOrdre[cle] !== obtenus[cle]).map(
      (cle) => `${cle} : l’ordre compte`,
    );
    return [...faux, ...bouge, ...conservation(m)].map(
      (e) => `${e} (${JSON.stringify(c, (_, v: unknown) => (typeof v === 'bigint' ? `${v}` : v))})`,
    );
  });
}

/** Versé + reste à payer − reste à recouvrer = dû, par nature. */
function conservation(m: Montants): string[] {
  const lois: readonly (readonly [CleMontant, CleMontant, CleMontant, CleMontant])[] = [
    ['versePs', 'resteAPayerPs', 'resteARecouvrerPs', 'psDue'],
    ['verseBonus', 'resteAPayerBonus', 'resteARecouvrerBonus', 'bonusDuFinal'],
  ];
  return lois.flatMap(([verse, payer, recouvrer, du]) => {
    const [v, p, r, d] = [m[verse].montant, m[payer].montant, m[recouvrer].montant, m[du].montant];
    if (d === null) return p === null && r === null ? [] : [`${du} inconnu, son reste connu`];
    return v && p && r && v.plus(p).minus(r).eq(d) ? [] : [`${du} : rien ne se perd, ni ne se crée`];
  });
}

test(`${CAS} projets et journaux : le moteur et l’oracle entier donnent les mêmes centimes`, () => {
  const hasard = tirage(GRAINE);
  const ecarts: string[] = [];
  const vus = { recouvrer: 0, payer: 0, controles: 0, refuses: 0 };
  for (let fait = 0; fait < CAS; fait += PAR_CLASSEUR) {
    const limiter = hasard(1) === 0;
    const au = hasard(1) === 0 ? '2021-12-31' : '2022-01-01';
    const cas = Array.from({ length: PAR_CLASSEUR }, () => unCas(hasard, limiter, au));
    ecarts.push(...ecartsDe(cas));
    for (const m of cas.map(calculer)) {
      if ((m['resteARecouvrer'] ?? 0n) > 0n) vus.recouvrer++;
      if ((m['resteAPayer'] ?? 0n) > 0n) vus.payer++;
      if (m['controle'] !== null) vus.controles++;
      if (m['psDue'] === 0n) vus.refuses++;
    }
  }
  expect(ecarts.slice(0, 5)).toEqual([]);
  // le tirage doit visiter chaque branche, sinon l'accord ne prouve rien
  expect(Math.min(...Object.values(vus))).toBeGreaterThan(CAS / 20);
});

test('les totaux sont la somme de ce que l’oracle connaît, des agréés ou de tous', () => {
  const hasard = tirage(GRAINE + 1);
  const cas = Array.from({ length: PAR_CLASSEUR }, () => unCas(hasard, true, '2022-01-01'));
  const contexte = contexteDe(cas, (c) => c.versements);
  const calculs = contexte.lecture.projets.lignes.map((p) => calculerProjet(p, contexte));
  const TOUS = /^(?:verse|reste|indu|psDue|bonusDuFinal)/;
  const attendus = Object.fromEntries(
    CLES_MONTANTS.map((cle) => {
      const comptes = cas.filter((c) => TOUS.test(cle) || c.agrement.startsWith('favorable'));
      const connus = comptes.flatMap((c) => calculer(c)[cle] ?? []);
      return [cle, connus.length === 0 ? null : enEuros(connus.reduce((a, b) => a + b, 0n))];
    }),
  );
  expect(ecrits(totaliser(calculs, contexte))).toEqual(attendus);
});
