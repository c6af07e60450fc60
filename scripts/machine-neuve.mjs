/**
 * Une machine neuve : Node, ce qu'une Debian nue apporte, un dossier personnel vide ; ni navigateur, ni LibreOffice.
 *   node scripts/machine-neuve.mjs             clone le dépôt et y passe les commandes du README
 *   node scripts/machine-neuve.mjs --chemin    donne seulement le PATH d'une telle machine ; `--tableur` y laisse LibreOffice
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const racine = fileURLToPath(new URL('..', import.meta.url));
const NAVIGATEURS = /chrom|firefox|edge|brave|opera|epiphany|webkit/i;
const TABLEURS = /office|^lo|^s(?:calc|writer|impress|draw|math|base|web)$|^unopkg$|gnumeric/i;

/** Un dossier de liens vers les programmes du système, sauf ceux qu'une machine neuve n'a pas. */
function chemin(sansTableur) {
  const dossier = mkdtempSync(join(tmpdir(), 'machine-neuve-'));
  const vus = new Set();
  for (const lieu of [
    dirname(process.execPath),
    '/usr/local/bin',
    '/usr/bin',
    '/bin',
    '/usr/sbin',
    '/sbin',
  ]) {
    if (!existsSync(lieu)) continue;
    for (const nom of readdirSync(lieu)) {
      const programme = join(lieu, nom);
      // Un lien qui ne mène plus à rien n'est pas un programme.
      if (
        vus.has(nom) ||
        NAVIGATEURS.test(nom) ||
        (sansTableur && TABLEURS.test(nom)) ||
        !existsSync(programme)
      )
        continue;
      vus.add(nom);
      symlinkSync(programme, join(dossier, nom));
    }
  }
  return dossier;
}

/** Seuls restent les certificats du réseau et le dossier temporaire. */
const RESEAU = /^(?:NODE_EXTRA_CA_CERTS|SSL_CERT_\w+|https?_proxy|no_proxy|TMPDIR)$/i;

const bin = chemin(!process.argv.includes('--tableur'));
if (process.argv.includes('--chemin')) {
  console.log(bin);
} else {
  const lieu = mkdtempSync(join(tmpdir(), 'clas-neuf-'));
  const depot = join(lieu, 'clas');
  execFileSync('git', ['clone', '--quiet', racine, depot]);
  const env = {
    ...Object.fromEntries(Object.entries(process.env).filter(([nom]) => RESEAU.test(nom))),
    HOME: mkdtempSync(join(lieu, 'personnel-')),
    PATH: bin,
    LANG: 'C.UTF-8',
  };
  const { status } = spawnSync('sh', ['-c', 'npm ci && npm test'], { cwd: depot, env, stdio: 'inherit' });
  for (const dossier of [lieu, bin]) rmSync(dossier, { recursive: true, force: true });
  process.exitCode = status ?? 1;
}
