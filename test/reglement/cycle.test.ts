/** Un projet du budget au contrôle, avec tous ses montants intermédiaires. */
import * as R from '../../src/reglement';
import { BAREME_2021, d, ecrit } from './outils';

const NB = 3;
const ACOMPTES_N = d(2000);
const ACOMPTES_N1 = d(3200);
const prev = R.ps(d(24000), NB, BAREME_2021).montant;
const bonus = R.bonus(3, 2, d(300), d(300)).montant;

describe('Budget de 24 000 € pour trois collectifs', () => {
  test('les trois collectifs de 12, 10 et 8 enfants sont éligibles', () => {
    for (const enfants of [12, 10, 8]) {
      const e = R.eligibilite({ enfants, intervenants: 2, seances: 2, duree: 1.5, semaines: 27 });
      expect(e.statut).toBe('éligible');
    }
  });

  test('le coût moyen de 8 000 € dépasse le plafond : Ps au montant publié', () => {
    expect(R.auPlafond(d(24000), NB, BAREME_2021)).toBe(true);
    expect(ecrit(prev)).toBe('7689.00');
  });

  test('le partage 4/10–6/10 et les acomptes au plus', () => {
    expect(ecrit(R.partN(prev))).toBe('3075.60');
    expect(ecrit(R.partN1(prev))).toBe('4613.40');
    expect(ecrit(R.acompteMaxN(prev))).toBe('2152.92');
    expect(ecrit(R.acompteMaxN1(prev))).toBe('3229.38');
    expect(ACOMPTES_N.lte(R.acompteMaxN(prev).montant)).toBe(true);
    expect(ACOMPTES_N1.lte(R.acompteMaxN1(prev).montant)).toBe(true);
  });

  test('les deux parts viennent d’un seul partage', () => {
    const { n, n1 } = R.repartir(prev);
    expect([ecrit(n), ecrit(n1)]).toEqual([ecrit(R.partN(prev)), ecrit(R.partN1(prev))]);
    expect(n.montant.plus(n1.montant)).toEqual(prev);
  });

  test('l’arrêté des comptes de N', () => {
    expect(ecrit(R.chargeAPayer(prev, ACOMPTES_N))).toBe('1075.60');
    expect(ecrit(R.tropVerseN(prev, ACOMPTES_N))).toBe('0.00');
    expect(ecrit(R.engagement(prev))).toBe('4613.40');
  });

  test('les écritures du mois 13, puis la contrepassation', () => {
    const lignes = R.ecrituresArrete(2021, d('1075.60'), d('4613.40'));
    expect(lignes.map((l) => [l.exercice, l.mois, l.compte, ecrit(l.debit), ecrit(l.credit)])).toEqual([
      [2021, 13, 'SF 6562322410', '1075.60', '0.00'],
      [2021, 13, 'T 408143111', '0.00', '1075.60'],
      [2021, 13, 'T 8091', '4613.40', '0.00'],
      [2021, 13, 'T 80182', '0.00', '4613.40'],
      [2022, 12, 'T 80182', '4613.40', '0.00'],
      [2022, 12, 'T 8091', '0.00', '4613.40'],
    ]);
  });
});

