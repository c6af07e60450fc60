/** Lance un script TypeScript du dépôt : `node scripts/lancer.mjs scripts/exemples.ts`. esbuild le réunit, node l'exécute. */
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { basename } from 'node:path';

const [source, ...reste] = process.argv.slice(2);
const deNode = reste.filter((a) => a.startsWith('--node='));
const sortie = `build/scripts/${basename(source, '.ts')}.mjs`;
await build({
  entryPoints: [source],
  outfile: sortie,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  packages: 'external',
  // les outils d'essai que les mesures reprennent trouvent leurs fichiers par require
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
  logLevel: 'warning',
});
const arguments_ = [
  ...deNode.map((a) => a.slice(7)),
  sortie,
  ...reste.filter((a) => !a.startsWith('--node=')),
];
process.exitCode = spawnSync(process.execPath, arguments_, { stdio: 'inherit' }).status ?? 1;
