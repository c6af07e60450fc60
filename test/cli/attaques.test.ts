/**
 * Le corpus hostile tiré d'une graine : chaque classeur est examiné, ou refusé en une phrase ; jamais une panne. Le temps
 * et la mémoire se mesurent à part, sur de plus grands (`npm run bench -- attaques`).
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GENRES, attaque } from '../../outils/attaques';
import { attendrePhrase, clasSurPlace, dossierProvisoire, jsonDe } from './clas';

const dossier = dossierProvisoire();
const GRAINES = 8;
/** De quoi faire déborder un appel à qui passerait une liste entière en arguments, sans durer. */
const GRAND = 130;

async function examiner(octets: Uint8Array): Promise<void> {
  const fichier = join(dossier, 'attaque.xlsx');
  writeFileSync(fichier, octets);
  const texte = await clasSurPlace(['verifier', fichier, '--au', '2022-01-20']);
  const json = await clasSurPlace(['verifier', fichier, '--au', '2022-01-20', '--json']);
  expect(texte.code).toBe(json.code);
  if (texte.code === 2) return attendrePhrase(texte, /attaque\.xlsx » : \S/);
  expect([texte.code, texte.erreur]).toEqual([jsonDe<{ valide: boolean }>(json).valide ? 0 : 1, '']);
  expect(texte.sortie).toMatch(/Classeur (valide|à corriger)\./);
}

test.each(GENRES)('$nom', async (genre) => {
  for (let graine = 1; graine <= GRAINES; graine += 1) await examiner(attaque(genre, graine, 3));
});

test.each(GENRES.filter(({ nom }) => /même numéro|colonnes fausses|journal|presque/.test(nom)))(
  'beaucoup plus grand : $nom',
  (genre) => examiner(attaque(genre, 1, GRAND)),
);