describe('Compte de résultat de 22 500 €', () => {
  const reelle = R.ps(d(22500), NB, BAREME_2021).montant;
  const soldeN = R.soldeN(reelle, ACOMPTES_N).montant;
  const solde = R.soldePs(reelle, ACOMPTES_N, ACOMPTES_N1);

  test('la Ps réelle et le solde de chaque gestion', () => {
    expect(ecrit(reelle)).toBe('7312.50');
    expect(ecrit(soldeN)).toBe('925.00');
    expect(ecrit(R.soldeN1(reelle, ACOMPTES_N1))).toBe('1187.50');
    expect(ecrit(solde)).toBe('2112.50');
  });

  test('la charge à payer était trop forte de 150,60 €', () => {
    expect(ecrit(R.ecartChargeAPayer(soldeN, d('1075.60')))).toBe('-150.60');
  });

  test('à payer avec 1 500 € de bonus : 3 612,50 €, sans indu', () => {
    expect(ecrit(bonus)).toBe('1500.00');
    expect(ecrit(R.aPayer(solde.montant, bonus))).toBe('3612.50');
    expect(ecrit(R.indu(solde.montant))).toBe('0.00');
    expect(ecrit(R.soldeAvecBonus(solde.montant, bonus))).toBe('3612.50');
  });

  test('le contrôle qui ramène le coût à 21 000 € donne un indu de 487,50 € ; sans écart, aucune suite', () => {
    const controlee = R.ps(d(21000), NB, BAREME_2021).montant;
    expect(ecrit(R.ecartControle(reelle, controlee))).toBe('-487.50');
    expect(ecrit(R.ecartControle(controlee, reelle))).toBe('487.50');
    expect(ecrit(R.ecartControle(reelle, reelle))).toBe('0.00');
  });

  test('le bonus dû ou contrôlé ne dépasse ni l’accordé, ni le réel, ni les collectifs', () => {
    const nb = [
      R.bonusRealises(3, null, 2),
      R.bonusRealises(2, null, 2),
      R.bonusRealises(1, null, 2),
      R.bonusRealises(2, 3, 3),
      R.bonusRealises(3, 1, 3),
      R.bonusRealises(3, 0, 3),
      R.bonusRealises(3, 3, 1),
    ];
    expect(nb).toEqual([2, 2, 1, 2, 1, 0, 1]);
  });

  test('l’explication du solde va des parts aux soldes, dans l’ordre', () => {
    expect(solde.etapes.map((e) => e.etape)).toEqual([
      'Part N (4/10)',
      'Solde N',
      'Part N+1 (6/10)',
      'Solde N+1',
      'Solde Ps',
    ]);
  });
});

describe('Compte de résultat de 10 000 € : un indu', () => {
  const reelle = R.ps(d(10000), NB, BAREME_2021).montant;
  const solde = R.soldePs(reelle, ACOMPTES_N, ACOMPTES_N1).montant;

  test('1 950 € d’indu : 700 € sur N et 1 250 € sur N+1', () => {
    expect(ecrit(reelle)).toBe('3250.00');
    expect(ecrit(R.soldeN(reelle, ACOMPTES_N))).toBe('-700.00');
    expect(ecrit(R.soldeN1(reelle, ACOMPTES_N1))).toBe('-1250.00');
    expect(ecrit(R.indu(solde))).toBe('1950.00');
  });

  test('l’indu ne se compense pas avec le bonus, qui reste dû', () => {
    expect(ecrit(R.aPayer(solde, bonus))).toBe('1500.00');
    expect(ecrit(R.soldeAvecBonus(solde, bonus))).toBe('-1950.00');
  });
});

describe('Cas limites du cycle', () => {
  test('sans collectif retenu : 0 €, sans division, et l’explication le dit', () => {
    const nul = R.ps(d(24000), 0, BAREME_2021);
    expect(ecrit(nul)).toBe('0.00');
    expect(nul.etapes.map((e) => e.formule)).toEqual(['aucun collectif retenu']);
    expect(R.auPlafond(d(24000), 0, BAREME_2021)).toBe(false);
  });

  test('un solde nul paie le bonus et n’est pas un indu', () => {
    const nul = R.soldePs(d('5200.00'), d('2080'), d('3120')).montant;
    expect(ecrit(nul)).toBe('0.00');
    expect(ecrit(R.soldeAvecBonus(nul, d(300)))).toBe('300.00');
    expect(ecrit(R.indu(nul))).toBe('0.00');
  });

  test('un projet sans agrément n’a pas de bonus, et son motif est écrit', () => {
    const r = R.sansBonus('Bonus', 'agrément refusé');
    expect(ecrit(r)).toBe('0.00');
    expect(r.etapes[0]?.formule).toBe('agrément refusé');
  });
});
