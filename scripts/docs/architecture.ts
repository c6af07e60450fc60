/** Le dessin des pièces de docs/architecture.md : les flèches que font les imports, réunies par grand dossier. */
import { readFileSync } from 'node:fs';
import { fichiers, importsDe } from '../../outils/imports';

const DEBUT = '```mermaid\nflowchart LR\n';
const FIN = '```\n';

const grande = (chemin: string): string => chemin.replace(/^src\//, '').split('/')[0] ?? chemin;

export function dessinDesCouches(): string {
  const fleches = ['src', 'atelier']
    .flatMap(fichiers)
    .flatMap(importsDe)
    .filter((i) => i.relatif)
    .map((i) => [grande(i.de), grande(i.vers)] as const)
    .filter(([de, vers]) => de !== vers);
  const lignes = [...new Set(fleches.map(([de, vers]) => `  ${de} --> ${vers}`))].sort();
  return `${DEBUT}${lignes.join('\n')}\n${FIN}`;
}

/** La page, son dessin refait. */
export const docsArchitecture = (page = readFileSync('docs/architecture.md', 'utf8')): string => {
  const debut = page.indexOf(DEBUT);
  const fin = page.indexOf(FIN, debut + DEBUT.length) + FIN.length;
  return page.slice(0, debut) + dessinDesCouches() + page.slice(fin);
};
