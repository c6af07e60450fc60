/** Le Siret : sa clé, celle de La Poste, et ce qu'Excel en fait quand il le prend pour un nombre. */
import { lireSiret, siretExact, siretValide } from '../../src/valeurs/siret';

test.each([
  // La Poste : le siège, puis des établissements, à la somme multiple de cinq
  ['35600000000048', true],
  ['35600000000006', true],
  ['35600000000007', false],
  ['35600000049837', true],
  ['35600000049838', false],
  ['73282932000004', false],
  ['20004356000000', false],
  ['732829320000745', false],
  ["732829320'00074", false],
  ['73282932000074', true],
  ['732 829 320 00074', true],
  ['732\u00a0829\u202f320\u200b00074', true],
  ["'73282932000074", true],
  ['’73282932000074', true],
  ['73282932000075', false],
  ['7328293200007', false],
  ['732829320000744', false],
  ['7328293200007A', false],
  ['A73282932000074', false],
  ['00000000000000', false],
  ['00000000000018', false],
  ['99900001100018', true],
  ['99900001100009', false],
  ['10000000000008', true],
  ['', false],
])('« %s » : %j', (texte, attendu) => {
  expect(siretValide(texte)).toBe(attendu);
});

test.each<[string | number | boolean, string, string]>([
  ['73282932000074', '', 'lu 73282932000074'],
  [' 732 829 320 00074', '', 'lu 73282932000074'],
  [73282932000074, '73282932000074', 'converti 73282932000074'],
  ['5420712345672', '', 'converti 05420712345672'],
  [5420712345672, '5420712345672', 'converti 05420712345672'],
  // au format scientifique, les chiffres sont tous là : la clé le dit
  [73282932000074, '7,33E+13', 'converti 73282932000074'],
  [73282932000075, '7,33E+13', 'arrondi'],
  [73282932000075, '73282932000075', 'illisible'],
  [73282932000000, '', 'arrondi'],
  [732829320000000, '', 'arrondi'],
  [732829300000, '', 'arrondi'],
  [73282900000, '', 'illisible'],
  [100000, '', 'illisible'],
  [7328293000001, '', 'illisible'],
  [73282932000010, '', 'illisible'],
  [-73282932000000, '', 'illisible'],
  [732829320009, '', 'converti 00732829320009'],
  [73282932000, '', 'illisible'],
  ['73282932000000', '', 'illisible'],
  ['7,33E+13', '', 'arrondi'],
  ['7.32829E13', '', 'arrondi'],
  ['7e+13', '', 'arrondi'],
  ['17E+13', '', 'illisible'],
  ['7,33E+13 €', '', 'illisible'],
  ['73282932', '', 'illisible'],
  ['732829320', '', 'siren'],
  ['732 829 320', '', 'siren'],
  [732829320, '', 'siren'],
  ['7328293200', '', 'illisible'],
  ['en cours', '', 'illisible'],
  [true, '', 'illisible'],
])('%j, affiché « %s » : %s', (brut, affiche, attendu) => {
  const lu = lireSiret(brut, affiche);
  expect('valeur' in lu ? `${lu.etat} ${lu.valeur}` : lu.etat).toBe(attendu);
});

test('un Siret à publier est juste, ou n’est pas', () => {
  expect([siretExact('732 829 320 00074'), siretExact('73282932000075'), siretExact(null)]).toEqual([
    '73282932000074',
    null,
    null,
  ]);
});
