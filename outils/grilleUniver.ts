import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { FonctionsDeGrille, GrilleHote } from '../atelier/hote/grille/types';
import { CACHE } from './cache';
import { empreinteDe } from './fraicheur.mjs';

const DOSSIER = 'atelier/hote/grille';

/**
 * Univer a des dépendances qui n'existent qu'en modules ES et que jest ne charge pas :
 * la grille est empaquetée une fois, puis relue tant que ses sources ne changent pas.
 */
function empaqueter(): string {
  // le nom porte l'empreinte : un module chargé par jest ne se remplace pas sous lui
  const sortie = join(CACHE, `univer-${empreinteDe([DOSSIER])}.cjs`);
  if (existsSync(sortie)) return sortie;
  mkdirSync(CACHE, { recursive: true });
  const provisoire = `${sortie}.${process.pid}`;
  buildSync({
    entryPoints: [`${DOSSIER}/univerSansEcran.ts`],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile: provisoire,
    logLevel: 'error',
  });
  renameSync(provisoire, sortie);
  return sortie;
}

/** Crée une grille Univer sans écran ; à passer à `ouvrirHote({ grille: grilleUniver() })`. */
export function grilleUniver(): (fonctions: FonctionsDeGrille) => GrilleHote {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- chemin connu seulement à l'exécution.
  const module = require(empaqueter()) as { creerGrilleSansEcran(fonctions: FonctionsDeGrille): GrilleHote };
  return module.creerGrilleSansEcran;
}
