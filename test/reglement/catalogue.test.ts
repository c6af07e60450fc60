/** Le catalogue dit vrai : chaque règle, chaque fonction, chaque paramètre et chaque interprétation s'y retrouvent. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { docsRegles } from '../../scripts/docs/regles';
import * as R from '../../src/reglement';
import * as S from '../../src/valeurs/siret';
import { fichiers } from '../../outils/imports';
import { CATALOGUE } from '../../scripts/docs/catalogue';
import { DOSSIER, FICHIERS, RACINE, fonctionsExportees } from './sources';

const REGLES = CATALOGUE.flatMap(({ regles }) => regles);
const INTERPRETATIONS = readFileSync(join(RACINE, 'docs/interpretations.md'), 'utf8');
const ancres = [...INTERPRETATIONS.matchAll(/<a id="([a-z0-9-]+)"><\/a>/g)].map((m) => m[1]!);
/** Fichiers qui outillent les règles sans en porter. */
const OUTILLAGE = ['montant.ts', 'explication.ts', 'sources.ts', 'index.ts'];
const cite = new Set(REGLES.flatMap((r) => r.fonctions ?? []) as string[]);

describe('Chaque règle du catalogue', () => {
  test('il y en a, et leurs identifiants sont uniques', () => {
    expect(REGLES.length).toBeGreaterThan(50);
    expect(new Set(REGLES.map((r) => r.id)).size).toBe(REGLES.length);
  });

  test.each(REGLES.map((r) => [r.id, r] as const))('%s a une source, un lieu et une preuve', (_id, r) => {
    expect(r.id).toMatch(/^[a-z]+\.[a-z0-9-]+$/);
    for (const s of r.sources) expect(['note', ...Object.keys(R.SECTIONS)]).toContain(s);
    for (const i of r.interpretations ?? []) expect(ancres).toContain(i);
    expect([...r.sources, ...(r.interpretations ?? [])]).not.toEqual([]);
    expect(r.fonctions ?? r.controles ?? r.module ?? r.horsClasseur).toBeDefined();
    if (r.fonctions) expect([r.fichier, r.tests?.length]).not.toContain(undefined);
    for (const t of r.tests ?? []) expect(existsSync(join(__dirname, t))).toBe(true);
    if (r.module) expect(existsSync(join(RACINE, r.module))).toBe(true);
  });

  test.each(REGLES.filter((r) => r.fonctions).map((r) => [r.id, r] as const))(
    '%s : ses fonctions sont exportées par son fichier, et ses tests les appellent',
    (_id, r) => {
      const fichier = FICHIERS.find((f) => f.nom === r.fichier);
      expect(fichier).toBeDefined();
      const exportees = fonctionsExportees(fichier!).map((f) => f.nom);
      const essais = (r.tests ?? []).map((t) => readFileSync(join(__dirname, t), 'utf8')).join('\n');
      const appelees = (nom: string): boolean => new RegExp(`\\b${nom}[()]`).test(essais);
      expect(
        (r.fonctions ?? []).filter(
          (nom) => typeof ({ ...R, ...S } as Record<string, unknown>)[nom] !== 'function',
        ),
      ).toEqual([]);
      expect((r.fonctions ?? []).filter((nom) => !exportees.includes(nom))).toEqual([]);
      expect((r.fonctions ?? []).filter((nom) => !appelees(nom))).toEqual([]);
    },
  );
});

