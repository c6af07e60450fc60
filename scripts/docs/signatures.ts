/** Les paramètres des fonctions CLAS.*, tirés de leurs déclarations : le moteur les lit sans connaître les fonctions. */
import { lireFonctions } from '../../webpack/fonctions-declarees.js';

interface Declaree {
  readonly name: string;
  readonly parameters: readonly { readonly name: string }[];
}

/** `src/dossier/affichage/signatures.json`, tel qu'il doit être. */
export async function texteSignatures(racine: string): Promise<string> {
  const fonctions = (await lireFonctions(racine, '')).fonctions as readonly Declaree[];
  const lignes = fonctions.map(({ name, parameters }) => {
    const noms = parameters.map((parametre) => JSON.stringify(parametre.name)).join(', ');
    return `  ${JSON.stringify(name.replace('CLAS.', ''))}: [${noms}]`;
  });
  return `{\n${lignes.join(',\n')}\n}\n`;
}
