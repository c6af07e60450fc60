/** Une dernière ligne lisible par toute intégration continue : « 1234 passed, 0 failed ». */
module.exports = class Bilan {
  onRunComplete(_, resultats) {
    console.log(
      `${resultats.numPassedTests} passed, ${resultats.numFailedTests + resultats.numRuntimeErrorTestSuites} failed`,
    );
  }
};
