import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import type { FonctionsDeGrille, GrilleHote } from '../../atelier/hote/grille/types';

const DOSSIER = resolve('atelier/hote/grille');
const CACHE = resolve('node_modules/.cache/clas');

/**
 * Univer a des dépendances qui n'existent qu'en modules ES et que jest ne charge pas :
 * la grille est empaquetée une fois, puis relue tant que ses sources ne changent pas.
 */
function empaqueter(): string {
  const empreinte = createHash('sha256');
  for (const nom of readdirSync(DOSSIER).sort()) empreinte.update(readFileSync(join(DOSSIER, nom)));
  const sortie = join(CACHE, `univer-${empreinte.digest('hex').slice(0, 16)}.cjs`);
  if (existsSync(sortie)) return sortie;
  mkdirSync(CACHE, { recursive: true });
  const provisoire = `${sortie}.${process.pid}`;
  buildSync({
    entryPoints: [join(DOSSIER, 'univerSansEcran.ts')],
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
