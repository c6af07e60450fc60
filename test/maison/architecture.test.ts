/** La donnée ne va que dans un sens : la table de outils/couches.mjs est tenue, sans cercle de fichiers. */
import { readFileSync } from 'node:fs';
import { dessinDesCouches } from '../../scripts/docs/architecture';
import { PLACES, refusDe } from '../../outils/couches.mjs';
import { fichiers, importsDe } from '../../outils/imports';

const noms = ['src', 'atelier'].flatMap(fichiers);
const tous = noms.flatMap(importsDe);
const relatifs = tous.filter((i) => i.relatif);

test('on lit bien des imports', () => {
  expect(relatifs.length).toBeGreaterThan(100);
});

test('chaque pièce n’importe que ce que la table lui permet', () => {
  const refus = tous.flatMap(({ de, ecrit }) => refusDe(de, ecrit) ?? []);
  expect(refus).toEqual([]);
});

test('chaque bibliothèque à sa place y est employée', () => {
  for (const { motif } of PLACES) expect(tous.some((i) => !i.relatif && motif.test(i.vers))).toBe(true);
});

test('aucun cercle de fichiers', () => {
  const connus = new Set(noms);
  const fichier = (vers: string): string =>
    ['', '.ts', '.tsx', '/index.ts'].map((fin) => vers + fin).find((f) => connus.has(f)) ?? vers;
  let fleches = relatifs.map((i) => [i.de, fichier(i.vers)] as const);
  expect(fleches.filter(([, vers]) => !connus.has(vers) && !/\.(?:css|json)$/.test(vers))).toEqual([]);
  // ôter qui n'importe personne ou que personne n'importe, jusqu'à ne plus pouvoir : restent les cercles
  for (let avant = Infinity; fleches.length < avant;) {
    avant = fleches.length;
    const [departs, arrivees] = [new Set(fleches.map((f) => f[0])), new Set(fleches.map((f) => f[1]))];
    fleches = fleches.filter(([de, vers]) => arrivees.has(de) && departs.has(vers));
  }
  expect(fleches.map((f) => f.join(' → '))).toEqual([]);
});

test('docs/architecture.md montre les flèches des imports', () => {
  expect(readFileSync('docs/architecture.md', 'utf8')).toContain(dessinDesCouches());
});
