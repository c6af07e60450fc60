/** Les documents disent vrai : liens vivants, scripts nommés existants, commandes du README qui marchent. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { EXEMPLES } from '../../src/cli/commandes';
import { PAGES, texte } from './pages';

/** Ancre d'un titre, comme les forges la font. */
const ancre = (titre: string): string =>
  titre
    .toLowerCase()
    .replace(/[`*«»()?:.,’'!/+%€]/g, '')
    .trim()
    .replace(/\s+/g, '-');
const ancresDe = (page: string): string[] => [
  ...[...texte(page).matchAll(/^#+ (.+)$/gm)].map((m) => ancre(m[1] ?? '')),
  ...[...texte(page).matchAll(/<a id="([^"]+)"/g)].map((m) => m[1] ?? ''),
];

test.each(PAGES)('%s : chaque lien mène quelque part', (page) => {
  const liens = [...texte(page).matchAll(/\]\(([^)\s]+)\)/g)]
    .map((m) => m[1] ?? '')
    .filter((l) => !/^https?:/.test(l));
  const morts = liens.filter((lien) => {
    const [chemin = '', fragment] = lien.split('#');
    const cible = chemin === '' ? page : join(dirname(page), decodeURI(chemin));
    return (
      !existsSync(cible) ||
      (fragment !== undefined && cible.endsWith('.md') && !ancresDe(cible).includes(decodeURI(fragment)))
    );
  });
  expect(morts).toEqual([]);
});

test('chaque « npm run … » nommé existe', () => {
  const { scripts } = JSON.parse(texte('package.json')) as { scripts: Record<string, string> };
  const nommes = PAGES.flatMap((p) => [...texte(p).matchAll(/npm run ([a-z:-]+)/g)].map((m) => m[1] ?? ''));
  expect(nommes.length).toBeGreaterThan(0);
  expect(nommes.filter((s) => !(s in scripts))).toEqual([]);
});

test('les commandes clas du README, puis les exemples de chaque aide, marchent dans l’ordre, tels quels', () => {
  const dossier = mkdtempSync(join(tmpdir(), 'clas-readme-'));
  try {
    for (const livre of ['assets/exemples', 'assets/modeles'])
      cpSync(livre, join(dossier, livre), { recursive: true });
    const lire = (lignes: string): string[][] =>
      [...lignes.matchAll(/^npx clas (.+)$/gm)].map((m) => (m[1] ?? '').split(' '));
    const commandes = lire(texte('README.md'));
    const exemples = lire(Object.values(EXEMPLES).join('\n'));
    expect(commandes.map(([c]) => c)).toEqual([
      'verifier',
      'calculer',
      'remontee',
      'cloture',
      'corriger',
      'paiements',
      'courriers',
      'tableau',
      'enveloppe',
      'reprendre',
      'preparer',
      'consolider',
    ]);
    const codes = [...commandes, ...exemples].map((arguments_) => {
      const { status, stderr } = spawnSync(process.execPath, [resolve('bin/clas.mjs'), ...arguments_], {
        cwd: dossier,
        encoding: 'utf8',
      });
      return status === 2 ? stderr : status;
    });
    const pleinDErreurs = [...commandes, ...exemples].map(
      ([c, fichier]) => c === 'verifier' && fichier === 'assets/exemples/clas-anomalies.xlsx',
    );
    expect(codes).toEqual(pleinDErreurs.map(Number));
  } finally {
    rmSync(dossier, { recursive: true });
  }
});
