/** Ce qu'un format de nombre d'Excel montre : son genre, et le texte que l'agent voit. */
import { genreDeFormat, nombreAffiche } from '../../src/valeurs/formatNombre';

test.each([
  ['dd/mm/yyyy', 'date'],
  ['mmm-yy', 'date'],
  ['[$-40C]d mmm yyyy', 'date'],
  ['yyyy', 'date'],
  ['m/d/yy h:mm', 'date'],
  ['mm:ss', 'heure'],
  ['[h]:mm:ss', 'heure'],
  ['h:mm AM/PM', 'heure'],
  ['0%', 'pourcent'],
  ['0.00%', 'pourcent'],
  ['General', 'nombre'],
  [undefined, 'nombre'],
  ['@', 'nombre'],
  ['#,##0.00\\ "€"', 'nombre'],
  ['"E"0000', 'nombre'],
  ['[Red]-#,##0.00', 'nombre'],
  ['_-* #,##0.00\\ [$€-40C]_-', 'nombre'],
  ['0" jours"', 'nombre'],
  ['0" %"', 'nombre'],
  ['0\\d', 'nombre'],
  ['#,##0;[Red]"moins "#,##0', 'nombre'],
  ['ceci n’est pas [un format', 'nombre'],
] as const)('%s : %s', (code, attendu) => {
  expect(genreDeFormat(code, 22_500)).toBe(attendu);
});

// la section qui montre la valeur, comme Excel la choisit
test.each([
  ['[<1]0%;0', 22_500, 'nombre'],
  ['[<1]0%;0', 0.5, 'pourcent'],
  ['[>40000]dd/mm/yyyy;0', 22_500, 'nombre'],
  ['[>40000]dd/mm/yyyy;0', 44_481, 'date'],
  ['0.00;dd/mm/yyyy', 3, 'nombre'],
  ['0.00;dd/mm/yyyy', -3, 'date'],
  ['0.00;dd/mm/yyyy', 0, 'nombre'],
  ['0;0;0%', 0, 'pourcent'],
  ['0;0;0%', 3, 'nombre'],
  ['0%;@', 3, 'pourcent'],
  ['0;;;@', 0, 'nombre'],
  ['[=0]"-";[<1]0%;#,##0', 3, 'nombre'],
  ['[=0]"-";[<1]0%;#,##0', 0.5, 'pourcent'],
  ['[<=1]0%;[>1]0', 1, 'pourcent'],
  ['0;[>100]0%;dd/mm/yyyy', 0, 'date'],
  ['[Red][>=1000]0%;0', 1000, 'pourcent'],
  ['[<>0]0;0%', 0, 'pourcent'],
  ['General%', 3, 'pourcent'],
  ['# ?/?%', 3, 'pourcent'],
  // une unité écrite à côté d'un nombre que rien ne divise
  ['0.0" k€"', 22.5, 'milliers'],
  ['0.0\\ \\K\\€', 22.5, 'milliers'],
  ['0" milliers d’euros"', 22.5, 'milliers'],
  ['0.0" M€"', 22.5, 'milliers'],
  ['[$k€-40C]0.0', 22.5, 'milliers'],
  ['0"k"', 22, 'milliers'],
  ['#,##0.0,"k€"', 22_500, 'nombre'],
  ['0.00,,"M€"', 22_500_000, 'nombre'],
  ['0" kilos"', 3, 'nombre'],
  ['0" m²"', 3, 'nombre'],
  ['0" km"', 3, 'nombre'],
  ['[$Kč-405] 0', 3, 'nombre'],
  ['[$kr.-414] 0', 3, 'nombre'],
  ['0" TTC en €"', 3, 'nombre'],
] as const)('%s de %d : %s', (code, nombre, attendu) => {
  expect(genreDeFormat(code, nombre)).toBe(attendu);
});

test.each([
  [123, '00000', '00123'],
  [124, '"E"0000', 'E0124'],
  [2021.1, '0.00', '2021,10'],
  [2021.1, undefined, '2021,1'],
  [44531, 'mmm-yy', 'déc.-21'],
  [44197, 'yyyy', '2021'],
  [0.08, '0.00%', '8,00%'],
  [0.0625, 'h:mm', '1:30'],
  [44531, 'm/d/yyyy', '01/12/2021'],
  [44531.25, 'm/d/yyyy h:mm', '01/12/2021 06:00'],
  [44531, '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'mercredi 1 décembre 2021'],
])('%d sous %s se montre « %s »', (nombre, code, attendu) => {
  expect(nombreAffiche(nombre, code, false)).toBe(attendu);
});

test('une date suit le calendrier du classeur', () => {
  expect(nombreAffiche(44531 - 1462, 'dd/mm/yyyy', true)).toBe('01/12/2021');
});
