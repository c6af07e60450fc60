/** Écrit `assets/exemples/` : `npm run exemples`. Un test refuse un fichier qui ne serait plus celui-ci. */
import { writeFileSync } from 'node:fs';
import { EXEMPLES } from './index';
import { ecrireModeles } from './modeles';

for (const { fichier, octets } of EXEMPLES) writeFileSync(`assets/exemples/${fichier}`, await octets());

await ecrireModeles();
