/** Le moteur décimal contre l'oracle entier : cent mille cas tirés, égalité au centime, sans tolérance. */
import * as R from '../../src/reglement';
import { tirage, type Tirage } from '../../outils/tirage';
import * as O from './oracle';
import { deCentimes } from './outils';

const CAS = 100_000;
const GRAINE = 20210406;
const entier = BigInt;

interface Cas {
  readonly nb: number;
  readonly cout: bigint;
  readonly bareme: O.BaremeEntier;
  readonly acomptes: bigint;
  readonly acomptes1: bigint;
  readonly bonus: bigint;
  readonly autres: bigint;
}

/** Un cas sur deux au barème 2021, un sur quatre à trois centimes du plafond, des coûts de 0 à 400 000 €. */
function unCas(hasard: Tirage): Cas {
  const nb = 1 + hasard(hasard(3) === 0 ? 60 : 6);
  const bareme =
    hasard(1) === 0
      ? { taux: 3250n, plafond: 788_500n, maximum: 256_300n }
      : {
          taux: entier(1 + hasard(9_999)),
          plafond: entier(1 + hasard(1_500_000)),
          maximum: entier(hasard(500_000)),
        };
  const pres = entier(nb) * bareme.plafond + entier(hasard(6)) - 3n;
  const auHasard = entier(hasard(hasard(1) === 0 ? 40_000_000 : nb * 800_000));
  const cout = hasard(3) === 0 && pres > 0n ? pres : auHasard;
  const ps = O.psBareme(cout, entier(nb), bareme);
  const autour = (m: bigint): bigint => (hasard(2) === 0 ? entier(hasard(1_000_000)) : m + entier(hasard(4)));
  const total80 = (4n * cout) / 5n - ps;
  return {
    nb,
    cout,
    bareme,
    acomptes: autour(O.acompteMaxN(ps)),
    acomptes1: autour(O.acompteMaxN1(ps)),
    bonus: entier(hasard(2 * nb)) * 30_000n,
    autres: autour(total80 > 0n ? total80 : 0n),
  };
}

/** Tout ce que l'oracle sait, en centimes. */
function parEntiers(c: Cas): Record<string, bigint> {
  const nb = entier(c.nb);
  const ps = O.psBareme(c.cout, nb, c.bareme);
  const n = O.soldeN(ps, c.acomptes);
  const n1 = O.soldeN1(ps, c.acomptes1);
  return {
    bareme: ps,
    centime: O.psCentime(c.cout, nb, c.bareme),
    euro: O.psEuro(c.cout, nb, c.bareme),
    partN: O.partN(ps),
    partN1: O.partN1(ps),
    acompteMaxN: O.acompteMaxN(ps),
    acompteMaxN1: O.acompteMaxN1(ps),
    charge: O.chargeAPayer(ps, c.acomptes),
    tropVerse: O.tropVerse(ps, c.acomptes),
    soldeN: n,
    soldeN1: n1,
    soldePs: n + n1,
    aPayer: O.aPayer(n + n1, c.bonus),
    indu: O.indu(n + n1),
    excedent80: O.excedent80(c.cout, ps + c.bonus + c.autres),
  };
}

/** Les mêmes grandeurs par le moteur. */
function parLeMoteur(c: Cas): Record<string, R.Decimal> {
  const bareme = {
    taux: R.montant(`${c.bareme.taux}e-4`),
    prixPlafond: deCentimes(c.bareme.plafond),
    montantMaximal: deCentimes(c.bareme.maximum),
  };
  const cout = deCentimes(c.cout);
  const [a, a1, bonus] = [deCentimes(c.acomptes), deCentimes(c.acomptes1), deCentimes(c.bonus)];
  const ps = R.ps(cout, c.nb, bareme).montant;
  // une liquidation explique aussi les parts et les deux soldes : ses étapes sont comparées une à une
  const { montant: solde, etapes } = R.soldePs(ps, a, a1);
  const [partN, soldeN, partN1, soldeN1] = etapes.map((e) => e.montant);
  const total = R.somme([ps, bonus, deCentimes(c.autres)]);
  return {
    bareme: ps,
    centime: R.ps(cout, c.nb, bareme, 'centime').montant,
    euro: R.ps(cout, c.nb, bareme, 'euro').montant,
    partN: partN!,
    partN1: partN1!,
    acompteMaxN: R.acompteMaxN(ps).montant,
    acompteMaxN1: R.acompteMaxN1(ps).montant,
    charge: R.chargeAPayer(ps, a).montant,
    tropVerse: R.tropVerseN(ps, a).montant,
    soldeN: soldeN!,
    soldeN1: soldeN1!,
    soldePs: solde,
    aPayer: R.aPayer(solde, bonus).montant,
    indu: R.indu(solde).montant,
    excedent80: R.excedent80(cout, total).montant,
  };
}

/** « 1234.5 » pour 123 450 centimes, écrit sans le moteur. */
function enEuros(centimes: bigint): string {
  const chiffres = (centimes < 0n ? -centimes : centimes).toString().padStart(3, '0');
  const texte = `${chiffres.slice(0, -2)}.${chiffres.slice(-2)}`.replace(/\.?0+$/, '');
  return centimes < 0n ? `-${texte}` : texte;
}

test(`${CAS} cas : le moteur et l’oracle entier donnent les mêmes centimes`, () => {
  const hasard = tirage(GRAINE);
  const ecarts: string[] = [];
  const vus = { plafonnes: 0, indus: 0, depassements: 0 };
  for (let i = 0; i < CAS; i++) {
    const cas = unCas(hasard);
    const attendus = parEntiers(cas);
    const obtenus = parLeMoteur(cas);
    for (const [nom, attendu] of Object.entries(attendus)) {
      // écriture entière du montant : une fraction de centime restée dedans se verrait
      const obtenu = obtenus[nom]!.toString();
      if (obtenu !== enEuros(attendu)) ecarts.push(`cas ${i}, ${nom} : ${obtenu} au lieu de ${attendu} c`);
    }
    if (cas.cout >= entier(cas.nb) * cas.bareme.plafond) vus.plafonnes++;
    if (attendus['indu']! > 0n) vus.indus++;
    if (attendus['excedent80']! > 0n) vus.depassements++;
  }
  expect(ecarts.slice(0, 10)).toEqual([]);
  // le tirage doit visiter chaque branche, sinon l'accord ne prouve rien
  expect(Math.min(...Object.values(vus))).toBeGreaterThan(CAS / 20);
});
