/** Les dates : nombres de série des deux calendriers, textes français, jours impossibles. L'objet Date sert ici d'arbitre. */
import {
  auPlusTard,
  dateDeSerie,
  dateDeTexte,
  dateFrancaise,
  estDateIso,
  lireDate,
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
  ['29/02/2000', '2000-02-29'],
  ['29/02/2100', undefined],
  ['28/02/2100', '2100-02-28'],
  ['31/01/2022', '2022-01-31'],
  ['31/12/2021', '2021-12-31'],
  ['30/04/2022', '2022-04-30'],
  ['31/04/2022', undefined],
  ['31/06/2022', undefined],
  ['31/09/2022', undefined],
  ['31/11/2022', undefined],
  ['32/12/2021', undefined],
  ['12/00/2021', undefined],
  ['01/01/1990', '1990-01-01'],
  ['31/12/1989', undefined],
  ['31/12/2100', '2100-12-31'],
  ['01/01/2101', undefined],
  ["'12/10/2021", '2021-10-12'],
  ['’12/10/2021', '2021-10-12'],
  ['12 10 2021', '2021-10-12'],
  ['2021/10/12', '2021-10-12'],
  ['2021.10.12', '2021-10-12'],
  ['2021-1-5', '2021-01-05'],
  ['2021-10-12 GMT', '2021-10-12'],
  ['2021-10-12-05:00', '2021-10-12'],
  ['2021-10-12 14 h', '2021-10-12'],
  ['12/10/2021 14h30', '2021-10-12'],
  ['12/10/2021 14 h 30', '2021-10-12'],
  ['12/10/2021 9:05', '2021-10-12'],
  ['2021-10-12T14:30:00,25+0200', '2021-10-12'],
  ['2021-10-12 14:30 GMT', '2021-10-12'],
  ['12/10/2021 14:30 environ', undefined],
  ['12/10/2021 et plus', undefined],
  ['12/10/20211', undefined],
  ['112/10/2021', undefined],
  ['12/110/2021', undefined],
  ['12/10/212', undefined],
  ['12021-10-12', undefined],
  ['2021-10-123', undefined],
  ['2021-100-12', undefined],
  ['2021-10-12 CET', undefined],
  ['12 - 10 - 2021', '2021-10-12'],
  ['12 − oct − 2021', '2021-10-12'],
  ['12 octobre, 2021', undefined],
  ["12/10/'21", undefined],
  ['12/ 10/ 2021', '2021-10-12'],
  ['12 /10 /2021', '2021-10-12'],
  ['le 14h30 12/10/2021', undefined],
  ['12 oct 21', '2021-10-12'],
  ['12-octobre-2021', '2021-10-12'],
  ['mardi 12 octobre 2021', '2021-10-12'],
  ['mar. 12 oct. 21', '2021-10-12'],
  ['le 12 octobre 2021', '2021-10-12'],
  ['vendredi 12/10/2021', '2021-10-12'],
  ['dim 12/10/2021', '2021-10-12'],
  ['Samedi 12/10/2021', '2021-10-12'],
  ['jeu. 12/10/2021', '2021-10-12'],
  ['lun 12/10/2021', '2021-10-12'],
  ['mer 12/10/2021', '2021-10-12'],
  ['reçu 12/10/2021', undefined],
  ['le 12 octobre 2021 au soir', undefined],
  ['12 octembre 2021', undefined],
  ['12 ma 2021', undefined],
  ['12 jui 2021', undefined],
  ['12 juin 2021', '2021-06-12'],
  ['12 juil. 2021', '2021-07-12'],
  ['12 JANV 2022', '2022-01-12'],
  ['3 mars 2022', '2022-03-03'],
  ['3 mai 2022', '2022-05-03'],
  ['3 avr. 2022', '2022-04-03'],
  ['3 sept. 2021', '2021-09-03'],
  ['3 déc. 2021', '2021-12-03'],
  ['112 octobre 2021', undefined],
  ['12 octobre 212', undefined],
  ['12 octobre 20212', undefined],
  ['x 12 y octobre 2021', undefined],
  ['00/10/2021', undefined],
  ['10/13/2021', undefined],
  ['octobre 2021', undefined],
  ['12/10', undefined],
  ['12/10/1021', undefined],
  ['', undefined],
])('« %s » → %s', (texte, attendu) => {
  expect(dateDeTexte(texte)).toBe(attendu);
});

test('chaque série donne le jour du calendrier, et retour : un siècle qui compte, un qui ne compte pas, aujourd’hui', () => {
  for (const [debut, jours] of [
    [32_874, 800],
    [36_160, 800],
    [43_466, 1_500],
    [72_300, 1_116],
  ] as const)
    for (let serie = debut; serie < debut + jours; serie++) {
      const arbitre = new Date(Date.UTC(1899, 11, 30) + serie * 86_400_000).toISOString().slice(0, 10);
      if (dateDeSerie(serie, false) !== arbitre || serieDeDate(arbitre) !== serie) throw new Error(arbitre);
    }
  expect([dateDeSerie(32_874, false), dateDeSerie(73_415, false)]).toEqual(['1990-01-01', '2100-12-31']);
  expect([dateDeSerie(32_873, false), dateDeSerie(73_416, false)]).toEqual([undefined, undefined]);
});

test('le calendrier 1904 compte 1 462 jours de moins', () => {
  expect(dateDeSerie(43_046.5, true)).toBe('2021-11-08');
  expect([serieDeDate('2021-11-08', true), serieDeDate('2021-11-08')]).toEqual([43_046, 44_508]);
});

test('toute date relue de sa forme française', () => {
  for (const iso of ['1990-01-01', '2020-02-29', '2021-09-30', '2021-10-01', '2021-12-31', '2100-12-31'])
    expect([dateDeTexte(dateFrancaise(iso)), estDateIso(iso)]).toEqual([iso, true]);
});

test.each(['2021-13-01', '2021-02-29', '12/10/2021', '2021-1-5', 'le 2021-10-12', '2021-10-12T00:00', ''])(
  '« %s » n’est pas un jour écrit AAAA-MM-JJ',
  (texte) => {
    expect(estDateIso(texte)).toBe(false);
  },
);

describe('Une date de cellule', () => {
  test.each<[string | number | boolean, boolean, unknown]>([
    [44_508, false, { etat: 'lu', valeur: '2021-11-08' }],
    [43_046, true, { etat: 'lu', valeur: '2021-11-08' }],
    ['8/11/2021', false, { etat: 'converti', valeur: '2021-11-08' }],
    ['bientôt', false, { etat: 'illisible' }],
    [1e300, false, { etat: 'illisible' }],
    [Number.NEGATIVE_INFINITY, false, { etat: 'illisible' }],
    [true, false, { etat: 'illisible' }],
  ])('%j (1904 : %j)', (brut, dates1904, attendu) => {
    expect(lireDate(brut, dates1904)).toEqual(attendu);
  });
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
