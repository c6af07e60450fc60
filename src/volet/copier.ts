/** Copier un texte, avec la permission du presse-papiers ou sans : dans le cadre d'Excel sur le web, elle est refusée. */

/** L'ancienne commande du navigateur n'a besoin que du clic de l'agent. */
function copierParSelection(texte: string): boolean {
  const zone = document.createElement('textarea');
  zone.value = texte;
  zone.readOnly = true;
  zone.className = 'cache';
  // sans quoi tabulations et lignes se copieraient en espaces
  zone.style.whiteSpace = 'pre';
  document.body.append(zone);
  const avant = document.activeElement;
  zone.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    zone.remove();
    if (avant instanceof HTMLElement) avant.focus();
  }
}

/** Faux : la copie se finit au clavier. */
export async function copier(texte: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(texte);
    return true;
  } catch {
    return copierParSelection(texte);
  }
}
