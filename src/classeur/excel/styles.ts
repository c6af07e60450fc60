/** L'aspect d'un rôle, posé sur une plage d'Excel. */
import type { Aspect } from '../aspects';

/** Une plage de plusieurs cellules : le filet entoure chacune. */
const COTES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideHorizontal',
  'InsideVertical',
] as const;

/** « RRVVBB », comme Excel l'écrit. */
export const rgb = (couleur: string): string => `#${couleur}`;

export function poserAspect(format: Excel.RangeFormat, aspect: Aspect): void {
  if (aspect.fond !== undefined) format.fill.color = rgb(aspect.fond);
  if (aspect.texte !== undefined) format.font.color = rgb(aspect.texte);
  if (aspect.gras === true) format.font.bold = true;
  if (aspect.italique === true) format.font.italic = true;
  if (aspect.taille !== undefined) format.font.size = aspect.taille;
  if (aspect.renvoi === true) {
    format.wrapText = true;
    format.verticalAlignment = 'Center';
  }
  if (aspect.trait !== undefined) {
    const bord = format.borders.getItem('EdgeTop');
    bord.style = 'Continuous';
    bord.color = rgb(aspect.trait);
  }
  if (aspect.cadre !== undefined)
    for (const cote of COTES) {
      const bord = format.borders.getItem(cote);
      bord.style = 'Continuous';
      bord.color = rgb(aspect.cadre);
    }
  if (aspect.deverrouillee === true) format.protection.locked = false;
}
