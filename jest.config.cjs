/** Un seul moteur de transformation (swc) ; hucre n'existe qu'en modules ES, il passe donc par lui. */
const { spawnSync } = require('node:child_process');

const transform = {
  '^.+\\.(m?[jt]sx?)$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
      },
      module: { type: 'commonjs' },
    },
  ],
};

/** Les essais de LibreOffice sont exigés en intégration continue, qui l'installe ; ailleurs, s'il est là. */
const tableur = process.env.CI || !spawnSync('soffice', ['--version']).error;

module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  testPathIgnorePatterns: ['/node_modules/', ...(tableur ? [] : ['/libreoffice[^/]*\\.test'])],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json'],
  transform,
  transformIgnorePatterns: ['/node_modules/(?!(hucre|n2words)/)'],
  reporters: ['default', '<rootDir>/test/outils/bilan.cjs'],
  maxWorkers: 2,
  // une machine chargée n'est pas un défaut : la vitesse se mesure à part (npm run bench)
  testTimeout: 600_000,
  testEnvironmentOptions: { globalsCleanup: 'off' },
};
