/** Les dates : nombres de série des deux calendriers, textes français, jours impossibles. L'objet Date sert ici d'arbitre. */
import fc from 'fast-check';
import {
  auPlusTard,
  dateDeSerie,
  dateDeTexte,
  dateFrancaise,
  estDateIso,
  nombreDeJours,
  precede,
  serieDeDate,
} from '../../src/valeurs/date';

test.each([
  [44481, false, '2021-10-12'],
  [44508, false, '2021-11-08'],
  [44561.75, false, '2021-12-31'],
  [44561.99999999999, false, '2022-01-01'],
  [44561.99998, false, '2021-12-31'],
  [36526, false, '2000-01-01'],
  [43046, true, '2021-11-08'],
  [2021, false, undefined],
  [0, false, undefined],
  [-1, false, undefined],
  [3e6, false, undefined],
  [Number.NaN, false, undefined],
])('série %d (1904 : %s) → %s', (serie, dates1904, attendu) => {
  expect(dateDeSerie(serie, dates1904)).toBe(attendu);
});

test.each([
  ['12/10/2021', '2021-10-12'],
  ['2/1/22', '2022-01-02'],
  ['12-10-2021', '2021-10-12'],
  ['12.10.2021', '2021-10-12'],
  ['12-oct-21', '2021-10-12'],
  ['12 oct. 2021', '2021-10-12'],
  ['12-oct.-2021', '2021-10-12'],
  ['2021-10-12 14:30:00 UTC', '2021-10-12'],
  ['2021-10-12T14:30:00.000Z', '2021-10-12'],
  ['2021-10-12Z', '2021-10-12'],
  ['2021-10-12 UTC', '2021-10-12'],
  ['2021-10-12+02:00', '2021-10-12'],
  ['2021-13-12Z', undefined],
  ['2021-10-12T14:30:00+02:00', '2021-10-12'],
  ['\u200e12/10/2021', '2021-10-12'],
  ['12–10–2021', '2021-10-12'],
  ['12 / 10 / 2021', '2021-10-12'],
  ['le 12/10/2021', '2021-10-12'],
  ['mar. 12/10/2021', '2021-10-12'],
  ['12/10/2021 à 14 h', '2021-10-12'],
  ['vu le 12/10/2021', undefined],
  ['12/10/2021 ou 15/11/2021', undefined],
  ['12/\u200b10/2021\u00a0', '2021-10-12'],
  ['2021-10-12', '2021-10-12'],
  ['2021-10-12T00:00:00', '2021-10-12'],
  ['12/10/2021 14:30', '2021-10-12'],
  ['8 novembre 2021', '2021-11-08'],
  ['1er février 2022', '2022-02-01'],
  ['lundi 8 nov. 2021', '2021-11-08'],
  ['15 août 2021', '2021-08-15'],
  ['31/02/2021', undefined],
  ['29/02/2021', undefined],
  ['29/02/2024', '2024-02-29'],
  ['00/10/2021', undefined],
  ['10/13/2021', undefined],
  ['octobre 2021', undefined],
  ['12/10', undefined],
  ['12/10/1021', undefined],
  ['', undefined],
])('« %s » → %s', (texte, attendu) => {
  expect(dateDeTexte(texte)).toBe(attendu);
});

test('de 1990 à 2100, chaque série donne le jour du calendrier, et retour', () => {
  fc.assert(
    fc.property(fc.integer({ min: 32874, max: 73415 }), (serie) => {
      const arbitre = new Date(Date.UTC(1899, 11, 30) + serie * 86_400_000).toISOString().slice(0, 10);
      expect(dateDeSerie(serie, false)).toBe(arbitre);
      expect(serieDeDate(arbitre)).toBe(serie);
      expect(dateDeTexte(dateFrancaise(arbitre))).toBe(arbitre);
      expect(estDateIso(arbitre)).toBe(true);
    }),
  );
});

test('les bornes d’une période comptent', () => {
  expect(nombreDeJours('2021-11-08', '2021-11-08')).toBe(1);
  expect(nombreDeJours('2021-09-01', '2022-08-31')).toBe(365);
});

test.each([
  ['2021-12-31', '2022-01-01', true],
  ['2022-01-01', '2022-01-01', false],
  ['2022-01-02', '2022-01-01', false],
  [null, '2022-01-01', false],
  ['2022-01-01', null, false],
  [undefined, null, false],
])('%j précède %j : %j', (premiere, seconde, attendu) => {
  expect(precede(premiere, seconde)).toBe(attendu);
});

test.each([
  ['2021-12-31', true],
  ['2022-01-01', false],
  [null, false],
])('%j, au plus tard le 31 décembre : %j', (date, attendu) => {
  expect(auPlusTard(date, '2021-12-31')).toBe(attendu);
});
