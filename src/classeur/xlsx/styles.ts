/** L'aspect d'une cellule, pour la bibliothèque : son rôle et son format d'affichage. */
import type { CellStyle } from 'hucre/xlsx';
import { CODES_FORMAT, type Format, type Style } from '../../dossier/formes/plan';
import { ASPECTS, type Aspect } from '../aspects';

/** La police du classeur se redit à chaque style : sans nom, un tableur en prend une autre. */
function police({ gras, italique, taille, texte }: Aspect): Pick<CellStyle, 'font'> {
  if (gras === undefined && italique === undefined && taille === undefined && texte === undefined) return {};
  return {
    font: {
      name: 'Calibri',
      size: taille ?? 11,
      ...(gras && { bold: true }),
      ...(italique && { italic: true }),
      ...(texte !== undefined && { color: { rgb: texte } }),
    },
  };
}

const filet = (rgb: string) => ({ style: 'thin', color: { rgb } }) as const;

function styleDuRole(aspect: Aspect): CellStyle {
  const { fond, renvoi, trait, cadre, deverrouillee } = aspect;
  return {
    ...(fond !== undefined && { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: fond } } }),
    ...police(aspect),
    ...(renvoi && { alignment: { wrapText: true, vertical: 'center' } }),
    ...(trait !== undefined && { border: { top: filet(trait) } }),
    ...(cadre !== undefined && {
      border: { top: filet(cadre), bottom: filet(cadre), left: filet(cadre), right: filet(cadre) },
    }),
    ...(deverrouillee && { protection: { locked: false } }),
  };
}

const STYLES = new Map<Style, Partial<Record<Format, CellStyle>>>();

/** Le même objet pour un même aspect : la bibliothèque le reconnaît plus vite. `undefined` : l'aspect ordinaire. */
export function styleDe(style: Style = 'normal', format: Format = 'general'): CellStyle | undefined {
  if (style === 'normal' && format === 'general') return undefined;
  let duRole = STYLES.get(style);
  if (!duRole) STYLES.set(style, (duRole = {}));
  return (duRole[format] ??= {
    ...styleDuRole(ASPECTS[style]),
    ...(format !== 'general' && { numFmt: CODES_FORMAT[format] }),
  });
}
