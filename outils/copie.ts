/** Une copie de l'arbre, sans ce qui se construit ; ses paquets sont ceux d'ici. */
import { cpSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';

const ABSENTS = new Set(['node_modules', '.git', 'build', 'dist', 'dist-recette']);

export function copierArbre(racine: string, copie: string): void {
  cpSync(racine, copie, { recursive: true, filter: (chemin) => !ABSENTS.has(relative(racine, chemin)) });
  symlinkSync(join(racine, 'node_modules'), join(copie, 'node_modules'));
}
