/**
 * Les mutations : Stryker change un signe des règles ou des contrôles, un essai doit le voir.
 * `npm run mutation` (scripts/mutation.ts) y ajoute le groupe de fichiers et ses essais.
 */
export default {
  testRunner: 'jest',
  // chaque mutant n'est passé qu'aux essais qui l'atteignent ; un chiffre de module, à tous
  coverageAnalysis: 'perTest',
  jest: { enableFindRelatedTests: false },
  concurrency: 2,
  // une boucle sans fin se coupe ; une machine chargée n'en est pas une
  timeoutMS: 30_000,
  tempDirName: 'build/mutation',
  ignorePatterns: ['build', 'dist', 'sortie'],
  reporters: ['progress-append-only'],
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  allowEmpty: false,
};
