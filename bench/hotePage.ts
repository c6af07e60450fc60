/** Empaqueté et posé dans chaque page mesurée avant office.js : l'hôte émulé et sa grille légère, les mêmes pour tous. */
import { poserPontRecent } from '../atelier/hote/amorce';
import { GrilleMemoire } from '../atelier/hote/grille/memoire';
import { Hote } from '../atelier/hote/hote';
import type { FeuilleTest } from '../outils/excel';

/** Une feuille, et le format de nombre des cellules où la saisie en a mis un. */
export interface FeuilleMesuree extends FeuilleTest {
  readonly formats?: readonly (readonly [ligne: number, colonne: number, format: string])[];
}

declare global {
  interface Window {
    readonly classeurMesure: readonly FeuilleMesuree[];
    hoteMesure: Hote;
    /** Instant, depuis la navigation, où un premier bouton est peint et où la page peut répondre. */
    utilisable?: number;
    /** Le dernier texte qu'elle montre en s'ouvrant, et l'instant où il se lit. */
    readonly dernierTexte: string;
    complete?: number;
  }
}

const hote = new Hote((fonctions) => new GrilleMemoire(fonctions));
for (const { nom, lignes, formats = [] } of window.classeurMesure) {
  const feuille = hote.classeur.ajouterFeuille(nom, 'agent');
  const colonnes = Math.max(...lignes.map((ligne) => ligne.length));
  hote.classeur.grille.ecrire(feuille.id, { ligne: 0, colonne: 0, lignes: lignes.length, colonnes }, lignes);
  for (const [ligne, colonne, format] of formats)
    feuille.presentations.peindre('numberFormat', { ligne, colonne, lignes: 1, colonnes: 1 }, format);
}
window.hoteMesure = hote;
poserPontRecent(window as unknown as Parameters<typeof poserPontRecent>[0], hote);

/** Note l'instant peint où la page remplit une condition, et cesse de regarder. */
function noter(instant: 'utilisable' | 'complete', estRemplie: () => boolean | undefined): void {
  const veille = new MutationObserver(() => {
    if (!estRemplie()) return;
    veille.disconnect();
    requestAnimationFrame(() => setTimeout(() => (window[instant] = performance.now())));
  });
  veille.observe(document, { childList: true, subtree: true, attributes: true });
}
noter('utilisable', () => !!document.querySelector('button:not(:disabled)')?.getClientRects().length);
noter('complete', () => document.body?.textContent.includes(window.dernierTexte));
