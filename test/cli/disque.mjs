/**
 * Chargé avant la commande (`node --import`) : un disque lent, qui n'écrit le fichier provisoire que par petits bouts, dit
 * chaque geste fait (descripteur 3) et peut tuer la commande juste avant le n-ième (`MORT_AU_GESTE`).
 * La mort tombe ainsi au même endroit sur toutes les machines, quel que soit leur pas.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const DIRE = 3;
const mortAu = Number(process.env.MORT_AU_GESTE ?? NaN);
const attente = new Int32Array(new SharedArrayBuffer(4));
let faits = 0;
let provisoire;

const mourirIci = () => faits === mortAu && process.kill(process.pid, 'SIGKILL');

function geste(nom, faire) {
  mourirIci();
  Atomics.wait(attente, 0, 0, 2);
  const rendu = faire();
  faits += 1;
  write(DIRE, `${nom}\n`);
  mourirIci();
  return rendu;
}

const { openSync, writeSync: write } = fs;
fs.openSync = (chemin, ...a) => {
  if (!String(chemin).endsWith('.tmp')) return openSync(chemin, ...a);
  return (provisoire = geste('openSync', () => openSync(chemin, ...a)));
};
fs.writeSync = (fd, octets, debut) => {
  if (fd !== provisoire) return write(fd, octets, debut);
  const bout = Math.min(octets.length - debut, 1 + (octets.length >> 3));
  return geste('writeSync', () => write(fd, octets, debut, bout));
};
for (const nom of ['fchmodSync', 'fsyncSync', 'closeSync', 'renameSync']) {
  const faire = fs[nom];
  fs[nom] = (quoi, ...a) =>
    quoi === provisoire || nom === 'renameSync' ? geste(nom, () => faire(quoi, ...a)) : faire(quoi, ...a);
}
syncBuiltinESMExports();
