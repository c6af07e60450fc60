/**
 * Chargé avant la commande (`node --import`) : un disque lent, qui n'écrit que par petits bouts. Sans lui l'écriture
 * durerait trop peu pour que la mort y tombe souvent.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const attente = new Int32Array(new SharedArrayBuffer(4));
const pause = () => Atomics.wait(attente, 0, 0, 2);

const { writeSync } = fs;
fs.writeSync = (descripteur, octets, debut) => {
  pause();
  return writeSync(descripteur, octets, debut, Math.min(octets.length - debut, 1 + (octets.length >> 3)));
};
for (const nom of ['fchmodSync', 'fsyncSync', 'closeSync', 'renameSync']) {
  const faire = fs[nom];
  fs[nom] = (...a) => {
    pause();
    faire(...a);
    pause();
  };
}
syncBuiltinESMExports();
