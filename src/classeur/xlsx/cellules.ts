/** Cellules d'une feuille du plan → lignes de valeurs de la bibliothèque, et les seules exceptions cellule par cellule. */
import type { Cell, CellValue, ColumnDef } from 'hucre/xlsx';
import type { CellulePlan, FeuillePlan } from '../../dossier/plan';
import { versFichier } from './formules';
import { NOMBRE_ASPECTS, aspect, styleDe } from './styles';

const TEXTE_MAX = 32_767;
/** Excel relit ces textes comme des erreurs ; la bibliothèque les écrirait comme telles. */
const ERREURS = /^#(?:VALUE!|REF!|N\/A|NAME\?|NULL!|DIV\/0!|NUM!|GETTING_DATA|SPILL!|CALC!)$/;
const NORMAL = aspect('normal', 'general');

/** Texte tel qu'Excel l'accepte : longueur bornée sans couper un caractère, échappements protégés. */
export function texteEcrit(texte: string): string {
  let t = texte;
  if (t.length > TEXTE_MAX) {
    const coupe = t.charCodeAt(TEXTE_MAX - 1);
    t = t.slice(0, coupe >= 0xd800 && coupe <= 0xdbff ? TEXTE_MAX - 1 : TEXTE_MAX);
  }
  if (t.includes('_x')) t = t.replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_');
  if (t.includes('\ufffe') || t.includes('\uffff')) t = t.replace(/[\ufffe\uffff]/g, '');
  return t;
}

/** « = + - @ » en tête : au format texte, revalider la cellule (F2, Entrée) n'en fait pas une formule. */
function commenceFormule(valeur: CellulePlan['valeur']): boolean {
  if (typeof valeur !== 'string' || valeur === '') return false;
  const c = valeur.charCodeAt(0);
  return c === 61 || c === 43 || c === 45 || c === 64;
}

function aspectDe(cellule: CellulePlan, feuille: FeuillePlan, colonne: number): number {
  const format = cellule.format ?? feuille.colonnes[colonne]?.format;
  const protegee =
    cellule.formule === undefined &&
    (format === undefined || format === 'general') &&
    commenceFormule(cellule.valeur);
  return aspect(cellule.style, protegee ? 'texte' : format);
}

/** L'aspect le plus fréquent de chaque colonne : posé une fois pour toutes, il laisse peu d'exceptions. */
function aspectsDominants(feuille: FeuillePlan): number[] {
  const comptes: Uint32Array[] = [];
  for (const ligne of feuille.lignes) {
    for (let c = 0; c < ligne.length; c++) {
      const compte = (comptes[c] ??= new Uint32Array(NOMBRE_ASPECTS));
      const rang = aspectDe(ligne[c] as CellulePlan, feuille, c);
      compte[rang] = (compte[rang] ?? 0) + 1;
    }
  }
  return comptes.map((compte) => compte.indexOf(Math.max(...compte)));
}

export interface CellulesEcrites {
  readonly rows: CellValue[][];
  readonly cells: Map<string, Partial<Cell>>;
  readonly columns: ColumnDef[];
}

export function convertirCellules(feuille: FeuillePlan): CellulesEcrites {
  const dominants = aspectsDominants(feuille);
  const columns: ColumnDef[] = [];
  for (let c = 0; c < Math.max(dominants.length, feuille.colonnes.length); c++) {
    const largeur = feuille.colonnes[c]?.largeur;
    const rang = dominants[c] ?? NORMAL;
    columns.push({
      ...(largeur === undefined ? {} : { width: largeur }),
      ...(rang === NORMAL ? {} : { style: styleDe(rang) }),
    });
  }
  const cells = new Map<string, Partial<Cell>>();
  const rows = feuille.lignes.map((ligne, l) => {
    const valeurs: CellValue[] = new Array<CellValue>(ligne.length);
    for (let c = 0; c < ligne.length; c++) {
      const cellule = ligne[c] as CellulePlan;
      const { valeur } = cellule;
      if (typeof valeur === 'number' && !Number.isFinite(valeur)) {
        throw new RangeError(
          `Nombre incorrect dans la feuille ${feuille.nom}, ligne ${String(l + 1)}, colonne ${String(c + 1)}`,
        );
      }
      const ecrite = typeof valeur === 'string' ? texteEcrit(valeur) : valeur;
      valeurs[c] = ecrite;
      const rang = aspectDe(cellule, feuille, c);
      const exception = rang === dominants[c] ? undefined : styleDe(rang);
      if (cellule.formule !== undefined) {
        valeurs[c] = null;
        cells.set(`${String(l)},${String(c)}`, {
          ...style(exception),
          formula: versFichier(cellule.formule),
          formulaResult: ecrite,
        });
      } else if (typeof ecrite === 'string' && ecrite.startsWith('#') && ERREURS.test(ecrite)) {
        cells.set(`${String(l)},${String(c)}`, { ...style(exception), richText: [{ text: ecrite }] });
      } else if (exception !== undefined) cells.set(`${String(l)},${String(c)}`, { style: exception });
    }
    return valeurs;
  });
  return { rows, cells, columns };
}

const style = (exception: Partial<Cell>['style'] | undefined): Partial<Cell> =>
  exception === undefined ? {} : { style: exception };
