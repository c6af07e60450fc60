/** Les fonctions personnalisées d'exemple : une pure, une qui se répète. */
function additionner(premier: number, second: number): number {
  return premier + second;
}

function compter(pas: number, appel: CustomFunctions.StreamingInvocation<number>): void {
  let total = 0;
  const minuteur = setInterval(() => appel.setResult((total += pas)), 1_000);
  appel.onCanceled = () => clearInterval(minuteur);
}

CustomFunctions.associate('ADDITIONNER', additionner);
CustomFunctions.associate('COMPTER', compter);
