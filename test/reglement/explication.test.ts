/** L'explication : la formule en mots, avec ses valeurs, à la française. */
import * as R from '../../src/reglement';
import { BAREME_2021, d } from './outils';

/** Ce que l'agent lit sous « Pourquoi ce montant ? » : une ligne par étape, blancs insécables mis à part. */
const lire = ({ etapes }: R.Resultat): string[] =>
  etapes.map((e) =>
    `${e.etape} : ${R.formuleChiffree(e)} = ${R.euros(e.montant)} [${e.source}]`.replace(/\s/g, ' '),
  );

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
    expect(R.euros(d('-123.4'))).toBe('\u2212123,40\u00a0€');
    expect(R.enFrancais(105083, 0)).toBe('105\u202f083');
    expect(R.euros(d('-123456'))).toBe('\u2212123\u202f456,00\u00a0€');
    expect(R.pourCent(d('-0.375'))).toBe('\u221237,5\u00a0%');
    expect(R.pourCent(d('0.28'))).toBe('28\u00a0%');
  });

  test('un taux se reconnaît au début de son nom, une entrée absente garde le sien', () => {
    const etape = { etape: '', formule: '{coût} × {taux maximal}', source: '', montant: d(0) };
    const entrees = { 'taux maximal': d('0.8') };
    expect(R.formuleChiffree({ ...etape, entrees })).toBe('coût × 80\u00a0%');
  });

  test('le montant d’un résultat est celui de sa dernière étape', () => {
    const r = R.soldePs(d('7312.50'), d(2000), d(3200));
    expect(derniere(r).montant).toBe(r.montant);
  });
});

