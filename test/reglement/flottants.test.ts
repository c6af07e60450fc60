/** Les pièges des flottants : le calcul naïf se trompe, le nôtre non. */
import * as R from '../../src/reglement';
import { BAREME_2021, d, ecrit } from './outils';

const arrondiNaif = (x: number): number => Math.round(x * 100) / 100;
const plancherNaif = (x: number): number => Math.floor(x * 100) / 100;

describe('Flottants', () => {
  test('7 879,40 € × 32,5 % : 2 560,81 € ; les flottants rendent un centime de moins', () => {
    expect(arrondiNaif(7879.4 * 0.325)).toBe(2560.8);
    expect(ecrit(R.ps(R.montant(7879.4), 1, BAREME_2021))).toBe('2560.81');
  });

  test('42 % de 1 902 € : 798,84 € ; les flottants rendent un centime de moins', () => {
    expect(plancherNaif(1902 * 0.42)).toBe(798.83);
    expect(ecrit(R.acompteMaxN1(d(1902)))).toBe('798.84');
  });

  test('28 % de 43 € : 12,04 € exactement, ce que les flottants n’atteignent pas', () => {
    expect(43 * 0.28).not.toBe(12.04);
    expect(ecrit(R.acompteMaxN(d(43)))).toBe('12.04');
  });

  test('un nombre d’Excel vaut sa plus courte écriture décimale', () => {
    expect(R.montant(0.1).plus(R.montant(0.2)).toString()).toBe('0.3');
  });

  test('quarante chiffres : un produit de vingt-cinq chiffres reste exact, et s’écrit sans exposant', () => {
    const exact = String(123_456_789_012_345n * 1_234_567_891n);
    expect(d('1234567890123.45').times('0.1234567891').toString()).toBe(
      `${exact.slice(0, -12)}.${exact.slice(-12)}`,
    );
    expect(d('0.00000001').toString()).toBe('0.00000001');
  });

  test('un acompte se plafonne sur la Ps, non sur 70 % d’une part déjà arrondie', () => {
    const ps = d('2000.07');
    expect(ecrit(R.plancherCentime(R.partN(ps).montant.times('0.7')))).toBe('560.02');
    expect(ecrit(R.acompteMaxN(ps))).toBe('560.01');
    expect(ecrit(R.plancherCentime(R.partN1(d('2000.12')).montant.times('0.7')))).toBe('840.04');
    expect(ecrit(R.acompteMaxN1(d('2000.12')))).toBe('840.05');
  });

  test('80 % non arrondis : 1 010,528 € ne sont pas dépassés par 1 010,53 €', () => {
    expect(ecrit(R.excedent80(d('1263.16'), d('1010.53')))).toBe('0.00');
    expect(ecrit(R.excedent80(d('1263.16'), d('1010.54')))).toBe('0.01');
  });

  test('demi-centime vers le haut, un maximum toujours vers le bas', () => {
    expect(ecrit(R.auCentime(d('1950.325')))).toBe('1950.33');
    expect(ecrit(R.plancherCentime(d('0.019999')))).toBe('0.01');
  });
});
