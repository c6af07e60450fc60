/** `npm ci` dans un dossier vide, le cache de npm déjà plein : ce qu'attend un poste neuf, réseau à part. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import type { Mesure } from './synthese';

const DOSSIER = 'build/installation';
const SECONDES_MAX = 90;

export function mesurerInstallation(): Mesure {
  rmSync(DOSSIER, { recursive: true, force: true });
  mkdirSync(DOSSIER, { recursive: true });
  for (const nom of ['package.json', 'package-lock.json']) cpSync(nom, `${DOSSIER}/${nom}`);
  const debut = performance.now();
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'], {
    cwd: DOSSIER,
    shell: process.platform === 'win32',
  });
  const secondes = Math.round((performance.now() - debut) / 1000);
  rmSync(DOSSIER, { recursive: true, force: true });
  return {
    texte: `\`npm ci\` dans un dossier vide, cache de npm déjà rempli : **${secondes} s**. Cette mesure n’est refaite que si on la nomme.`,
    synthese: [
      {
        mesure: '`npm ci`, cache rempli',
        clas: `${secondes} s`,
        objectif: `≤ ${SECONDES_MAX} s`,
        tenu: secondes <= SECONDES_MAX,
      },
    ],
  };
}
