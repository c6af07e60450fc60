/** Une copie des sources où les changements sont faits ; sous le dépôt, ses paquets se trouvent comme ici. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Changement } from './changements';

/** Retouche, sous `racine`, les fichiers des changements ; chaque texte d'aujourd'hui s'y trouve une fois. */
export function retoucher(racine: string, changements: readonly Changement[]): void {
  for (const { titre, fichiers } of changements)
    for (const { chemin, retouches } of fichiers)
      for (const [avant, apres] of retouches) {
        const fichier = join(racine, chemin);
        const morceaux = readFileSync(fichier, 'utf8').split(avant);
        if (morceaux.length !== 2)
          throw new Error(`${titre} : ${chemin} a ${morceaux.length - 1} fois « ${avant} »`);
        writeFileSync(fichier, morceaux.join(apres));
      }
}

/** Copie de ces dossiers, changements faits, ôtée à la fin du fichier d'essais. */
export function copier(dossiers: readonly string[], changements: readonly Changement[]): string {
  const build = resolve('build');
  mkdirSync(build, { recursive: true });
  const copie = mkdtempSync(join(build, 'changements-'));
  afterAll(() => rmSync(copie, { recursive: true, force: true }));
  for (const dossier of dossiers) cpSync(resolve(dossier), join(copie, dossier), { recursive: true });
  retoucher(copie, changements);
  return copie;
}
