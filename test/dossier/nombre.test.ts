/** Les nombres comme les agents les écrivent : ce qui se lit, ce qui se confirme, ce qui ne se devine pas. */
import fc from 'fast-check';
import { Decimal } from '../../src/valeurs/montant';
import { lireDuree, lireNombre, lireTaux } from '../../src/valeurs/nombre';

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
  ['1 234 567', 'converti 1234567'],
  ['1 234 567.8', 'converti 1234567.8'],
  ["1'234'567,89", 'converti 1234567.89'],
  ['1234 567', 'illisible'],
  ['1 2345', 'illisible'],
  ['12 34', 'illisible'],
  ['1 234,', 'illisible'],
  ['a1 234', 'illisible'],
  ['1 234,5x', 'illisible'],
  ['007', 'converti 7'],
  ['0.125', 'converti 0.125'],
  ['999,999', 'ambigu 999999'],
  ['10.12', 'converti 10.12'],
  ['10.1234', 'converti 10.1234'],
  ['x10.12', 'illisible'],
  ['10.12x', 'illisible'],
  ['10,', 'illisible'],
  [',5', 'illisible'],
  ['1.234.567,8', 'converti 1234567.8'],
  ['12.345.678,90', 'converti 12345678.9'],
  ['12.34,5', 'illisible'],
  ['1234.567,8', 'illisible'],
  ['1.234,5x', 'illisible'],
  ['x1.234,5', 'illisible'],
  ['1.234.567,', 'illisible'],
  ['1,234,567.8', 'converti 1234567.8'],
  ['12,345,678.90', 'converti 12345678.9'],
  ['1,23.5', 'illisible'],
  ['1234,567.8', 'illisible'],
  ['1,234.5x', 'illisible'],
  ['x1,234.5', 'illisible'],
  ['1,234,567.', 'illisible'],
  ['1,234,567', 'converti 1234567'],
  ['12,345,678', 'converti 12345678'],
  ['12.345.678.901', 'converti 12345678901'],
  ['1.234.56', 'illisible'],
  ['1.23.456', 'illisible'],
  ['1234.567.890', 'illisible'],
  ['1234,567,890', 'illisible'],
  ['1,234,5678', 'illisible'],
  ['x1.234.567', 'illisible'],
  ['1.234.567x', 'illisible'],
  ['x1,234,567', 'illisible'],
  ['1,234,567x', 'illisible'],
  ['1 234 euros', 'converti 1234'],
  ['5€', 'converti 5'],
  ['5eur', 'converti 5'],
  ['5 Euro', 'converti 5'],
  ['€5', 'converti 5'],
  ['eur5', 'converti 5'],
  ['euro 5', 'converti 5'],
  ['europe 5', 'illisible'],
  ['eurx5', 'illisible'],
  ['5 europe', 'illisible'],
  ['5 € net', 'illisible'],
  ['24€50', 'illisible'],
  ['x€ 5', 'illisible'],
  ['–5', 'converti -5'],
  ['-€5', 'converti -5'],
  ['(5 €)', 'converti -5'],
  ['( 5 )', 'converti -5'],
  ['(5', 'illisible'],
  ['5)', 'illisible'],
  ['x(5)', 'illisible'],
  ['(5)x', 'illisible'],
  ['-(5)', 'illisible'],
  ['5-5', 'illisible'],
  ['+ 5', 'converti 5'],
  ['5+', 'illisible'],
  ['’5', 'converti 5'],
  ["5'", 'illisible'],
  ['9'.repeat(40), `converti ${'9'.repeat(40)}`],
  ['9'.repeat(41), 'illisible'],
  [1e21, 'lu 1000000000000000000000'],
  [-0.1, 'lu -0.1'],
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

