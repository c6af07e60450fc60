/**
 * La loi de conservation sur des classeurs abîmés au hasard : tout ce qu'une autre bibliothèque voit sous un en-tête est
 * lu, ou dit ; aucun montant ne sort d'une cellule illisible ; le fichier et Excel disent pareil.
 */
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import type { CleMontant } from '../../src/dossier/calcul/montants';
import { examiner, type Examen } from '../../src/dossier/examiner';
import { CLES_TABLES, colonnesDe, type CleTable } from '../../src/dossier/lecture/tables';
import { jsonCalculer, jsonVerifier } from '../../src/dossier/restitution/json';
import type { Rangee, Colonnes } from '../../src/dossier/colonnes/colonne';
import { Decimal } from '../../src/valeurs/montant';
import { parExcel, parFichier } from '../outils/deuxPortes';
import { classeurSale, RECETTES } from './sale';

const AU = '2022-01-20';
const JOUR = 86_400_000;

/** Le nombre que voit l'autre bibliothèque ; `null` : la cellule n'en contient pas. */
function nombreVu(cellule: ExcelJS.Cell, dates1904: boolean): number | null {
  const v = cellule.formula === undefined ? cellule.value : cellule.result;
  if (typeof v === 'number') return v;
  return v instanceof Date ? v.getTime() / JOUR + 25_569 - (dates1904 ? 1_462 : 0) : null;
}

const estPleine = (cellule: ExcelJS.Cell): boolean => {
  const v = cellule.formula === undefined ? cellule.value : cellule.result;
  return v !== null && v !== undefined && v !== '';
};

/** Ce qui manque à la loi dans une feuille lue, en phrases : il ne doit rien rester. */
function manquements(e: Examen, cle: CleTable, source: ExcelJS.Workbook): string[] {
  const table = e.lecture[cle];
  const lue = e.lecture.bilan.find(({ role }) => role === cle);
  if (!table?.entetes || !lue) return [];
  const onglet = source.getWorksheet(lue.feuille);
  if (!onglet) return [`${lue.feuille} : feuille inconnue`];
  const dates1904 = source.properties.date1904 === true;
  const entete = table.feuille.premiereLigne + table.entetes.indice;
  const rangees = new Map(table.lignes.map((r) => [r.ligne, r as unknown as Rangee<Colonnes>]));
  const ignorees = new Set(
    lue.lignesIgnorees.flatMap(({ ligne, derniere }) =>
      Array.from({ length: derniere - ligne + 1 }, (_, k) => ligne + k),
    ),
  );
  const champs = new Map(lue.colonnesLues.map(({ colonne, champ }) => [colonne, champ]));
  const nonLues = new Map(lue.colonnesNonLues.map(({ colonne, valeurs }) => [colonne, valeurs]));
  const siennes = e.anomalies.filter((a) => a.feuille === lue.feuille);
  const dites = new Set(siennes.map((a) => `${a.ligne}:${a.colonne}`));
  const ditesDuChamp = new Set(siennes.map((a) => a.champ));
  const fautes: string[] = [];
  const sommes = new Map<number, { vue: Decimal; lue: Decimal; dite: Decimal }>();
  onglet.eachRow((ligne, n) => {
    if (n <= entete) return;
    ligne.eachCell((cellule, colonne) => {
      if (!estPleine(cellule)) return;
      const ou = `${lue.feuille}!${cellule.address}`;
      const champ = champs.get(colonne);
      if (champ === undefined) {
        if (!nonLues.has(colonne)) fautes.push(`${ou} : ni lue, ni dans une colonne dite non lue`);
        nonLues.set(colonne, (nonLues.get(colonne) ?? 0) - 1);
        return;
      }
      const rangee = rangees.get(n);
      const vu = nombreVu(cellule, dates1904);
      const { type } = colonnesDe(cle)[champ] ?? {};
      const valeur = rangee?.[champ] as unknown;
      const numerique = type === 'montant' || type === 'entier' || type === 'nombre';
      if (numerique && vu !== null) {
        const somme = sommes.get(colonne) ?? {
          vue: new Decimal(0),
          lue: new Decimal(0),
          dite: new Decimal(0),
        };
        sommes.set(colonne, somme);
        // le centime qu'un arrondi dit prend à la cellule n'est pas perdu en silence
        const exact = type === 'montant' ? new Decimal(vu).toDecimalPlaces(2) : new Decimal(vu);
        somme.vue = somme.vue.plus(exact);
        if (valeur === null || valeur === undefined) somme.dite = somme.dite.plus(exact);
        else somme.lue = somme.lue.plus(new Decimal(valeur as number | Decimal));
      }
      if (!rangee) {
        if (!ignorees.has(n)) fautes.push(`${ou} : ligne ni lue ni dite ignorée`);
        return;
      }
      if (ignorees.has(n)) fautes.push(`${ou} : ligne lue et dite ignorée`);
      if (valeur !== null) return;
      if (!rangee.illisibles.has(champ)) fautes.push(`${ou} : valeur perdue`);
      // une forme juridique hors liste se dit une fois pour la colonne
      const dite = type === 'choix' ? ditesDuChamp.has(champ) : dites.has(`${n}:${colonne}`);
      if (!dite) fautes.push(`${ou} : illisible sans anomalie`);
    });
  });
  for (const [colonne, reste] of nonLues)
    if (reste !== 0)
      fautes.push(`${lue.feuille} : ${reste} valeur(s) de trop dans la colonne non lue ${colonne}`);
  for (const [colonne, { vue, lue: l, dite }] of sommes)
    if (!vue.eq(l.plus(dite))) fautes.push(`${lue.feuille} colonne ${colonne} : ${vue} ≠ ${l} + ${dite}`);
  return fautes;
}

