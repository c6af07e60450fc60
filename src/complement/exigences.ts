/** Ce qu'Excel doit savoir faire (les mêmes jeux que le manifeste), et la phrase montrée quand il ne le sait pas. */
export const EXIGENCES = [
  ['SharedRuntime', '1.1'],
  ['CustomFunctionsRuntime', '1.3'],
  ['ExcelApi', '1.14'],
] as const;

/** Une phrase au lieu d'un volet blanc, ou `undefined` si tout est là. */
export function phraseExigences(): string | undefined {
  if (Office.context.host !== Office.HostType.Excel) {
    return 'Cette page est le volet de Clas : elle s’ouvre dans Excel, par l’onglet « Clas » du ruban.';
  }
  const absentes = EXIGENCES.filter(
    ([jeu, version]) => !Office.context.requirements.isSetSupported(jeu, version),
  );
  if (absentes.length === 0) return undefined;
  const noms = absentes.map(([jeu, version]) => `${jeu} ${version}`).join(', ');
  return `Clas demande Excel 2021, Microsoft 365 ou Excel sur le web : cette version d’Excel est trop ancienne (il lui manque ${noms}).`;
}
