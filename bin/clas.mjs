#!/usr/bin/env node
/** `npx clas` : lance build/clas.mjs, construit au premier appel et dès que les sources changent. */
import { existsSync } from 'node:fs';

const arreter = (phrase) => {
  process.stderr.write(`${phrase}\n`);
  process.exit(2);
};

const [majeure, mineure] = process.versions.node.split('.').map(Number);
if (majeure < 20 || (majeure === 20 && mineure < 12))
  arreter(`Clas demande Node.js 20.12 ou plus récent (ici ${process.versions.node}).`);

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
