/**
 * Ce qu'un format de nombre d'Excel fait d'une valeur : son genre (date, heure, pour cent…), et le texte que l'agent voit.
 * La grammaire des formats est celle d'Excel, sections, conditions et littéraux compris : une bibliothèque la tient.
 */
import { format as mettreEnForme, getFormatInfo } from 'numfmt';

/** `nombre` : montant, compte, comptabilité, littéral ou couleur ; la valeur est celle qui se calcule. */
export type GenreDeFormat = 'nombre' | 'date' | 'heure' | 'pourcent';

const GENRES: Readonly<Record<string, GenreDeFormat>> = {
  date: 'date',
  datetime: 'date',
  time: 'heure',
  percent: 'pourcent',
};

/** Une feuille n'a que quelques formats : chacun ne s'analyse qu'une fois. Bornée, comme tout ce qui vient d'un fichier. */
const connus = new Map<string, GenreDeFormat>();
const CONNUS_MAX = 500;

export function genreDeFormat(code: string | undefined): GenreDeFormat {
  if (code === undefined) return 'nombre';
  const connu = connus.get(code);
  if (connu !== undefined) return connu;
  let genre: GenreDeFormat = 'nombre';
  try {
    genre = GENRES[getFormatInfo(code).type] ?? 'nombre';
  } catch {
    // un code qu'Excel lui-même refuserait n'affiche rien d'autre que le nombre
  }
  if (connus.size < CONNUS_MAX) connus.set(code, genre);
  return genre;
}

/** Jours entre les deux calendriers d'Excel. */
const ECART_1904 = 1462;

/** Les formats qui suivent les réglages du poste, tels qu'un Excel français les montre. */
const DU_POSTE: readonly (readonly [RegExp, string])[] = [
  [/^m\/d\/yyyy$/i, 'dd/mm/yyyy'],
  [/^m\/d\/yyyy h:mm$/i, 'dd/mm/yyyy hh:mm'],
  [/^\[\$-(?:f800|x-sysdate)\]/i, 'dddd d mmmm yyyy'],
  [/^\[\$-(?:f400|x-systime)\]/i, 'hh:mm:ss'],
];

/** Le nombre tel que l'agent le voit : « 00123 », « E0124 », « déc.-21 », « 8,00 % ». */
export function nombreAffiche(nombre: number, code: string | undefined, dates1904: boolean): string {
  const nu = String(nombre).replace('.', ',');
  if (code === undefined) return nu;
  const genre = genreDeFormat(code);
  const serie = dates1904 && genre === 'date' ? nombre + ECART_1904 : nombre;
  const local = DU_POSTE.find(([forme]) => forme.test(code))?.[1] ?? code;
  try {
    return mettreEnForme(local, serie, { locale: 'fr', nbsp: false, throws: true }).trim() || nu;
  } catch {
    return nu;
  }
}
