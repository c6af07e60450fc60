/** Comptes, spécificités, écritures et enveloppes (Circ. § 3.4). */
import * as R from '../../src/reglement';
import { d, ecrit } from './outils';

describe('Comptes de subvention selon l’âge', () => {
  test.each([
    [2022, 2022, 'SF 6562322410'],
    [2022, 2021, 'SF 65623224191'],
    [2022, 2020, 'SF 65623224192'],
    [2030, 2021, 'SF 65623224192'],
  ])('exercice %i, gestion %i : %s', (exercice, gestion, code) => {
    expect(R.compteSubvention(exercice, gestion).code).toBe(code);
  });

  test('une gestion à venir ne se paie pas : un acompte N+1 ne se verse pas en N', () => {
    expect(() => R.compteSubvention(2021, 2022)).toThrow(
      'Une subvention de gestion 2022 ne se paie pas sur l’exercice 2021.',
    );
  });

  test('les codes sont des textes, tous distincts', () => {
    const codes = Object.values(R.COMPTES).map((c) => c.code);
    expect(codes.every((c) => /^(T|SF) \d+$/.test(c))).toBe(true);
    expect(new Set(codes).size).toBe(codes.length);
    expect(R.COMPTES.chargeAPayer.code).toBe('T 408143111');
  });
});

describe('Spécificité statistique', () => {
  test.each([
    ['association', '81512214'],
    ['collectivité', '81512214'],
    ['centre social', '81512214'],
    ['caf', '81513214'],
    ['entreprise', '81514214'],
  ] as const)('%s : %s', (type, code) => {
    expect(R.specificite(type)).toBe(code);
  });
});

test('un type inconnu a la spécificité des partenaires ; un compte de bilan n’en a aucune', () => {
  expect(R.specificite(null)).toBe('81512214');
  expect(R.specificiteDuCompte('SF 6562322410', 'caf')).toBe('81513214');
  expect(R.specificiteDuCompte('T 408143111', 'caf')).toBeNull();
});

describe('Imputation d’une somme', () => {
  const comptes = (somme: string, exercice: number, gestion: number, charge: string) =>
    R.imputer(d(somme), exercice, gestion, d(charge)).map(
      ({ compte, montant }) => `${compte.code} ${ecrit(montant)}`,
    );

  test.each([
    ['payée en N', '100', 2021, 2021, '60', ['SF 6562322410 100.00']],
    ['payée en N+1, sous la charge', '60', 2022, 2021, '60', ['T 408143111 60.00']],
    [
      'payée en N+1, au-dessus de la charge',
      '60.01',
      2022,
      2021,
      '60',
      ['T 408143111 60.00', 'SF 65623224191 0.01'],
    ],
    ['recouvrée en N+1', '-60', 2022, 2021, '60', ['SF 65623224191 -60.00']],
    ['payée en N+2', '60', 2023, 2021, '60', ['SF 65623224192 60.00']],
    ['datée avant sa gestion', '60', 2021, 2022, '0', ['SF 6562322410 60.00']],
    ['nulle', '0', 2022, 2021, '60', ['SF 65623224191 0.00']],
  ])('%s', (_, somme, exercice, gestion, charge, attendu) => {
    expect(comptes(somme, exercice, gestion, charge)).toEqual(attendu);
  });
});

describe('Écritures de l’arrêté', () => {
  const total = (lignes: readonly R.Ecriture[], cote: 'debit' | 'credit'): string =>
    ecrit(R.somme(lignes.map((l) => l[cote])));

  test.each([
    ['1075.60', '4613.40', 6],
    ['0', '4613.40', 4],
    ['1075.60', '0', 2],
    ['0', '0', 0],
  ])('charge %s, engagement %s : %i lignes, débit = crédit', (charge, engagement, nombre) => {
    const lignes = R.ecrituresArrete(2021, d(charge), d(engagement));
    expect(lignes).toHaveLength(nombre);
    expect(total(lignes, 'debit')).toBe(total(lignes, 'credit'));
  });

  test('l’engagement se solde compte par compte une fois contrepassé', () => {
    const lignes = R.ecrituresArrete(2021, d('10.01'), d('20.02'));
    for (const compte of ['T 8091', 'T 80182']) {
      const siens = lignes.filter((l) => l.compte === compte);
      expect(total(siens, 'debit')).toBe(total(siens, 'credit'));
    }
  });

  test('chaque ligne dit son objet et le nom du compte', () => {
    // la contrepassation est la fin de l'arrêté, faite seule quand il est figé
    expect(R.contrepassation(2021, d(1))).toEqual(R.ecrituresArrete(2021, d(0), d(1)).slice(2));
    expect(R.contrepassation(2021, d(0))).toEqual([]);
    expect(R.ecrituresArrete(2021, d(1), d(1)).map((l) => l.libelle)).toEqual([
      'Charge à payer — Subvention N',
      'Charge à payer — Charges à payer sur exercice N',
      'Engagement — Contrepartie des engagements donnés',
      'Engagement — Prestation de service Clas 6/10',
      'Contrepassation de l’engagement — Prestation de service Clas 6/10',
      'Contrepassation de l’engagement — Contrepartie des engagements donnés',
    ]);
  });
});

describe('Enveloppe d’une année civile', () => {
  const projets = [
    { annee: 2020, ps: d('1000.00') },
    { annee: 2021, ps: d('7689.00') },
    { annee: 2021, ps: d('2562.63') },
    { annee: 2022, ps: d('100.01') },
  ];

  test.each([
    [2020, '400.00'],
    [2021, '4700.65'],
    [2022, '6190.98'],
    [2023, '60.01'],
    [2024, '0.00'],
  ])(
    '%i : les 6/10 de l’année ouverte avant et les 4/10 de celle qui s’ouvre, soit %s €',
    (annee, attendu) => {
      // 2021 : 600,00 + 3 075,60 + 1 025,05 ; 2022 : 4 613,40 + 1 537,58 + 40,00
      expect(ecrit(R.enveloppe(annee, projets))).toBe(attendu);
    },
  );

  test('les enveloppes se partagent les Ps sans reste', () => {
    const enveloppes = [2020, 2021, 2022, 2023].map((annee) => R.enveloppe(annee, projets));
    expect(ecrit(R.somme(enveloppes))).toBe(ecrit(R.somme(projets.map((p) => p.ps))));
  });
});
