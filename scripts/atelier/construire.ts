/** Ce que l'atelier sert : `dist/` (le complément, par webpack) et `build/atelier/` (la page, par esbuild), refaits s'ils sont périmés. */
import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { copyFileSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';

const PAGE = 'src/atelier/page';
export const SORTIE_PAGE = 'build/atelier';

const COMPLEMENT = {
  sources: [
    ...['reglement', 'dossier', 'classeur/excel', 'fonctions', 'volet', 'complement'].map(
      (nom) => `src/${nom}`,
    ),
    ...['webpack', 'webpack.config.js', 'manifest.xml', 'assets/icones', 'package.json'],
  ],
  temoin: 'dist/volet.html',
};
const ATELIER = {
  sources: ['src/atelier', 'src/classeur/xlsx', 'src/dossier', 'scripts/atelier', 'package-lock.json'],
  temoin: `${SORTIE_PAGE}/index.html`,
};

/** Dernière modification d'un fichier, ou de tout ce que contient un dossier (lui compris : un fichier ôté compte). */
function derniere(chemin: string): number {
  const etat = statSync(chemin, { throwIfNoEntry: false });
  if (!etat?.isDirectory()) return etat?.mtimeMs ?? 0;
  return Math.max(etat.mtimeMs, ...readdirSync(chemin).map((nom) => derniere(`${chemin}/${nom}`)));
}

const perime = ({ sources, temoin }: typeof COMPLEMENT): boolean =>
  !existsSync(temoin) || Math.max(...sources.map(derniere)) > derniere(temoin);

/** Les deux constructions vont de front : la page n'attend pas le complément. */
export async function construire(dire: (phrase: string) => void): Promise<void> {
  const travaux: Promise<void>[] = [];
  if (perime(COMPLEMENT)) {
    dire('Construction du complément…');
    travaux.push(construireComplement());
  }
  if (perime(ATELIER)) {
    dire('Construction de la page…');
    travaux.push(construirePage());
  }
  await Promise.all(travaux);
}

function construireComplement(): Promise<void> {
  const webpack = createRequire(`${process.cwd()}/`).resolve('webpack-cli/bin/cli.js');
  return new Promise((reussir, echouer) => {
    const enfant = spawn(process.execPath, [webpack], { stdio: ['ignore', 'pipe', 'inherit'] });
    let journal = '';
    enfant.stdout.on('data', (morceau: Buffer) => (journal += morceau.toString()));
    enfant.on('close', (code) => {
      if (code === 0) reussir();
      else echouer(new Error(`La construction du complément a échoué.\n${journal}`));
    });
  });
}

async function construirePage(): Promise<void> {
  rmSync(SORTIE_PAGE, { recursive: true, force: true });
  await Promise.all([
    build({
      entryPoints: { page: `${PAGE}/index.ts`, style: `${PAGE}/page.css` },
      outdir: SORTIE_PAGE,
      bundle: true,
      splitting: true,
      format: 'esm',
      target: 'es2022',
      minify: true,
      legalComments: 'none',
      define: { 'process.env.NODE_ENV': '"production"' },
      logLevel: 'warning',
    }),
    // Chargé avant office.js dans la page du volet : un script ordinaire, pas un module.
    build({
      entryPoints: { pont: `${PAGE}/pont.ts` },
      outdir: SORTIE_PAGE,
      bundle: true,
      format: 'iife',
      target: 'es2022',
      logLevel: 'warning',
    }),
  ]);
  // Copié en dernier : c'est le témoin d'une construction achevée.
  copyFileSync(`${PAGE}/page.html`, `${SORTIE_PAGE}/index.html`);
}
