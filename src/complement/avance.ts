/** Un volet à l'écran demande d'avance ses scripts, pendant que vient Office.js ; un runtime lancé pour les formules, rien. */
import { seVoit } from './visible';

if (seVoit())
  for (const lien of document.querySelectorAll<HTMLLinkElement>('link[as="script"]:not([rel])'))
    lien.rel = 'preload';
