/** La page de l'atelier : un tableur, le ruban du manifeste, le vrai volet ; `npm start` la sert. */
import { Atelier } from './atelier';

declare global {
  interface Window {
    /** Pour la console et les tests du navigateur : `atelier.seance.hote.lire('Projets!A1')`. */
    atelier?: Atelier;
  }
}

window.atelier = new Atelier(document);
void window.atelier.demarrer();
