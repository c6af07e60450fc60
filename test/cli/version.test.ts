/**
 * De la version 0.1 à 1.0 : les classeurs, les fichiers et les formules d'hier. `test/exemples/version-0.1` a été écrit par
 * la version 0.1 elle-même : ses classeurs, ce qu'elle en calculait, ses remontées, ses écritures, son classeur préparé.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lireXlsx } from '../../src/classeur/xlsx';
import { FONCTIONS } from '../../src/fonctions';
import { attendrePhrase, clasSurPlace, dossierProvisoire, jsonDe } from './clas';

const HIER = join(__dirname, '../exemples/version-0.1');
const dossier = dossierProvisoire();
const lire = <T>(nom: string): T => JSON.parse(readFileSync(join(HIER, nom), 'utf8')) as T;
const CLASSEURS = ['clas-2021-2022', 'cycle-de-vie'];
const AU = ['--au', '2022-01-20'];

type Montants = Readonly<Record<string, string | null>>;
/** Ce que 0.1 disait inconnu peut se savoir aujourd'hui ; ce qu'elle savait ne change pas. */
const sus = (montants: Montants): Montants =>
  Object.fromEntries(Object.entries(montants).filter(([, montant]) => montant !== null));

interface Calcule {
  readonly projets: readonly Montants[];
  readonly totaux: Montants;
}

test.each(CLASSEURS)('%s : chaque montant d’hier se recalcule au centime près', async (nom) => {
  const hier = lire<Calcule>(`${nom}.attendu.json`);
  const passage = await clasSurPlace(['calculer', join(HIER, `${nom}.xlsx`), ...AU, '--json']);
  expect(passage.code).toBe(0);
  const ici = jsonDe<Calcule>(passage);
  expect(ici.projets.map((p) => p['dossier'])).toEqual(hier.projets.map((p) => p['dossier']));
  for (const [rang, projet] of hier.projets.entries()) expect(ici.projets[rang]).toMatchObject(sus(projet));
  expect(ici.totaux).toMatchObject(sus(hier.totaux));
});

test.each(CLASSEURS)('%s : la remontée se refait d’un classeur d’hier', async (nom) => {
  const sortie = join(dossier, `${nom}.xlsx`);
  expect((await clasSurPlace(['remontee', join(HIER, `${nom}.xlsx`), ...AU, '--sortie', sortie])).code).toBe(
    0,
  );
  const bilan = join(dossier, `${nom}-bilan.xlsx`);
  expect((await clasSurPlace(['consolider', sortie, '--sortie', bilan])).code).toBe(0);
});

test.each(CLASSEURS)(
  '%s : le fichier remis par 0.1 se refuse d’une phrase, qui dit quoi demander',
  async (nom) => {
    const bilan = join(dossier, 'refuse.xlsx');
    const { code, sortie } = await clasSurPlace([
      'consolider',
      join(HIER, `${nom}.remontee.xlsx`),
      '--sortie',
      bilan,
      '--json',
    ]);
    expect(code).toBe(1);
    expect(sortie).toMatch(/version plus ancienne : demander à la Caf de le générer de nouveau/);
    expect(sortie).not.toMatch(/non modifié/);
  },
);

test('des écritures prises pour un classeur : une phrase', async () => {
  for (const nom of CLASSEURS)
    attendrePhrase(
      await clasSurPlace(['verifier', join(HIER, `${nom}.ecritures.xlsx`)]),
      /« Projets » introuvable/,
    );
});

test('le classeur préparé par 0.1 se lit sans anomalie, et ses formules sont de celles d’aujourd’hui', async () => {
  const chemin = join(HIER, 'modele.xlsx');
  const passage = await clasSurPlace(['verifier', chemin, ...AU, '--json']);
  expect([passage.code, jsonDe(passage)]).toEqual([
    0,
    expect.objectContaining({ valide: true, anomalies: [] }),
  ]);
  const { feuilles } = await lireXlsx(readFileSync(chemin));
  const appels = feuilles.flatMap(({ formules }) =>
    [...formules.values()].flatMap((formule) =>
      [...formule.matchAll(/CLAS\.[A-Z0-9_]+/g)].map(([appel]) => appel),
    ),
  );
  expect(appels.length).toBeGreaterThan(0);
  for (const appel of new Set(appels)) expect(Object.keys(FONCTIONS)).toContain(appel.replaceAll('_', ''));
});

test('chaque fonction d’hier garde son nom, l’ordre et le genre de ses arguments', () => {
  interface Contrat {
    readonly id: string;
    readonly nom: string;
    readonly parametres: readonly string[];
    readonly resultat: string;
  }
  const ici = new Map(
    (JSON.parse(readFileSync(join(__dirname, '../fonctions/contrat.json'), 'utf8')) as Contrat[]).map((f) => [
      f.id,
      f,
    ]),
  );
  for (const { id, nom, parametres, resultat } of lire<Contrat[]>('fonctions.json')) {
    const actuelle = ici.get(id);
    expect([id, actuelle?.nom, actuelle?.resultat]).toEqual([id, nom, resultat]);
    expect(actuelle?.parametres.slice(0, parametres.length)).toEqual(parametres);
    // un argument de plus ne peut être que facultatif : une formule d'hier ne le donne pas
    for (const ajoute of actuelle?.parametres.slice(parametres.length) ?? []) expect(ajoute).toMatch(/\?:/);
  }
});
