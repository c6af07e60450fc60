/** Ce qui identifie : l'année scolaire sous ses formes, et le Siret avec l'exception de La Poste. */
import {
  anneeScolaire,
  chiffresSiret,
  lireAnnee,
  lireSiret,
  siretExact,
  siretValide,
} from '../../src/reglement';

describe('Année scolaire', () => {
  test.each([
    2021,
    '2021',
    ' 2021 ',
    '2021-2022',
    '2021/2022',
    '2021–2022',
    '2021 - 2022',
    '2021\u00a0/\u202f2022',
    '21-22',
    '21/22',
    '2021-22',
    '2021 (N)',
    'ANNÉE SCOLAIRE 2021-2022',
    'Exercice 2021',
  ])('%p se lit 2021', (valeur) => {
    expect(lireAnnee(valeur)).toBe(2021);
  });

  test.each([
    '2021-2023',
    '2022-2021',
    '2021-2021',
    '21',
    '202',
    '20212022',
    '2021-2022-2023',
    'vingt-et-un',
    'Bilan 2021',
    '2021 bis',
    '',
    null,
    undefined,
    2021.5,
    -2021,
    44000,
    true,
    {},
  ])('%p n’est pas une année scolaire', (valeur) => {
    expect(lireAnnee(valeur)).toBeUndefined();
  });

  test('une année seule est plausible de 1900 à 2199', () => {
    expect(['1899', '1900', '2199', '2200'].map(lireAnnee)).toEqual([undefined, 1900, 2199, undefined]);
  });

  test('s’écrit N-N+1 et se relit', () => {
    expect(anneeScolaire(2021)).toBe('2021-2022');
    expect(lireAnnee(anneeScolaire(2099))).toBe(2099);
  });
});

describe('Siret', () => {
  test('les blancs de présentation et l’apostrophe de tête n’en sont pas', () => {
    expect(chiffresSiret(' ’775 672\u00a0272\u202f21138\u200e')).toBe('77567227221138');
  });

  test.each([
    ['73282932000074', 'clé de Luhn juste'],
    ['732 829 320 00074', 'blancs de présentation'],
    ['05420712345672', 'un premier chiffre nul'],
    ['732\u00a0829\u202f320\u00a000074', 'espaces insécables'],
    [
      '35600000000048',
      'siège de La Poste : clé de Luhn, chiffres dont la somme (26) n’est pas multiple de 5',
    ],
    ['35600000009075', 'établissement de La Poste : somme 35, clé de Luhn fausse'],
  ])('%s est valide (%s)', (texte) => {
    expect(siretValide(texte)).toBe(true);
    expect(siretExact(texte)).toBe(chiffresSiret(texte));
  });

  test.each([
    ['73282932000075', 'clé fausse'],
    ['35600000009076', 'La Poste : somme 36, clé de Luhn fausse'],
    ['73282932000004', 'somme 40, multiple de 5, mais ce n’est pas La Poste'],
    ['7328293200007', 'treize chiffres'],
    ['073282932000074', 'quinze chiffres à la clé juste, dont quatorze à la fin'],
    ['732829320000745', 'quinze chiffres à la clé juste, dont quatorze au début'],
    ['732829320', 'un Siren'],
    ['00000000000000', 'zéros'],
    ['7328293200007A', 'une lettre'],
    ['7.32829E+13', 'un nombre abrégé par Excel'],
    ['', 'vide'],
  ])('%s n’est pas valide (%s)', (texte) => {
    expect(siretValide(texte)).toBe(false);
    expect(siretExact(texte)).toBeNull();
  });

  test('les blancs de présentation se retirent', () => {
    expect(lireSiret(' 732 829\u00a0320 00074 ')).toEqual({ etat: 'lu', valeur: '73282932000074' });
  });
});
