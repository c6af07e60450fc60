/** Des classeurs d'agent abîmés au hasard de tous les ennuis de la lecture, écrits par une bibliothèque qui n'est pas la nôtre. */
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { COLONNES_COLLECTIFS } from '../../src/dossier/colonnes/collectifs';
import type { Colonne, Colonnes } from '../../src/dossier/colonnes/colonne';
import { COLONNES_PROJETS } from '../../src/dossier/colonnes/projets';
import { COLONNES_VERSEMENTS } from '../../src/dossier/colonnes/versements';
import { collectif, projet, versement, type Ligne } from './fabrique';

interface Cellule {
  readonly valeur: ExcelJS.CellValue;
  readonly format?: string;
}

/** Ce qu'un agent fait d'un nombre : le laisser, l'écrire, le mal écrire, le calculer, en faire une date. */
const AVATARS: readonly ((n: number) => Cellule)[] = [
  (n) => ({ valeur: n }),
  (n) => ({ valeur: n, format: '#,##0.00 "€"' }),
  (n) => ({ valeur: n, format: '_-* #,##0.00\\ "€"_-;-* #,##0.00\\ "€"_-;_-* "-"??\\ "€"_-;_-@_-' }),
  (n) => ({ valeur: n, format: '[Red]-#,##0;[Blue]#,##0' }),
  (n) => ({ valeur: { formula: `${n}*1`, result: n }, format: '0.00' }),
  (n) => ({ valeur: `${n} €` }),
  (n) => ({ valeur: `\u00a0${String(n).replace('.', ',')}\u202f€ ` }),
  (n) => ({ valeur: `EUR ${n}` }),
  (n) => ({ valeur: `'${n}` }),
  (n) => ({ valeur: `(${n})` }),
  (n) => ({ valeur: `${n} €/an` }),
  (n) => ({ valeur: `environ ${n}` }),
  (n) => ({ valeur: `${n} ou ${n + 10}` }),
  (n) => ({ valeur: `${n}-` }),
  (n) => ({ valeur: `${n} k€` }),
  (n) => ({ valeur: `3 x ${n}` }),
  (n) => ({ valeur: n, format: 'dd/mm/yyyy' }),
  (n) => ({ valeur: n, format: 'mm-dd-yy' }),
  (n) => ({ valeur: n, format: '0%' }),
  (n) => ({ valeur: n, format: 'h:mm' }),
  (n) => ({ valeur: -n }),
  (n) => ({ valeur: n + 0.125 }),
  () => ({ valeur: 'NC' }),
  () => ({ valeur: '-' }),
  () => ({ valeur: 'néant' }),
  () => ({ valeur: 'idem' }),
  () => ({ valeur: '»' }),
  () => ({ valeur: 'voir courrier' }),
  () => ({ valeur: true }),
  () => ({ valeur: { error: '#REF!' } }),
  () => ({ valeur: { formula: 'VLOOKUP(A1,B:C,2,0)', result: { error: '#N/A' } } }),
  () => ({ valeur: null }),
];

const NUMERIQUES: ReadonlySet<Colonne['type']> = new Set(['montant', 'entier', 'nombre', 'duree']);

type Genre =
  | 'donnee'
  | 'vide'
  | 'total'
  | 'soustotal'
  | 'agregats'
  | 'note'
  | 'unites'
  | 'numeros'
  | 'preremplie'
  | 'entete';

const GENRES: readonly Genre[] = [
  'donnee',
  'donnee',
  'donnee',
  'donnee',
  'donnee',
  'vide',
  'total',
  'soustotal',
  'agregats',
  'note',
  'unites',
  'numeros',
  'preremplie',
  'entete',
];

