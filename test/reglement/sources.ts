/** Lit les fichiers de règles par le compilateur : ce que les tests du catalogue et des citations examinent. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

export const DOSSIER = join(__dirname, '../../src/reglement');
const VALEURS = join(__dirname, '../../src/valeurs');
export const RACINE = join(__dirname, '../..');

export interface Fichier {
  readonly nom: string;
  readonly texte: string;
  readonly arbre: ts.SourceFile;
}

/** Les fichiers de règles, et les valeurs dont elles sont faites. */
export const FICHIERS: readonly Fichier[] = [
  ...readdirSync(DOSSIER).map((nom) => [DOSSIER, nom] as const),
  // l'argent et la clé du Siret sont des valeurs : les règles les emploient, la lecture et les formules aussi
  ...(['montant.ts', 'siret.ts'] as const).map((nom) => [VALEURS, nom] as const),
]
  .filter(([, nom]) => nom.endsWith('.ts'))
  .map(([dossier, nom]) => {
    const texte = readFileSync(join(dossier, nom), 'utf8');
    return { nom, texte, arbre: ts.createSourceFile(nom, texte, ts.ScriptTarget.ES2022, true) };
  });

/** Parcourt tout l'arbre d'un fichier. */
export function parcourir(noeud: ts.Node, voir: (n: ts.Node) => void): void {
  voir(noeud);
  noeud.forEachChild((enfant) => parcourir(enfant, voir));
}

const exporte = (n: ts.HasModifiers): boolean =>
  (ts.getModifiers(n) ?? []).some((m) => m.kind === ts.SyntaxKind.ExportKeyword);

/** Fonctions exportées d'un fichier, `function` ou constante fléchée, avec le type rendu tel qu'il est écrit. */
export function fonctionsExportees({ arbre }: Fichier): { nom: string; rend: string }[] {
  return arbre.statements.flatMap((s) => {
    if (ts.isFunctionDeclaration(s) && exporte(s))
      return [{ nom: s.name?.text ?? '', rend: s.type?.getText() ?? '' }];
    if (!ts.isVariableStatement(s) || !exporte(s)) return [];
    return s.declarationList.declarations.flatMap(({ name, initializer }) =>
      initializer && ts.isArrowFunction(initializer)
        ? [{ nom: name.getText(), rend: initializer.type?.getText() ?? '' }]
        : [],
    );
  });
}
