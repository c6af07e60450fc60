/** Le volet pose lui-même les variables de Fluent : aucune ne manque, et elles restent celles de Fluent. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { COMMUNS, COULEURS, MARQUE } from '../../src/volet/style/jetons';
import { STYLE } from '../../src/volet/style/style';

const clair: Readonly<Record<string, unknown>> = { ...webLightTheme };
const sombre: Readonly<Record<string, unknown>> = { ...webDarkTheme };
const jetons = { ...COMMUNS, ...COULEURS, ...MARQUE };
const variables = (texte: string): string[] =>
  [...texte.matchAll(/var\(--(\w+)/g)].map(([, nom = '']) => nom);

test('toute variable employée est posée, aucune ne l’est pour rien', () => {
  const employees = new Set(variables(STYLE));
  expect(employees.size).toBeGreaterThan(30);
  expect([...employees].sort()).toEqual(Object.keys(jetons).sort());
});

test('hors le vert de Clas, les valeurs sont celles des thèmes de Fluent', () => {
  for (const [nom, [c, s]] of Object.entries(COULEURS))
    expect([nom, c, s]).toEqual([nom, clair[nom], sombre[nom]]);
  for (const [nom, valeur] of Object.entries(COMMUNS))
    expect([nom, valeur]).toEqual([nom, String(clair[nom])]);
});

test('le volet n’emploie de Fluent que la conduite du bouton, seul paquet que la construction réunit', () => {
  const vus = readdirSync('src/volet', { recursive: true, encoding: 'utf8' })
    .filter((nom) => nom.endsWith('.tsx'))
    .flatMap((nom) => [
      ...readFileSync(join('src/volet', nom), 'utf8').matchAll(
        /import \{([^}]+)\} from '@fluentui\/react-components'/g,
      ),
    ])
    .flatMap(([, noms = '']) => noms.split(',').map((nom) => nom.trim()));
  expect(vus).toEqual(['useButton_unstable']);
});
