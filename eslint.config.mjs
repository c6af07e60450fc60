/**
 * Le lint garde la maison : une seule direction (classeur → lecture → contrôle → calcul → restitution),
 * des règles pures, la bibliothèque .xlsx et Office.js à un seul endroit. `test/maison` vérifie la même chose sur les imports.
 */
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const sauf = (message, ...group) => ({ group, message });
const ZOD = { regex: '^zod$', message: 'Seul zod/mini : cinq kilo-octets au lieu de vingt-quatre.' };

const couche = (files, ...patterns) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});

const PORTES = sauf(
  'Une couche n’importe que celles qui la précèdent.',
  '**/fonctions/**',
  '**/volet/**',
  '**/cli/**',
  '**/atelier/**',
  '**/complement/**',
);
const BIBLIOTHEQUES = sauf(
  'Cette bibliothèque n’a qu’une place dans la maison.',
  'hucre',
  'hucre/*',
  'react',
  'react-dom*',
  '@fluentui/*',
  '@univerjs/*',
  'office-js',
);
const NODE = sauf('Le moteur n’a ni fichier ni réseau.', 'node:*');

const horloge = [
  'Date',
  'performance',
  'setTimeout',
  'setInterval',
  'fetch',
  'XMLHttpRequest',
  'localStorage',
  'process',
  'window',
  'document',
].map((name) => ({
  name,
  message: 'Le moteur est pur : ni horloge, ni entrée-sortie. La date est un argument.',
}));

const flottants = [
  { selector: "CallExpression[callee.property.name='toNumber']", message: 'Un montant reste décimal.' },
  {
    selector: "CallExpression[callee.name='parseFloat']",
    message: 'Pas de flottant : les montants sont décimaux.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Une règle ne tire rien au sort.',
  },
];

export default tseslint.config(
  { ignores: ['dist/', 'build/', 'coverage/', 'node_modules/', '**/*.cjs', 'assets/'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-irregular-whitespace': [
        'error',
        { skipStrings: true, skipTemplates: true, skipRegExps: true, skipComments: true },
      ],
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.{mjs,js}'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', URL: 'readonly', Buffer: 'readonly' },
    },
  },

  // Les couches
  couche(
    ['src/reglement/**'],
    PORTES,
    BIBLIOTHEQUES,
    NODE,
    sauf('Les règles ne connaissent pas le classeur.', '**/dossier/**', '**/classeur/**', 'zod*', 'zod/**'),
  ),
  couche(
    ['src/dossier/**'],
    PORTES,
    BIBLIOTHEQUES,
    NODE,
    sauf('Le moteur ne connaît pas les adaptateurs.', '**/classeur/**', 'decimal.js'),
    ZOD,
  ),
  couche(
    ['src/dossier/lecture/**', 'src/dossier/colonnes/**', 'src/dossier/anomalies/**'],
    PORTES,
    BIBLIOTHEQUES,
    NODE,
    sauf(
      'La lecture précède le contrôle et le calcul.',
      '**/controle/**',
      '**/calcul/**',
      '**/restitution/**',
      '**/classeur/**',
    ),
    ZOD,
  ),
  couche(
    ['src/dossier/controle/**'],
    PORTES,
    BIBLIOTHEQUES,
    NODE,
    sauf('Le contrôle précède le calcul.', '**/calcul/**', '**/restitution/**', '**/classeur/**'),
    ZOD,
  ),
  couche(
    ['src/dossier/calcul/**'],
    PORTES,
    BIBLIOTHEQUES,
    NODE,
    sauf('Le calcul précède la restitution.', '**/restitution/**', '**/classeur/**'),
    ZOD,
  ),
  couche(['src/classeur/excel/**'], PORTES, BIBLIOTHEQUES, NODE),
  couche(
    ['src/classeur/xlsx/**'],
    PORTES,
    NODE,
    sauf('Ni React ni Univer ici.', 'react*', '@fluentui/*', '@univerjs/*'),
  ),
  couche(
    ['src/fonctions/**'],
    BIBLIOTHEQUES,
    NODE,
    sauf(
      'Les formules n’ont besoin que des règles : c’est ce qui les garde légères.',
      '**/dossier/**',
      '**/classeur/**',
      '**/volet/**',
      '**/cli/**',
      '**/atelier/**',
      'zod*',
      'zod/**',
    ),
  ),
  couche(
    ['src/volet/**'],
    NODE,
    sauf(
      'Le volet passe par le port d’Excel.',
      'hucre',
      'hucre/*',
      '@univerjs/*',
      '**/cli/**',
      '**/atelier/**',
      '**/fonctions/**',
    ),
    ZOD,
  ),
  couche(
    ['src/cli/**'],
    sauf(
      'Une porte n’en importe pas une autre.',
      'hucre',
      'hucre/*',
      'react*',
      '@univerjs/*',
      '**/volet/**',
      '**/atelier/**',
      '**/fonctions/**',
    ),
  ),
  {
    files: ['src/reglement/**', 'src/dossier/**'],
    rules: { 'no-restricted-globals': ['error', ...horloge] },
  },
  {
    files: ['src/reglement/**', 'src/dossier/calcul/**'],
    rules: { 'no-restricted-syntax': ['error', ...flottants] },
  },
  { files: ['test/**'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
);
