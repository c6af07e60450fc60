/** Aspect des cellules par rôle : couleurs discrètes, contraste d'au moins 4,5 entre texte et fond. */
import type { CellStyle } from 'hucre/xlsx';
import { CODES_FORMAT, type Format, type Style } from '../../dossier/formes/plan';

const fond = (rgb: string): CellStyle => ({ fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb } } });
/** La police du classeur se redit à chaque style : sans nom, un tableur en prend une autre. */
const police = (font: NonNullable<CellStyle['font']>): NonNullable<CellStyle['font']> => ({
  name: 'Calibri',
  size: 11,
  ...font,
});
const filet = { style: 'thin', color: { rgb: 'BFBFBF' } } as const;

const ROLES: Readonly<Record<Style, CellStyle>> = {
  normal: {},
  titre: { font: police({ bold: true, size: 14, color: { rgb: '1F3864' } }) },
  entete: {
    ...fond('1F4E79'),
    font: police({ bold: true, color: { rgb: 'FFFFFF' } }),
    alignment: { wrapText: true, vertical: 'center' },
  },
  total: {
    ...fond('F2F2F2'),
    font: police({ bold: true }),
    border: { top: { style: 'thin', color: { rgb: '404040' } } },
  },
  aide: { font: police({ italic: true, color: { rgb: '595959' } }) },
  saisie: {
    ...fond('FFFBEB'),
    border: { top: filet, bottom: filet, left: filet, right: filet },
    protection: { locked: false },
  },
  bloquante: { ...fond('FDE7E9'), font: police({ color: { rgb: '8A1C1C' } }) },
  alerte: { ...fond('FFF4CE'), font: police({ color: { rgb: '6B4A00' } }) },
  information: { ...fond('E8F1FB'), font: police({ color: { rgb: '1F4E79' } }) },
};

const NOMS_STYLES = Object.keys(ROLES) as Style[];
const NOMS_FORMATS = Object.keys(CODES_FORMAT) as Format[];
const RANG_STYLE = Object.fromEntries(NOMS_STYLES.map((nom, n) => [nom, n])) as Record<Style, number>;
const RANG_FORMAT = Object.fromEntries(NOMS_FORMATS.map((nom, n) => [nom, n])) as Record<Format, number>;

/** Couple (style, format) réduit à un entier : comparer sans créer d'objet par cellule. */
export function aspect(style: Style | undefined, format: Format | undefined): number {
  return RANG_STYLE[style ?? 'normal'] * NOMS_FORMATS.length + RANG_FORMAT[format ?? 'general'];
}

/** L'aspect d'une cellule dont le plan ne dit rien. */
export const NORMAL = aspect('normal', 'general');

/** Le style de la bibliothèque pour un aspect. */
export function styleDe(rang: number): CellStyle {
  const role = ROLES[NOMS_STYLES[Math.floor(rang / NOMS_FORMATS.length)] ?? 'normal'];
  const format = NOMS_FORMATS[rang % NOMS_FORMATS.length] ?? 'general';
  return format === 'general' ? role : { ...role, numFmt: CODES_FORMAT[format] };
}
