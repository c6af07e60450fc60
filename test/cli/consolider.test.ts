/** Le bilan national : les fichiers acceptés réunis, chaque refus dit, jamais un bilan faux. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attendrePhrase, clas, dossierProvisoire, exemple, jsonDe } from './clas';

const dossier = dossierProvisoire();
const dans = (nom: string): string => join(dossier, nom);
const deux: Record<string, string> = {};

interface BilanJson {
  readonly annee: number | null;
  readonly fichiers: number;
  readonly refuses: readonly { readonly fichier: string; readonly raison: string }[];
  readonly totaux: Readonly<Record<string, string | number>>;
  readonly parCaf: readonly { readonly caf: string; readonly bonusAccordes: string }[];
}

/** L'exemple sans faute, sous une autre Caf. */
function pourLaCaf(code: string): string {
  const parties = unzipSync(readFileSync(exemple('clas-2021-2022.xlsx')));
  const textes = 'xl/sharedStrings.xml';
  const changes = strFromU8(parties[textes]!).replace('>45<', `>${code}<`).replace('Caf du Loiret', '');
  const fichier = dans(`classeur-${code}.xlsx`);
  writeFileSync(fichier, zipSync({ ...parties, [textes]: strToU8(changes) }));
  return fichier;
}

beforeAll(async () => {
  await Promise.all(
    ['45', '2A'].map(async (code) => {
      deux[code] = dans(`CAF${code}.xlsx`);
      await clas(['remontee', pourLaCaf(code), '--au', '2022-01-20', '--sortie', deux[code]]);
    }),
  );
  copyFileSync(deux['45']!, dans('copie.xlsx'));
  writeFileSync(dans('texte.xlsx'), 'rien');
});

test('deux Caf : les totaux s’ajoutent', async () => {
  const passage = await clas([
    'consolider',
    deux['45']!,
    deux['2A']!,
    '--sortie',
    dans('bilan.xlsx'),
    '--json',
  ]);
  const bilan = jsonDe<BilanJson>(passage);
  expect(passage.code).toBe(0);
  expect(bilan).toMatchObject({ annee: 2021, fichiers: 2, refuses: [] });
  expect(bilan.parCaf.map((c) => c.caf).sort()).toEqual(['2A', '45']);
  const [a, b] = bilan.parCaf.map((c) => BigInt(c.bonusAccordes.replace('.', '')));
  expect(BigInt(String(bilan.totaux['bonusAccordes']).replace('.', ''))).toBe(a! + b!);
  expect(existsSync(dans('bilan.xlsx'))).toBe(true);
});

test('une copie et un fichier étranger sont refusés, le reste est réuni', async () => {
  const sortie = dans('partiel.xlsx');
  const args = ['consolider', deux['45']!, dans('copie.xlsx'), dans('texte.xlsx'), '--sortie', sortie];
  const [json, texte] = [await clas([...args, '--json']), await clas(args)];
  const bilan = jsonDe<BilanJson>(json);
  expect([json.code, texte.code]).toEqual([1, 1]);
  expect(bilan.fichiers).toBe(1);
  expect(bilan.refuses.map((r) => r.fichier)).toEqual([dans('copie.xlsx'), dans('texte.xlsx')]);
  expect(texte.erreur).toMatch(/^2.fichiers refusés/);
  expect(existsSync(sortie)).toBe(true);
});

test('aucun fichier accepté : rien n’est écrit', async () => {
  const sortie = dans('aucun.xlsx');
  const passage = await clas(['consolider', dans('texte.xlsx'), '--sortie', sortie, '--json']);
  expect(passage.code).toBe(1);
  expect(jsonDe<BilanJson>(passage)).toMatchObject({ annee: null, fichiers: 0 });
  expect(existsSync(sortie)).toBe(false);
});

test('un suivi impossible dit quel fichier a été refusé, et pourquoi', async () => {
  const sortie = dans('suivi.xlsx');
  const passage = await clas(['consolider', '--suivi', deux['45']!, dans('texte.xlsx'), '--sortie', sortie]);
  attendrePhrase(
    passage,
    /deux années scolaires successives.*Refusé : .*texte\.xlsx : Le fichier est du texte/,
  );
  expect(existsSync(sortie)).toBe(false);
});

test('un chemin faux ou la sortie parmi les entrées arrêtent tout', async () => {
  const sortie = dans('x.xlsx');
  attendrePhrase(
    await clas(['consolider', deux['45']!, dans('absent.xlsx'), '--sortie', sortie]),
    /introuvable/,
  );
  attendrePhrase(await clas(['consolider', deux['45']!, '--sortie', deux['45']!]), /est un fichier lu/);
});
