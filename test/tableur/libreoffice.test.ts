/**
 * L'arithmétique d'un autre : dix mille projets tirés, calculés par LibreOffice avec des formules écrites à la main,
 * puis par « clas calculer » sur les mêmes fichiers. Égalité au centime, sans tolérance.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lireXlsx } from '../../src/classeur/xlsx';
import { lettres } from '../../src/dossier/formes/adresses';
import { examiner } from '../../src/dossier/examiner';
import { jsonCalculer } from '../../src/dossier/restitution/json';
import { soffice } from '../outils/soffice';
import { BAREME, INTERMEDIAIRES, MONTANTS, PARAMETRES, SAISIES, TOTAL_DE_TOUS } from './formules';
import { ecrireFeuilles } from './ecrire';
import { classeursTires, type ClasseurTire, type Tire } from './projets';

/** Points-virgules, UTF-8, valeurs telles qu'affichées (format général : un entier entier), troisième feuille. */
const CSV = 'csv:Text - txt - csv (StarCalc):59,34,76,1,,1033,false,true,false,false,false,3';
const CLASSEURS = 10;
const TAILLE = 1_000;
const CALCULEES = Object.entries({ ...INTERMEDIAIRES, ...MONTANTS });
const RANG_MONTANTS = Object.keys(INTERMEDIAIRES).length;
const CLES = Object.keys(MONTANTS) as (keyof typeof MONTANTS)[];

/** Où se lit chaque nom des formules ; « § » tient la place de la ligne. */
const LIEUX = new Map<string, string>([
  ...Object.entries(PARAMETRES),
  ...SAISIES.flatMap(([, cle], i) => (cle ? [[cle, `Projets!${lettres(i + 1)}§`] as const] : [])),
  ...CALCULEES.map(([cle], i) => [cle, `${lettres(i + 1)}§`] as const),
]);
const MODELES = CALCULEES.map(([, formule]) =>
  formule.replace(/\{(\w+)\}/g, (_, cle: string) => {
    const lieu = LIEUX.get(cle);
    if (lieu === undefined) throw new Error(`« ${cle} » n’est ni une saisie ni une formule.`);
    return lieu;
  }),
);

function enClasseur({ arrondi, bareme, projets }: ClasseurTire): Uint8Array {
  const formules = projets.map((_, i) =>
    MODELES.map((modele) => ({ formule: modele.replaceAll('§', String(i + 2)) })),
  );
  const fin = projets.length + 1;
  // les totaux ne comptent que les projets agréés, dits par la première colonne ; ceux des faits, tous les dossiers
  const totaux = CALCULEES.map(([cle], i) => {
    const plage = `${lettres(i + 1)}2:${lettres(i + 1)}${fin}`;
    return { formule: TOTAL_DE_TOUS.includes(cle) ? `SUM(${plage})` : `SUMIF($A$2:$A$${fin},TRUE,${plage})` };
  });
  return ecrireFeuilles({
    Paramètres: [
      ['Caf', '45'],
      ['Année scolaire', '2021-2022'],
      ['Arrondi Ps', arrondi],
      [],
      ['Année N', 'Taux', 'Prix plafond', 'Montant maximal', 'Bonus enfants', 'Bonus parents'],
      [2021, ...bareme, null, ...Object.values(BAREME).map((formule) => ({ formule }))],
    ],
    Projets: [
      SAISIES.map(([entete]) => entete),
      ...projets.map((projet, i) => SAISIES.map(([, cle]) => (cle ? projet[cle] : `P${i + 1}`))),
    ],
    Tableur: [CALCULEES.map(([cle]) => cle), ...formules, totaux],
  });
}

