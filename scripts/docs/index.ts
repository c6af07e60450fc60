/** Écrit les pages tirées du code : `npm run docs`. Un test refuse une page périmée. */
import { writeFileSync } from 'node:fs';
import { docsArchitecture } from './architecture';
import { docsAnomalies } from './anomalies';
import { docsRegles } from './regles';
import { docsRemontee, texteSchema } from './remontee';
import { schemasCommandes } from './schemas';
import { texteSignatures } from './signatures';

writeFileSync('docs/architecture.md', docsArchitecture());
writeFileSync('docs/regles.md', docsRegles());
writeFileSync('docs/anomalies.md', docsAnomalies());
writeFileSync('docs/remontee.md', docsRemontee());
writeFileSync('schemas/remontee.schema.json', texteSchema());
for (const [chemin, texte] of schemasCommandes()) writeFileSync(chemin, texte);
writeFileSync('src/dossier/affichage/signatures.json', await texteSignatures('.'));
