/** Le complément construit et l'hôte empaqueté : une fois, puis relus tant que leurs sources ne changent pas. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { DELAI } from '../../outils/attente';

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

const attendre = (ms: number): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

/** Celui qui a écrit son numéro dans le verrou vit-il encore ? Un verrou vide vient d'être posé. */
function estTenu(verrou: string): boolean {
  try {
    return process.kill(Number(readFileSync(verrou, 'utf8')), 0);
  } catch (erreur) {
    return (erreur as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Attend son tour et rend de quoi le céder ; le verrou d'un test tué tombe avec lui, jamais celui d'un test lent. */
export function prendreVerrou(nom: string): () => void {
  const verrou = join(CACHE, `${nom}.pid`);
  mkdirSync(CACHE, { recursive: true });
  for (const limite = Date.now() + 5 * DELAI; ; attendre(100)) {
    try {
      writeFileSync(verrou, String(process.pid), { flag: 'wx' });
      return () => rmSync(verrou);
    } catch (erreur) {
      // un numéro peut avoir resservi : l'attente se dit plutôt que de durer toujours
      if (Date.now() > limite) throw erreur;
      if (!estTenu(verrou)) rmSync(verrou, { force: true });
    }
  }
}

/** Un seul test construit, les autres attendent ; la sortie est posée d'un coup, entière. */
function faireUneFois(nom: string, faire: (provisoire: string) => void): string {
  const sortie = join(CACHE, nom);
  if (existsSync(sortie)) return sortie;
  const rendre = prendreVerrou(nom);
  try {
    const provisoire = `${sortie}.${process.pid}`;
    if (!existsSync(sortie)) {
      faire(provisoire);
      renameSync(provisoire, sortie);
    }
  } finally {
    rendre();
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
  const nom = `hote-${empreinteDe(['atelier/hote', 'test/navigateur/outils'])}.js`;
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
