/** Les imports des fichiers d'un dossier, lus comme du texte : de quel dossier à quel dossier. */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

export interface Import {
  readonly de: string;
  /** Chemin dans `src` pour un import relatif, nom du paquet sinon. */
  readonly vers: string;
  readonly relatif: boolean;
  /** Tel qu'il est écrit. */
  readonly ecrit: string;
}

export const fichiers = (racine: string): string[] =>
  readdirSync(racine, { recursive: true, encoding: 'utf8' })
    .filter((f) => /\.(ts|tsx)$/.test(f) && !f.endsWith('.d.ts'))
    .map((f) => join(racine, f));

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s(?:[^'";]*?from\s*)?'([^']+)'|import\(\s*(?:\/\*[^*]*\*\/\s*)?'([^']+)'\s*\)/g;

export function importsDe(fichier: string): Import[] {
  return [...readFileSync(fichier, 'utf8').matchAll(IMPORT)].map((m) => {
    const cible = m[1] ?? m[2] ?? '';
    const relatif = cible.startsWith('.');
    return {
      de: fichier,
      vers: relatif ? normalize(join(dirname(fichier), cible)) : cible,
      relatif,
      ecrit: cible,
    };
  });
}
