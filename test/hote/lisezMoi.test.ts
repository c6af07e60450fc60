/** Le README de l'hôte : son exemple marche tel quel. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';

const PAGE = resolve('atelier/hote/README.md');
const texte = readFileSync(PAGE, 'utf8');

test('l’exemple du README tourne et rend ce qu’il annonce', async () => {
  const [, code = ''] = /```ts\n([\s\S]*?)```/.exec(texte) ?? [];
  expect(code.split('\n').filter((ligne) => ligne.trim() !== '').length).toBeLessThanOrEqual(20);
  const { outputFiles } = await build({
    stdin: {
      contents: `export default async () => {\n${enFonction(code)}\n}`,
      resolveDir: dirname(PAGE),
      loader: 'ts',
    },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    external: ['@microsoft/office-js', '@univerjs/*'],
    write: false,
    logLevel: 'error',
  });
  const rendu: { exports: { default?: () => Promise<unknown> } } = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0]?.text ?? '')(
    rendu,
    rendu.exports,
    createRequire(PAGE),
  );
  expect(await rendu.exports.default?.()).toEqual({ resultat: 50, echanges: 1, entendus: ['A1'] });
});

/** Ce que l'exemple exporte devient le retour d'une fonction ; ses imports y sont demandés à l'exécution. */
function enFonction(code: string): string {
  const noms = [...code.matchAll(/^export const (\w+)|^export \{ (\w+) \}/gm)].map(([, a, b]) => a ?? b);
  const corps = code
    .replace(/^import (\{[^}]+\}) from ('[^']+');/gm, 'const $1 = await import($2);')
    .replace(/^export const /gm, 'const ')
    .replace(/^export \{ \w+ \};.*$/gm, '');
  return `${corps}\nreturn { ${noms.join(', ')} };`;
}

test('chaque fichier et chaque page qu’il cite existent', () => {
  const cites = [...texte.matchAll(/`([\w/.]+(?:\.ts|\/))`/g)].map(([, chemin = '']) => chemin);
  const absents = cites.filter((chemin) => !existsSync(join(dirname(PAGE), chemin)) && !existsSync(chemin));
  expect(cites.length).toBeGreaterThan(15);
  expect(absents).toEqual([]);
  const liens = [...texte.matchAll(/\]\((?!https:)([^)]+)\)/g)].map(([, lien = '']) => lien);
  expect(liens.filter((lien) => !existsSync(join(dirname(PAGE), lien)))).toEqual([]);
});
