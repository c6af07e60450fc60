/** Les documents disent vrai : liens vivants, scripts nommés existants, commandes du README qui marchent. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
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

test('les commandes clas du README marchent, dans l’ordre, telles quelles', () => {
  const dossier = mkdtempSync(join(tmpdir(), 'clas-readme-'));
  try {
    for (const livre of ['assets/exemples', 'assets/modeles'])
      cpSync(livre, join(dossier, livre), { recursive: true });
    const commandes = [...texte('README.md').matchAll(/^npx clas (.+)$/gm)].map((m) =>
      (m[1] ?? '').split(' '),
    );
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
    const codes = commandes.map((arguments_) => {
      const { status, stderr } = spawnSync(process.execPath, [resolve('bin/clas.mjs'), ...arguments_], {
        cwd: dossier,
        encoding: 'utf8',
      });
      return status === 2 ? stderr : status;
    });
    // la première vérifie l'exemple plein d'erreurs
    expect(codes).toEqual([1, ...codes.slice(1).map(() => 0)]);
  } finally {
    rmSync(dossier, { recursive: true });
  }
});
