/**
 * Le seul lanceur de Chromium : celui que npm installe, partout le même ; un autre quand CLAS_CHROMIUM le désigne.
 * Le paquet est fait pour des serveurs loués. De ses options, aucune : `--single-process` meurt au second contexte, et
 * `--disable-web-security` rendrait sans objet les essais de la politique de contenu. De ses fichiers, tous : il apporte
 * les bibliothèques et la police qu'une Debian nue n'a pas, mais ne les sort que s'il se croit chez son loueur.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { CACHE } from './cache';

const PAQUET = '@sparticuz/chromium';
const SORTIR = `import('${PAQUET}').then(({ default: c }) => c.executablePath()).catch((e) => { console.error(e); process.exit(1); })`;

const police = (dossier: string): string =>
  `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${dossier}/fonts</dir><cachedir>${dossier}/fonts-cache</cachedir></fontconfig>
`;

/** Sorti une fois de son paquet, à côté, puis posé d'un coup : deux essais de front n'en lancent jamais une moitié. */
function sortir(): string {
  const { version } = JSON.parse(readFileSync(resolve('node_modules', PAQUET, 'package.json'), 'utf8')) as {
    version: string;
  };
  const dossier = join(CACHE, `chromium-${version}`);
  if (existsSync(dossier)) return dossier;
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      'Le Chromium de npm ne tourne que sous Linux (x64) : désigner un Chrome ou un Edge par CLAS_CHROMIUM.',
    );
  const provisoire = `${dossier}.${process.pid}`;
  mkdirSync(provisoire, { recursive: true });
  execFileSync(process.execPath, ['-e', SORTIR], {
    env: { ...process.env, TMPDIR: provisoire, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  writeFileSync(join(provisoire, 'fonts.conf'), police(dossier));
  try {
    renameSync(provisoire, dossier);
  } catch (erreur) {
    rmSync(provisoire, { recursive: true, force: true });
    // un autre l'a posé entre-temps
    if (!existsSync(dossier)) throw erreur;
  }
  return dossier;
}

interface Navigateur {
  readonly executablePath: string;
  readonly env?: Record<string, string>;
}

/** @throws Error quand CLAS_CHROMIUM désigne un fichier absent. */
function navigateur(): Navigateur {
  const designe = process.env['CLAS_CHROMIUM'];
  if (designe !== undefined && designe !== '') {
    if (!existsSync(designe)) throw new Error(`CLAS_CHROMIUM : « ${designe} » n’existe pas.`);
    return { executablePath: designe };
  }
  const dossier = sortir();
  return {
    executablePath: join(dossier, 'chromium'),
    env: {
      ...(process.env as Record<string, string>),
      LD_LIBRARY_PATH: join(dossier, 'al2023/lib'),
      FONTCONFIG_FILE: join(dossier, 'fonts.conf'),
    },
  };
}

/** Sans bac à sable : en conteneur et en intégration continue, le compte est administrateur. */
export const lancerChromium = (timeout?: number): Promise<Browser> =>
  chromium.launch({
    ...navigateur(),
    args: ['--no-sandbox'],
    ...(timeout !== undefined && { timeout }),
  });
