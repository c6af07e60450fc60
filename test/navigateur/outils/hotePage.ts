/** Empaqueté et posé dans la page avant office.js : l'hôte émulé, sa grille, et de quoi remplir un classeur. */
import { poserPontRecent } from '../../../atelier/hote/amorce';
import { interpreter } from '../../../atelier/hote/classeur/saisie';
import type { Metadonnees } from '../../../atelier/hote/fonctions';
import { creerGrilleDePage } from './grillePage';
import type { Contenu, Entree } from '../../../atelier/hote/grille/types';
import { Hote } from '../../../atelier/hote/hote';

export interface FeuilleDePage {
  readonly nom: string;
  readonly lignes: readonly (readonly Contenu[])[];
}

interface DonneesDePage {
  readonly feuilles: readonly FeuilleDePage[];
  readonly fonctions: Metadonnees;
}

function remplir(hote: Hote, { nom, lignes }: FeuilleDePage): void {
  const feuille = hote.classeur.ajouterFeuille(nom, 'agent');
  const largeur = Math.max(0, ...lignes.map((ligne) => ligne.length));
  if (largeur === 0) return;
  const entree = (contenu: Contenu): Entree =>
    typeof contenu === 'string' && contenu.startsWith('=')
      ? interpreter(contenu, false, false).entree
      : contenu;
  const entrees = lignes.map((ligne) => Array.from({ length: largeur }, (_, j) => entree(ligne[j] ?? null)));
  const rect = { ligne: 0, colonne: 0, lignes: lignes.length, colonnes: largeur };
  hote.classeur.grille.ecrire(feuille.id, rect, entrees);
}

declare global {
  interface Window {
    hote: Hote;
    ouvrirHote: (donnees: DonneesDePage) => void;
  }
}

window.ouvrirHote = ({ feuilles, fonctions }) => {
  const hote = new Hote(creerGrilleDePage);
  for (const feuille of feuilles) remplir(hote, feuille);
  hote.declarerFonctions(fonctions.functions, fonctions.allowErrorForDataTypeAny);
  poserPontRecent(window as unknown as Parameters<typeof poserPontRecent>[0], hote);
  window.hote = hote;
};
