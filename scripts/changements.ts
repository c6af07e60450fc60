/**
 * Les changements de docs/changer.md, chacun dans une copie de l'arbre, jugés par toute la maison : `npm run changements`,
 * ou un seul (`-- anomalie`), ou avec certains essais seulement (`-- anomalie test/dossier`). Sans second mot, ce sont tous
 * les essais sauf ceux d'un navigateur, d'une construction ou de LibreOffice, que ces changements n'atteignent que par les
 * mêmes sources.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { copierArbre } from '../outils/copie';
import { CHANGEMENTS, type Changement } from '../test/changements/changements';
import { retoucher } from '../test/changements/copie';

const RACINE = resolve('.');
/** Un changement fait dans la copie ne s'y refait pas : l'essai des changements n'y a pas d'objet. */
const LAISSES =
  '/(navigateur|atelier|complement|maison|recette|changements)/|/(libreoffice|tuee)[^/]*\\.test';

const [choisi = '', essais = ''] = process.argv.slice(2);

function passer(copie: string, nom: string, commande: string, ...args: string[]): boolean {
  const { status, stdout, stderr } = spawnSync(commande, args, {
    cwd: copie,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  console.log(`  ${nom} : ${status === 0 ? 'rien à redire' : 'à reprendre'}`);
  if (status !== 0) {
    const dit = `${stdout}\n${stderr}`.split('\n');
    const utiles = dit.filter((ligne) => /●|error|warn|✖|✕|Unused/.test(ligne));
    console.log([...new Set(utiles)].map((ligne) => `    ${ligne.trim()}`).join('\n'));
  }
  return status === 0;
}

function juger(changement: Changement): boolean {
  const copie = mkdtempSync(join(tmpdir(), 'clas-changement-'));
  try {
    copierArbre(RACINE, copie);
    retoucher(copie, [changement]);
    retoucher(copie, [{ titre: changement.titre, fichiers: changement.essais ?? [] }]);
    console.log(`${changement.titre} : ${changement.fichiers.map(({ chemin }) => chemin).join(', ')}`);
    for (const { chemin } of changement.essais ?? []) console.log(`  avec ${chemin}`);
    const npm = (nom: string): boolean => passer(copie, nom, 'npm', 'run', '--silent', nom);
    // les pages et les exemples refaits se rangent comme le reste avant d'être lus
    const refaits = [npm('docs'), npm('exemples')];
    const reste = [npm('types'), npm('lint')];
    const suites = passer(copie, 'essais', ...jest());
    return [...refaits, ...reste, suites].every(Boolean);
  } finally {
    rmSync(copie, { recursive: true, force: true });
  }
}

const jest = (): [string, ...string[]] => [
  'npx',
  'jest',
  ...(essais === '' ? ['--testPathIgnorePatterns', '/node_modules/', LAISSES] : [essais]),
];

const faits = CHANGEMENTS.filter(({ titre }) => titre.includes(choisi));
process.exitCode = faits.length > 0 && faits.map(juger).every(Boolean) ? 0 : 1;