describe('Le cycle de vie de trois collectifs, tel qu’il se lit', () => {
  const prev = d(7689);
  const PLAFOND = 'Coût plafonné : 24 000,00 € limité à 3 × 7 885,00 € = 23 655,00 € [Circ. 2021-006, § 3.2]';
  const PART_N = 'Part N (4/10) : 7 689,00 € × 40 %, au centime = 3 075,60 € [Circ. 2021-006, § 3.4]';

  const LUS: readonly (readonly [string, () => R.Resultat, readonly string[]])[] = [
    [
      'Ps au plafond',
      () => R.ps(d(24000), 3, BAREME_2021),
      [PLAFOND, 'Ps : 3 × 2 563,00 € = 7 689,00 € [Circ. 2021-006, § 3.2]'],
    ],
    [
      'Ps au plafond, au centime',
      () => R.ps(d(24000), 3, BAREME_2021, 'centime'),
      [PLAFOND, 'Ps : 23 655,00 € × 32,5 %, au centime = 7 687,88 € [Circ. 2021-006, § 3.2]'],
    ],
    [
      'Ps à l’euro par collectif',
      () => R.ps(d(24000), 3, BAREME_2021, 'euro'),
      [PLAFOND, 'Ps : 3 × (23 655,00 € ÷ 3 × 32,5 %, à l’euro) = 7 689,00 € [Circ. 2021-006, § 3.2]'],
    ],
    [
      'Ps sous le plafond',
      () => R.ps(d(22500), 3, BAREME_2021),
      [
        'Coût plafonné : 22 500,00 € limité à 3 × 7 885,00 € = 22 500,00 € [Circ. 2021-006, § 3.2]',
        'Ps : 22 500,00 € × 32,5 %, au centime = 7 312,50 € [Circ. 2021-006, § 3.2]',
      ],
    ],
    [
      'Ps sans collectif',
      () => R.ps(d(24000), 0, BAREME_2021),
      ['Ps : aucun collectif retenu = 0,00 € [Circ. 2021-006, § 3.2]'],
    ],
    [
      'bonus',
      () => R.bonus(3, 2, d(300), d(300)),
      [
        'Bonus enfants : 3 × 300,00 € = 900,00 € [Circ. 2021-006, § 3.3]',
        'Bonus parents : 2 × 300,00 € = 600,00 € [Circ. 2021-006, § 3.3]',
        'Bonus : 900,00 € + 600,00 € = 1 500,00 € [Circ. 2021-006, § 3.3]',
      ],
    ],
    [
      'bonus d’un projet refusé',
      () => R.sansBonus('Bonus', 'agrément refusé'),
      ['Bonus : agrément refusé = 0,00 € [Circ. 2021-006, § 3.1]'],
    ],
    [
      'acomptes N au plus',
      () => R.acompteMaxN(prev),
      ['Acomptes N au plus : 7 689,00 € × 28 %, au centime inférieur = 2 152,92 € [Circ. 2021-006, § 3.4]'],
    ],
    [
      'acomptes N+1 au plus',
      () => R.acompteMaxN1(prev),
      ['Acomptes N+1 au plus : 7 689,00 € × 42 %, au centime inférieur = 3 229,38 € [Circ. 2021-006, § 3.4]'],
    ],
    [
      'charge à payer',
      () => R.chargeAPayer(prev, d(2000)),
      [PART_N, 'Charge à payer N : 3 075,60 € − 2 000,00 €, au moins 0 = 1 075,60 € [Circ. 2021-006, § 3.4]'],
    ],
    [
      'acomptes au-delà des 4/10',
      () => R.tropVerseN(prev, d(3100)),
      [PART_N, 'Trop versé N : 3 100,00 € − 3 075,60 €, au moins 0 = 24,40 € [Circ. 2021-006, § 3.4]'],
    ],
    [
      'engagement',
      () => R.engagement(prev),
      [
        'Part N+1 (6/10) : 7 689,00 € − 3 075,60 € = 4 613,40 € [Circ. 2021-006, § 3.4]',
        'Engagement N+1 : 4 613,40 € = 4 613,40 € [Circ. 2021-006, § 3.4]',
      ],
    ],
    [
      'solde',
      () => R.soldePs(d('7312.50'), d(2000), d(3200)),
      [
        'Part N (4/10) : 7 312,50 € × 40 %, au centime = 2 925,00 € [Circ. 2021-006, § 3.4]',
        'Solde N : 2 925,00 € − 2 000,00 € = 925,00 € [Circ. 2021-006, § 3.4]',
        'Part N+1 (6/10) : 7 312,50 € − 2 925,00 € = 4 387,50 € [Circ. 2021-006, § 3.4]',
        'Solde N+1 : 4 387,50 € − 3 200,00 € = 1 187,50 € [Circ. 2021-006, § 3.4]',
        'Solde Ps : 925,00 € + 1 187,50 € = 2 112,50 € [Circ. 2021-006, § 3.4]',
      ],
    ],
    [
      'solde négatif : deux signes ne se suivent pas',
      () => R.soldePs(d(3250), d(2000), d(3200)),
      [
        'Part N (4/10) : 3 250,00 € × 40 %, au centime = 1 300,00 € [Circ. 2021-006, § 3.4]',
        'Solde N : 1 300,00 € − 2 000,00 € = −700,00 € [Circ. 2021-006, § 3.4]',
        'Part N+1 (6/10) : 3 250,00 € − 1 300,00 € = 1 950,00 € [Circ. 2021-006, § 3.4]',
        'Solde N+1 : 1 950,00 € − 3 200,00 € = −1 250,00 € [Circ. 2021-006, § 3.4]',
        'Solde Ps : (−700,00 €) + (−1 250,00 €) = −1 950,00 € [Circ. 2021-006, § 3.4]',
      ],
    ],
    [
      'à payer',
      () => R.aPayer(d('2112.50'), d(1500)),
      ['À payer : 2 112,50 € + 1 500,00 € = 3 612,50 € [Circ. 2021-006, § 3.4]'],
    ],
    [
      'indu',
      () => R.indu(d(-1950)),
      ['Indu : − (−1 950,00 €), au moins 0 = 1 950,00 € [Circ. 2021-006, § 3.4]'],
    ],
    [
      'écart avec la charge à payer',
      () => R.ecartChargeAPayer(d(925), d('1075.60')),
      ['Écart à régulariser : 925,00 € + 0,00 € − 1 075,60 € = −150,60 € [Circ. 2021-006, § 3.4]'],
    ],
    [
      'contrôle',
      () => R.ecartControle(d('7312.50'), d(6825)),
      ['Suite du contrôle : 6 825,00 € − 7 312,50 € = −487,50 € [Circ. 2021-006, § 3.4]'],
    ],
    [
      'dépassement des 80 %',
      () => R.excedent80(d(22500), d(20000)),
      [
        'Dépassement des 80 % : 20 000,00 € − 22 500,00 € × 80 %, à partir de 0,01 € = 2 000,00 € [Circ. 2021-006, § 3.1]',
      ],
    ],
    [
      'Ps retenue, sans montant accordé',
      () => R.psRetenue(R.ps(d(24000), 3, BAREME_2021), null),
      [
        PLAFOND,
        'Ps : 3 × 2 563,00 € = 7 689,00 € [Circ. 2021-006, § 3.2]',
        'Ps retenue : 7 689,00 € = 7 689,00 € [Circ. 2021-006, § 3.1]',
      ],
    ],
    [
      'Ps retenue, bornée par l’accordé',
      () => R.psRetenue(R.ps(d(24000), 3, BAREME_2021), d(7600)),
      [
        PLAFOND,
        'Ps : 3 × 2 563,00 € = 7 689,00 € [Circ. 2021-006, § 3.2]',
        'Ps retenue : 7 689,00 €, au plus 7 600,00 € = 7 600,00 € [Circ. 2021-006, § 3.1]',
      ],
    ],
    [
      'Ps liquidée',
      () => R.psLiquidee(R.ps(d(22500), 3, BAREME_2021), d(7600)),
      [
        'Coût plafonné : 22 500,00 € limité à 3 × 7 885,00 € = 22 500,00 € [Circ. 2021-006, § 3.2]',
        'Ps : 22 500,00 € × 32,5 %, au centime = 7 312,50 € [Circ. 2021-006, § 3.2]',
        'Ps liquidée : 7 312,50 €, au plus 7 600,00 € = 7 312,50 € [Circ. 2021-006, § 3.4]',
      ],
    ],
    [
      'Ps contrôlée',
      () => R.psControlee(R.ps(d(21000), 3, BAREME_2021), null),
      [
        'Coût plafonné : 21 000,00 € limité à 3 × 7 885,00 € = 21 000,00 € [Circ. 2021-006, § 3.2]',
        'Ps : 21 000,00 € × 32,5 %, au centime = 6 825,00 € [Circ. 2021-006, § 3.2]',
        'Ps contrôlée : 6 825,00 € = 6 825,00 € [Circ. 2021-006, § 3.4]',
      ],
    ],
    [
      'acompte disponible',
      () => R.acompteDisponible('N', d('2152.92'), d(2000)),
      ['Acompte N disponible : 2 152,92 € − 2 000,00 €, au moins 0 = 152,92 € [Circ. 2021-006, § 3.4]'],
    ],
    [
      'indu d’un refus',
      () => R.induRefuse(d(2000), d(3200)),
      ['Indu : 2 000,00 € + 3 200,00 €, agrément refusé = 5 200,00 € [Circ. 2021-006, § 3.1]'],
    ],
    [
      'branche Famille',
      () => R.brancheFamille({ Ps: prev, bonus: d(1500) }, d(9189)),
      ['Branche Famille : 7 689,00 € + 1 500,00 € = 9 189,00 € [Circ. 2021-006, § 3.1]'],
    ],
    [
      'reste d’une gestion',
      () => R.resteGestion('N', R.repartir(d('7312.50')).n, d(2000)),
      [
        'Part N (4/10) : 7 312,50 € × 40 %, au centime = 2 925,00 € [Circ. 2021-006, § 3.4]',
        'Reste N : 2 925,00 € − 2 000,00 € = 925,00 € [Circ. 2021-006, § 3.4]',
      ],
    ],
    [
      'reste à payer',
      () => R.resteAPayer('Ps', d('7312.50'), d(5200)),
      ['Ps : reste à payer : 7 312,50 € − 5 200,00 €, au moins 0 = 2 112,50 € [Circ. 2021-006, § 3.4]'],
    ],
    [
      'reste à recouvrer',
      () => R.resteARecouvrer('Bonus', d(900), d(1500)),
      ['Bonus : reste à recouvrer : 1 500,00 € − 900,00 €, au moins 0 = 600,00 € [Circ. 2021-006, § 3.4]'],
    ],
    [
      'aucun versement',
      () => R.sommeVersee('Ps N versée', []),
      ['Ps N versée : aucun versement = 0,00 € [Circ. 2021-006, § 3.4]'],
    ],
    [
      'un reversement d’abord, puis un acompte',
      () =>
        R.sommeVersee('Ps N versée', [
          { nom: 'a', nature: 'reversement', montant: d(100) },
          { nom: 'b', nature: 'acompte', montant: d(2000) },
        ]),
      ['Ps N versée : − 100,00 € + 2 000,00 € = 1 900,00 € [Circ. 2021-006, § 3.4]'],
    ],
    [
      'treize versements ne se citent plus un à un',
      () =>
        R.sommeVersee(
          'Ps N versée',
          Array.from(
            { length: 13 },
            (_, i) => ({ nom: `v${i}`, nature: 'acompte', montant: d(10) }) as const,
          ),
        ),
      ['Ps N versée : somme de 13 versements = 130,00 € [Circ. 2021-006, § 3.4]'],
    ],
  ];

  test('ce que la Caf décide porte le nom du droit qu’elle borne', () => {
    const formules = [R.psRetenue, R.psLiquidee, R.psControlee].map((regle) =>
      R.formuleEnMots(derniere(regle(R.ps(d(22500), 3, BAREME_2021), d(7600)))),
    );
    expect(formules).toEqual([
      'Ps prévisionnelle, au plus montant accordé',
      'Ps réelle, au plus montant accordé',
      'Ps sur données contrôlées, au plus montant accordé',
    ]);
  });

  test('un résultat s’écrit en JSON avec ses étapes', () => {
    const r = R.acompteMaxN(prev);
    expect(JSON.parse(JSON.stringify(r))).toEqual({
      montant: '2152.92',
      etapes: [
        {
          etape: 'Acomptes N au plus',
          formule: '{Ps retenue} × {taux}, au centime inférieur',
          entrees: { 'Ps retenue': '7689', taux: '0.28' },
          montant: '2152.92',
          source: 'Circ. 2021-006, § 3.4',
        },
      ],
    });
  });

  test('la version des règles cite la circulaire', () => {
    expect(R.VERSION_REGLES).toMatch(/^Circ\. 2021-006, § 3\.4, version \d+$/);
  });

  test.each(LUS)('%s', (_titre, calculer, attendu) => {
    expect(lire(calculer())).toEqual(attendu);
  });
});
