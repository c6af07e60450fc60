import { readFileSync } from 'node:fs';

const FICHIER = require.resolve('@types/office-js/index.d.ts');

function ensemble(documentation: string): string | undefined {
  return /\[Api set: ExcelApi (\d+\.\d+)\]/.exec(documentation)?.[1];
}

/** « Range.getRow » → « 1.1 » : l'ensemble de chaque membre, lu dans la documentation publiée des types. */
export function versionsPubliees(): Map<string, string> {
  const versions = new Map<string, string>();
  const source = readFileSync(FICHIER, 'utf8');
  const classes =
    /(\/\*\*(?:(?!\*\/)[\s\S])*?\*\/)?\s*\n {4}class (\w+)(?:<\w+>)? extends OfficeExtension\.ClientObject \{([\s\S]*?)\n {4}\}/g;
  for (const [, entete = '', classe = '', corps = ''] of source.matchAll(classes)) {
    const defaut = ensemble(entete) ?? '1.1';
    for (const [, texte = '', membre = ''] of corps.matchAll(
      /(\/\*\*(?:(?!\*\/)[\s\S])*?\*\/)\s*\n\s*(?:readonly )?(\w+)\??[(:<]/g,
    )) {
      const cle = `${classe}.${membre}`;
      const version = ensemble(texte) ?? defaut;
      const connue = versions.get(cle);
      if (connue === undefined || Number(connue.slice(2)) > Number(version.slice(2)))
        versions.set(cle, version);
    }
  }
  return versions;
}
