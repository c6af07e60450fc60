/** clas verifier : par cause, ou tout ; chaque anomalie y est, avec son dossier et son gestionnaire. */
import type { FormeJson } from '../../src/dossier/restitution/formesJson';
import { creerEcran } from '../../src/cli/ecran';
import type { Examen } from '../../src/dossier/examiner';
import { enTete } from '../../src/cli/resume/enTete';
import { resumeAnomalies } from '../../src/cli/resume/anomalies';
import { COLONNES_VERSEMENTS } from '../../src/dossier/colonnes/versements';
import { examen, feuille, projet, tableau, versement } from '../dossier/fabrique';
import { clasSurPlace, dossierProvisoire } from './clas';

const dossier = dossierProvisoire();
const FICHIER = 'assets/exemples/clas-anomalies.xlsx';
const AU = ['--au', '2022-10-15'];

const anomalies = async () =>
  (JSON.parse((await clasSurPlace(['verifier', FICHIER, ...AU, '--json'])).sortie) as FormeJson<'verifier'>)
    .anomalies;
const uneLigne = (texte: string): string => texte.replaceAll(/\s+/g, ' ');

test('par défaut, une cause à la fois : leurs nombres font toutes les anomalies', async () => {
  const { sortie, code } = await clasSurPlace(['verifier', FICHIER, ...AU]);
  expect(code).toBe(1);
  const nombres = [...sortie.matchAll(/^ *(\d+) × {2}/gm)].map(([, n]) => Number(n));
  expect(nombres.reduce((a, b) => a + b)).toBe((await anomalies()).length);
  expect(nombres.length).toBeLessThan((await anomalies()).length);
  expect(uneLigne(sortie)).toContain('3 × Acomptes N trop élevés — Montant (Versements)');
  expect(uneLigne(sortie)).toContain('E30 ESSAI-032, Association La Boussole');
});

test('--tout : chaque anomalie a sa phrase et sa cellule, et dit à qui elle est', async () => {
  const sortie = uneLigne((await clasSurPlace(['verifier', FICHIER, ...AU, '--tout'])).sortie);
  for (const { message } of await anomalies()) expect(sortie).toContain(uneLigne(message));
  expect(sortie).toContain('saisir un nombre. (ESSAI-002, Association La Boussole)');
});

test('une anomalie de toute une feuille ne cite pas de cellule', () => {
  const journal = feuille('Journal SPC', tableau(COLONNES_VERSEMENTS, [versement({})]));
  const { anomalies, ...reste } = examen({ autres: [journal] });
  const siennes = anomalies.filter(({ feuille: nom }) => nom === 'Journal SPC');
  expect(siennes.map(({ ligne, colonne }) => [ligne, colonne])).toEqual([[null, null]]);
  const ecran = creerEcran({}, {}, { couleur: false, sansCouleur: true });
  const lignes = resumeAnomalies({ ...reste, anomalies: siennes }, ecran, false).split('\n');
  expect(lignes.filter((ligne) => /^[\s—.]+$/.test(ligne))).toEqual([]);
  expect(uneLigne(lignes.slice(-3).join(' '))).toMatch(
    /La désigner, ou la renommer « Versements »\. C-[A-Z]+-\d+ · .+$/,
  );
});

test('un projet est examiné, deux sont examinés', () => {
  const ecran = creerEcran({}, {}, { couleur: false, sansCouleur: true });
  const dire = (projets: Parameters<typeof examen>[0]) => uneLigne(enTete('a.xlsx', examen(projets), ecran));
  expect(dire({})).toContain('1 projet, examiné au');
  expect(dire({ projets: [projet({}), projet({})] })).toContain('2 projets, examinés au');
});

test('un classeur sans projet n’est pas valide, il est à remplir', () => {
  const ecran = creerEcran({}, {}, { couleur: false, sansCouleur: true });
  const verdict = (e: Examen) => uneLigne(resumeAnomalies(e, ecran, false).split('\n')[0] ?? '');
  expect(verdict(examen({ projets: [] }))).toBe(
    'Classeur à remplir : il n’a pas de projet. Aucune anomalie.',
  );
  expect(verdict(examen())).toMatch(/^Classeur valide\./);
});

test('des courriers qui ne concernent aucun dossier : la phrase le dit', async () => {
  const modele = 'assets/modeles/solde.docx';
  const passage = await clasSurPlace([
    'courriers',
    'assets/exemples/clas-2021-2022.xlsx',
    '--modele',
    modele,
    '--pour',
    'solde',
    '--sortie',
    dossier,
  ]);
  expect({ ...passage, sortie: uneLigne(passage.sortie).trim() }).toMatchObject({
    code: 0,
    sortie: 'Aucun dossier concerné (--pour solde) : aucun courrier à écrire.',
  });
});

test.each([[], ['--tout']])(
  'la référence et la section du texte suivent la phrase %j',
  async (...options) => {
    const sortie = uneLigne((await clasSurPlace(['verifier', FICHIER, ...AU, ...options])).sortie);
    for (const { reference, source } of await anomalies())
      expect(sortie).toContain(uneLigne(`${reference} · ${source}`));
    expect(sortie).toContain('C-ACO-01 · Circ. 2021-006, § 3.4');
  },
);
