/** La donnée ne va que dans un sens, et l'image de docs/architecture.md dit vrai. */
import { readFileSync } from 'node:fs';
import { fichiers, importsDe, type Import } from './imports';

/** Chaque pièce et celles qu'elle peut importer, en plus d'elle-même. La plus précise d'abord. */
const PIECES: Readonly<Record<string, readonly string[]>> = {
  'src/reglement': [],
  'src/dossier/restitution': [
    'src/reglement',
    'src/dossier/calcul',
    'src/dossier/lecture',
    'src/dossier/controle',
    'src/dossier',
  ],
  'src/dossier/calcul': ['src/reglement', 'src/dossier/controle', 'src/dossier/lecture', 'src/dossier'],
  'src/dossier/controle': ['src/reglement', 'src/dossier/lecture', 'src/dossier'],
  'src/dossier/lecture': ['src/reglement', 'src/dossier'],
  'src/dossier': ['src/reglement', 'src/dossier/lecture', 'src/dossier/controle', 'src/dossier/calcul'],
  'src/classeur/xlsx': ['src/reglement', 'src/dossier', 'src/dossier/lecture'],
  'src/classeur/excel': ['src/reglement', 'src/dossier', 'src/dossier/lecture'],
  'src/fonctions': ['src/reglement'],
  'src/volet': [
    'src/reglement',
    'src/dossier',
    'src/dossier/lecture',
    'src/dossier/controle',
    'src/dossier/calcul',
    'src/dossier/restitution',
    'src/classeur/excel',
    'src/classeur/xlsx',
    'src/complement',
  ],
  'src/complement': ['src/fonctions', 'src/volet'],
  'src/cli': [
    'src/reglement',
    'src/dossier',
    'src/dossier/lecture',
    'src/dossier/controle',
    'src/dossier/calcul',
    'src/dossier/restitution',
    'src/classeur/xlsx',
  ],
  atelier: ['src/reglement', 'src/dossier', 'src/dossier/lecture', 'src/classeur/xlsx'],
};

/** Fichiers de `src/dossier` (à la racine) qui ne sont pas des formes partagées mais des étapes : qui peut les importer. */
const piece = (chemin: string): string =>
  Object.keys(PIECES)
    .sort((a, b) => b.length - a.length)
    .find((p) => chemin === p || chemin.startsWith(`${p}/`)) ?? '?';

const tous = fichiers('src').flatMap(importsDe);
const relatifs = tous.filter((i) => i.relatif);

test('on lit bien des imports', () => {
  expect(relatifs.length).toBeGreaterThan(100);
});

test('chaque pièce n’importe que celles qui la précèdent', () => {
  const interdits = relatifs.filter(
    ({ de, vers }) => piece(de) !== piece(vers) && !PIECES[piece(de)]?.includes(piece(vers)),
  );
  expect(interdits.map((i) => `${i.de} → ${i.vers}`)).toEqual([]);
});

test('aucun cercle d’imports ; dans l’atelier, les objets d’Excel se connaissent les uns les autres', () => {
  const connus = new Set(fichiers('src'));
  const fichier = (vers: string): string =>
    ['.ts', '.tsx', '/index.ts'].map((fin) => vers + fin).find((f) => connus.has(f)) ?? vers;
  let fleches = relatifs.map((i) => [i.de, fichier(i.vers)] as const);
  expect(fleches.filter(([, vers]) => !connus.has(vers))).toEqual([]);
  // ôter qui n'importe personne ou que personne n'importe, jusqu'à ne plus pouvoir : restent les cercles
  for (let avant = Infinity; fleches.length < avant;) {
    avant = fleches.length;
    const [departs, arrivees] = [new Set(fleches.map((f) => f[0])), new Set(fleches.map((f) => f[1]))];
    fleches = fleches.filter(([de, vers]) => arrivees.has(de) && departs.has(vers));
  }
  expect(fleches.filter(([de]) => !de.startsWith('atelier/'))).toEqual([]);
});

test.each<[string, (i: Import) => boolean, RegExp]>([
  ['la bibliothèque .xlsx', (i) => /^hucre/.test(i.vers), /^src\/classeur\/xlsx\//],
  ['Univer', (i) => i.vers.startsWith('@univerjs'), /^src\/atelier\//],
  ['React et Fluent', (i) => /^(react|@fluentui)/.test(i.vers), /^src\/(volet|atelier)\//],
  ['decimal.js', (i) => i.vers === 'decimal.js', /^src\/reglement\/montant\.ts$/],
  ['les modules de Node', (i) => i.vers.startsWith('node:'), /^src\/(cli|atelier)\//],
])('%s n’a qu’une place', (_, vise, place) => {
  const vises = tous.filter((i) => !i.relatif && vise(i));
  expect(vises.filter((i) => !place.test(i.de)).map((i) => i.de)).toEqual([]);
  expect(vises.length).toBeGreaterThan(0);
});

test('les flèches de docs/architecture.md sont celles des imports', () => {
  const dessin = readFileSync('docs/architecture.md', 'utf8');
  const dessinees = [...dessin.matchAll(/^ {2}(\w+) --> (\w+)$/gm)].map(
    (m) => `${m[1] ?? ''} → ${m[2] ?? ''}`,
  );
  const grande = (chemin: string): string => chemin.split('/')[1] ?? '';
  const reelles = new Set(
    relatifs.filter((i) => grande(i.de) !== grande(i.vers)).map((i) => `${grande(i.de)} → ${grande(i.vers)}`),
  );
  expect(dessinees.sort()).toEqual([...reelles].sort());
});
