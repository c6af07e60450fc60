import type { FonctionsDeGrille, GrilleHote } from '../atelier/hote/grille/types';
import { empaquete } from './construction';

type Creer = (fonctions: FonctionsDeGrille) => GrilleHote;

/**
 * Une grille Univer sans écran, à passer à `ouvrirHote`. Univer a des dépendances qui n'existent qu'en modules ES et que
 * jest ne charge pas : elle est empaquetée.
 */
export async function grilleUniver(): Promise<Creer> {
  const fichier = await empaquete('atelier/hote/grille/univerSansEcran.ts', ['atelier/hote/grille'], 'cjs');
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- chemin connu seulement à l'exécution.
  return (require(fichier) as { creerGrilleSansEcran: Creer }).creerGrilleSansEcran;
}