describe('Une règle du catalogue est appliquée', () => {
  const PRODUIT = fichiers('src').map((nom) => ({ nom, texte: readFileSync(nom, 'utf8') }));
  const appelee = (nom: string): boolean => {
    const appel = new RegExp(`(?<!function )\\b${nom}\\b(?! = )`);
    const sansImports = (texte: string): string =>
      texte.replace(/^(?:import|export) (?:type )?\{[^}]*\} from.*$/gm, '');
    return PRODUIT.some(({ texte }) =>
      appel.test(sansImports(texte).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')),
    );
  };

  test.each(REGLES.filter((r) => r.fonctions).map((r) => [r.id, r] as const))(
    '%s : le produit appelle ses fonctions',
    (_id, r) => {
      expect((r.fonctions ?? []).filter((nom) => !appelee(nom))).toEqual([]);
    },
  );

  test('une fonction que personne n’appelle se verrait', () => {
    expect(appelee('regleQuePersonneNAppelle')).toBe(false);
  });
});

describe('Rien n’échappe au catalogue', () => {
  const regles = FICHIERS.filter((f) => !OUTILLAGE.includes(f.nom));
  const exportees = regles.flatMap((f) => fonctionsExportees(f).map((x) => x.nom));

  test('toute fonction de règle exportée y figure', () => {
    expect(exportees.length).toBeGreaterThan(25);
    expect(exportees.filter((nom) => !cite.has(nom))).toEqual([]);
  });

  test('l’index exporte tous les fichiers de règles, et pas le catalogue', () => {
    const index = readFileSync(join(DOSSIER, 'index.ts'), 'utf8');
    const noms = [...index.matchAll(/from '\.{1,2}\/(?:valeurs\/)?(\w+)'/g)].map((m) => `${m[1]}.ts`);
    expect(noms.sort()).toEqual(
      FICHIERS.map((f) => f.nom)
        .filter((nom) => nom !== 'index.ts')
        .sort(),
    );
  });

  test('tout paramètre y figure, et tout paramètre cité existe', () => {
    const { BAREMES, GESTION, COFINANCEMENT, COLLECTIF, COMPTES } = R;
    const groupes = { GESTION, COFINANCEMENT, COLLECTIF, COMPTES };
    const existants = Object.entries(groupes).flatMap(([groupe, valeurs]) =>
      Object.keys(valeurs).map((nom) => `${groupe}.${nom}`),
    );
    expect(BAREMES.length).toBeGreaterThan(0);
    const cites = new Set<string>(REGLES.flatMap((r) => r.constantes ?? []));
    expect([...cites].sort()).toEqual(['BAREMES', 'PREMIERE_ANNEE', ...existants].sort());
  });

  test('toute référence de contrôle est celle d’une anomalie connue', () => {
    const anomalies = readFileSync(join(RACINE, 'src/dossier/anomalies/catalogue.ts'), 'utf8');
    const connues = new Set(anomalies.match(/C-[A-Z]+-\d{2}/g));
    expect(connues.size).toBeGreaterThan(0);
    expect(REGLES.flatMap((r) => r.controles ?? []).filter((c) => !connues.has(c))).toEqual([]);
  });
});

describe('Documentation', () => {
  test('docs/regles.md est à jour', () => {
    expect(readFileSync(join(RACINE, 'docs/regles.md'), 'utf8')).toBe(docsRegles());
  });

  test('chaque interprétation a une ancre unique et ses quatre réponses', () => {
    expect(new Set(ancres).size).toBe(ancres.length);
    expect(ancres.length).toBeGreaterThan(40);
    const points = INTERPRETATIONS.split(/<a id="[^"]+"><\/a>/).slice(1);
    for (const point of points) {
      const reponses = [...point.matchAll(/^- \*\*(.+?)\*\* : \S/gm)].map((m) => m[1]);
      expect(reponses).toEqual([
        'Ce que dit le texte',
        'Ce que nous faisons',
        'Pourquoi',
        'Paramètre qui le change',
      ]);
    }
  });

  test('les sections citées par les interprétations existent', () => {
    const cites = [...INTERPRETATIONS.matchAll(/§ (\d(?:\.\d)?)/g)].map((m) => m[1]!);
    expect(cites.length).toBeGreaterThan(30);
    expect(cites.filter((s) => !(s in R.SECTIONS))).toEqual([]);
  });
});
