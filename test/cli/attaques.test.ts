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

interface Reponse {
  readonly valide: boolean;
  readonly compte: Readonly<Record<string, number>>;
  readonly anomalies: readonly { readonly code: string }[];
  readonly anomaliesNonEcrites?: number;
}

/** Les anomalies que donne le JSON, ou rien si le classeur est refusé. */
async function examiner(octets: Uint8Array): Promise<Reponse | undefined> {
  const fichier = join(dossier, 'attaque.xlsx');
  writeFileSync(fichier, octets);
  const texte = await clasSurPlace(['verifier', fichier, '--au', '2022-01-20']);
  const json = await clasSurPlace(['verifier', fichier, '--au', '2022-01-20', '--json']);
  expect(texte.code).toBe(json.code);
  if (texte.code === 2) {
    attendrePhrase(texte, /attaque\.xlsx » : \S/);
    return undefined;
  }
  const reponse = jsonDe<Reponse>(json);
  const { valide, compte, anomalies, anomaliesNonEcrites = 0 } = reponse;
  expect([texte.code, texte.erreur]).toEqual([valide ? 0 : 1, '']);
  expect(texte.sortie).toMatch(/Classeur (valide|à corriger)\./);
  // un contrôle en panne se dit comme une anomalie : c'est un défaut de Clas, quel que soit le classeur
  expect(anomalies.filter((a) => a.code === 'controle.impossible')).toEqual([]);
  // la liste s'arrête, le compte est entier
  expect(anomalies.length + anomaliesNonEcrites).toBe(Object.values(compte).reduce((n, m) => n + m, 0));
  expect(anomalies.length).toBeLessThanOrEqual(10_000);
  return reponse;
}

test.each(GENRES)('$nom', async (genre) => {
  for (let graine = 1; graine <= GRAINES; graine += 1) await examiner(attaque(genre, graine, 3));
});

/** Ce qui fait un fichier, ou des montants à montrer : une panne s'y dirait après la lecture. */
const SORTIES: readonly (readonly string[])[] = [
  ['calculer', '--json'],
  ['paiements'],
  ['corriger', '--sortie', join(dossier, 'corrige.xlsx')],
  ['tableau', '--sortie', join(dossier, 'tableau.xlsx')],
  ['fiches', '--sortie', join(dossier, 'fiches.xlsx')],
  ['reprendre', '--sortie', join(dossier, 'suivant.xlsx')],
];

test.each(GENRES)('ce qui en sort : $nom', async (genre) => {
  const fichier = join(dossier, 'attaque.xlsx');
  writeFileSync(fichier, attaque(genre, 11, 4));
  for (const [commande = '', ...options] of SORTIES) {
    const passage = await clasSurPlace([commande, fichier, '--au', '2022-01-20', ...options]);
    expect([0, 1, 2]).toContain(passage.code);
    if (passage.code === 2) attendrePhrase(passage, /^(?!.*défaut qui lui est propre).*\S/);
  }
});

test.each(GENRES.filter(({ nom }) => /même numéro|toutes les colonnes fausses|journal|presque/.test(nom)))(
  'beaucoup plus grand : $nom',
  async (genre) => {
    await examiner(attaque(genre, 1, GRAND));
  },
);

test('plus d’anomalies qu’il ne s’en écrit', async () => {
  const genre = GENRES.find(({ nom }) => nom.startsWith('toutes les colonnes de Projets fausses'));
  const reponse = genre && (await examiner(attaque(genre, 1, GRAND)));
  expect(reponse?.anomalies).toHaveLength(10_000);
  expect(reponse?.anomaliesNonEcrites).toBeGreaterThan(0);
});
