/**
 * `CLAS_ADRESSE=https://… npm run paquet` : construit le complément à part et en fait `build/paquet/clas-VERSION.zip`,
 * avec sa somme. Même commit, même adresse, mêmes octets. `--sortie DOSSIER` l'écrit ailleurs.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { archive, somme } from './paquet/archive';

const { values } = parseArgs({ options: { sortie: { type: 'string', default: 'build/paquet' } } });
const dist = mkdtempSync(join(tmpdir(), 'clas-paquet-'));
try {
  const webpack = resolve('node_modules/webpack/bin/webpack.js');
  execFileSync(process.execPath, [webpack, '--output-path', dist], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const { nom, octets } = archive(dist, '.');
  mkdirSync(values.sortie, { recursive: true });
  writeFileSync(join(values.sortie, nom), octets);
  writeFileSync(join(values.sortie, `${nom}.sha256`), somme(nom, octets));
  console.log(`${join(values.sortie, nom)} : ${somme(nom, octets).split(' ')[0]}`);
} finally {
  rmSync(dist, { recursive: true, force: true });
}
