/**
 * Premier script de la page du volet, avant office.js : la page de l'atelier y pose `window.external`, comme le fait
 * Excel pour Windows. Le complément, lui, ne sait rien de l'atelier.
 */
import type { FenetreHote } from '../hote/amorce';

interface FenetreAtelier extends Window {
  poserPont?: (fenetre: FenetreHote) => void;
}

// FenetreHote redit `external` d'une façon que Window, lui, déclare en lecture seule.
(window.parent as FenetreAtelier).poserPont?.(window as unknown as FenetreHote);
