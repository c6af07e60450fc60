/** Le complément construit et l'hôte empaqueté : une fois, puis relus tant que leurs sources ne changent pas. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';

const CACHE = resolve('node_modules/.cache/clas');

function empreinteDe(chemins: readonly string[]): string {
  const empreinte = createHash('sha256');
  const ajouter = (chemin: string): void => {
    if (statSync(chemin).isDirectory()) {
      for (const nom of readdirSync(chemin).sort()) ajouter(join(chemin, nom));
    } else empreinte.update(chemin).update(readFileSync(chemin));
  };
  chemins.forEach(ajouter);
  return empreinte.digest('hex').slice(0, 16);
}

const VERROU_PERIME = 180_000;
const attendre = (ms: number): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

/** Pose un verrou ; celui d'un test interrompu finit par céder. */
function verrouiller(verrou: string): boolean {
  try {
    mkdirSync(verrou);
    return true;
  } catch {
    const age = Date.now() - (statSync(verrou, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > VERROU_PERIME) rmSync(verrou, { recursive: true, force: true });
    return false;
  }
}

/** Un seul test construit, les autres attendent ; la sortie est posée d'un coup, entière. */
function faireUneFois(nom: string, faire: (provisoire: string) => void): string {
  const sortie = join(CACHE, nom);
  const verrou = `${sortie}.verrou`;
  mkdirSync(CACHE, { recursive: true });
  while (!existsSync(sortie)) {
    if (!verrouiller(verrou)) {
      attendre(300);
      continue;
    }
    try {
      const provisoire = `${sortie}.${process.pid}`;
      faire(provisoire);
      renameSync(provisoire, sortie);
    } finally {
      rmSync(verrou, { recursive: true, force: true });
    }
  }
  return sortie;
}

const SOURCES_COMPLEMENT = [
  ...['reglement', 'dossier', 'classeur', 'fonctions', 'volet', 'complement'].map((nom) => `src/${nom}`),
  ...['webpack', 'webpack.config.js', 'manifest.xml', 'package.json'],
];

/** Dossier du complément construit ; CLAS_DIST en donne un tout fait. */
export const complementConstruit = (): string =>
  process.env['CLAS_DIST'] ??
  faireUneFois(`complement-${empreinteDe(SOURCES_COMPLEMENT)}`, (provisoire) =>
    execFileSync(process.execPath, [
      resolve('node_modules/webpack/bin/webpack.js'),
      '--mode=production',
      '--output-path',
      provisoire,
    ]),
  );

export function hoteEmpaquete(): string {
  const entree = 'test/navigateur/outils/hotePage.ts';
  const nom = `hote-${empreinteDe(['src/atelier/hote', 'test/navigateur/outils'])}.js`;
  const fichier = faireUneFois(nom, (provisoire) =>
    buildSync({
      entryPoints: [entree],
      bundle: true,
      format: 'iife',
      outfile: provisoire,
      logLevel: 'error',
    }),
  );
  return readFileSync(fichier, 'utf8');
}
