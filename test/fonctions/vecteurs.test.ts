import { appeler } from './appel';
import { VECTEURS, resultats } from './vecteurs';

test.each(VECTEURS.map((v) => [v.id, v] as const))('exemple %s : exact au centime', (_id, vecteur) => {
  for (const [calcule, attendu] of resultats(vecteur, appeler)) expect(calcule).toBe(attendu);
});

test('cycle de vie : budget 24 000, trois collectifs, coût réel 22 500 puis 10 000', () => {
  expect(appeler('PS', 24000, 3, 2021)).toBe(7689);
  expect(appeler('CAP', 7689, 2000)).toBe(1075.6);
  expect(appeler('PS', 22500, 3, 2021)).toBe(7312.5);
  expect(appeler('SOLDE', 7312.5, 2000, 3200, 1500)).toBe(3612.5);
  expect(appeler('SOLDE', 3250, 2000, 3200, 1500)).toBe(-1950);
  expect(appeler('CONTROLE', 7312.5, 7689)).toBe(376.5);
  expect(appeler('CONTROLE', 7312.5, 7312.5)).toBe(0);
});

test('le barème du classeur donne la même Ps que le barème publié', () => {
  for (const [cout, nb] of [
    [24000, 3],
    [7884.99, 1],
    [0, 2],
    [5000, 0],
  ]) {
    expect(appeler('PSBAREME', cout, nb, 0.325, 7885, 2563)).toBe(appeler('PS', cout, nb, 2021));
  }
  for (const arrondi of ['barème publié', 'Centime', 'euro'])
    for (const [cout, nb] of [
      [24000, 3],
      [7879.4, 1],
    ])
      expect(appeler('PSBAREME', cout, nb, 0.325, 7885, 2563, arrondi)).toBe(
        appeler('PS', cout, nb, 2021, arrondi),
      );
  expect(appeler('PSBAREME', 24000, 3, 0.325, 7885, 2563, 'centime')).toBe(7687.88);
  expect([appeler('PLAFOND', 2021), appeler('TAUX', 2021), appeler('PSMAX', '2021/2022')]).toEqual([
    7885, 0.325, 2563,
  ]);
});
