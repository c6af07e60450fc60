/** Ce qui reste vrai de la Ps et de l'éligibilité quelles que soient les données. */
import fc from 'fast-check';
import * as R from '../../src/reglement';
import { BAREME_2021, CENTIME, d, deCentimes, ecrit, prouve, unMontant, unNombre } from './outils';

const MODES = ['bareme', 'centime', 'euro'] as const;
const unMode = fc.constantFrom(...MODES);
const collectifs = unNombre(1, 60);

const ps = (cout: R.Decimal, nb: number, mode: R.ArrondiPs): R.Decimal =>
  R.ps(cout, nb, BAREME_2021, mode).montant;
const plafondDe = (nb: number): R.Decimal => BAREME_2021.prixPlafond.times(nb);

/** Un coût, souvent tout près du plafond : c'est là que les règles changent. */
const unCoutEt = collectifs.chain((nb) =>
  fc
    .oneof(
      unMontant(),
      fc.integer({ min: -300, max: 300 }).map((ecart) => plafondDe(nb).plus(deCentimes(ecart))),
    )
    .map((cout) => ({ nb, cout })),
);

describe('Ps', () => {
  test('au plus nb × montant maximal publié, en arrondi « barème » et « euro »', () => {
    prouve(unCoutEt, ({ nb, cout }) =>
      (['bareme', 'euro'] as const).every((mode) =>
        ps(cout, nb, mode).lte(BAREME_2021.montantMaximal.times(nb)),
      ),
    );
  });

  test('au plus nb × plafond × taux, au centime, en arrondi « centime »', () => {
    prouve(unCoutEt, ({ nb, cout }) =>
      ps(cout, nb, 'centime').lte(R.auCentime(plafondDe(nb).times(BAREME_2021.taux))),
    );
  });

  test('ne baisse jamais quand le coût monte, dans les trois arrondis (barème 2021)', () => {
    prouve(fc.tuple(unCoutEt, unMontant(100_000), unMode), ([{ nb, cout }, hausse, mode]) =>
      ps(cout.plus(hausse), nb, mode).gte(ps(cout, nb, mode)),
    );
  });

  test('monte d’un seul pas au plafond, pour 1 à 200 collectifs', () => {
    for (let nb = 1; nb <= 200; nb++) {
      const avant = ps(plafondDe(nb).minus(CENTIME), nb, 'bareme');
      const auPlafond = ps(plafondDe(nb), nb, 'bareme');
      expect(auPlafond.gte(avant)).toBe(true);
      expect(auPlafond.toString()).toBe(BAREME_2021.montantMaximal.times(nb).toString());
      expect(ps(plafondDe(nb).plus(CENTIME), nb, 'bareme').toString()).toBe(auPlafond.toString());
    }
  });

  test('la croissance au plafond tient au barème : un montant publié sous plafond × taux la romprait', () => {
    // d'où C-PAR-03, qui signale un barème incohérent, et « dernier centime » dans les interprétations
    const incoherent = { ...BAREME_2021, montantMaximal: d(2562) };
    const avant = R.ps(d('7884.99'), 1, incoherent).montant;
    expect([ecrit(avant), ecrit(R.ps(d(7885), 1, incoherent))]).toEqual(['2562.62', '2562.00']);
  });

  test('ne croît pas toujours avec le nombre de collectifs : l’arrondi publié se perd sous le plafond', () => {
    expect([ecrit(ps(d(15770), 2, 'bareme')), ecrit(ps(d(15770), 3, 'bareme'))]).toEqual([
      '5126.00',
      '5125.25',
    ]);
  });

  test('k fois le coût et les collectifs : k fois la Ps, à l’euro toujours, au centime sans fraction', () => {
    prouve(fc.tuple(unCoutEt, unNombre(1, 20)), ([{ nb, cout }, k]) =>
      ps(cout.times(k), nb * k, 'euro').eq(ps(cout, nb, 'euro').times(k)),
    );
    // un coût multiple de 0,40 € donne une Ps en centimes entiers : rien ne s'arrondit
    const sansFraction = fc.tuple(unNombre(0, 1_000_000), collectifs, unNombre(1, 20));
    prouve(sansFraction, ([pas, nb, k]) => {
      const cout = deCentimes(pas).times(40);
      return ps(cout.times(k), nb * k, 'bareme').eq(ps(cout, nb, 'bareme').times(k));
    });
  });

  test('au-delà du plafond, le coût ne compte plus', () => {
    prouve(fc.tuple(collectifs, unMontant(), unMode), ([nb, surplus, mode]) =>
      ps(plafondDe(nb).plus(surplus), nb, mode).eq(ps(plafondDe(nb), nb, mode)),
    );
  });
});

describe('Éligibilité', () => {
  test('mieux remplir une condition ne rend jamais inéligible (hors effectif)', () => {
    const unCollectif = fc.record({
      enfants: unNombre(0, 15),
      rural: fc.boolean(),
      handicap: fc.boolean(),
      derogation: fc.boolean(),
      intervenants: unNombre(0, 3),
      seances: unNombre(0, 3),
      duree: fc.constantFrom(1, 1.25, 1.5, 1.75, 2, 2.5),
      semaines: unNombre(20, 35),
    });
    prouve(unCollectif, (c) => {
      const nb = R.eligibilite(c).motifs.length;
      const mieux = [
        { ...c, intervenants: c.intervenants + 1 },
        { ...c, seances: c.seances + 1 },
        { ...c, duree: c.duree + 0.25 },
        { ...c, semaines: c.semaines + 1 },
        { ...c, rural: true },
        { ...c, handicap: true },
        { ...c, derogation: true },
      ];
      return mieux.every((m) => R.eligibilite(m).motifs.length <= nb);
    });
  });
});
