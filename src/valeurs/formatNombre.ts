/**
 * Ce qu'un format de nombre d'Excel fait d'une valeur : son genre (date, heure, pour cent…), et le texte que l'agent voit.
 * La grammaire des formats est celle d'Excel, sections, conditions et littéraux compris : une bibliothèque la tient.
 */
import { format as mettreEnForme, getFormatInfo, tokenize } from 'numfmt';
import { lireNombre } from './nombre';

/**
 * `nombre` : montant, compte, comptabilité, littéral ou couleur ; la valeur est celle qui se calcule. `milliers` : le format
 * écrit une unité (« k€ ») à côté d'un nombre qu'il ne divise pas ; l'agent lit mille fois ce que la cellule contient.
 * `autre` : le format ajoute des chiffres (« 0"000 €" ») ou des décimales (« 0\.00 ») au nombre ; l'agent en lit un autre. `cache` :
 * le format n'en montre rien (« ;;; »), ou un mot à sa place (« "annulé" »).
 */
export type GenreDeFormat = 'nombre' | 'date' | 'heure' | 'pourcent' | 'milliers' | 'autre' | 'cache';

const GENRES: Readonly<Record<string, GenreDeFormat>> = {
  date: 'date',
  datetime: 'date',
  time: 'heure',
  percent: 'pourcent',
};

type Jeton = ReturnType<typeof tokenize>[number];

interface Section {
  readonly genre: GenreDeFormat;
  /** « [<1] » ; `undefined` : la section vaut pour ce que les autres laissent. */
  readonly vaut: ((nombre: number) => boolean) | undefined;
}

const COMPARER = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '=': (a, b) => a === b,
  '<>': (a, b) => a !== b,
} as const satisfies Readonly<Record<string, (a: number, b: number) => boolean>>;
const LITTERAUX: ReadonlySet<string> = new Set(['string', 'escaped', 'char', 'locale', 'space']);
/** Une couleur ou une condition, seules, laissent Excel montrer le nombre tel quel. */
const SANS_CHIFFRE: ReadonlySet<string> = new Set([...LITTERAUX, 'color', 'condition', 'skip', 'fill']);
const EN_MILLIERS = /(?<!\p{L})(?:[km] ?(?:€|eur)|k(?!\p{L})|mill(?:e|iers?)(?!\p{L})|millions?(?!\p{L}))/iu;

/** « en k€ », « (milliers d'euros) » : l'unité n'est pas l'euro. */
export const ditMilliers = (unite: string): boolean => EN_MILLIERS.test(unite);

function conditionDe(jetons: readonly Jeton[]): Section['vaut'] {
  const condition = jetons.find(({ type }) => type === 'condition');
  if (!condition) return undefined;
  const [signe, borne] = condition.value as [keyof typeof COMPARER, string];
  return (nombre) => COMPARER[signe](nombre, Number(borne));
}

