/** Les chiffres imprimés dans les deux textes, et eux seuls. */
import * as R from '../../src/reglement';
import { BAREME_2021, d, ecrit } from './outils';

const { taux, prixPlafond, montantMaximal } = BAREME_2021;

describe('Citer', () => {
  test('une section donne son libellé', () => {
    expect([R.circ('3.2'), R.circ('Annexe')]).toEqual(['Circ. 2021-006, § 3.2', 'Circ. 2021-006, annexe']);
  });

  test('une décision de Clas se dit interprétation', () => {
    expect(R.INTERPRETATION).toBe('interprétation');
  });
});

describe('Barème (Circ. § 3.2 note 5, § 3.3)', () => {
  test('2021 : 32,5 %, prix plafond 7 885 €, montant publié 2 563 €, bonus de 300 €', () => {
    expect(taux.toString()).toBe('0.325');
    expect(ecrit(prixPlafond)).toBe('7885.00');
    expect(ecrit(montantMaximal)).toBe('2563.00');
    expect(ecrit(BAREME_2021.bonusEnfants!)).toBe('300.00');
    expect(ecrit(BAREME_2021.bonusParents!)).toBe('300.00');
    expect(BAREME_2021.source).toBe('Circ. 2021-006, § 3.2 et 3.3');
  });

  test('le montant publié est l’arrondi à l’euro de 2 562,625 € : moins d’un euro d’écart', () => {
    expect(prixPlafond.times(taux).toString()).toBe('2562.625');
    expect(montantMaximal.minus(prixPlafond.times(taux)).toString()).toBe('0.375');
  });

  test('le « 2 525 » barré de la note de cadrage n’est chargé nulle part', () => {
    expect(JSON.stringify(R.BAREMES)).not.toContain('2525');
  });

  test.each([2020, 2022, 2030])('%i n’a pas de barème publié : aucune valeur supposée', (annee) => {
    expect(R.baremePublie(annee)).toBeUndefined();
  });

  test('2021 est le seul barème publié, retrouvé par son année', () => {
    expect(R.BAREMES.map((b) => b.annee)).toEqual([2021]);
    expect(R.baremePublie(2021)).toBe(BAREME_2021);
  });

  test('les bonus commencent à la rentrée 2021', () => {
    expect([2020, 2021, 2022].map(R.bonusExistent)).toEqual([false, true, true]);
  });
});

describe('Gestion (Circ. § 3.4)', () => {
  test('28 % et 42 % sont bien 70 % des 4/10 et des 6/10', () => {
    const { tauxPartN, tauxAcompteN, tauxAcompteN1 } = R.GESTION;
    expect(tauxPartN.toString()).toBe('0.4');
    expect(tauxPartN.times('0.7').toString()).toBe(tauxAcompteN.toString());
    expect(d(1).minus(tauxPartN).times('0.7').toString()).toBe(tauxAcompteN1.toString());
  });

  test('le plafond de cofinancement est de 80 % (Circ. § 3.1)', () => {
    expect(R.COFINANCEMENT.tauxMaximum.toString()).toBe('0.8');
  });

  test('deux bonus pour un collectif : 600 €, un seul : 300 € (Circ. § 3.3)', () => {
    const un = d(300);
    expect(ecrit(R.bonus(1, 1, un, un))).toBe('600.00');
    expect(ecrit(R.bonus(0, 1, un, un))).toBe('300.00');
    expect(ecrit(R.bonusDe('parents', 3, un))).toBe('900.00');
  });

  test('un bonus de montants différents selon le genre reste possible pour un barème futur', () => {
    expect(ecrit(R.bonus(2, 3, d('310.50'), d(290)))).toBe('1491.00');
  });
});

describe('Un collectif (Circ. § 2.1 et annexe)', () => {
  test('8 à 12 enfants, 5 par dérogation, 2 intervenants, 2 séances d’1 h 30, 27 semaines', () => {
    expect(R.COLLECTIF).toEqual({
      enfantsMax: 12,
      enfantsMin: 8,
      enfantsMinDerogatoire: 5,
      intervenants: 2,
      intervenantsRural: 1,
      seances: 2,
      dureeSeance: 1.5,
      seancesDerogation: 1,
      dureeSeanceDerogation: 2,
      semaines: 27,
    });
  });
});