interface Recette {
  readonly nom: string;
  readonly etat: 'visible' | 'hidden' | 'veryHidden';
  readonly bas: number;
  readonly droite: number;
  /** Un intitulé par colonne : 0 l'exact, puis ses synonymes et ses autres écritures. */
  readonly intitules: readonly number[];
  readonly ordre: readonly number[];
  readonly etrangere: string | null;
  readonly lignes: readonly {
    readonly genre: Genre;
    readonly masquee: boolean;
    /** Colonne abîmée, et l'avatar de sa valeur. */
    readonly abimes: readonly (readonly [colonne: number, avatar: number])[];
  }[];
}

const ETRANGERES = [
  null,
  'Année de création',
  'Total général',
  'Avance diverse',
  'Montant 2019',
  'Budget',
  'Tél.',
  '',
];

const recette = (noms: readonly string[]): fc.Arbitrary<Recette> =>
  fc.record({
    nom: fc.constantFrom(...noms),
    etat: fc.constantFrom('visible', 'visible', 'visible', 'hidden', 'veryHidden'),
    bas: fc.constantFrom(0, 0, 1, 3),
    droite: fc.constantFrom(0, 0, 1, 2),
    intitules: fc.array(fc.nat(5), { minLength: 60, maxLength: 60 }),
    ordre: fc.array(fc.nat(99), { minLength: 60, maxLength: 60 }),
    etrangere: fc.constantFrom(...ETRANGERES),
    lignes: fc.array(
      fc.record({
        genre: fc.constantFrom(...GENRES),
        masquee: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
        abimes: fc.array(fc.tuple(fc.nat(40), fc.nat(AVATARS.length - 1)), { maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 12 },
    ),
  });

/** Les écritures d'un intitulé : l'exact d'abord, plus souvent que les autres. */
const ecritures = ({ entete, synonymes, type }: Colonne): readonly string[] => [
  entete,
  entete,
  entete.toUpperCase(),
  type === 'montant' ? `${entete} (en €)` : `${entete} `,
  ...synonymes,
];

const seule = (cles: readonly string[], cellules: Readonly<Record<string, ExcelJS.CellValue>>): Cellule[] =>
  cles.map((cle) => ({ valeur: cellules[cle] ?? null }));

function ecrireFeuille(
  classeur: ExcelJS.Workbook,
  definitions: Colonnes,
  donnee: (rang: number) => Ligne,
  { nom, etat, bas, droite, intitules, ordre, etrangere, lignes }: Recette,
): void {
  const f = classeur.addWorksheet(nom, { state: etat });
  const cles = Object.keys(definitions)
    .filter((cle) => !definitions[cle]?.calculee)
    .map((cle, i) => [ordre[i] ?? 0, cle] as const)
    .sort(([a], [b]) => (bas > 0 ? a - b : 0))
    .map(([, cle]) => cle);
  const entetes = cles.map((cle, i) => {
    const toutes = ecritures(definitions[cle] as Colonne);
    return toutes[(intitules[i] ?? 0) % toutes.length] ?? '';
  });
  const poser = (ligne: number, cellules: readonly Cellule[]): void => {
    cellules.forEach(({ valeur, format }, i) => {
      if (valeur === null) return;
      const cellule = f.getCell(ligne, droite + i + 1);
      cellule.value = valeur;
      if (format !== undefined) cellule.numFmt = format;
    });
  };
  if (bas > 0) f.getCell(1, droite + 1).value = 'Clas : suivi de l’année';
  poser(
    bas + 1,
    entetes.map((valeur) => ({ valeur })),
  );
  if (etrangere) f.getCell(bas + 1, droite + cles.length + 1).value = etrangere;
  const numeriques = cles.filter((cle) => NUMERIQUES.has(definitions[cle]?.type ?? 'texte'));
  const libelle = cles.includes('gestionnaire') ? 'gestionnaire' : 'dossier';
  lignes.forEach(({ genre, masquee, abimes }, i) => {
    const ligne = bas + 2 + i;
    if (masquee) f.getRow(ligne).hidden = true;
    const sommes = Object.fromEntries(
      numeriques.slice(0, 4).map((cle, k) => {
        const lettre = f.getColumn(droite + cles.indexOf(cle) + 1).letter;
        const result = 1_000 * (i + 1) + k;
        return [cle, { formula: `SUBTOTAL(9,${lettre}1:${lettre}${ligne - 1})`, result }];
      }),
    );
    const nombres = Object.fromEntries(numeriques.slice(0, 4).map((cle, k) => [cle, 2_000 * (i + 1) + k]));
    const parGenre: Readonly<Record<Exclude<Genre, 'donnee'>, () => readonly Cellule[]>> = {
      vide: () => [],
      total: () => seule(cles, { [libelle]: 'TOTAL', ...nombres }),
      soustotal: () => seule(cles, { [libelle]: 'Sous-total association', ...sommes }),
      agregats: () => seule(cles, sommes),
      note: () => seule(cles, { [cles[i % 3] ?? libelle]: '* chiffres provisoires, à confirmer' }),
      unites: () => seule(cles, Object.fromEntries(numeriques.slice(0, 3).map((cle) => [cle, '€']))),
      numeros: () => cles.map((_, k) => ({ valeur: `(${k + 1})` })),
      preremplie: () =>
        seule(
          cles,
          Object.fromEntries(
            cles.filter((cle) => definitions[cle]?.type === 'ouiNon').map((cle) => [cle, 'non']),
          ),
        ),
      entete: () => entetes.map((valeur) => ({ valeur })),
    };
    if (genre !== 'donnee') {
      poser(ligne, parGenre[genre]());
      return;
    }
    const saine = donnee(i);
    const cellules = cles.map((cle): Cellule => ({ valeur: (saine[cle] ?? null) as ExcelJS.CellValue }));
    for (const [colonne, avatar] of abimes) {
      const cle = numeriques[colonne % numeriques.length] ?? '';
      const n = saine[cle];
      cellules[cles.indexOf(cle)] = AVATARS[avatar]?.(typeof n === 'number' ? n : 500) ?? { valeur: null };
    }
    poser(ligne, cellules);
    if (etrangere !== null && i % 2 === 0) f.getCell(ligne, droite + cles.length + 1).value = 300 + i;
  });
}

const PARAMETRES: readonly (readonly ExcelJS.CellValue[])[] = [
  ['Caf', '45'],
  ['Nom de la Caf', 'Caf du Loiret'],
  ['Année scolaire', '2021-2022'],
];

const dossier = (rang: number): string => `P-${String(rang + 1).padStart(3, '0')}`;

type Tirage = typeof RECETTES extends fc.Arbitrary<infer T> ? T : never;

/** Un classeur de projets, avec ou sans journal et détail des collectifs. */
export const RECETTES = fc.record({
  projets: recette(['Projets', 'PROJETS', 'Suivi des projets 2021', 'Liste des projets']),
  versements: fc.option(recette(['Versements', 'Versements 2021-2022', 'Suivi des versements', 'Acomptes'])),
  collectifs: fc.option(recette(['Collectifs', 'Collectifs (2)', 'Groupes'])),
  date1904: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
});

export function classeurSale({ projets, versements, collectifs, date1904 }: Tirage): ExcelJS.Workbook {
  const classeur = new ExcelJS.Workbook();
  classeur.properties.date1904 = date1904;
  const parametres = classeur.addWorksheet('Paramètres');
  PARAMETRES.forEach((ligne) => parametres.addRow([...ligne]));
  ecrireFeuille(
    classeur,
    COLONNES_PROJETS,
    (i) => projet({ dossier: dossier(i), action: `Action ${i}`, acomptesN: 1_000 + i, acomptesN1: 500 + i }),
    projets,
  );
  if (collectifs)
    ecrireFeuille(
      classeur,
      COLONNES_COLLECTIFS,
      (i) => collectif({ dossier: dossier(i), collectif: `Groupe ${i}`, cout: 6_000 + i }),
      collectifs,
    );
  if (versements)
    ecrireFeuille(
      classeur,
      COLONNES_VERSEMENTS,
      (i) => versement({ dossier: dossier(i), montant: 100 + i }),
      versements,
    );
  return classeur;
}
