/**
 * L'année entière en entiers : la décision, le journal, ce qui reste. Second calcul, sans décimales, sans fonction du
 * moteur, écrit du contrat ; `null` : ce qui n'est pas encore connu.
 */
import * as O from './oracle';

interface Versement {
  readonly nature: string;
  /** Une autre année ne compte nulle part. */
  readonly gestion: 'N' | 'N+1' | '2019';
  /** « AAAA-MM-JJ », ou sans date. */
  readonly date: string | null;
  readonly montant: bigint;
}

/** L'état d'un projet à partir de sa date ; `null` : celui de Projets. */
interface Avenant {
  readonly date: string;
  readonly coutPrevisionnel: bigint | null;
  readonly collectifsAgrees: bigint | null;
  readonly montantAccorde: bigint | null;
}

/** Ce que le comptable a passé, en centimes. */
interface Passe {
  readonly charge: bigint;
  readonly engagement: bigint;
  readonly contrepasse: bigint;
}

export interface Cas {
  /** N. */
  readonly annee: number;
  readonly ecarte: boolean;
  readonly type: string;
  readonly avenants: readonly Avenant[];
  /** `null` : rien n'est figé. */
  readonly passe: Passe | null;
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
export const estAgree = (c: Cas): boolean => c.agrement.startsWith('favorable');
const droit = (cout: bigint | null, nb: bigint): bigint | null =>
  si(cout, (c) => (nb === 0n ? 0n : O.psBareme(c, nb, BAREME)));

/** Net des versements de ces natures ; sans gestion, les deux ; sans jour, tous. */
function netDe(c: Cas, natures: readonly string[], gestion?: string, jusquAu?: string): bigint {
  return c.versements
    .filter((v) => natures.includes(v.nature) && v.gestion.startsWith('N'))
    .filter((v) => gestion === undefined || v.gestion === gestion)
    .filter((v) => jusquAu === undefined || (v.date !== null && v.date <= jusquAu))
    .reduce((n, v) => (PLUS.includes(v.nature) ? n + v.montant : n - v.montant), 0n);
}
const ACOMPTES = ['acompte', 'reversement'];

export function calculer(c: Cas): Montants {
  const agree = estAgree(c);
  const refuse = c.agrement === 'refusé';
  const net = (natures: readonly string[], gestion?: string, jusquAu?: string): bigint =>
    netDe(c, natures, gestion, jusquAu);
  const DE_PS = [...ACOMPTES, 'solde', 'rappel', 'indu'];
  const [aN, aN1] = [net(ACOMPTES, 'N'), net(ACOMPTES, 'N+1')];
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
  const enN = c.au < `${c.annee + 1}-01-01`;
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
    chargeAPayer: agree ? si(retenue, (r) => O.chargeAPayer(r, net(ACOMPTES, 'N', `${c.annee}-12-31`))) : 0n,
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

/**
 * Ce qu'un journal fait dire des acomptes d'une gestion. Un jour d'acompte est de trop quand le net de ce jour dépasse le
 * maximum en vigueur ; un jour d'après, ou un net d'aujourd'hui sous le maximum d'aujourd'hui, l'efface.
 */
export function jugerAcomptes(c: Cas, gestion: 'N' | 'N+1'): 'régulier' | 'après révision' | 'irrégulier' {
  const maximum = (ps: bigint | null): bigint => (gestion === 'N' ? O.acompteMaxN : O.acompteMaxN1)(ps ?? 0n);
  const avenants = [...c.avenants].sort((a, b) => (a.date < b.date ? -1 : 1));
  const etat = (jour: string): Cas => {
    const a = avenants.filter(({ date }) => date <= jour).at(-1) ?? avenants[0];
    const rempli = a && Object.fromEntries(Object.entries(a).filter(([, valeur]) => valeur !== null));
    return { ...c, ...rempli };
  };
  const retenue = (p: Cas): bigint | null => calculer(p)['psRetenue'] ?? null;
  const deTrop = (jour: string): boolean => netDe(c, ACOMPTES, gestion, jour) > maximum(retenue(etat(jour)));
  const deLaGestion = c.versements.filter((v) => ACOMPTES.includes(v.nature) && v.gestion === gestion);
  const total = netDe(c, ACOMPTES, gestion);
  if (total <= maximum(retenue(c))) return 'régulier';
  // sans date, un acompte se juge à ce qui est décidé aujourd'hui, et ce jour-là est de trop
  if (deLaGestion.some((v) => v.date === null && v.nature === 'acompte' && v.montant > 0n))
    return 'irrégulier';
  const jours = [...avenants, ...deLaGestion].flatMap(({ date }) => date ?? []);
  const irregulier = deLaGestion.some(
    (v) =>
      v.date !== null &&
      v.nature === 'acompte' &&
      v.montant > 0n &&
      deTrop(v.date) &&
      !jours.some((j) => j > (v.date ?? '') && !deTrop(j)),
  );
  return irregulier ? 'irrégulier' : 'après révision';
}

/** Acomptes de N au 31 décembre au-dessus des 4/10 : un fait s'ils étaient réguliers ou sont reversés depuis. */
export function tropVerseN(c: Cas): string[] {
  const part = calculer(c)['partN'] ?? 0n;
  if (netDe(c, ACOMPTES, 'N', `${c.annee}-12-31`) <= part) return [];
  return netDe(c, ACOMPTES, 'N') <= part || jugerAcomptes(c, 'N') !== 'irrégulier'
    ? ['cloture.trop-verse-regulier']
    : ['cloture.trop-verse-n'];
}

/** Une écriture ou une ligne de liquidation, d'un mot par valeur ; les montants en centimes. */
type Ligne = readonly (string | bigint | number | null)[];

export interface Arrete {
  readonly ecritures: readonly Ligne[];
  readonly liquidations: readonly Ligne[];
  readonly totaux: Readonly<Record<'chargeAPayer' | 'engagement' | 'debit' | 'credit', bigint>>;
  /** 4/10 sur N, 6/10 sur N+1. */
  readonly enveloppes: readonly [bigint, bigint];
}

const SPECIFICITES: Readonly<Record<string, string>> = { caf: '81513214', entreprise: '81514214' };
const PARTENAIRES = '81512214';
const total = (n: readonly bigint[]): bigint => n.reduce((a, b) => a + b, 0n);

/** L'arrêté d'un classeur : mois 13 et contrepassation, ou, s'il est figé, la contrepassation de ce qui a été passé. */
export function arreter(cas: readonly Cas[]): Arrete {
  const ecritures: Ligne[] = [];
  const op = (i: number, mois: number, exercice: number, d: string, k: string, m: bigint): void => {
    if (m === 0n) return;
    const depense = SPECIFICITES[cas[i]?.type ?? ''] ?? PARTENAIRES;
    ecritures.push([i, mois, exercice, d, m, 0n, d.startsWith('SF') ? depense : null]);
    ecritures.push([i, mois, exercice, k, 0n, m, null]);
  };
  let [charge, engagement] = [0n, 0n];
  const clos: { n: bigint; n1: bigint }[] = [];
  cas.forEach((c, i) => {
    const m = calculer(c);
    const [n, n1] = [m['partN'] ?? null, m['partN1'] ?? null];
    const compte = estAgree(c) && !c.ecarte && n !== null && n1 !== null;
    if (compte) clos.push({ n, n1 });
    const [due, engage] = c.passe
      ? [c.passe.charge, c.passe.engagement]
      : compte
        ? [m['chargeAPayer'] ?? 0n, n1]
        : [0n, 0n];
    [charge, engagement] = [charge + due, engagement + engage];
    if (!c.passe) {
      op(i, 13, c.annee, 'SF 6562322410', 'T 408143111', due);
      op(i, 13, c.annee, 'T 8091', 'T 80182', engage);
    }
    op(i, 12, c.annee + 1, 'T 80182', 'T 8091', auMoins0(engage - (c.passe?.contrepasse ?? 0n)));
  });
  return {
    ecritures,
    liquidations: cas.flatMap((c, i) => (c.ecarte ? [] : liquider(c).map((l) => [i, ...l]))),
    totaux: {
      chargeAPayer: charge,
      engagement,
      debit: total(ecritures.map((e) => e[4] as bigint)),
      credit: total(ecritures.map((e) => e[5] as bigint)),
    },
    enveloppes: [total(clos.map(({ n }) => n)), total(clos.map(({ n1 }) => n1))],
  };
}

/** Chaque versement, dans l'ordre des dates, au compte de son âge ; d'abord, en N+1 sur N, à la charge passée. */
function liquider(c: Cas): Ligne[] {
  let charge = c.passe?.charge ?? 0n;
  const rang = (v: Versement): string => v.date ?? 'sans date, après toute date';
  return c.versements
    .filter(({ gestion }) => gestion.startsWith('N'))
    .sort((a, b) => (rang(a) < rang(b) ? -1 : rang(a) > rang(b) ? 1 : 0))
    .flatMap((v): Ligne[] => {
      const gestion = c.annee + (v.gestion === 'N' ? 0 : 1);
      const montant = PLUS.includes(v.nature) ? v.montant : -v.montant;
      const debut = [v.date, v.nature, gestion] as const;
      if (v.date === null) return [[...debut, montant, null, null]];
      const age = Number(v.date.slice(0, 4)) - gestion;
      const compte = age <= 0 ? 'SF 6562322410' : age === 1 ? 'SF 65623224191' : 'SF 65623224192';
      const surLaCharge = v.gestion === 'N' && age === 1 && montant > 0n ? min(charge, montant) : 0n;
      charge -= surLaCharge;
      const reste = montant - surLaCharge;
      const depense: Ligne = [...debut, reste, compte, SPECIFICITES[c.type] ?? PARTENAIRES];
      return [
        ...(surLaCharge > 0n ? [[...debut, surLaCharge, 'T 408143111', null]] : []),
        ...(reste !== 0n || surLaCharge === 0n ? [depense] : []),
      ];
    });
}

export interface EnveloppeCivile {
  readonly parts: readonly (readonly [bigint | null, bigint])[];
  readonly bonus: readonly [bigint, bigint];
}

/** L'année civile N+1 : les 6/10 du classeur de N, les 4/10 de celui de N+1 ; les bonus sont ceux du premier. */
export function enveloppe(premiers: readonly Cas[], seconds: readonly Cas[]): EnveloppeCivile {
  const somme = (cas: readonly Cas[], cle: string, retenu: (c: Cas) => boolean): bigint | null => {
    const connus = cas.filter((c) => !c.ecarte && retenu(c)).flatMap((c) => calculer(c)[cle] ?? []);
    return connus.length === 0 ? null : total(connus);
  };
  const tous = (): boolean => true;
  return {
    parts: [
      [somme(premiers, 'partN1', estAgree), somme(premiers, 'versePsN1', tous) ?? 0n],
      [somme(seconds, 'partN', estAgree), somme(seconds, 'versePsN', tous) ?? 0n],
    ],
    bonus: [somme(premiers, 'bonus', estAgree) ?? 0n, somme(premiers, 'verseBonus', tous) ?? 0n],
  };
}
