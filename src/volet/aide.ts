/** L'aide s'ouvre dans le navigateur, quand Excel sait le demander : il garde le volet et la feuille. */
export function ouvrirAide(): void {
  const adresse = new URL('aide.html', document.baseURI).href;
  if (Office.context.requirements.isSetSupported('OpenBrowserWindowApi', '1.1'))
    Office.context.ui.openBrowserWindow(adresse);
  else window.open(adresse, '_blank', 'noopener');
}
