/** Ce qui suit la première image du volet : la session sur Excel, ses messages, ses onglets. */
import { lazy, type ComponentType } from 'react';
import { creerPortExcel } from '../classeur/excel';
import { inscrireActions } from './actions';
import type { Onglet } from './etat';
import type { Magasin } from './magasin';
import { creerSession } from './session';
import { EtatClasseur } from './vues/EtatClasseur';

export { Arret, Echec, Nouvelles } from './elements/Annonces';
export { AutresOnglets } from './elements/AutresOnglets';
export { Avis } from './elements/Avis';
export { Pastille } from './elements/Pastille';

// chaque onglet ne se charge qu'à sa première ouverture ; État, qui s'ouvre d'abord, est là
const Verifier = lazy(async () => ({ default: (await import('./vues/Verifier')).Verifier }));
const Dossier = lazy(async () => ({ default: (await import('./vues/Dossier')).Dossier }));
const Payer = lazy(async () => ({ default: (await import('./vues/Payer')).Payer }));
const Cloturer = lazy(async () => ({ default: (await import('./vues/Cloturer')).Cloturer }));

export const PANNEAUX: Readonly<Record<Onglet, ComponentType>> = {
  etat: EtatClasseur,
  verifier: Verifier,
  dossier: Dossier,
  payer: Payer,
  cloturer: Cloturer,
};

/** Le jour du poste, « AAAA-MM-JJ » : ainsi l'écrit le suédois. */
const aujourdhui = (): string => new Date().toLocaleDateString('sv');

export function ouvrirSession(magasin: Magasin) {
  const session = creerSession({ port: creerPortExcel(), aujourdhui, magasin });
  const inscrire = (): unknown =>
    inscrireActions({
      verifier: () => session.desQueLibre(session.verifier),
      genererFichier: () => session.desQueLibre(session.genererFichier),
    });
  return { session, demarrer: () => void session.demarrer().then(inscrire) };
}
