/** Boutons du ruban : ils ouvrent le volet et lui demandent l'action ; le travail et ses messages y restent. */
import { demanderAction, type Action } from '../volet/actions';
import { ouvrirAide } from '../volet/aide';
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

/** Les noms sont ceux des `FunctionName` du manifeste. */
const COMMANDES = {
  verifier: parLeVolet('verifier'),
  genererFichier: parLeVolet('genererFichier'),
  aide: (evenement: Office.AddinCommands.Event) => terminer(evenement, async () => ouvrirAide()),
} as const;

export function associerCommandes(): void {
  for (const [nom, commande] of Object.entries(COMMANDES)) {
    Office.actions.associate(nom, (evenement: Office.AddinCommands.Event) => void commande(evenement));
  }
}
