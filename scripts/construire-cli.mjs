/** Réunit la ligne de commande en un fichier, `build/clas.mjs` : `node scripts/construire-cli.mjs`. */
import { mkdirSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const racine = fileURLToPath(new URL('..', import.meta.url));
export const SORTIE = `${racine}build/clas.mjs`;
const SOURCES = ['src/cli', 'src/classeur', 'src/dossier', 'src/reglement', 'package.json'];

/** Date de dernière modification d'un fichier, ou de tout ce que contient un dossier (lui compris : un fichier ôté compte). */
function derniere(chemin) {
  const etat = statSync(chemin);
  if (!etat.isDirectory()) return etat.mtimeMs;
  return Math.max(etat.mtimeMs, ...readdirSync(chemin).map((nom) => derniere(`${chemin}/${nom}`)));
}

/** Faux quand les sources manquent (paquet installé sans elles) ou sont plus anciennes que la construction. */
export function estPerimee() {
  const construite = statSync(SORTIE, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return SOURCES.some((source) => derniere(racine + source) > construite);
}

export async function construire() {
  const { build } = await import('esbuild');
  const { version } = JSON.parse(readFileSync(`${racine}package.json`, 'utf8'));
  const { outputFiles } = await build({
    absWorkingDir: racine,
    entryPoints: ['src/cli/index.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // les courriers seuls s'en servent : lues quand on en demande
    external: ['docxtemplater', 'docxtemplater/*', 'pizzip'],
    define: { __VERSION__: JSON.stringify(version) },
    write: false,
  });
  // à côté, puis renommée : deux commandes lancées ensemble n'en liront jamais une moitié
  const provisoire = `${SORTIE}.${process.pid}.tmp`;
  mkdirSync(`${racine}build`, { recursive: true });
  writeFileSync(provisoire, outputFiles[0].contents);
  renameSync(provisoire, SORTIE);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await construire();
