/**
 * `npm run excel` : installe Clas dans l'Excel de ce poste, pour le développement ; `-- --retirer` l'en ôte.
 * Avec `--recette`, c'est la recette (docs/recette.md), un complément à part.
 * Suit la documentation de Microsoft, avec ses outils : le manifeste lu par office-addin-manifest, le certificat de
 * développement par office-addin-dev-certs, l'échec dit par office-addin-cli. Le manifeste est déclaré au registre sous
 * Windows, déposé dans le dossier « wef » sous macOS ; le complément est servi en https sur ce poste.
 */
import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { logErrorMessage } from 'office-addin-cli';
import { ensureCertificatesAreInstalled } from 'office-addin-dev-certs';
import { OfficeAddinManifest } from 'office-addin-manifest';

const racine = fileURLToPath(new URL('..', import.meta.url));
const recette = process.argv.includes('--recette');
const MANIFESTE = join(racine, recette ? 'atelier/recette/manifest-recette.xml' : 'manifest.xml');
const NOM = recette ? 'Recette de Clas' : 'Clas';
const CLE = 'HKCU\\SOFTWARE\\Microsoft\\Office\\16.0\\Wef\\Developer';
const DOSSIER_MAC = join(homedir(), 'Library/Containers/com.microsoft.Excel/Data/Documents/wef');

const { id } = await OfficeAddinManifest.readManifestFile(MANIFESTE);
const depose = join(DOSSIER_MAC, `${id}.manifest.xml`);

const POSTES = {
  win32: {
    declarer: () => reg('add', CLE, '/v', id, '/t', 'REG_SZ', '/d', MANIFESTE, '/f'),
    retirer: () => reg('delete', CLE, '/v', id, '/f'),
    trouver: `Accueil > Compléments > Compléments du développeur > ${NOM}`,
  },
  darwin: {
    declarer: () => {
      mkdirSync(DOSSIER_MAC, { recursive: true });
      copyFileSync(MANIFESTE, depose);
    },
    retirer: () => rmSync(depose, { force: true }),
    trouver: `Insertion > Compléments, flèche à côté de « Mes compléments » > ${NOM}`,
  },
};

const reg = (...arguments_) => execFileSync('reg', arguments_, { stdio: 'ignore' });

const poste = POSTES[process.platform];
if (!poste) {
  console.error('Excel n’existe que sous Windows et macOS : ici, « npm start » ouvre l’atelier.');
  process.exit(2);
}

if (process.argv.includes('--retirer')) {
  poste.retirer();
  console.log(`${NOM} : retiré de l’Excel de ce poste (le relancer).`);
  process.exit(0);
}

console.log('1. Certificat de développement : le système peut demander votre accord.');
try {
  await ensureCertificatesAreInstalled();
} catch (erreur) {
  logErrorMessage(erreur);
  process.exit(2);
}

console.log('2. Manifeste déclaré à Excel.');
poste.declarer();

console.log(`3. Complément servi sur https://localhost:3000 : laisser cette fenêtre ouverte (Ctrl+C pour arrêter).
4. Lancer Excel, ouvrir un classeur, puis ${poste.trouver}.
   Pour l'ôter ensuite : npm run excel --${recette ? ' --recette' : ''} --retirer`);
const webpack = join(racine, 'node_modules/webpack/bin/webpack.js');
const options = ['serve', '--mode', 'development', ...(recette ? ['--env', 'recette'] : [])];
spawn(process.execPath, [webpack, ...options], { cwd: racine, stdio: 'inherit' });
