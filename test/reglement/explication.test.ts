/** L'explication : la formule en mots, avec ses valeurs, à la française. */
import * as R from '../../src/reglement';
import { BAREME_2021, d } from './outils';

const derniere = (r: R.Resultat): R.Etape => r.etapes[r.etapes.length - 1]!;

describe('Explication', () => {
  test('la formule se lit en mots et avec ses valeurs', () => {
    const etape = derniere(R.ps(d(22500), 3, BAREME_2021));
    expect(R.formuleEnMots(etape)).toBe('coût plafonné × taux, au centime');
    expect(R.formuleChiffree(etape)).toBe('22\u202f500,00\u00a0€ × 32,5\u00a0%, au centime');
  });

  test('un compte s’écrit sans décimales, un montant avec deux', () => {
    const [plafonnement] = R.ps(d(24000), 3, BAREME_2021).etapes;
    expect(R.formuleChiffree(plafonnement!)).toBe('24\u202f000,00\u00a0€ limité à 3 × 7\u202f885,00\u00a0€');
  });

  test('les milliers se groupent, le signe reste devant', () => {
    expect(R.euros(d('1234567.8'))).toBe('1\u202f234\u202f567,80\u00a0€');
    expect(R.euros(d('-123.4'))).toBe('-123,40\u00a0€');
    expect(R.enFrancais(105083, 0)).toBe('105\u202f083');
    expect(R.pourCent(d('0.28'))).toBe('28\u00a0%');
  });

  test('le montant d’un résultat est celui de sa dernière étape', () => {
    const r = R.soldePs(d('7312.50'), d(2000), d(3200));
    expect(derniere(r).montant).toBe(r.montant);
  });
});
