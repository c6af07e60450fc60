/** Oui ou non, et les listes fermées : ce qui se lit, ce qui se convertit, ce qui ne se devine pas. */
import { indexDe, lireChoix, lireOuiNon } from '../../src/valeurs/choix';

type Brut = string | number | boolean;
const dire = (lu: { etat: string; valeur?: unknown }): string =>
  lu.etat === 'illisible' ? lu.etat : `${lu.etat} ${String(lu.valeur)}`;

test.each<[Brut, string]>([
  ['oui', 'lu true'],
  ['NON', 'lu false'],
  [' oui', 'converti true'],
  ['Oui.', 'converti true'],
  ['non !', 'converti false'],
  ...['o', 'X', 'vrai', 'true', 'yes', 'Y', '1'].map((b): [Brut, string] => [b, 'converti true']),
  ...['n', 'FAUX', 'false', 'no', '0'].map((b): [Brut, string] => [b, 'converti false']),
  [true, 'converti true'],
  [false, 'converti false'],
  [1, 'converti true'],
  [0, 'converti false'],
  [2, 'illisible'],
  ['oui ?', 'illisible'],
  ['N+1', 'illisible'],
  ['n + 1', 'illisible'],
  ['oui (partiel)', 'illisible'],
  ['', 'illisible'],
])('%j : %s', (brut, attendu) => {
  expect(dire(lireOuiNon(brut))).toBe(attendu);
});

const AVIS = { favorable: ['oui', 'x', 'accordé'], refusé: ['non', '0'] } as const;

test.each<[Brut, string]>([
  ['Favorable', 'lu favorable'],
  ['ACCORDE', 'lu favorable'],
  ['Oui', 'lu favorable'],
  ['x', 'converti favorable'],
  [0, 'converti refusé'],
  ['favorable ?', 'illisible'],
  ['accordé N+1', 'illisible'],
  ['constructor', 'illisible'],
])('avis %j : %s', (brut, attendu) => {
  expect(dire(lireChoix(brut, AVIS))).toBe(attendu);
});

test('une case à cocher, ou cochée d’un signe', () => {
  const avis = { favorable: ['vrai', 'x'], refusé: ['faux'] };
  expect(
    [true, false, ' \u2713 ', '\u2705\ufe0f', '\u2610', 'non \u2713', '\u2713 non'].map((v) =>
      dire(lireChoix(v, avis)),
    ),
  ).toEqual([
    'converti favorable',
    'converti refusé',
    'converti favorable',
    'converti favorable',
    'illisible',
    'illisible',
    'illisible',
  ]);
});

test.each(['acompte n+1', 'acompte n +1', 'acompte n+ 1', 'acompte N  +  1', 'n+1'])(
  '« %s » dit une gestion, pas un rang',
  (texte) => {
    expect(dire(lireChoix(texte, { acompte: ['acompte n1', 'n1'] }))).toBe('illisible');
  },
);

test('« bilan+1 » n’est pas la gestion N+1', () => {
  expect(dire(lireChoix('bilan +1', { bilan: ['bilan1'] }))).toBe('lu bilan');
});

test('l’index d’une liste se fait une fois', () => {
  expect(indexDe(AVIS)).toBe(indexDe(AVIS));
  expect([...indexDe(AVIS)]).toEqual([
    ['favorable', 'favorable'],
    ['oui', 'favorable'],
    ['x', 'favorable'],
    ['accorde', 'favorable'],
    ['refuse', 'refusé'],
    ['non', 'refusé'],
    ['0', 'refusé'],
  ]);
});
