/** Mise en forme d'une cellule : du fichier vers Univer, et retour de ce que l'agent ou le volet ont changé. */
import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IBorderStyleData,
  type IStyleData,
  type Nullable,
} from '@univerjs/core';
import { couleurDuTheme, type CellStyle } from '../../src/classeur/xlsx/complet';

type Couleur = NonNullable<NonNullable<CellStyle['font']>['color']>;
type Bord = NonNullable<NonNullable<CellStyle['border']>['top']>;

const HORIZONTAL: Readonly<Record<string, HorizontalAlign>> = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
  justify: HorizontalAlign.JUSTIFIED,
};
const VERTICAL: Readonly<Record<string, VerticalAlign>> = {
  top: VerticalAlign.TOP,
  center: VerticalAlign.MIDDLE,
  bottom: VerticalAlign.BOTTOM,
};
const TRAITS: Readonly<Record<string, BorderStyleTypes>> = {
  thin: BorderStyleTypes.THIN,
  medium: BorderStyleTypes.MEDIUM,
  thick: BorderStyleTypes.THICK,
  dotted: BorderStyleTypes.DOTTED,
  dashed: BorderStyleTypes.DASHED,
  double: BorderStyleTypes.DOUBLE,
  hair: BorderStyleTypes.HAIR,
};

/** Une police du poste de l'agent peut manquer ici. */
const SECOURS = ', Arial, sans-serif';

const inverse = <V>(table: Readonly<Record<string, V>>, valeur: Nullable<V>): string | undefined =>
  Object.entries(table).find(([, v]) => v === valeur)?.[0];
const oui = (vrai: boolean | undefined): BooleanNumber => (vrai ? BooleanNumber.TRUE : BooleanNumber.FALSE);

function couleur(brute: Couleur | undefined, theme: readonly string[]): string | null {
  if (brute?.rgb !== undefined) return `#${brute.rgb.slice(-6)}`;
  return brute?.theme === undefined ? null : `#${couleurDuTheme([...theme], brute.theme, brute.tint)}`;
}

function bord(brut: Bord | undefined, theme: readonly string[]): IBorderStyleData | null {
  if (!brut) return null;
  return {
    s: TRAITS[brut.style] ?? BorderStyleTypes.THIN,
    cl: { rgb: couleur(brut.color, theme) ?? '#000000' },
  };
}

/** La date courte d'Excel, que chacun montre dans sa langue. */
const DATES_COURTES: ReadonlySet<string> = new Set(['m/d/yyyy', 'mm/dd/yyyy', 'mm-dd-yy', 'm/d/yy']);
export const affiche = (format: string): string => (DATES_COURTES.has(format) ? 'dd/mm/yyyy' : format);

export function versUniver(style: CellStyle | undefined, theme: readonly string[]): IStyleData | null {
  if (!style) return null;
  const { font, fill, alignment, border, numFmt } = style;
  const rendu: IStyleData = {};
  if (font?.bold) rendu.bl = oui(true);
  if (font?.italic) rendu.it = oui(true);
  if (font?.underline) rendu.ul = { s: oui(true) };
  if (font?.strikethrough) rendu.st = { s: oui(true) };
  if (font?.size !== undefined) rendu.fs = font.size;
  if (font?.name !== undefined) rendu.ff = `${font.name}${SECOURS}`;
  const encre = couleur(font?.color, theme);
  if (encre !== null) rendu.cl = { rgb: encre };
  const fond = fill?.type === 'pattern' && fill.pattern === 'solid' ? couleur(fill.fgColor, theme) : null;
  if (fond !== null) rendu.bg = { rgb: fond };
  const h = HORIZONTAL[alignment?.horizontal ?? ''];
  if (h !== undefined) rendu.ht = h;
  const v = VERTICAL[alignment?.vertical ?? ''];
  if (v !== undefined) rendu.vt = v;
  if (alignment?.wrapText) rendu.tb = WrapStrategy.WRAP;
  if (numFmt !== undefined && numFmt !== 'General') rendu.n = { pattern: affiche(numFmt) };
  const [t, r, b, l] = [border?.top, border?.right, border?.bottom, border?.left].map((c) => bord(c, theme));
  if (t || r || b || l) rendu.bd = { ...(t && { t }), ...(r && { r }), ...(b && { b }), ...(l && { l }) };
  return Object.keys(rendu).length > 0 ? rendu : null;
}

const rgb = (brut: string): { rgb: string } => ({ rgb: brut.replace('#', '').toUpperCase() });
const memes = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Le style d'origine, où ne change que ce qui a changé à l'écran : le reste (protection, thème…) est gardé. */
export function versFichier(
  origine: CellStyle | undefined,
  avant: Nullable<IStyleData>,
  apres: Nullable<IStyleData>,
): CellStyle | undefined {
  if (memes(avant, apres)) return origine;
  const change = (cle: keyof IStyleData): boolean => !memes(avant?.[cle], apres?.[cle]);
  const font = { ...origine?.font };
  if (change('bl')) font.bold = apres?.bl === BooleanNumber.TRUE;
  if (change('it')) font.italic = apres?.it === BooleanNumber.TRUE;
  if (change('ul')) font.underline = apres?.ul?.s === BooleanNumber.TRUE;
  if (change('st')) font.strikethrough = apres?.st?.s === BooleanNumber.TRUE;
  if (change('fs') && apres?.fs !== undefined) font.size = apres.fs;
  if (change('ff') && apres?.ff) font.name = apres.ff.replace(SECOURS, '');
  if (change('cl') && apres?.cl?.rgb) font.color = rgb(apres.cl.rgb);
  const rendu: CellStyle = { ...origine };
  if (Object.keys(font).length > 0) rendu.font = font;
  if (change('bg')) {
    if (apres?.bg?.rgb) rendu.fill = { type: 'pattern', pattern: 'solid', fgColor: rgb(apres.bg.rgb) };
    else delete rendu.fill;
  }
  if (change('n')) rendu.numFmt = apres?.n?.pattern ?? 'General';
  if (change('ht') || change('vt') || change('tb')) rendu.alignment = aligner(rendu.alignment, apres);
  if (change('bd')) rendu.border = border(apres);
  return rendu;
}

function aligner(
  origine: CellStyle['alignment'],
  apres: Nullable<IStyleData>,
): NonNullable<CellStyle['alignment']> {
  const rendu = { ...origine, wrapText: apres?.tb === WrapStrategy.WRAP };
  const h = inverse(HORIZONTAL, apres?.ht) as typeof rendu.horizontal;
  const v = inverse(VERTICAL, apres?.vt) as typeof rendu.vertical;
  return { ...rendu, ...(h && { horizontal: h }), ...(v && { vertical: v }) };
}

function border(apres: Nullable<IStyleData>): NonNullable<CellStyle['border']> {
  const rendu: NonNullable<CellStyle['border']> = {};
  for (const [cle, cote] of [
    ['t', 'top'],
    ['r', 'right'],
    ['b', 'bottom'],
    ['l', 'left'],
  ] as const) {
    const trait = apres?.bd?.[cle];
    if (!trait) continue;
    const style = (inverse(TRAITS, trait.s) ?? 'thin') as Bord['style'];
    rendu[cote] = { style, ...(trait.cl.rgb ? { color: rgb(trait.cl.rgb) } : {}) };
  }
  return rendu;
}
