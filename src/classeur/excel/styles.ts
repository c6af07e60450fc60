/** Aspect des rôles d'un plan dans Excel : les mêmes couleurs que dans un fichier (un test les compare). */
import type { Style } from '../../dossier/formes/plan';

export interface Aspect {
  readonly fond?: string;
  readonly texte?: string;
  readonly gras?: boolean;
  readonly italique?: boolean;
  readonly taille?: number;
  readonly renvoi?: boolean;
  /** Trait au-dessus (total). */
  readonly trait?: string;
  readonly deverrouillee?: boolean;
}

export const ASPECTS: Readonly<Record<Style, Aspect>> = {
  normal: {},
  titre: { gras: true, taille: 14, texte: '#1F3864' },
  entete: { fond: '#1F4E79', texte: '#FFFFFF', gras: true, renvoi: true },
  total: { fond: '#F2F2F2', gras: true, trait: '#404040' },
  aide: { italique: true, texte: '#595959' },
  saisie: { fond: '#FFFBEB', deverrouillee: true },
  bloquante: { fond: '#FDE7E9', texte: '#8A1C1C' },
  alerte: { fond: '#FFF4CE', texte: '#6B4A00' },
  information: { fond: '#E8F1FB', texte: '#1F4E79' },
};

export function poserAspect(format: Excel.RangeFormat, aspect: Aspect): void {
  if (aspect.fond !== undefined) format.fill.color = aspect.fond;
  if (aspect.texte !== undefined) format.font.color = aspect.texte;
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
    bord.color = aspect.trait;
  }
  if (aspect.deverrouillee === true) format.protection.locked = false;
}
