/** Les vecteurs convenus avec la Caf, hors du code : égalité exacte, au centime écrit. */
import vecteurs from '../exemples/vecteurs.json';
import * as R from '../../src/reglement';
import { BAREME_2021, d, ecrit } from './outils';

type Entrees = Record<string, string | number>;
type Attendu = Record<string, string | boolean>;
interface Vecteur {
  readonly id: string;
  readonly fn: string;
  readonly inputs: Entrees;
  readonly expected: Attendu | string;
}

/** Chaque fonction rend ce que le vecteur attend, sous les mêmes noms. */
const CALCULS: Record<string, (e: Record<string, R.Decimal>) => Record<string, R.Decimal | boolean>> = {
  PS: ({ cout, nbCollectifs }) => {
    const nb = nbCollectifs!.toNumber();
    return {
      bareme: R.ps(cout!, nb, BAREME_2021, 'bareme').montant,
      centime: R.ps(cout!, nb, BAREME_2021, 'centime').montant,
      euro: R.ps(cout!, nb, BAREME_2021, 'euro').montant,
    };
  },
  SPLIT: ({ ps }) => ({
    partN: R.partN(ps!).montant,
    partN1: R.partN1(ps!).montant,
    acompteMaxN: R.acompteMaxN(ps!).montant,
    acompteMaxN1: R.acompteMaxN1(ps!).montant,
  }),
  BONUS: ({ nbEnfants, nbParents }) => ({
    bonus: R.bonus(
      nbEnfants!.toNumber(),
      nbParents!.toNumber(),
      BAREME_2021.bonusEnfants!,
      BAREME_2021.bonusParents!,
    ).montant,
  }),
  CAP: ({ psPrev, acomptesN }) => ({
    droitN: R.partN(psPrev!).montant,
    cap: R.chargeAPayer(psPrev!, acomptesN!).montant,
    tropVerseN: R.tropVerseN(psPrev!, acomptesN!).montant,
    depassement28: R.positifOuZero(acomptesN!.minus(R.acompteMaxN(psPrev!).montant)),
    engagement610: R.engagement(psPrev!).montant,
  }),
  SOLDE: ({ psReelle, acomptesN, acomptesN1, bonusAccorde, capN }) => {
    const soldeN = R.soldeN(psReelle!, acomptesN!).montant;
    const soldePs = R.soldePs(psReelle!, acomptesN!, acomptesN1!).montant;
    return {
      partN: R.partN(psReelle!).montant,
      partN1: R.partN1(psReelle!).montant,
      soldeN,
      soldeN1: R.soldeN1(psReelle!, acomptesN1!).montant,
      soldePs,
      ecartCap: R.ecartChargeAPayer(soldeN, capN!).montant,
      // le net du vecteur est algébrique : ce qui se paie moins ce qui se réclame
      netAvecBonus: R.aPayer(soldePs, bonusAccorde!).montant.minus(R.indu(soldePs).montant),
    };
  },
  COFINANCEMENT: ({ coutReel, ps, bonus, autresBrancheFamille }) => {
    const total = R.somme([ps!, bonus!, autresBrancheFamille!]);
    const excedent = R.excedent80(coutReel!, total).montant;
    return {
      total,
      plafond80: coutReel!.times(R.COFINANCEMENT.tauxMaximum),
      excedent,
      depasse: !excedent.isZero(),
    };
  },
};

const egal = (obtenu: R.Decimal | boolean, attendu: string | boolean): [unknown, unknown] =>
  typeof obtenu === 'boolean' || typeof attendu === 'boolean'
    ? [obtenu, attendu]
    : [obtenu.toString(), d(attendu).toString()];

describe('Vecteurs exacts', () => {
  const tous = vecteurs as unknown as readonly Vecteur[];

  test.each(tous.map((v) => [v.id, v.fn, v] as const))('%s (%s)', (_id, fn, v) => {
    const entrees = Object.fromEntries(Object.entries(v.inputs).map(([nom, valeur]) => [nom, d(valeur)]));
    const obtenus = CALCULS[fn]!(entrees);
    const attendus = typeof v.expected === 'string' ? { bonus: v.expected } : v.expected;
    for (const [nom, attendu] of Object.entries(attendus)) {
      const [a, b] = egal(obtenus[nom]!, attendu);
      expect({ [nom]: a }).toEqual({ [nom]: b });
    }
  });

  test('aucun vecteur oublié : chaque fonction en a', () => {
    expect(new Set(tous.map((v) => v.fn))).toEqual(new Set(Object.keys(CALCULS)));
    expect(tous.length).toBeGreaterThanOrEqual(52);
  });

  test('les montants rendus s’écrivent au centime, sans reste', () => {
    expect(ecrit(R.ps(d('485000'), 41, BAREME_2021))).toBe('105083.00');
  });
});
