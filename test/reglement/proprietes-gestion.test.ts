/** Ce qui reste vrai du partage, des soldes et des 80 % quels que soient les montants. */
import fc from 'fast-check';
import * as R from '../../src/reglement';
import { CENTIME, deCentimes, prouve, unMontant, unNombre } from './outils';

describe('Partage et acomptes', () => {
  test('les deux parts font exactement la Ps', () => {
    prouve(unMontant(), (m) => R.partN(m).montant.plus(R.partN1(m).montant).eq(m));
  });

  test('les acomptes au plus restent sous 28 % et 42 %, et sous leur part', () => {
    prouve(fc.oneof(unMontant(), unMontant(200)), (m) => {
      const [n, n1] = [R.acompteMaxN(m).montant, R.acompteMaxN1(m).montant];
      return (
        n.lte(m.times('0.28')) &&
        n1.lte(m.times('0.42')) &&
        n.plus(CENTIME).gt(m.times('0.28')) &&
        n1.plus(CENTIME).gt(m.times('0.42')) &&
        n.lte(R.partN(m).montant) &&
        n1.lte(R.partN1(m).montant)
      );
    });
  });
});

describe('Arrêté des comptes et liquidation', () => {
  const unDossier = fc.record({
    m: unMontant(),
    a: unMontant(),
    a1: unMontant(),
    bonus: unMontant(2_000_000),
  });

  test('charge à payer et trop versé se complètent : l’un des deux est nul', () => {
    prouve(unDossier, ({ m, a }) => {
      const charge = R.chargeAPayer(m, a).montant;
      const trop = R.tropVerseN(m, a).montant;
      return charge.times(trop).isZero() && charge.minus(trop).eq(R.partN(m).montant.minus(a));
    });
  });

  test('charge à payer + acomptes + engagement font la Ps, quand les acomptes tiennent dans la part', () => {
    prouve(unDossier, ({ m }) => {
      const a = R.acompteMaxN(m).montant;
      return R.somme([R.chargeAPayer(m, a).montant, a, R.engagement(m).montant]).eq(m);
    });
  });

  test('solde Ps = solde N + solde N+1 = Ps − acomptes', () => {
    prouve(unDossier, ({ m, a, a1 }) => {
      const solde = R.soldePs(m, a, a1).montant;
      return (
        solde.eq(R.soldeN(m, a).montant.plus(R.soldeN1(m, a1).montant)) && solde.eq(m.minus(a).minus(a1))
      );
    });
  });

  test('à payer − indu = solde + bonus ; un indu ne touche jamais le bonus', () => {
    prouve(unDossier, ({ m, a, a1, bonus }) => {
      const solde = R.soldePs(m, a, a1).montant;
      const [paye, indu] = [R.aPayer(solde, bonus).montant, R.indu(solde).montant];
      return paye.minus(indu).eq(solde.plus(bonus)) && paye.gte(bonus) && (indu.isZero() || paye.eq(bonus));
    });
  });

  test('contrôle : rappel et indu sont opposés', () => {
    prouve(unDossier, ({ m, a }) =>
      R.ecartControle(m, a).montant.eq(R.ecartControle(a, m).montant.negated()),
    );
  });

  test('écritures : débit = crédit, au total et pour chaque mois', () => {
    prouve(unDossier, ({ m, a }) => {
      const lignes = R.ecrituresArrete(2021, m, a);
      const solde = (mois: number): R.Decimal =>
        R.somme(lignes.filter((l) => l.mois === mois).map((l) => l.debit.minus(l.credit)));
      return solde(13).isZero() && solde(12).isZero();
    });
  });
});

describe('80 %', () => {
  test('nul si et seulement si le total reste sous 80 % + 0,01 €', () => {
    const presDeLaLimite = fc.tuple(unMontant(), unNombre(-3, 3)).map(([cout, pas]) => ({
      cout,
      total: R.positifOuZero(R.auCentime(cout.times('0.8')).plus(deCentimes(pas))),
    }));
    const tirage = fc.oneof(fc.record({ cout: unMontant(), total: unMontant() }), presDeLaLimite);
    prouve(tirage, ({ cout, total }) => {
      const nul = R.excedent80(cout, total).montant.isZero();
      return nul === total.lt(cout.times('0.8').plus(CENTIME));
    });
  });

  test('ramené de son dépassement, le total n’en a plus', () => {
    prouve(fc.record({ cout: unMontant(), total: unMontant() }), ({ cout, total }) =>
      R.excedent80(cout, total.minus(R.excedent80(cout, total).montant)).montant.isZero(),
    );
  });
});
