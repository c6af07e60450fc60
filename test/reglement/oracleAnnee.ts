/**
 * L'année entière en entiers : la décision, le journal, ce qui reste. Second calcul, sans décimales, sans fonction du
 * moteur, écrit du contrat ; `null` : ce qui n'est pas encore connu.
 */
import * as O from './oracle';

interface Versement {
  readonly nature: string;
  readonly gestion: 'N' | 'N+1';
  /** « AAAA-MM-JJ », ou sans date. */
  readonly date: string | null;
  readonly montant: bigint;
}

export interface Cas {
  readonly agrement: string;
  readonly limiter: boolean;
  readonly au: string;
  readonly coutPrevisionnel: bigint | null;
  readonly collectifsAgrees: bigint;
  readonly montantAccorde: bigint | null;
  readonly coutReel: bigint | null;
  readonly collectifsReels: bigint | null;
  readonly bonusEnfants: bigint;
  readonly bonusParents: bigint;
  readonly bonusEnfantsReels: bigint | null;
  readonly bonusParentsReels: bigint | null;
  readonly coutControle: bigint | null;
  readonly collectifsControles: bigint | null;
  readonly fondsLocaux: bigint;
  readonly autresBrancheFamille: bigint;
  readonly versements: readonly Versement[];
}

type Montants = Record<string, bigint | null>;

const BAREME: O.BaremeEntier = { taux: 3250n, plafond: 788_500n, maximum: 256_300n };
const BONUS = 30_000n;
const PLUS = ['acompte', 'solde', 'rappel', 'bonus', 'rappel bonus'];

const min = (...n: readonly bigint[]): bigint => n.reduce((a, b) => (a < b ? a : b));
const auMoins0 = (n: bigint): bigint => (n > 0n ? n : 0n);
const si = <A, R>(a: A | null, f: (a: A) => R): R | null => (a === null ? null : f(a));
const si2 = (a: bigint | null, b: bigint | null, f: (a: bigint, b: bigint) => bigint): bigint | null =>
  a === null || b === null ? null : f(a, b);
const droit = (cout: bigint | null, nb: bigint): bigint | null =>
  si(cout, (c) => (nb === 0n ? 0n : O.psBareme(c, nb, BAREME)));