function genreDeSection(jetons: readonly Jeton[]): GenreDeFormat {
  if (jetons.some(({ type }) => type === 'percent')) return 'pourcent';
  const litteraux = jetons
    .filter(({ type }) => LITTERAUX.has(type))
    .map(({ raw }) => raw.replace(/["\\]/g, ''));
  if (!jetons.some(({ type }) => !SANS_CHIFFRE.has(type)) && (jetons.length === 0 || litteraux.length > 0))
    return 'cache';
  const divise = jetons.some(({ type }) => type === 'scale');
  if (!divise && EN_MILLIERS.test(litteraux.join(''))) return 'milliers';
  const code = jetons.flatMap(({ type, raw }) => (type === 'condition' ? [] : raw)).join('');
  // un code qu'Excel lui-même refuserait n'affiche rien d'autre que le nombre
  return GENRES[getFormatInfo(code).type] ?? (!divise && montreUnAutre(code) ? 'autre' : 'nombre');
}

/** Trois chiffres : ce qui s'ajoute derrière fait encore un nombre (« 123 000 »). */
const TEMOIN = 123;

/** Le nombre que ce code montre, s'il en montre un, n'est pas celui de la cellule. */
function montreUnAutre(code: string): boolean {
  const lu = lireNombre(texteMontre(TEMOIN, code));
  return lu.etat === 'converti' && !lu.valeur.abs().eq(TEMOIN);
}

/** Les sections d'un format qui montrent un nombre : la dernière, avec « @ », est celle des textes. */
function sectionsDe(code: string): readonly Section[] {
  let section: Jeton[] = [];
  const sections = [section];
  for (const jeton of tokenize(code))
    if (jeton.type === 'break') {
      section = [];
      sections.push(section);
    } else section.push(jeton);
  return sections
    .filter((jetons, i) => i === 0 || !jetons.some(({ type }) => type === 'text'))
    .map((jetons) => ({ genre: genreDeSection(jetons), vaut: conditionDe(jetons) }));
}

/** Comme Excel choisit : la première condition tenue ; sans condition, les positifs, les négatifs, puis zéro. */
function sectionDe(sections: readonly Section[], nombre: number): Section | undefined {
  const [premiere, seconde, troisieme] = sections;
  if (sections.every(({ vaut }) => !vaut))
    return (nombre < 0 ? seconde : nombre === 0 ? troisieme : undefined) ?? premiere;
  if (premiere && (premiere.vaut ?? ((n: number) => n > 0))(nombre)) return premiere;
  return seconde && (seconde.vaut?.(nombre) ?? true) ? seconde : troisieme;
}

/** Une feuille n'a que quelques formats : chacun ne s'analyse qu'une fois. Bornée, comme tout ce qui vient d'un fichier. */
const connus = new Map<string, readonly Section[]>();
const CONNUS_MAX = 500;

function analyser(code: string): readonly Section[] {
  const connu = connus.get(code);
  if (connu !== undefined) return connu;
  const sections = sectionsDe(code);
  if (connus.size < CONNUS_MAX) connus.set(code, sections);
  return sections;
}

/** Le genre de ce que le format montre de ce nombre : « [<1]0%;0 » n'est un pourcentage que sous 1. */
export function genreDeFormat(code: string | undefined, nombre: number): GenreDeFormat {
  const genre = !code ? undefined : sectionDe(analyser(code), nombre)?.genre;
  // un zéro que le format tait, ou montre par un tiret, est un zéro
  return genre === undefined || (genre === 'cache' && nombre === 0) ? 'nombre' : genre;
}

/** Jours entre les deux calendriers d'Excel. */
const ECART_1904 = 1462;

/** Les formats qui suivent les réglages du poste, tels qu'un Excel français les montre. */
const DU_POSTE: readonly (readonly [RegExp, string])[] = [
  [/^m\/d\/yyyy$/i, 'dd/mm/yyyy'],
  [/^m\/d\/yyyy h:mm$/i, 'dd/mm/yyyy hh:mm'],
  [/\[\$-(?:f800|x-sysdate)\]/i, 'dddd d mmmm yyyy'],
  [/\[\$-(?:f400|x-systime)\]/i, 'hh:mm:ss'],
];

/** Le nombre tel que l'agent le voit : « 00123 », « E0124 », « déc.-21 », « 8,00 % ». */
export function nombreAffiche(nombre: number, code: string | undefined, dates1904: boolean): string {
  const nu = String(nombre).replace('.', ',');
  if (code === undefined) return nu;
  const genre = genreDeFormat(code, nombre);
  const serie = dates1904 && genre === 'date' ? nombre + ECART_1904 : nombre;
  const local = DU_POSTE.find(([forme]) => forme.test(code))?.[1] ?? code;
  return texteMontre(serie, local) || nu;
}

/** Ce que le code fait du nombre, dans un Excel français ; vide s'il n'en montre rien, ou n'en est pas un. */
function texteMontre(nombre: number, code: string): string {
  try {
    return mettreEnForme(code, nombre, { locale: 'fr', nbsp: false, throws: true }).trim();
  } catch {
    return '';
  }
}
