/** Quelques dizaines de mutants par la vraie commande : une réponse ou une phrase, une mémoire bornée, aucun reste. */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attendrePhrase, clas, dossierProvisoire, exemple } from '../cli/clas';
import { mutant, type Famille } from './mutants';

const sain = new Uint8Array(readFileSync(exemple('cycle-de-vie.xlsx')));
const dossier = dossierProvisoire();
/** D'autres numéros que dans mutants.test.ts : ceux-là ne sont pas encore passés. */
const PREMIER = 1_000;
const FAMILLES: readonly Famille[] = ['octets', 'archive', 'xml', 'valeurs'];
const codes = new Set<number | null>();

test.each(
  FAMILLES.flatMap((famille) => Array.from({ length: 7 }, (_, i) => [famille, PREMIER + i] as const)),
)('%s %d', async (famille, numero) => {
  const ici = join(dossier, `${famille}-${numero}`);
  const entree = join(ici, 'mutant.xlsx');
  mkdirSync(ici);
  writeFileSync(entree, mutant(sain, famille, numero));
  const sortie = join(ici, 'remontee.xlsx');
  const passage = await clas(['remontee', entree, '--au', '2022-01-20', '--sortie', sortie]);
  codes.add(passage.code);
  if (passage.code === 2) attendrePhrase(passage, /^« .*mutant\.xlsx » : .*[.!?]\n$/su);
  else expect(passage.sortie).toMatch(/Remontée pour la Cnaf|Rien n’a été écrit/);
  expect(readdirSync(ici)).toEqual(passage.code === 0 ? ['mutant.xlsx', 'remontee.xlsx'] : ['mutant.xlsx']);
  expect(passage.mo).toBeLessThan(300);
});

test('les mutants ont été lus, bloqués et refusés', () => {
  expect([...codes].sort()).toEqual([0, 1, 2]);
});
