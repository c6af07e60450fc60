/** Les textes : ce qui s'y cache, ce qui se compare, ce qui ne compte pas. */
import { erreurAffichee } from '../../src/valeurs/erreursExcel';
import { comparerTextes } from '../../src/valeurs/ordre';
import {
  blancsReduits,
  cleDossier,
  estVide,
  montrerInvisibles,
  normaliser,
  pleine,
  sansAccents,
  texteDe,
} from '../../src/valeurs/texte';
import type { Valeur } from '../../src/valeurs/valeur';

const CACHES = [...'\u00ad\u061c\u180e\u200b\u200f\u202a\u202e\u2060\u2064\u2066\u206f\ufeff\ufe0f'];

test.each([
  ['Élémentaire', 'elementaire'],
  ['  N° de dossier : ', 'ndedossier'],
  ['Cœur', 'coeur'],
  ['ŒUVRE', 'oeuvre'],
  ['Acomptes N+1', 'acomptesn1'],
  ['Acomptes N-1', 'acomptesnmoins1'],
  ['Acomptes N − 1', 'acomptesnmoins1'],
  ['N–12', 'n12'],
  ['an-1', 'an1'],
  ['2n-1', '2n1'],
  ['\u200bCaf\u00a0', 'caf'],
])('« %s » se compare comme « %s »', (texte, attendu) => {
  expect(normaliser(texte)).toBe(attendu);
  expect(normaliser(texte)).toBe(attendu);
});

test('accents décomposés ou non, le nom est le même', () => {
  expect(sansAccents('e\u0301le\u0300ve')).toBe('eleve');
  expect(sansAccents('élève çà')).toBe('eleve ca');
  expect(sansAccents('cle ~ !')).toBe('cle ~ !');
});

test.each<[Valeur, string | null]>([
  [' a  b\u00a0\tc\n', 'a b c'],
  ['a\u200bb', 'ab'],
  ['\u00a0', null],
  ['', null],
  [null, null],
  [0, '0'],
  [2.5, '2.5'],
  [true, 'VRAI'],
  [false, 'FAUX'],
  [{ illisible: '#VALUE!' }, '#VALEUR!'],
  [{ illisible: '=A1 *  2' }, '=A1 * 2'],
])('%j se montre « %s »', (valeur, attendu) => {
  expect(texteDe(valeur)).toBe(attendu);
});

test('un texte ordinaire reste tel quel, ses bords nus', () => {
  expect(blancsReduits(' un deux ')).toBe('un deux');
  expect(blancsReduits('un  deux')).toBe('un deux');
});

test.each<[Valeur | undefined, boolean]>([
  [null, true],
  [undefined, true],
  ['', true],
  [' \u00a0\t\n', true],
  [CACHES.join(''), true],
  ['.', false],
  [`${CACHES.join('')}x`, false],
  [0, false],
  [false, false],
  [{ illisible: '#N/A' }, false],
])('%j est vide : %j', (valeur, attendu) => {
  if (valeur !== undefined) expect(estVide(valeur)).toBe(attendu);
  expect(pleine(valeur)).toEqual(attendu ? null : valeur);
});

test.each(CACHES)('U+%j ne prend aucune place', (cache) => {
  expect(blancsReduits(`a${cache}b`)).toBe('ab');
  expect(montrerInvisibles(`a${cache}b`)).toMatch(/^a␣b \(U\+[\dA-F]{4}\)$/);
});

test.each([
  ['24\u2003000', '24␣000 (U+2003)'],
  ['24\u00a0000\u00a0€', '24␣000␣€ (U+00A0)'],
  ['\u200b24\t000\u202f€\ufeff', '␣24␣000␣€ (U+200B, U+0009, U+202F)'],
  ['a\u2003b\u2002c\u2004d\u2005e\u2003f', 'a␣b␣c␣d␣e␣f (U+2003, U+2002, U+2004)'],
  [' 24 000 ', '24 000'],
  ['un\r\n\ndeux', 'un deux'],
])('%j illisible se cite « %s »', (texte, attendu) => {
  expect(montrerInvisibles(texte)).toBe(attendu);
});

test.each([
  'P-12',
  ' p-12 ',
  'p - 12',
  'P\u201112',
  'P\u00a0\u2013\u200e12',
  'p\u221212',
  'P\ufe5812',
  'P\u204312',
])('%j est le dossier P-12', (ecrit) => {
  expect(cleDossier(ecrit)).toBe('P-12');
});

test('un dossier aux lettres accentuées, composées ou non, est le même', () => {
  expect(cleDossier('e\u0301-1')).toBe('É-1');
  expect(cleDossier('é-1')).toBe('É-1');
});

test.each([
  ['#VALUE!', '#VALEUR!'],
  ['#NAME?', '#NOM?'],
  ['#NUM!', '#NOMBRE!'],
  ['#NULL!', '#NUL!'],
  ['#SPILL!', '#PROPAGATION!'],
  ['#BUSY!', '#OCCUPÉ!'],
  ['#FIELD!', '#CHAMP!'],
  ['#GETTING_DATA', '#OCCUPÉ!'],
  ['#N/A', '#N/A'],
  ['#REF!', '#REF!'],
  ['#DIV/0!', '#DIV/0!'],
])('l’erreur %s s’affiche %s dans un Excel français', (erreur, affichee) => {
  expect(erreurAffichee(erreur)).toBe(affichee);
});

test('les textes se rangent par leurs codes, sur tous les postes', () => {
  expect(['é', 'b', 'Z', 'a', 'b'].sort(comparerTextes)).toEqual(['Z', 'a', 'b', 'b', 'é']);
  expect([comparerTextes('a', 'b'), comparerTextes('b', 'a'), comparerTextes('a', 'a')]).toEqual([-1, 1, 0]);
});
