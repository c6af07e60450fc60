/**
 * Les changements de docs/changer.md sont faits sur une copie des sources, que le compilateur juge ici, et qui se regarde par
 * toutes ses portes à côté (portes, bouton) : la page dit vrai.
 */
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { CHANGEMENTS } from './changements';
import { copier } from './copie';

const FICHIERS_MAX = 3;

const lire = (chemin: string): string => readFileSync(chemin, 'utf8');

const copie = copier(['src'], CHANGEMENTS);

/** Ce que le compilateur reproche aux sources de la copie. */
function reproches(): string[] {
  const { config } = ts.readConfigFile('tsconfig.json', lire) as { config: object };
  const { fileNames, options } = ts.parseJsonConfigFileContent(
    { ...config, include: [`${copie}/src`] },
    ts.sys,
    '.',
  );
  return ts
    .createProgram(fileNames, options)
    .getSemanticDiagnostics()
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

test.each(CHANGEMENTS)('$titre : peu de fichiers', ({ fichiers }) => {
  expect(new Set(fichiers.map(({ chemin }) => chemin)).size).toBeLessThanOrEqual(FICHIERS_MAX);
});

test('les six ensemble, le compilateur n’a rien à redire', () => {
  expect(reproches()).toEqual([]);
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
