/**
 * Les changements de docs/changer.md, faits ensemble sur une copie des sources, puis regardés : ce que la ligne de
 * commande, la feuille Calculs et la session du volet en disent, sur un classeur.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Valeur } from '../../src/valeurs/valeur';
import { projet as projetDeVolet } from '../volet/port';
import { classeur, projet, type Reglages } from '../dossier/fabrique';
import type * as Lancer from '../../src/cli/lancer';
import type * as Xlsx from '../../src/classeur/xlsx';
import type * as Port from '../volet/port';
import type * as Session from '../../src/volet/session';
import type * as Etat from '../../src/volet/etat';
import type * as PlanCalculs from '../../src/dossier/restitution/feuilles/planCalculs';
import { CHANGEMENTS } from './changements';
import { copier } from './copie';

const copie = copier(['src', 'test/volet'], CHANGEMENTS);
/** Un module de la copie ; ses types sont ceux d'ici, que les changements ne font qu'étendre. */
const dela = <T>(chemin: string): T =>
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- chemin connu seulement à l'exécution.
  require(join(copie, chemin)) as T;

const { lancer } = dela<typeof Lancer>('src/cli/lancer');
const { ecrireXlsx } = dela<typeof Xlsx>('src/classeur/xlsx');

const dossier = mkdtempSync(join(tmpdir(), 'clas-changements-'));
afterAll(() => rmSync(dossier, { recursive: true, force: true }));

/** La commande de la copie, sur ce classeur, deux colonnes de plus à la feuille Projets. */
async function clas<T>(commande: string, reglages: Reglages): Promise<T> {
  const fichier = join(dossier, `${commande}.xlsx`);
  const deplus = (nom: string, i: number): Valeur[] => {
    if (nom !== 'Projets') return [];
    return i === 0 ? ['QPV', 'Notes libres'] : ['oui', 'À revoir'];
  };
  const feuilles = classeur({ ...reglages, sans: ['observations'] }).feuilles.map(({ nom, lignes }) => ({
    nom,
    colonnes: [],
    lignes: lignes.map((ligne, i) =>
      [...ligne, ...deplus(nom, i)].map((valeur) => ({ valeur: valeur as string | number | null })),
    ),
  }));
  writeFileSync(fichier, await ecrireXlsx({ feuilles, proprietes: { titre: '', sujet: '', auteur: '' } }));
  let sortie = '';
  const flux = { write: (texte: string) => ((sortie += texte), true) } as unknown as NodeJS.WriteStream & {
    fd: 1 & 2;
  };
  await lancer([commande, fichier, '--au', '2022-01-20', '--json'], { stdout: flux, stderr: flux, env: {} });
  return JSON.parse(sortie) as T;
}

interface Verifie {
  readonly anomalies: readonly {
    readonly code: string;
    readonly adresse: string;
    readonly message: string;
  }[];
  readonly lecture: {
    readonly feuilles: readonly {
      readonly feuille: string;
      readonly colonnesLues: readonly { readonly entete: string; readonly champ: string }[];
      readonly colonnesNonLues: readonly unknown[];
    }[];
  };
}

/** Ce que le volet sait d'un montant connu. */
interface Connu {
  readonly montant: unknown;
  readonly etapes: readonly { readonly etape: string }[];
}

interface Calcule {
  readonly projets: readonly Readonly<Record<string, string | null>>[];
}

test('la colonne et le synonyme se lisent, par leurs synonymes', async () => {
  const { lecture } = await clas<Verifie>('verifier', { projets: [projet({})] });
  const lue = lecture.feuilles.find(({ feuille }) => feuille === 'Projets');
  expect(lue?.colonnesLues.slice(-2).map(({ entete, champ }) => [entete, champ])).toEqual([
    ['QPV', 'quartier'],
    ['Notes libres', 'observations'],
  ]);
  expect(lue?.colonnesNonLues).toEqual([]);
});

test('l’anomalie se dit à sa cellule, et se tait quand rien ne manque', async () => {
  const dites = async (commune: string) =>
    (await clas<Verifie>('verifier', { projets: [projet({ commune })] })).anomalies
      .filter(({ code }) => code === 'projet.commune-en-code-postal')
      .map(({ adresse, message }) => [adresse, message]);
  expect(await dites('45000')).toEqual([
    ['Projets!F2', 'Un code postal n’est pas une commune. Saisir son nom.'],
  ]);
  expect(await dites('Orléans')).toEqual([]);
});

test('le montant, avec son explication, est dans le JSON, la feuille Calculs et la session du volet', async () => {
  // 18 000 € × 32,5 % = 5 850 € pour trois collectifs
  const { projets } = await clas<Calcule>('calculer', { projets: [projet({})] });
  expect(projets.map(({ psRetenue, psMoyenne }) => [psRetenue, psMoyenne])).toEqual([['5850.00', '1950.00']]);

  const { creerPort } = dela<typeof Port>('test/volet/port');
  const { creerSession } = dela<typeof Session>('src/volet/session');
  const { controleDe } = dela<typeof Etat>('src/volet/etat');
  // 24 000 € en trois collectifs, au-delà du prix plafond : 7 689 €
  const session = creerSession({
    port: creerPort([projetDeVolet('D-1')]),
    aujourdhui: () => '2022-01-20',
    attente: 0,
  });
  await session.demarrer();
  const { examen } = controleDe(session.etat())!;
  const { psMoyenne } = examen.calculs[0]!.montants as unknown as Readonly<Record<string, Connu>>;
  expect(String(psMoyenne?.montant)).toBe('2563');
  expect(psMoyenne?.etapes.at(-1)).toMatchObject({ etape: 'Ps par collectif' });

  const { planCalculs } = dela<typeof PlanCalculs>('src/dossier/restitution/feuilles/planCalculs');
  const [entetes = [], premiere = []] = planCalculs(examen).lignes;
  const colonne = entetes.findIndex(({ valeur }) => valeur === 'Ps par collectif');
  expect(String(premiere[colonne]?.valeur)).toBe('2563');
});

test('le barème sert l’année qu’il dit', async () => {
  // 24 600 € en trois collectifs : 8 200 €, ramenés au plafond de 2024, 8 000 € ; 3 × 8 000 € × 32,5 % = 7 800 €
  const { projets } = await clas<Calcule>('calculer', {
    parametres: { 'Année scolaire': '2024-2025' },
    bareme: [],
    projets: [projet({ coutPrevisionnel: 24_600, autresRecettes: 16_800 })],
  });
  expect(projets.map(({ psPrevisionnelle }) => psPrevisionnelle)).toEqual(['7800.00']);
});
