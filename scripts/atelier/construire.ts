/** Ce que l'atelier sert : `dist/` (le complément, par webpack) et `build/atelier/` (la page, par esbuild), refaits s'ils sont périmés. */
import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';

const PAGE = 'atelier/page';
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
  sources: ['atelier', 'src/classeur/xlsx', 'src/dossier', 'scripts/atelier', 'package-lock.json'],
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
  const complement = perime(COMPLEMENT);
  if (complement) dire('Construction du complément…');
  await Promise.all([complement ? construireComplement() : undefined, construirePageSiPerimee(dire)]);
}

export async function construirePageSiPerimee(dire: (phrase: string) => void): Promise<void> {
  if (!perime(ATELIER)) return;
  dire('Construction de la page…');
  await construirePage();
}

function construireComplement(): Promise<void> {
  return new Promise((reussir, echouer) => {
    const enfant = spawn(process.execPath, ['node_modules/webpack/bin/webpack.js'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let journal = '';
    enfant.stdout.on('data', (morceau: Buffer) => (journal += morceau.toString()));
    enfant.on('close', (code) => {
      if (code === 0) reussir();
      else echouer(new Error(`La construction du complément a échoué.\n${journal}`));
    });
  });
}

/** Faite à côté, puis posée d'un coup : un serveur ouvert ne voit jamais une moitié de page. */
async function construirePage(): Promise<void> {
  const provisoire = `${SORTIE_PAGE}.${process.pid}`;
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
  copyFileSync(`${PAGE}/page.html`, `${provisoire}/index.html`);
  rmSync(SORTIE_PAGE, { recursive: true, force: true });
  renameSync(provisoire, SORTIE_PAGE);
}
