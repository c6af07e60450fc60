/** La page de l'atelier : un tableur, le ruban du manifeste, le vrai volet ; `npm start` la sert. */
import { Atelier } from './atelier';

void new Atelier(document).demarrer();
