/** Écrit `assets/exemples/` : `npm run exemples`. Un test refuse un fichier qui ne serait plus celui-ci. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { EXEMPLES } from './index';
import { ecrireModeles } from './modeles';

for (const { fichier, octets } of EXEMPLES) {
  const chemin = `assets/exemples/${fichier}`;
  mkdirSync(dirname(chemin), { recursive: true });
  writeFileSync(chemin, await octets());
}

await ecrireModeles();