export function calculer(c: Cas): Montants {
  const agree = c.agrement.startsWith('favorable');
  const refuse = c.agrement === 'refusé';
  const net = (natures: readonly string[], gestion?: string, jusquAu?: string): bigint =>
    c.versements
      .filter((v) => natures.includes(v.nature) && (gestion === undefined || v.gestion === gestion))
      .filter((v) => jusquAu === undefined || (v.date !== null && v.date <= jusquAu))
      .reduce((n, v) => (PLUS.includes(v.nature) ? n + v.montant : n - v.montant), 0n);
  const DE_PS = ['acompte', 'reversement', 'solde', 'rappel', 'indu'];
  const acomptes = ['acompte', 'reversement'];
  const [aN, aN1] = [net(acomptes, 'N'), net(acomptes, 'N+1')];
  const [vN, vN1] = [net(DE_PS, 'N'), net(DE_PS, 'N+1')];
  const vBonus = net(['bonus', 'rappel bonus', 'indu bonus']);

  const previsionnelle = droit(c.coutPrevisionnel, c.collectifsAgrees);
  const retenue = si(previsionnelle, (p) =>
    agree && c.montantAccorde !== null ? min(p, c.montantAccorde) : p,
  );
  const retenus = c.collectifsReels ?? c.collectifsAgrees;
  const reelle = droit(c.coutReel, retenus);
  const borner = (ps: bigint | null): bigint | null =>
    agree ? si(ps, (p) => (c.limiter && c.montantAccorde !== null ? min(p, c.montantAccorde) : p)) : null;
  const liquidee = borner(reelle);
  const bonus = agree ? (c.bonusEnfants + c.bonusParents) * BONUS : 0n;
  const bonusSur = (ps: bigint | null, nb: bigint): bigint =>
    ps === 0n
      ? 0n
      : (min(c.bonusEnfants, c.bonusEnfantsReels ?? c.bonusEnfants, nb) +
          min(c.bonusParents, c.bonusParentsReels ?? c.bonusParents, nb)) *
        BONUS;
  const bonusDu = agree ? bonusSur(liquidee, retenus) : 0n;
  const enControle = agree && (c.coutControle !== null || c.collectifsControles !== null);
  const nbControles = c.collectifsControles ?? retenus;
  const controlee = enControle ? borner(droit(c.coutControle ?? c.coutReel, nbControles)) : null;
  const bonusControle = enControle ? bonusSur(controlee, nbControles) : null;
  const ecart = (initial: bigint | null, final: bigint | null): bigint | null =>
    enControle ? si2(initial, final, (i, f) => f - i) : null;
  const controlePs = ecart(liquidee, controlee);
  const controleBonus = ecart(bonusDu, bonusControle);

  const due = refuse ? 0n : enControle ? controlee : liquidee;
  const bonusFinal = refuse ? 0n : agree ? (enControle ? bonusControle : bonusDu) : null;
  const solde = si(liquidee, (l) => l - aN - aN1);
  const cout = c.coutReel ?? c.coutPrevisionnel;
  const psDuCout = c.coutReel === null ? retenue : agree ? liquidee : reelle;
  const famille = si(
    psDuCout,
    (p) => p + (c.coutReel === null ? bonus : bonusDu) + c.fondsLocaux + c.autresBrancheFamille,
  );
  const plus = (a: bigint | null, b: bigint | null): bigint | null => si2(a, b, (x, y) => x + y);
  const enN = c.au < '2022-01-01';
  const payerPs = si(due, (d) => auMoins0(d - vN - vN1));
  const payerBonus = si(bonusFinal, (d) => auMoins0(d - vBonus));
  const recouvrerPs = si(due, (d) => auMoins0(vN + vN1 - d));
  const recouvrerBonus = si(bonusFinal, (d) => auMoins0(vBonus - d));
  const disponible = (max: (ps: bigint) => bigint, verses: bigint): bigint | null =>
    agree ? si(retenue, (r) => auMoins0(max(r) - verses)) : null;
  return {
    psPrevisionnelle: previsionnelle,
    psRetenue: retenue,
    psReelle: reelle,
    psLiquidee: liquidee,
    partN: si(retenue, O.partN),
    partN1: si(retenue, O.partN1),
    acompteMaxN: si(retenue, O.acompteMaxN),
    acompteMaxN1: si(retenue, O.acompteMaxN1),
    acomptesN: aN,
    acomptesN1: aN1,
    acompteDisponibleN: enN ? disponible(O.acompteMaxN, aN) : null,
    acompteDisponibleN1: enN ? null : disponible(O.acompteMaxN1, aN1),
    chargeAPayer: agree ? si(retenue, (r) => O.chargeAPayer(r, net(acomptes, 'N', '2021-12-31'))) : 0n,
    engagement: agree ? si(retenue, O.partN1) : 0n,
    bonusEnfants: agree ? c.bonusEnfants * BONUS : 0n,
    bonusParents: agree ? c.bonusParents * BONUS : 0n,
    bonus,
    bonusDu,
    soldeN: si(liquidee, (l) => O.soldeN(l, aN)),
    soldeN1: si(liquidee, (l) => O.soldeN1(l, aN1)),
    soldePs: solde,
    aPayer: si(solde, (s) => O.aPayer(s, bonusDu)),
    indu: refuse ? aN + aN1 : si(solde, O.indu),
    psControlee: controlee,
    bonusControle,
    controlePs,
    controleBonus,
    controlePsN: ecart(si(liquidee, O.partN), si(controlee, O.partN)),
    controlePsN1: ecart(si(liquidee, O.partN1), si(controlee, O.partN1)),
    controle: plus(controlePs, controleBonus),
    psDue: due,
    bonusDuFinal: bonusFinal,
    versePsN: vN,
    versePsN1: vN1,
    versePs: vN + vN1,
    verseBonus: vBonus,
    resteN: si(due, (d) => O.partN(d) - vN),
    resteN1: si(due, (d) => O.partN1(d) - vN1),
    resteAPayerPs: payerPs,
    resteAPayerBonus: payerBonus,
    resteAPayer: plus(payerPs, payerBonus),
    resteARecouvrerPs: recouvrerPs,
    resteARecouvrerBonus: recouvrerBonus,
    resteARecouvrer: plus(recouvrerPs, recouvrerBonus),
    excedent80: si2(cout, famille, (k, f) => O.excedent80(k, f)),
  };
}