/** Les montants qu'une cellule illisible de Projets rend inconnus. */
const DEPENDENT: Readonly<Record<string, readonly CleMontant[]>> = {
  coutPrevisionnel: ['psPrevisionnelle', 'partN', 'partN1'],
  collectifsAgrees: ['psPrevisionnelle', 'partN', 'partN1'],
  bonusEnfants: ['bonusEnfants', 'bonus'],
  bonusParents: ['bonusParents', 'bonus'],
  fondsLocaux: ['excedent80'],
};

function montantsSortisDeRien(e: Examen): string[] {
  const journal = e.lecture.versements !== null;
  // un dossier qui n'est pas agréé n'a droit à rien : ses montants sont des zéros connus
  return e.calculs.flatMap(({ agree, projet, montants }) =>
    Object.entries(DEPENDENT)
      .concat(
        journal
          ? []
          : [
              ['acomptesN', ['acomptesN']],
              ['acomptesN1', ['acomptesN1']],
            ],
      )
      .flatMap(([champ, cles]) =>
        agree && projet.illisibles.has(champ)
          ? cles
              .filter((cle) => montants[cle].montant !== null)
              .map((cle) => `ligne ${projet.ligne} : ${cle} malgré ${champ}`)
          : [],
      ),
  );
}

function acomptesSortisDeRien(e: Examen): string[] {
  const perdus = e.lecture.versements?.lignes.filter(
    (v) => v.illisibles.has('montant') || v.illisibles.has('nature'),
  );
  return e.calculs.flatMap(({ projet, montants }) => {
    const siens = perdus?.filter((v) => v.dossier === projet.dossier && projet.dossier !== null) ?? [];
    return siens.some((v) => v.gestion === 'N') && montants.acomptesN.montant !== null
      ? [`${projet.dossier} : acomptes N malgré un versement non compté`]
      : [];
  });
}

const examen = (lu: Parameters<typeof examiner>[0]): Examen => examiner(lu, { au: AU });
const dire = (e: Examen): unknown => [jsonVerifier(e), jsonCalculer(e)];

test('tout ce qui est rempli est lu ou dit, et rien ne sort d’une cellule illisible', async () => {
  await fc.assert(
    fc.asyncProperty(RECETTES, async (recettes) => {
      const source = classeurSale(recettes);
      const e = examen(await parFichier(source));
      const relu = new ExcelJS.Workbook();
      await relu.xlsx.load(await source.xlsx.writeBuffer());
      expect(CLES_TABLES.flatMap((cle) => manquements(e, cle, relu))).toEqual([]);
      expect([...montantsSortisDeRien(e), ...acomptesSortisDeRien(e)]).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('le fichier et Excel en disent la même chose', async () => {
  await fc.assert(
    fc.asyncProperty(RECETTES, async (recettes) => {
      const source = classeurSale(recettes);
      const { lu, trajets } = await parExcel(source);
      expect(dire(examen(lu))).toEqual(dire(examen(await parFichier(source))));
      expect(trajets.length).toBeLessThanOrEqual(3);
    }),
    { numRuns: 20 },
  );
});
