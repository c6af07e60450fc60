/** Le volet pose lui-même les variables de Fluent : aucune ne manque, et elles restent celles de Fluent. */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { COMMUNS, COULEURS, MARQUE } from '../../src/volet/style/jetons';
import { STYLE } from '../../src/volet/style/style';

/** Les composants de Fluent employés, et le fichier de leur style. */
const COMPOSANTS: readonly (readonly [paquet: string, nom: string])[] = [
  ['react-button', 'Button'],
  ['react-message-bar', 'MessageBar'],
  ['react-message-bar', 'MessageBarBody'],
];

const clair: Readonly<Record<string, unknown>> = { ...webLightTheme };
const sombre: Readonly<Record<string, unknown>> = { ...webDarkTheme };
const jetons = { ...COMMUNS, ...COULEURS, ...MARQUE };
const variables = (texte: string): string[] =>
  [...texte.matchAll(/var\(--(\w+)/g)].map(([, nom = '']) => nom);

function styleDe(paquet: string, nom: string): string {
  const racine = dirname(require.resolve(`@fluentui/${paquet}/package.json`));
  return readFileSync(join(racine, `lib/components/${nom}/use${nom}Styles.styles.js`), 'utf8');
}

test('toute variable employée est posée', () => {
  const deFluent = COMPOSANTS.flatMap(([paquet, nom]) => variables(styleDe(paquet, nom)));
  const employees = [...deFluent, ...variables(STYLE)].filter((nom) => nom in clair);
  expect(employees.length).toBeGreaterThan(50);
  expect([...new Set(employees)].filter((nom) => !(nom in jetons))).toEqual([]);
});

test('aucune variable n’est posée pour rien', () => {
  const employees = new Set([
    ...COMPOSANTS.flatMap(([paquet, nom]) => variables(styleDe(paquet, nom))),
    ...variables(STYLE),
  ]);
  expect(Object.keys(jetons).filter((nom) => !employees.has(nom))).toEqual([]);
});

test('hors le vert de Clas, les valeurs sont celles des thèmes de Fluent', () => {
  for (const [nom, [c, s]] of Object.entries(COULEURS))
    expect([nom, c, s]).toEqual([nom, clair[nom], sombre[nom]]);
  for (const [nom, valeur] of Object.entries(COMMUNS))
    expect([nom, valeur]).toEqual([nom, String(clair[nom])]);
});

test('le volet n’emploie de Fluent que ces composants', () => {
  const vus = readdirSync('src/volet', { recursive: true, encoding: 'utf8' })
    .filter((nom) => nom.endsWith('.tsx'))
    .flatMap((nom) => [
      ...readFileSync(join('src/volet', nom), 'utf8').matchAll(
        /import \{([^}]+)\} from '@fluentui\/react-components'/g,
      ),
    ])
    .flatMap(([, noms = '']) => noms.split(',').map((nom) => nom.trim()));
  expect([...new Set(vus)].sort()).toEqual(COMPOSANTS.map(([, nom]) => nom).sort());
});
