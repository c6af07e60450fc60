/**
 * Les mutations : Stryker change un signe des règles ou des contrôles, un essai doit le voir.
 * `npm run mutation` (scripts/mutation.ts) y ajoute le groupe de fichiers et ses essais.
 */
export default {
  // les essais restent chargés d'un mutant à l'autre
  plugins: ['./test/mutation/coureur.mjs'],
  testRunner: 'clas',
  // chaque mutant n'est passé qu'aux essais qui l'atteignent ; un chiffre de module, à tous
  coverageAnalysis: 'perTest',
  // une boucle sans fin se coupe ; une machine chargée n'en est pas une
  timeoutMS: 10_000,
  dryRunTimeoutMinutes: 60,
  tempDirName: 'build/mutation',
  ignorePatterns: ['build', 'dist', 'sortie'],
  reporters: ['progress-append-only'],
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  allowEmpty: false,
};
