/**
 * Une autre bibliothèque pour juge : sur les classeurs d'exemple et sur des classeurs abîmés au hasard, chaque valeur,
 * formule, format, ligne masquée, fusion, visibilité et calendrier que notre lecteur voit est ce qu'elle en voit.
 */
import { readdirSync, readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { openXlsx } from 'hucre/xlsx';
import fc from 'fast-check';
import { lireXlsx } from '../../src/classeur/xlsx/lecture';
import { lettres } from '../../src/dossier/formes/adresses';
import { codeUtile, type ClasseurLu, type Feuille } from '../../src/dossier/formes/grille';
import { versLecture } from '../../src/dossier/affichage/nomsDeFonctions';
import { estIllisible, type Valeur } from '../../src/valeurs/valeur';
import { classeurSale, RECETTES } from '../dossier/sale';

const JOUR = 86_400_000;

/** Une cellule, ramenée à ce que les deux lecteurs savent en dire. */
interface Vue {
  readonly valeur: string;
  readonly formule: string;
  readonly format: string;
}

/**
 * Les écarts connus, et qui a raison. La date courte d'Excel (format 14) : le juge en donne l'écriture américaine, Excel
 * celle du poste. Une espace échappée : le juge en retire la barre, et le code ne change pas de sens. Une formule au résultat vide : le juge perd le texte vide, le fichier l'a.
 */
const sansEchappement = (code: string): string => code.replaceAll('\\', '');
const FORMATS_DU_JUGE: ReadonlyMap<string, string> = new Map([['mm-dd-yy', 'm/d/yyyy']]);

/** À la milliseconde : le juge fait une date d'un nombre qui en a le format. */
const nombre = (n: number): string => `n ${Math.round(n * JOUR)}`;

function dire(v: unknown, dates1904: boolean): string {
  if (v === null || v === undefined || v === '') return '';
  if (typeof v === 'number') return nombre(v);
  if (v instanceof Date) return nombre(v.getTime() / JOUR + 25_569 - (dates1904 ? 1_462 : 0));
  if (typeof v === 'object') {
    if ('error' in v) return `e ${String(v.error)}`;
    if ('richText' in v)
      return dire((v as ExcelJS.CellRichTextValue).richText.map(({ text }) => text).join(''), dates1904);
    if ('text' in v) return dire(v.text, dates1904);
  }
  return `${typeof v} ${String(v)}`;
}

function duJuge(source: ExcelJS.Workbook): Map<string, Vue> {
  const dates1904 = source.properties.date1904 === true;
  const vues = new Map<string, Vue>();
  for (const onglet of source.worksheets)
    onglet.eachRow((ligne) =>
      ligne.eachCell((cellule) => {
        if (cellule.type === ExcelJS.ValueType.Merge) return;
        const { formula = '' } = cellule as { formula?: string };
        const brute = formula === '' ? cellule.value : cellule.result;
        const valeur = dire(brute, dates1904);
        if (valeur === '' && formula === '') return;
        const format = valeur.startsWith('n ') ? ((cellule.numFmt as string | undefined) ?? '') : '';
        vues.set(`${onglet.name}!${cellule.address}`, {
          valeur,
          formule: formula === '' ? '' : `=${versLecture(formula)}`,
          format: sansEchappement(codeUtile(FORMATS_DU_JUGE.get(format) ?? format) ?? ''),
        });
      }),
    );
  return vues;
}

const notre = (valeur: Valeur): string => {
  if (valeur !== null && estIllisible(valeur))
    // une formule jamais calculée n'a pas de résultat pour le juge
    return valeur.illisible.startsWith('=') ? '' : `e ${valeur.illisible}`;
  return dire(valeur, false);
};

function deNous({ feuilles }: ClasseurLu): Map<string, Vue> {
  const vues = new Map<string, Vue>();
  for (const f of feuilles)
    f.lignes.forEach((ligne, i) =>
      ligne.forEach((brute, j) => {
        const adresse = `${lettres(f.premiereColonne + j)}${f.premiereLigne + i}`;
        const formule = f.formules.get(adresse) ?? '';
        const valeur = notre(brute);
        if (valeur === '' && formule === '') return;
        const format = sansEchappement(f.formats[i]?.[j] ?? '');
        vues.set(`${f.nom}!${adresse}`, { valeur, formule, format });
      }),
    );
  return vues;
}

const ETATS = { visible: 'visible', masquee: 'hidden', tresMasquee: 'veryHidden' } as const;

/** Les lignes masquées qui ont des cellules, et les fusions qui ont une valeur. */
function presentation(onglet: ExcelJS.Worksheet): unknown {
  const masquees: number[] = [];
  onglet.eachRow((ligne, n) => {
    if (ligne.hidden) masquees.push(n);
  });
  return { nom: onglet.name, etat: onglet.state, masquees, fusions: [...onglet.model.merges].sort() };
}

const laNotre = (f: Feuille, onglet: ExcelJS.Worksheet): unknown => ({
  nom: f.nom,
  etat: ETATS[f.visibilite],
  masquees: f.lignesMasquees.filter((n) => onglet.getRow(n).hasValues),
  fusions: [...f.fusions].sort(),
});

/** Un second juge, pour les valeurs : la bibliothèque d'écriture lit aussi, à sa façon. */
async function valeursDuSecond(octets: Uint8Array): Promise<Map<string, string>> {
  const { sheets, dateSystem } = await openXlsx(octets, { readStyles: true });
  const valeurs = new Map<string, string>();
  for (const { name, rows } of sheets)
    rows.forEach((ligne, i) =>
      ligne.forEach((v, j) => {
        // il compte le 29 février 1900 qu'Excel invente : avant mars, un jour de moins
        const avantMars1900 =
          v instanceof Date && dateSystem !== '1904' && v.getTime() < Date.UTC(1900, 2, 1);
        const valeur = avantMars1900
          ? dire(new Date(v.getTime() - JOUR), false)
          : dire(v, dateSystem === '1904');
        if (valeur !== '') valeurs.set(`${name}!${lettres(j + 1)}${i + 1}`, valeur);
      }),
    );
  return valeurs;
}

/** Une erreur est pour lui un texte. */
const commeLeSecond = (valeur: string): string => valeur.replace(/^e /, 'string ');

async function jugerLesValeurs(octets: Uint8Array): Promise<void> {
  const notres = [...deNous(await lireXlsx(octets))].flatMap(([ou, { valeur }]): [string, string][] =>
    valeur === '' ? [] : [[ou, commeLeSecond(valeur)]],
  );
  expect(Object.fromEntries(notres)).toEqual(Object.fromEntries(await valeursDuSecond(octets)));
}

async function juger(octets: Uint8Array): Promise<void> {
  const juge = new ExcelJS.Workbook();
  await juge.xlsx.load(octets as unknown as ExcelJS.Buffer);
  const lu = await lireXlsx(octets);
  expect(lu.dates1904).toBe(juge.properties.date1904 === true);
  expect(lu.feuilles.map((f, i) => laNotre(f, juge.worksheets[i] as ExcelJS.Worksheet))).toEqual(
    juge.worksheets.map(presentation),
  );
  expect(Object.fromEntries(deNous(lu))).toEqual(Object.fromEntries(duJuge(juge)));
}

const EXEMPLES = ['assets/exemples', 'test/exemples'].flatMap((dossier) =>
  readdirSync(dossier)
    .filter((nom) => nom.endsWith('.xlsx'))
    .map((nom) => `${dossier}/${nom}`),
);

/** Le juge ne trouve pas un tableau que sa feuille désigne par une adresse absolue, que le format permet. */
const INCONNUS_DU_JUGE: readonly string[] = [
  'annee-arrete',
  'annee-decision',
  'annee-journal',
  'annee-suivante',
  'bloquant-acomptes',
].map((nom) => `test/exemples/${nom}.xlsx`);

test.each(EXEMPLES.filter((chemin) => !INCONNUS_DU_JUGE.includes(chemin)))('%s', async (chemin) => {
  await juger(new Uint8Array(readFileSync(chemin)));
});

test.each(EXEMPLES)('%s, au second juge', async (chemin) => {
  await jugerLesValeurs(new Uint8Array(readFileSync(chemin)));
});

test('cent classeurs abîmés au hasard', async () => {
  for (const recettes of fc.sample(RECETTES, { numRuns: 100, seed: 1 })) {
    const octets = new Uint8Array(await classeurSale(recettes).xlsx.writeBuffer());
    await juger(octets);
    await jugerLesValeurs(octets);
  }
});
