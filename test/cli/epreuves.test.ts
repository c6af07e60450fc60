/** Classeurs écrits par d'autres programmes : chaque commande rend exactement ce qui en est attendu. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lireXlsx } from '../../src/classeur/xlsx';
import { ecarts, ecartsAnomalies, type AnomalieJson, type Attendu } from './attendu';
import { clas, dossierProvisoire, jsonDe, RACINE } from './clas';

const EPREUVES = join(RACINE, 'test/exemples');
const attendus = readdirSync(EPREUVES)
  // celles de l'année entière (annee-…) ont leur propre forme : test/cli/annee.test.ts
  .filter((nom) => nom.endsWith('.attendu.json') && !nom.startsWith('annee-'))
  .map((nom) => JSON.parse(readFileSync(join(EPREUVES, nom), 'utf8')) as Attendu);

const dossier = dossierProvisoire();

test('il y a des épreuves', () => expect(attendus.length).toBeGreaterThanOrEqual(3));

describe.each(attendus)('$cas : $titre', (attendu) => {
  const { au, env = {}, fichier } = attendu;
  const lancer = (commande: string, ...suite: string[]) =>
    clas([commande, join(EPREUVES, fichier), '--au', au, '--json', ...suite], { env });

  test('verifier : les anomalies attendues, pas les interdites', async () => {
    const { exit, annee, caf } = attendu.verifier;
    const passage = await lancer('verifier');
    const json = jsonDe<{ anomalies: AnomalieJson[] }>(passage);
    expect(exit).toContain(passage.code);
    expect(ecarts({ annee, caf }, json)).toEqual([]);
    expect(ecartsAnomalies(attendu.verifier, json.anomalies)).toEqual([]);
  });

  test('calculer : chaque montant, au centime', async () => {
    const passage = await lancer('calculer');
    expect(attendu.calculer.exit).toContain(passage.code);
    expect(ecarts(attendu.calculer.json, jsonDe(passage))).toEqual([]);
  });

  test('remontee : les totaux, les dossiers du fichier relu, ou rien', async () => {
    const { exit, json, dossiers = [], absents = [] } = attendu.remontee;
    const sortie = join(dossier, `${attendu.cas}.xlsx`);
    const passage = await lancer('remontee', '--sortie', sortie);
    expect(exit).toContain(passage.code);
    expect(existsSync(sortie)).toBe(passage.code === 0);
    if (passage.code !== 0) return;
    expect(ecarts(json, jsonDe(passage))).toEqual([]);
    const { feuilles } = await lireXlsx(readFileSync(sortie));
    const cellules = new Set(feuilles.flatMap((f) => f.lignes.flat()));
    expect(dossiers.filter((d) => !cellules.has(d))).toEqual([]);
    expect(absents.filter((d) => cellules.has(d))).toEqual([]);
  });

  test('cloture : équilibrée, ou rien', async () => {
    const sortie = join(dossier, `${attendu.cas}-ecritures.xlsx`);
    const passage = await lancer('cloture', '--sortie', sortie);
    expect(attendu.cloture?.exit ?? [0]).toContain(passage.code);
    expect(existsSync(sortie)).toBe(passage.code === 0);
    if (passage.code !== 0) return;
    const { totaux } = jsonDe<{ totaux: { debit: string; credit: string } }>(passage);
    expect(totaux.debit).toBe(totaux.credit);
  });
});
