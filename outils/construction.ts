/**
 * Ce que servent l'atelier, les essais et les mesures : le complément (webpack), la page de l'atelier et ce qui s'empaquette
 * pour une page (esbuild). Fait une fois, relu tant que les sources sont les mêmes ; `dist/` n'appartient qu'à `npm run build`.
 */
import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as attendre } from 'node:timers/promises';
import { promisify } from 'node:util';
import { build, type Plugin } from 'esbuild';
import { CACHE } from './cache';
import { empreinteDe, estFraiche, noterFraiche } from './fraicheur.mjs';

/** Au-delà, celui qui construit ne finira plus. */
const PATIENCE = 600_000;

/** Celui qui a écrit son numéro dans le verrou vit-il encore ? Un verrou vide vient d'être posé. */
function estTenu(verrou: string): boolean {
  try {
    return process.kill(Number(readFileSync(verrou, 'utf8')), 0);
  } catch (erreur) {
    return (erreur as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Attend son tour et rend de quoi le céder ; le verrou d'un processus tué tombe avec lui, jamais celui d'un lent. */
async function prendreVerrou(nom: string): Promise<() => void> {
  const verrou = join(CACHE, `${nom}.pid`);
  mkdirSync(CACHE, { recursive: true });
  for (const limite = Date.now() + PATIENCE; ; await attendre(100)) {
    try {
      writeFileSync(verrou, String(process.pid), { flag: 'wx' });
      return () => rmSync(verrou, { force: true });
    } catch (erreur) {
      // un numéro peut avoir resservi : l'attente se dit plutôt que de durer toujours
      if (Date.now() > limite) throw erreur;
      if (!estTenu(verrou)) rmSync(verrou, { force: true });
    }
  }
}

/** Un seul construit, les autres attendent ; la sortie est posée d'un coup, entière. */
async function faireUneFois(
  nom: string,
  sources: readonly string[],
  faire: (provisoire: string) => Promise<unknown>,
): Promise<string> {
  const sortie = join(CACHE, nom);
  const empreinte = empreinteDe(sources);
  if (estFraiche(sortie, empreinte)) return sortie;
  const rendre = await prendreVerrou(nom);
  try {
    if (estFraiche(sortie, empreinte)) return sortie;
    const provisoire = `${sortie}.${process.pid}`;
    await faire(provisoire);
    rmSync(sortie, { recursive: true, force: true });
    renameSync(provisoire, sortie);
    noterFraiche(sortie, empreinte);
  } finally {
    rendre();
  }
  return sortie;
}

const SOURCES_COMPLEMENT = [
  ...['valeurs', 'reglement', 'dossier', 'classeur', 'fonctions', 'volet', 'complement'].map(
    (nom) => `src/${nom}`,
  ),
  ...['webpack', 'webpack.config.js', 'manifest.xml', 'assets/icones', 'package.json'],
];

const empaqueter = (provisoire: string, ...options: readonly string[]): Promise<unknown> =>
  promisify(execFile)(process.execPath, [
    resolve('node_modules/webpack/bin/webpack.js'),
    '--mode=production',
    ...options,
    '--output-path',
    provisoire,
  ]);

/** Dossier du complément construit ; CLAS_DIST en donne un tout fait. */
export const complementConstruit = async (): Promise<string> =>
  process.env['CLAS_DIST'] ?? faireUneFois('complement', SOURCES_COMPLEMENT, empaqueter);

/** Dossier de la recette construite. */
export const recetteConstruite = (): Promise<string> =>
  faireUneFois('recette', [...SOURCES_COMPLEMENT, 'atelier/recette'], (provisoire) =>
    empaqueter(provisoire, '--env', 'recette'),
  );

const PAGE = 'atelier/page';

/** Dossier de la page de l'atelier. */
export const pageConstruite = (): Promise<string> =>
  faireUneFois(
    'atelier',
    ['atelier', 'src/classeur', 'src/dossier', 'src/valeurs', 'package-lock.json'],
    async (provisoire) => {
      const commun = { outdir: provisoire, bundle: true, target: 'es2022', logLevel: 'warning' } as const;
      await Promise.all([
        build({
          ...commun,
          entryPoints: { page: `${PAGE}/index.ts`, style: `${PAGE}/page.css` },
          splitting: true,
          format: 'esm',
          minify: true,
          legalComments: 'none',
          define: { 'process.env.NODE_ENV': '"production"' },
        }),
        // Chargé avant office.js dans la page du volet : un script ordinaire, pas un module.
        build({ ...commun, entryPoints: { pont: `${PAGE}/pont.ts` }, format: 'iife' }),
      ]);
      copyFileSync(`${PAGE}/page.html`, join(provisoire, 'index.html'));
    },
  );

/** Les coupures de mots de soixante langues, qu'Univer demande quand il dessine un texte : rien ne les appelle sans écran. */
const sansCoupures: Plugin = {
  name: 'sans-coupures',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\// }, ({ kind, importer, path }) =>
      kind === 'dynamic-import' && importer.includes('@univerjs/engine-render')
        ? { path, external: true }
        : undefined,
    );
  },
};

/** Un fichier d'entrée et ce qu'il importe, réduits en un seul : une page d'essai le relit à chaque ouverture. */
export const empaquete = (
  entree: string,
  sources: readonly string[],
  format: 'cjs' | 'iife' = 'iife',
): Promise<string> =>
  faireUneFois(
    `${entree.replaceAll('/', '-')}.${format === 'cjs' ? 'cjs' : 'js'}`,
    [entree, ...sources, 'package-lock.json', 'outils/construction.ts'],
    (outfile) =>
      build({
        entryPoints: [entree],
        bundle: true,
        minify: true,
        platform: format === 'cjs' ? 'node' : 'browser',
        format,
        plugins: [sansCoupures],
        outfile,
        logLevel: 'error',
      }),
  );
