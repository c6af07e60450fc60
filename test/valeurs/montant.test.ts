/** L'argent : exact, arrondi seulement où on le demande. */
import {
  ajouter,
  auCentime,
  montant,
  plancherCentime,
  plusGrand,
  plusPetit,
  positifOuZero,
  somme,
  sommeSiConnue,
} from '../../src/valeurs/montant';

const m = (v: string | number) => montant(v);

test('exact : ni flottant, ni arrondi en chemin, ni notation scientifique', () => {
  expect(somme([m('0.1'), m('0.2')]).toString()).toBe('0.3');
  expect(m('23655').div(3).times(3).toString()).toBe('23655');
  expect(m('1e-7').toString()).toBe('0.0000001');
  expect(m('1e25').toString()).toBe('10000000000000000000000000');
  expect(m(1).div(3).toString()).toBe(`0.${'3'.repeat(40)}`);
  expect(m(2).div(3).toString()).toBe(`0.${'6'.repeat(39)}7`);
});

test.each([
  ['1.005', '1.01', '1.00'],
  ['1.004999', '1.00', '1.00'],
  ['1.009', '1.01', '1.00'],
  ['-1.005', '-1.01', '-1.01'],
])('%s : au centime %s, au centime inférieur %s', (valeur, centime, plancher) => {
  expect([auCentime(m(valeur)).toFixed(2), plancherCentime(m(valeur)).toFixed(2)]).toEqual([
    centime,
    plancher,
  ]);
});

test.each([
  [1, 2, '1'],
  [2, 1, '1'],
  [-1, 0, '-1'],
])('le plus petit de %d et %d', (a, b, attendu) => {
  expect(plusPetit(m(a), m(b)).toString()).toBe(attendu);
});

test.each([
  [[1, 3, 2], '3'],
  [[-1, -3], '0'],
  [[], '0'],
])('le plus grand de %j, au moins zéro : %s', (valeurs, attendu) => {
  expect(plusGrand(valeurs.map(m)).toString()).toBe(attendu);
});

test('un zéro n’ajoute rien, un négatif ne se garde pas', () => {
  expect([ajouter(m(5), m(0)), ajouter(m(5), m(2)), ajouter(m(0), m(2))].map(String)).toEqual([
    '5',
    '7',
    '2',
  ]);
  expect([positifOuZero(m(-5)), positifOuZero(m(5))].map(String)).toEqual(['0', '5']);
});

test('une somme est inconnue dès qu’un terme l’est', () => {
  expect(sommeSiConnue([m(1), m(2)])?.toString()).toBe('3');
  expect(sommeSiConnue([])?.toString()).toBe('0');
  expect(sommeSiConnue([m(1), null])).toBeNull();
});
