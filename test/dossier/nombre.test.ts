/** Les nombres comme les agents les écrivent : ce qui se lit, ce qui se confirme, ce qui ne se devine pas. */
import fc from 'fast-check';
import { Decimal } from '../../src/valeurs/montant';
import { lireDuree, lireNombre } from '../../src/valeurs/nombre';

const lu = (v: string | number | boolean): string => {
  const n = lireNombre(v);
  return n.etat === 'illisible' ? 'illisible' : `${n.etat} ${n.valeur.toString()}`;
};

test.each([
  [1234.56, 'lu 1234.56'],
  [652.9299999999999, 'lu 652.93'],
  [0.1 + 0.2, 'lu 0.3'],
  [0, 'lu 0'],
  ['1 234,56 €', 'converti 1234.56'],
  ['1\u00a0234,56\u00a0€', 'converti 1234.56'],
  ['1\u202f234,56', 'converti 1234.56'],
  ["1'234.56", 'converti 1234.56'],
  ['1’234,5', 'converti 1234.5'],
  ['1.234,56', 'converti 1234.56'],
  ['15.500,00', 'converti 15500'],
  ['1,234.56', 'converti 1234.56'],
  ['1.234.567', 'converti 1234567'],
  ['12 000 euros', 'converti 12000'],
  ['12000 EUR', 'converti 12000'],
  [' 42 ', 'converti 42'],
  ['12,5', 'converti 12.5'],
  ['0,123', 'converti 0.123'],
  ['1234,567', 'converti 1234.567'],
  ['+5', 'converti 5'],
  ['-5', 'converti -5'],
  ['−5', 'converti -5'],
  ['(500)', 'converti -500'],
  ['€ 24 000', 'converti 24000'],
  ['EUR 24 000', 'converti 24000'],
  ['Euros 24000', 'converti 24000'],
  ['€ -24', 'converti -24'],
  ['- 24 €', 'converti -24'],
  ["'24000", 'converti 24000'],
  ['24\u2003000', 'converti 24000'],
  ['24\t000', 'converti 24000'],
  ['24\u200b000\u200e', 'converti 24000'],
  ['\u202a24\u2009000\u202c', 'converti 24000'],
  ['€ 24 €', 'illisible'],
  ['500-', 'illisible'],
  ['24 000 + 500', 'illisible'],
  ['1.234', 'ambigu 1234'],
  ['1,234', 'ambigu 1234'],
  ['12.345 €', 'ambigu 12345'],
  ['néant', 'illisible'],
  ['', 'illisible'],
  ['€', 'illisible'],
  ['12 enfants', 'illisible'],
  ['24 k€', 'illisible'],
  ['1 23', 'illisible'],
  ['2 525 2563€', 'illisible'],
  ['1e3', 'illisible'],
  ['0x1F', 'illisible'],
  ['1,2,3', 'illisible'],
  ['--5', 'illisible'],
  ['Infinity', 'illisible'],
  ['1'.repeat(60), 'illisible'],
  [Number.NaN, 'illisible'],
  [Number.POSITIVE_INFINITY, 'illisible'],
  [true, 'illisible'],
])('%j se lit « %s »', (valeur, attendu) => {
  expect(lu(valeur)).toBe(attendu);
});

test.each([
  [1.5, '1.5'],
  [0.0625, '1.5'],
  [357 / 1440, '5.95'],
  [0.25, '0.25'],
  [0.4, '0.4'],
  ['1,5', '1.5'],
  ['1 h 30', '1.5'],
  ['1h30', '1.5'],
  ['2h', '2'],
  ['1:30', '1.5'],
  ['90 min', '1.5'],
  ['1,500', '1.5'],
  ['1 h 59', new Decimal(119).div(60).toString()],
  ['1 h 60', 'illisible'],
  ['1 h 75', 'illisible'],
  ['1:60', 'illisible'],
  ['1 500', 'illisible'],
  ['1500', 'illisible'],
  ['2 heures', '2'],
])('la durée %j fait %s h', (valeur, attendu) => {
  const d = lireDuree(valeur);
  expect(d.etat === 'illisible' ? 'illisible' : d.valeur.toString()).toBe(attendu);
});

test('tout centime, écrit à la française, se relit exact', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 999_999_999 }),
      fc.constantFrom(' ', '\u00a0', '\u202f', "'", ''),
      (centimes, blanc) => {
        const entier = String(Math.floor(centimes / 100)).replace(/\B(?=(\d{3})+$)/g, blanc);
        const texte = `${entier},${String(centimes % 100).padStart(2, '0')} €`;
        const n = lireNombre(texte);
        expect(n.etat === 'converti' && n.valeur.times(100).toString()).toBe(String(centimes));
        const binaire = lireNombre(centimes / 100);
        expect(binaire.etat === 'lu' && binaire.valeur.times(100).toString()).toBe(String(centimes));
      },
    ),
  );
});

test('aucun texte ne fait planter la lecture', () => {
  fc.assert(
    fc.property(fc.string(), (texte) => ['converti', 'ambigu', 'illisible'].includes(lireNombre(texte).etat)),
  );
});
