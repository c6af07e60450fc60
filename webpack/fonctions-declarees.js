/**
 * Les fonctions telles que leurs commentaires les déclarent : une seule source pour `fonctions.json` (Excel),
 * pour la page d'aide et pour le contrôle des identifiants.
 */
import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import typescript from 'typescript';

/** Les fichiers de fonctions, dans l'ordre où `src/fonctions/index.ts` les importe : celui de l'aide. */
function fichiersDe(racine) {
  const index = join(racine, 'src/fonctions/index.ts');
  const { importedFiles } = typescript.preProcessFile(readFileSync(index, 'utf8'));
  return importedFiles.map(({ fileName }) => join(dirname(index), `${fileName}.ts`));
}

/** Étiquettes propres à l'aide (`@exemple`, `@source`), que le générateur de Microsoft ignore. */
function etiquettes(chemin) {
  const arbre = typescript.createSourceFile(
    chemin,
    readFileSync(chemin, 'utf8'),
    typescript.ScriptTarget.Latest,
    true,
  );
  const entete = /\/\*\*\s*(.*?)\s*\*\//.exec(arbre.text)?.[1] ?? '';
  return arbre.statements.filter(typescript.isFunctionDeclaration).map((fonction) => {
    const textes = (nom) =>
      typescript
        .getJSDocTags(fonction)
        .filter((etiquette) => etiquette.tagName.text === nom)
        .map((etiquette) => String(etiquette.comment).trim());
    return {
      nom: fonction.name.text,
      groupe: entete,
      exemples: textes('exemple'),
      source: textes('source')[0],
    };
  });
}

/** Ancre de la fonction dans la page d'aide : CLAS.PS_BAREME → `ps_bareme`. */
export const ancre = (nom) => nom.replace('CLAS.', '').toLowerCase();

/** @param {string} racine dossier du dépôt @param {string} adresse adresse de publication */
export async function lireFonctions(racine, adresse) {
  const chemins = fichiersDe(racine);
  const { metadataJson, associate, errors } = await generateCustomFunctionsMetadata(chemins);
  if (errors.length > 0) throw new Error(errors.join('\n'));
  const details = chemins.flatMap(etiquettes);

  const fonctions = JSON.parse(metadataJson).functions.map((declaree) => {
    const { functionName, sourceFileName } = associate.find(({ id }) => id === declaree.id);
    if (declaree.id !== `CLAS.${functionName.toUpperCase()}`) {
      throw new Error(`${basename(sourceFileName)} : « ${functionName} » doit s'appeler ${declaree.id}.`);
    }
    const detail = details.find(({ nom }) => nom === functionName);
    if (!detail?.source || detail.exemples.length === 0) {
      throw new Error(`${declaree.id} : il manque @exemple ou @source.`);
    }
    return { ...declaree, helpUrl: `${adresse}aide.html#${ancre(declaree.name)}`, detail };
  });

  const pourExcel = {
    // une cellule en erreur parvient à la fonction, qui nomme l'argument au lieu de se taire
    allowErrorForDataTypeAny: true,
    functions: fonctions.map((fonction) => ({ ...fonction, detail: undefined })),
  };
  return { fonctions, json: JSON.stringify(pourExcel) };
}
