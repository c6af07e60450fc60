/**
 * Le lint garde la maison : une seule direction (classeur → lecture → contrôle → calcul → restitution), dite par la table
 * de `outils/couches.mjs` ; des règles pures ; chaque bibliothèque à sa place.
 */
import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import { regleCouches } from './outils/couches.mjs';

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
  { ignores: ['dist/', 'dist-recette/', 'build/', 'coverage/', 'node_modules/', '**/*.cjs', 'assets/'] },
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

  // Les couches : la table est dans outils/couches.mjs
  {
    files: ['src/**', 'atelier/**'],
    plugins: { maison: { rules: { couches: regleCouches } } },
    rules: { 'maison/couches': 'error' },
  },
  {
    files: ['src/valeurs/**', 'src/reglement/**', 'src/dossier/**'],
    rules: { 'no-restricted-globals': ['error', ...horloge] },
  },
  {
    files: ['src/reglement/**', 'src/dossier/calcul/**'],
    rules: { 'no-restricted-syntax': ['error', ...flottants] },
  },
  { files: ['test/**'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
);
