/** Réunit la ligne de commande en un fichier, `build/clas.mjs` : `node scripts/construire-cli.mjs`, ou au premier appel de `clas`. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { empreinteDe, estFraiche, noterFraiche } from '../outils/fraicheur.mjs';

const racine = fileURLToPath(new URL('..', import.meta.url));
const SORTIE = `${racine}build/clas.mjs`;
const SOURCES = ['src/cli', 'src/classeur', 'src/dossier', 'src/reglement', 'src/valeurs', 'package.json'];

/** Construit si les sources ne sont plus celles de la construction. */
export async function construire() {
  const empreinte = empreinteDe(SOURCES, racine);
  if (estFraiche(SORTIE, empreinte)) return;
  const { build } = await import('esbuild');
  const { version } = JSON.parse(readFileSync(`${racine}package.json`, 'utf8'));
  const { outputFiles } = await build({
    absWorkingDir: racine,
    entryPoints: ['src/cli/index.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // les courriers viennent d'une bibliothèque CommonJS, qui demande ses fichiers par require
    banner: {
      js: "import { createRequire as creerRequire } from 'node:module'; const require = creerRequire(import.meta.url);",
    },
    define: { __VERSION__: JSON.stringify(version) },
    write: false,
  });
  // à côté, puis renommée : deux commandes lancées ensemble n'en liront jamais une moitié
  const provisoire = `${SORTIE}.${process.pid}.tmp`;
  mkdirSync(`${racine}build`, { recursive: true });
  writeFileSync(provisoire, outputFiles[0].contents);
  renameSync(provisoire, SORTIE);
  noterFraiche(SORTIE, empreinte);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await construire();
