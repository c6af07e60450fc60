/** Boutons du ruban : ils ouvrent le volet et lui demandent l'action ; le travail et ses messages y restent. */
import { demanderAction, type Action } from '../volet/actions';
import { monterVolet } from './volet';

/** Excel attend `completed` : il est rendu quoi qu'il arrive, sinon le ruban resterait bloqué. */
async function terminer(evenement: Office.AddinCommands.Event, travail: () => Promise<void>): Promise<void> {
  try {
    await travail();
  } catch (erreur) {
    console.error(erreur);
  } finally {
    evenement.completed();
  }
}

const parLeVolet = (action: Action) => (evenement: Office.AddinCommands.Event) =>
  terminer(evenement, async () => {
    demanderAction(action);
    await Office.addin.showAsTaskpane();
    await monterVolet();
  });

/** L'aide s'ouvre dans le navigateur : Excel garde le volet et la feuille. */
const ouvrirAide = (evenement: Office.AddinCommands.Event): Promise<void> =>
  terminer(evenement, async () => {
    const adresse = new URL('aide.html', document.baseURI).href;
    if (Office.context.requirements.isSetSupported('OpenBrowserWindowApi', '1.1')) {
      Office.context.ui.openBrowserWindow(adresse);
    } else {
      window.open(adresse, '_blank', 'noopener');
    }
  });

/** Les noms sont ceux des `FunctionName` du manifeste. */
const COMMANDES = {
  verifier: parLeVolet('verifier'),
  genererFichier: parLeVolet('genererFichier'),
  aide: ouvrirAide,
} as const;

export function associerCommandes(): void {
  for (const [nom, commande] of Object.entries(COMMANDES)) {
    Office.actions.associate(nom, (evenement: Office.AddinCommands.Event) => void commande(evenement));
  }
}
