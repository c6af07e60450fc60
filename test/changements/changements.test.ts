/**
 * Les changements de docs/changer.md sont faits sur une copie des sources, que le compilateur juge : tant que les textes
 * retouchés sont là et que rien d'autre ne manque, la page dit vrai.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { CHANGEMENTS, type Changement } from './changements';

const FICHIERS_MAX = 3;

const lire = (chemin: string): string => readFileSync(chemin, 'utf8');

/** Retouche, dans `textes`, les fichiers du changement ; chaque texte d'aujourd'hui s'y trouve une fois. */
function retoucher(textes: Map<string, string>, { fichiers }: Changement): void {
  for (const { chemin, retouches } of fichiers)
    for (const [avant, apres] of retouches) {
      const texte = textes.get(resolve(chemin)) ?? lire(chemin);
      expect([chemin, avant, texte.split(avant).length - 1]).toEqual([chemin, avant, 1]);
      textes.set(
        resolve(chemin),
        texte.replace(avant, () => apres),
      );
    }
}

/** Ce que le compilateur reproche aux sources, ces fichiers remplacés. */
function reproches(remplaces: ReadonlyMap<string, string>): string[] {
  const { config } = ts.readConfigFile('tsconfig.json', lire) as { config: object };
  const { fileNames, options } = ts.parseJsonConfigFileContent({ ...config, include: ['src'] }, ts.sys, '.');
  const hote = ts.createCompilerHost(options);
  const programme = ts.createProgram(fileNames, options, {
    ...hote,
    getSourceFile: (nom, langue) => {
      const remplace = remplaces.get(resolve(nom));
      return remplace === undefined
        ? hote.getSourceFile(nom, langue)
        : ts.createSourceFile(nom, remplace, langue, true);
    },
  });
  return programme
    .getSemanticDiagnostics()
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

test.each(CHANGEMENTS)('$titre : peu de fichiers, et les textes retouchés sont là', (changement) => {
  const textes = new Map<string, string>();
  retoucher(textes, changement);
  expect(textes.size).toBeLessThanOrEqual(FICHIERS_MAX);
});

test('les six ensemble, le compilateur n’a rien à redire', () => {
  const textes = new Map<string, string>();
  for (const changement of CHANGEMENTS) retoucher(textes, changement);
  expect(reproches(textes)).toEqual([]);
});

test('docs/changer.md dit chaque changement et ses fichiers', () => {
  const page = lire('docs/changer.md');
  for (const { titre, fichiers } of CHANGEMENTS) {
    const section =
      page.split(`\n## ${titre[0]?.toUpperCase()}${titre.slice(1)}\n`)[1]?.split('\n## ')[0] ?? '';
    expect([titre, ...fichiers.map(({ chemin }) => section.includes(`\`${chemin}\``))]).toEqual([
      titre,
      ...fichiers.map(() => true),
    ]);
  }
});