test.each<[string | number | boolean, string]>([
  [1.5, 'lu 1.5'],
  [0.0625, 'lu 1.5'],
  [357 / 1440, 'lu 5.95'],
  [0.25, 'lu 0.25'],
  [0.4, 'lu 0.4'],
  [0, 'lu 0'],
  [-0.0625, 'lu -0.0625'],
  [Number.NaN, 'illisible'],
  [true, 'illisible'],
  ['1,5', 'converti 1.5'],
  ['1.5', 'converti 1.5'],
  ['2', 'converti 2'],
  ['-2', 'converti -2'],
  ['1,5 h', 'converti 1.5'],
  ['1,5h', 'converti 1.5'],
  ['1,5 heure', 'converti 1.5'],
  ["'1,5", 'converti 1.5'],
  ['’2 h', 'converti 2'],
  ['1 h 30', 'converti 1.5'],
  ['1h30', 'converti 1.5'],
  ['1 H 30', 'converti 1.5'],
  ['1 h 30 min', 'converti 1.5'],
  ['1h30mn', 'converti 1.5'],
  ['1 heure 30 minutes', 'converti 1.5'],
  ['2h', 'converti 2'],
  ['10 h', 'converti 10'],
  ['10 h 30', 'converti 10.5'],
  ["1'30", 'illisible'],
  ['2:', 'illisible'],
  ['1:30', 'converti 1.5'],
  ['1 : 30', 'converti 1.5'],
  ['1:30:00', 'converti 1.5'],
  ['1:30:15', 'illisible'],
  ['90 min', 'converti 1.5'],
  ['90mn', 'converti 1.5'],
  ['120 minutes', 'converti 2'],
  ['6 MIN', 'converti 0.1'],
  ['1,500', 'converti 1.5'],
  ['1 h 59', `converti ${new Decimal(119).div(60).toString()}`],
  ['1 h 6', 'converti 1.1'],
  ['1 h 60', 'illisible'],
  ['1 h 75', 'illisible'],
  ['1:60', 'illisible'],
  ['1 500', 'illisible'],
  ['1500', 'illisible'],
  ['1500 min', 'illisible'],
  ['100 h', 'converti 100'],
  ['1 h 300', 'illisible'],
  ['100:30', 'illisible'],
  ['2 heures', 'converti 2'],
  ['2 heures environ', 'illisible'],
  ['environ 2 h', 'illisible'],
  ['environ 90 min', 'illisible'],
  ['90 min par séance', 'illisible'],
  ['environ 1 h 30', 'illisible'],
  ['1 h 30 environ', 'illisible'],
  ['1,5 hr', 'illisible'],
  ['1,', 'illisible'],
  ['', 'illisible'],
])('la durée %j : %s', (valeur, attendu) => {
  const d = lireDuree(valeur);
  expect(d.etat === 'illisible' ? 'illisible' : `${d.etat} ${d.valeur.toString()}`).toBe(attendu);
});

test('sous un format d’heure, un nombre est toujours une part de jour', () => {
  expect(
    [0.0625, 0.3125, 1, 0, -0.5].map((v) => {
      const d = lireDuree(v, true);
      return d.etat === 'illisible' ? 'illisible' : d.valeur.toString();
    }),
  ).toEqual(['1.5', '7.5', '24', '0', '-0.5']);
});

test.each<[string | number | boolean, string]>([
  [0.325, 'lu 0.325'],
  [1, 'lu 1'],
  [32.5, 'ambigu 0.325'],
  [100, 'ambigu 1'],
  [101, 'illisible'],
  ['0,325', 'converti 0.325'],
  ['32,5', 'ambigu 0.325'],
  ['32,5 %', 'converti 0.325'],
  ['32,5% ', 'converti 0.325'],
  ['100 %', 'converti 1'],
  ['100,5 %', 'illisible'],
  ['%', 'illisible'],
  ['32,5 % par an', 'illisible'],
  [-0.1, 'lu -0.1'],
  [true, 'illisible'],
])('le taux %j : %s', (valeur, attendu) => {
  const t = lireTaux(valeur);
  expect(t.etat === 'illisible' ? 'illisible' : `${t.etat} ${t.valeur.toString()}`).toBe(attendu);
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
