/** Styles, formats et notes d'une feuille du fichier, posés à l'écran. */
import type { IStyleData } from '@univerjs/core';
import type { CellStyle, FeuilleComplete } from '../../src/classeur/xlsx/complet';
import type { FeuilleHote } from '../hote/classeur/modele';
import type { Rect } from '../hote/grille/types';
import type { CelluleMiseEnForme, GrillePage } from './grille';
import type { Origines } from './origines';
import { estDeverrouillee } from './protections';
import { versUniver } from './styles';

export function poserStyles(
  feuille: FeuilleHote,
  { cells }: FeuilleComplete,
  grille: GrillePage,
  origines: Origines,
): void {
  const theme = origines.modele.themeColors ?? [];
  const convertis = new Map<CellStyle, { style: IStyleData; origine: number } | null>();
  const cellules: CelluleMiseEnForme[] = [];
  const formats: Peinte[] = [];
  const libres: Peinte[] = [];
  const barrees: Peinte[] = [];
  for (const [cle, { style, comment }] of cells ?? []) {
    const [ligne = 0, colonne = 0] = cle.split(',').map(Number);
    if (comment) grille.noter(feuille.id, ligne, colonne, comment.text);
    if (!style) continue;
    let converti = convertis.get(style);
    if (converti === undefined) {
      const vu = versUniver(style, theme);
      convertis.set(style, (converti = { style: vu ?? {}, origine: origines.retenir(style, vu) }));
    }
    if (!converti) continue;
    cellules.push({ ligne, colonne, ...converti });
    const format = converti.style.n?.pattern;
    if (format !== undefined) formats.push({ ligne, colonne, valeur: format });
    if (style.font?.strikethrough) barrees.push({ ligne, colonne, valeur: true });
    if (estDeverrouillee(style)) libres.push({ ligne, colonne, valeur: false });
  }
  if (cellules.length > 0) grille.mettreEnForme(feuille.id, cellules);
  for (const { rect, valeur } of parColonnes(formats))
    feuille.presentations.peindre('numberFormat', rect, valeur);
  for (const { rect, valeur } of parColonnes(libres))
    feuille.presentations.peindre('protection.locked', rect, valeur);
  for (const { rect, valeur } of parColonnes(barrees))
    feuille.presentations.peindre('font.strikethrough', rect, valeur);
}

interface Peinte {
  readonly ligne: number;
  readonly colonne: number;
  readonly valeur: string | boolean;
}

/** Ce que lit l'hôte d'un style, réuni en bandes verticales : peu de rectangles, vite relus. */
function parColonnes(cellules: Peinte[]): { rect: Rect; valeur: Peinte['valeur'] }[] {
  const bandes: { rect: Rect; valeur: Peinte['valeur'] }[] = [];
  for (const { ligne, colonne, valeur } of cellules.sort(
    (a, b) => a.colonne - b.colonne || a.ligne - b.ligne,
  )) {
    const derniere = bandes.at(-1);
    const suit =
      derniere?.valeur === valeur &&
      derniere.rect.colonne === colonne &&
      derniere.rect.ligne + derniere.rect.lignes === ligne;
    if (suit) derniere.rect = { ...derniere.rect, lignes: derniere.rect.lignes + 1 };
    else bandes.push({ valeur, rect: { ligne, colonne, lignes: 1, colonnes: 1 } });
  }
  return bandes;
}
