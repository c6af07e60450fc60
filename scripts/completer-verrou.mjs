/**
 * Après un `npm install` fait sur une machine qui n'a vu que les paquets de sa plateforme, le verrou oublie les binaires
 * des autres, et `npm ci` le refuse. Ceci les y inscrit, avec leur système et leur processeur : `npm ci` les passe ici,
 * et les prend là où ils servent.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const FICHIER = 'package-lock.json';
const SYSTEMES = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
  'wasi',
];
const PROCESSEURS = [
  'arm64',
  'arm',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'x64',
  'wasm32',
];

const verrou = JSON.parse(readFileSync(FICHIER, 'utf8'));
const { packages } = verrou;
const connu = (parent, nom) => {
  // comme Node : le dossier du paquet, puis ceux qui le contiennent
  for (let chemin = parent; ; chemin = chemin.slice(0, Math.max(0, chemin.lastIndexOf('/node_modules/')))) {
    if (packages[`${chemin ? `${chemin}/` : ''}node_modules/${nom}`]) return true;
    if (chemin === '' || !chemin.includes('/node_modules/')) return Boolean(packages[`node_modules/${nom}`]);
  }
};

const ajouts = {};
for (const [chemin, paquet] of Object.entries(packages)) {
  for (const [nom, version] of Object.entries(paquet.optionalDependencies ?? {})) {
    if (chemin === '' || connu(chemin, nom) || !/^\d/.test(version)) continue;
    const morceaux = nom.split('/').at(-1).split(/[-_]/);
    const os = SYSTEMES.filter((s) => morceaux.includes(s) && s !== 'wasi');
    const cpu = PROCESSEURS.filter((p) => morceaux.includes(p));
    if (os.length === 0 && cpu.length === 0) continue;
    ajouts[`node_modules/${nom}`] = {
      version,
      ...(cpu.length > 0 && { cpu }),
      ...(paquet.dev && { dev: true }),
      optional: true,
      ...(os.length > 0 && { os }),
    };
  }
}
const tries = Object.entries({ ...packages, ...ajouts }).sort(([a], [b]) => (a < b ? -1 : 1));
writeFileSync(FICHIER, `${JSON.stringify({ ...verrou, packages: Object.fromEntries(tries) }, null, 2)}\n`);
console.log(`${Object.keys(ajouts).length} binaires d’autres plateformes inscrits dans ${FICHIER}.`);
