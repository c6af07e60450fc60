#!/usr/bin/env node
/** `npx clas` : lance build/clas.mjs, construit au premier appel et dès que les sources changent. */
import { existsSync, readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';

// une commande dure une seconde : V8 n'a pas le temps d'en profiter s'il optimise tout ce qui a servi un peu. À ce seuil
// (le sien : 67 584), il n'optimise que ce qui sert beaucoup : un quart de processeur en moins (docs/mesures.md)
setFlagsFromString('--interrupt-budget=500000');

const arreter = (phrase) => {
  process.stderr.write(`${phrase}\n`);
  process.exit(2);
};

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const [voulue, presente] = [engines.node, process.versions.node].map((version) =>
  version.match(/\d+/g).map(Number),
);
if (presente[0] < voulue[0] || (presente[0] === voulue[0] && presente[1] < voulue[1]))
  arreter(`Clas demande Node.js ${voulue.join('.')} ou plus récent (ici ${process.versions.node}).`);

const construite = new URL('../build/clas.mjs', import.meta.url);
if (existsSync(new URL('../src/cli', import.meta.url))) {
  const { construire } = await import('../scripts/construire-cli.mjs');
  try {
    await construire();
  } catch (erreur) {
    if (erreur.code === 'ERR_MODULE_NOT_FOUND')
      arreter('Clas n’est pas installé : lancer « npm ci » dans son dossier, puis recommencer.');
    if (!existsSync(construite)) arreter(`Clas n’a pas pu être construit : ${erreur.message}`);
  }
}
await import(construite.href);
