import { familleDeFormat } from '../../src/valeurs/format';

describe('Nature d’un format de nombre', () => {
  test.each([
    ['dd/mm/yyyy', 'date'],
    ['mmm-yy', 'date'],
    ['[$-40C]d mmm yyyy', 'date'],
    ['yyyy', 'date'],
    ['mm:ss', 'heure'],
    ['[h]:mm:ss', 'heure'],
    ['h:mm AM/PM', 'heure'],
    ['0%', 'pourcentage'],
    ['0.00%', 'pourcentage'],
    ['General', undefined],
    [undefined, undefined],
    ['#,##0.00\\ "€"', undefined],
    ['"E"0000', undefined],
    ['[Red]-#,##0.00', undefined],
    ['_-* #,##0.00\\ [$€-40C]_-', undefined],
    ['0" jours"', undefined],
    ['0\\d', undefined],
    ['#,##0;[Red]"moins "#,##0', undefined],
  ] as const)('%s : %s', (code, attendue) => {
    expect(familleDeFormat(code)).toBe(attendue);
  });
});