/** Les centimes calculés par le tableur, un entier par cellule ; `null` : texte vide, la donnée manque. */
function lireCsv(fichier: string): Record<string, number | null>[] {
  const [noms = '', ...lignes] = readFileSync(fichier, 'utf8').trimEnd().split('\n');
  expect(noms).toBe(CALCULEES.map(([nom]) => nom).join(';'));
  return lignes.map((ligne) => {
    const cellules = ligne.split(';').slice(RANG_MONTANTS);
    const faux = cellules.filter((cellule) => !/^(-?\d+)?$/.test(cellule));
    if (faux.length > 0) throw new Error(`Non calculé : ${faux.join(', ')}`);
    return Object.fromEntries(
      CLES.map((cle, i) => [cle, cellules[i] === '' ? null : Number(cellules[i])] as const),
    );
  });
}

/** « -12.30 » → −1230 : le texte rendu, sans son point ; deux décimales exigées. */
const enCentimes = (texte: string | null): number | null =>
  texte === null ? null : /^-?\d+\.\d\d$/.test(texte) ? Number(texte.replace('.', '')) : NaN;

let dossier: string;
const tires = classeursTires(CLASSEURS, TAILLE);
const nom = (rang: number): string => `tires-${rang}.xlsx`;

beforeAll(() => {
  dossier = mkdtempSync(join(tmpdir(), 'clas-tableur-'));
  mkdirSync(join(dossier, 'calcules'));
  const fichiers = tires.map((_, rang) => join(dossier, nom(rang)));
  tires.forEach((classeur, rang) => writeFileSync(fichiers[rang] ?? '', enClasseur(classeur)));
  soffice(dossier, CSV, join(dossier, 'calcules'), fichiers);
});
afterAll(() => {
  rmSync(dossier, { recursive: true, force: true });
});

/** Cas rencontrés dans tous les classeurs : un tirage qui n'y passe pas ne prouverait rien. */
const vus = { plafonnes: 0, indus: 0, depassements: 0, rappels: 0, tropPercus: 0, sansAgrement: 0 };

test.each(tires.map((classeur, rang) => [rang, classeur.arrondi, classeur] as const))(
  'classeur %d, %s : LibreOffice et Clas donnent les mêmes centimes',
  async (rang, _, { projets, bareme }) => {
    const lus = lireCsv(join(dossier, 'calcules', `tires-${rang}-Tableur.csv`));
    const octets = readFileSync(join(dossier, nom(rang)));
    const rendu = jsonCalculer(examiner(await lireXlsx(octets), { au: '2022-09-15' }));

    expect(lus).toHaveLength(projets.length + 1);
    expect(rendu.projets).toHaveLength(projets.length);
    const ecarts: string[] = [];
    const comparer = (qui: string, lui: Record<string, number | null>, nous: Record<string, unknown>) => {
      for (const cle of CLES) {
        const notre = enCentimes(nous[cle] as string | null);
        if (!Object.is(notre, lui[cle])) ecarts.push(`${qui}, ${cle} : ${notre} ici, ${lui[cle]} là-bas`);
      }
    };
    rendu.projets.forEach((projet, i) => {
      const lui = lus[i] ?? {};
      comparer(projet.dossier ?? '', lui, projet);
      compter(projets[i] as Tire, lui, bareme[1]);
    });
    comparer('totaux', lus[projets.length] ?? {}, rendu.totaux);
    expect(ecarts.slice(0, 10)).toEqual([]);
  },
);

function compter(projet: Tire, montants: Record<string, number | null>, plafond: number): void {
  if (projet.prev >= projet.agrees * plafond) vus.plafonnes++;
  if ((montants['indu'] ?? 0) > 0) vus.indus++;
  if ((montants['excedent80'] ?? 0) > 0) vus.depassements++;
  if ((montants['controle'] ?? 0) > 0) vus.rappels++;
  if ((montants['controle'] ?? 0) < 0) vus.tropPercus++;
  if (projet.agrement !== 'favorable') vus.sansAgrement++;
}

test('le tirage est passé par chaque branche', () => {
  expect(Math.min(...Object.values(vus))).toBeGreaterThan(TAILLE / 2);
});
