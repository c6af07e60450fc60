import { Refus } from '../../src/fonctions/refus';
import { appeler, phrase } from './appel';

describe('vide, zéro et omis se valent', () => {
  test.each([null, undefined, 0, '', '  '])('%p', (vide) => {
    expect(appeler('PS', 24000, 3, 2021, vide)).toBe(7689);
    expect(appeler('PS', vide, 3, 2021)).toBe(0);
    expect(appeler('PS', 24000, vide, 2021)).toBe(0);
    expect(appeler('BONUS', 1, vide, vide)).toBe(300);
    expect(appeler('CAP', 7689, vide)).toBe(3075.6);
    expect(appeler('SOLDE', 7312.5, vide, vide, vide)).toBe(7312.5);
    expect(appeler('SIRET', vide)).toBe(false);
    expect(phrase(() => appeler('PSBAREME', 24000, 3, vide, 7885, 2563))).toMatch(/^barème : .* renseignés/);
    expect(phrase(() => appeler('PSBAREME', 24000, 3, 0.325, vide, 2563))).toMatch(/^barème :/);
    expect(phrase(() => appeler('PSBAREME', 24000, 3, 0.325, 7885, vide))).toMatch(/^barème :/);
  });
});

test.each([null, undefined, 0, '', '  '])('sans année (%p), celle du seul barème publié', (vide) => {
  expect(appeler('PS', 24000, 3, vide, vide)).toBe(7689);
});

describe('nombres lus', () => {
  test.each([
    ['24 000,00 €', 7689],
    ['24\u202f000', 7689],
    ['24\u00a0000,00\u00a0€', 7689],
    ["24'000", 7689],
    ['24.000,00', 7689],
    [' 24000 ', 7689],
    ['24000.0', 7689],
    [0.1 + 0.2, 0.1],
    [7879.4, 2560.81],
    [7884.999999999999, 2563],
  ])('%p', (cout, ps) => expect(appeler('PS', cout, typeof cout === 'string' ? 3 : 1, 2021)).toBe(ps));

  test('taux en texte', () => {
    expect(appeler('PSBAREME', 6000, 1, '32,5 %', 7885, 2563)).toBe(1950);
    expect(appeler('PSBAREME', 6000, 1, '0,325', 7885, 2563)).toBe(1950);
  });

  test('un montant à plus de deux décimales est arrondi au centime avant la règle', () => {
    expect(appeler('PS', 7884.995, 1, 2021)).toBe(2563);
    expect(appeler('PS', 7884.994, 1, 2021)).toBe(2562.62);
  });
});

const ERREUR_NA = { code: '#N/A' };

describe('refus : une phrase française, jamais un nombre faux', () => {
  test.each([
    [() => appeler('PS', 'néant', 1), 'coût : « néant » n’est pas un nombre.'],
    [() => appeler('PS', '12 enfants', 1), 'coût : « 12 enfants » n’est pas un nombre.'],
    [
      () => appeler('PS', '1.234', 1),
      'coût : « 1.234 » est ambigu (milliers ou décimales ?) ; saisir un nombre.',
    ],
    [() => appeler('PS', '1 2', 1), 'coût : « 1 2 » n’est pas un nombre.'],
    [() => appeler('PS', '1.234.56', 1), 'coût : « 1.234.56 » n’est pas un nombre.'],
    [() => appeler('PS', true, 1), 'coût : « VRAI » n’est pas un nombre.'],
    [() => appeler('PS', NaN, 1), 'coût : « NaN » n’est pas un nombre.'],
    [() => appeler('PS', Infinity, 1), 'coût : « Infinity » n’est pas un nombre.'],
    [() => appeler('PS', '#REF!', 1), 'coût : « #REF! » n’est pas un nombre.'],
    [() => appeler('PS', ERREUR_NA, 1), 'coût : la cellule contient l’erreur #N/A ; la corriger d’abord.'],
    [() => appeler('PS', [[1], [2]], 1), 'coût : une seule cellule est attendue, et non une plage.'],
    [() => appeler('PS', -5, 1), 'coût : -5 est négatif ; un nombre positif ou nul est attendu.'],
    [() => appeler('PS', '-0,5', 1), 'coût : -0,5 est négatif ; un nombre positif ou nul est attendu.'],
    [() => appeler('PS', 1e15, 1), 'coût : « 1000000000000000 » est hors de portée ; vérifier la cellule.'],
    [() => appeler('PS', 6000, -1), /^nombre de collectifs : -1 est négatif/],
    [() => appeler('PS', 6000, 2.5), 'nombre de collectifs : 2,5 doit être un nombre entier.'],
    [() => appeler('PS', 6000, 1, 2022), /2022-2023 ; employer CLAS\.PS_BAREME/],
    [() => appeler('PS', 6000, 1, 'rentrée'), /^année : « rentrée » n’est pas une année scolaire/],
    [() => appeler('PS', 6000, 1, '2021-2023'), /^année :/],
    [() => appeler('PS', 6000, 1, 2021.5), /^année :/],
    [() => appeler('PS', 6000, 1, true), /^année :/],
    [
      () => appeler('PS', 6000, 1, 2021, 'au pif'),
      'arrondi : « au pif » est inconnu ; écrire barème, centime ou euro.',
    ],
    [
      () => appeler('PSBAREME', 6000, 1, 32.5, 7885, 2563),
      'taux : 32,5 n’est pas un taux ; écrire 32,5 % ou 0,325.',
    ],
    [() => appeler('PLAFOND', 2020), /^année : aucun barème publié connu pour 2020-2021/],
    [() => appeler('BONUS', 1.5, 0), /^bonus enfants : 1,5 doit être un nombre entier/],
    [() => appeler('BONUS', 0, 'x'), /^bonus parents : « x » n’est pas un nombre/],
    [() => appeler('SOLDE', 100, -1), /^acomptes N : -1 est négatif/],
    [() => appeler('SOLDEN1', 100, 'x'), /^acomptes N\+1 :/],
    [() => appeler('EXCEDENT80', 'x', 1), /^coût total :/],
    [() => appeler('CONTROLE', 1, 'x'), /^droit contrôlé :/],
    [() => appeler('SIRET', { code: '#REF!' }), /^Siret : la cellule contient l’erreur #REF!/],
  ])('%#', (travail, attendu) => {
    const texte = phrase(travail);
    if (typeof attendu === 'string') expect(texte).toBe(attendu);
    else expect(texte).toMatch(attendu);
  });

  test('#N/A : seulement quand la valeur manque', () => {
    const indisponible = (travail: () => unknown): boolean => {
      try {
        return Boolean(travail());
      } catch (erreur) {
        return erreur instanceof Refus && erreur.indisponible;
      }
    };
    expect(indisponible(() => appeler('PS', 6000, 1, 2022))).toBe(true);
    expect(indisponible(() => appeler('PS', ERREUR_NA, 1))).toBe(true);
    expect(indisponible(() => appeler('PS', 'x', 1))).toBe(false);
  });
});

test.each(['barème publié', 'BAREME', 'Barème', 'barème'])('arrondi « %s »', (arrondi) => {
  expect(appeler('PS', 7885, 1, 2021, arrondi)).toBe(2563);
  expect(appeler('PS', 7885, 1, 2021, ' Centime ')).toBe(2562.63);
  expect(appeler('PS', 6001, 1, 2021, 'EURO')).toBe(1950);
});

test('le bonus au montant saisi', () => {
  expect(appeler('BONUS', 3, 2, 310)).toBe(1550);
  expect(appeler('BONUS', 3, 2, '0')).toBe(1500);
});
