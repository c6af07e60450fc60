/** Les fichiers écrits : remplacés entiers ou pas du tout, jamais par-dessus le classeur lu. */
import {
  chmodSync,
  copyFileSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { lireXlsx } from '../../src/classeur/xlsx';
import { attendrePhrase, clas, dossierProvisoire, exemple, jsonDe } from './clas';

const dossier = dossierProvisoire();
const AU = ['--au', '2022-01-20'];
const entree = join(dossier, 'classeur.xlsx');
copyFileSync(exemple('clas-2021-2022.xlsx'), entree);
const avant = readFileSync(entree);
let rang = 0;
const neuf = (): string => {
  const chemin = join(dossier, `d${++rang}`);
  mkdirSync(chemin);
  return chemin;
};

test.each<[string, (d: string) => string]>([
  ['le même chemin', () => entree],
  ['un chemin relatif', () => `${dossier}/./d0/../classeur.xlsx`],
  ['un lien symbolique', (d) => (symlinkSync(entree, join(d, 'lien.xlsx')), join(d, 'lien.xlsx'))],
  ['un lien physique', (d) => (linkSync(entree, join(d, 'lien.xlsx')), join(d, 'lien.xlsx'))],
  ['par un dossier lié', (d) => (symlinkSync(dossier, join(d, 'ici')), join(d, 'ici/classeur.xlsx'))],
])('la sortie est un fichier lu : %s', async (_, chemin) => {
  mkdirSync(join(dossier, 'd0'), { recursive: true });
  const passage = await clas(['remontee', entree, ...AU, '--sortie', chemin(neuf())]);
  attendrePhrase(passage, /est un fichier lu/);
  expect(readFileSync(entree).equals(avant)).toBe(true);
});

test('un classeur lu par un lien est protégé aussi', async () => {
  const lien = join(neuf(), 'lien.xlsx');
  symlinkSync(entree, lien);
  attendrePhrase(await clas(['cloture', lien, ...AU, '--sortie', entree]), /est un fichier lu/);
});

test.each<[string, (d: string) => string, RegExp]>([
  ['dossier absent', (d) => join(d, 'absent/x.xlsx'), /n’existe pas/],
  ['dossier pour fichier', (d) => d, /est un dossier/],
  ['fichier pour dossier', () => join(entree, 'x.xlsx'), /n’est pas un dossier|introuvable/],
  ['périphérique', () => '/dev/null', /pas un fichier ordinaire/],
  ['nom trop long', (d) => join(d, `${'x'.repeat(300)}.xlsx`), /nom trop long/],
])('sortie impossible : %s', async (_, chemin, motif) => {
  const d = neuf();
  attendrePhrase(await clas(['remontee', entree, ...AU, '--sortie', chemin(d)]), motif);
  expect(readdirSync(d)).toEqual([]);
});

test('une sortie existante est remplacée, ses droits et son lien gardés, rien d’autre ne reste', async () => {
  const d = neuf();
  const [cible, lien] = [join(d, 'cible.xlsx'), join(d, 'lien.xlsx')];
  writeFileSync(cible, 'ancien');
  chmodSync(cible, 0o640);
  symlinkSync(cible, lien);
  const { code, sortie } = await clas(['remontee', entree, ...AU, '--sortie', lien]);
  expect(code).toBe(0);
  expect(sortie).toContain('lien.xlsx');
  expect(readdirSync(d)).toEqual(['cible.xlsx', 'lien.xlsx']);
  expect(statSync(cible).mode & 0o777).toBe(0o640);
  expect((await lireXlsx(readFileSync(cible))).feuilles.map((f) => f.nom)).toContain('Remontée Cnaf');
});

test.each(['remontee', 'cloture'])('%s : bloquée, elle n’écrit rien et dit pourquoi', async (commande) => {
  const sortie = join(neuf(), 'x.xlsx');
  writeFileSync(sortie, 'ancien');
  const args = [commande, exemple('clas-anomalies.xlsx'), '--au', '2022-10-15', '--sortie', sortie];
  const [texte, json] = await Promise.all([clas(args), clas([...args, '--json'])]);
  for (const passage of [texte, json]) {
    expect(passage.code).toBe(1);
    expect(passage.erreur).toMatch(/^\d+ anomalies bloquantes.*n’est pas généré/);
    expect(passage.erreur.trimEnd().split('\n')).toHaveLength(1);
  }
  expect(texte.sortie).toContain('Rien n’a été écrit');
  expect(jsonDe(json)).toMatchObject({ valide: false });
  expect(readFileSync(sortie, 'utf8')).toBe('ancien');
});
