/** Du fichier à l'Excel émulé : cellules dans la grille, le reste dans l'hôte, comme si Excel venait de l'ouvrir. */
import type { IStyleData } from '@univerjs/core';
import type { CellStyle, ClasseurComplet, FeuilleComplete } from '../../classeur/xlsx/complet';
import { estIllisible, type Feuille, type Valeur } from '../../dossier/grille';
import type { FeuilleHote } from '../hote/classeur/modele';
import { adresse, lireAdresse } from '../hote/grille/adresses';
import type { Contenu, Entree, Rect } from '../hote/grille/types';
import type { Hote } from '../hote/hote';
import { versHote as miseDeFichier } from './conditionnelles';
import type { CelluleMiseEnForme, GrillePage } from './grille';
import { LARGEUR_DEFAUT, pixelsDeHauteur, pixelsDeLargeur } from './mesures';
import { Origines } from './origines';
import { versUniver } from './styles';
import { versHote } from './validations';

const COIN: Rect = { ligne: 0, colonne: 0, lignes: 1, colonnes: 1 };
const OPTIONS_TABLEAU = {
  HighlightFirstColumn: false,
  HighlightLastColumn: false,
  ShowBandedColumns: false,
  ShowBandedRows: true,
  ShowFilterButton: true,
};

/** Remplit l'hôte vide ; rend de quoi retrouver, à l'enregistrement, ce que l'atelier n'a pas changé. */
export function importer({ lu, modele }: ClasseurComplet, hote: Hote, grille: GrillePage): Origines {
  const origines = new Origines(modele);
  hote.classeur.dates1904 = lu.dates1904;
  const feuilles = new Map<string, FeuilleHote>();
  for (const { name } of modele.sheets) feuilles.set(name, hote.classeur.ajouterFeuille(name, 'agent'));
  for (const complete of modele.sheets) {
    const feuille = feuilles.get(complete.name);
    if (!feuille) continue;
    origines.feuilles.set(feuille, complete);
    const valeurs = lu.feuilles.find(({ nom }) => nom === complete.name);
    if (valeurs) poserValeurs(feuille, valeurs, grille);
    poserStyles(feuille, complete, grille, origines);
    poserStructure(feuille, complete, grille);
    poserTableaux(hote, feuille, complete);
    poserValidations(feuille, complete, grille, origines);
    poserConditionnelles(hote, feuille, complete, origines);
  }
  for (const { name, range, scope, comment } of modele.namedRanges ?? []) {
    if (name.startsWith('_xlnm.')) continue;
    const feuille = scope === undefined ? null : (feuilles.get(scope) ?? null);
    hote.classeur.definirNom({
      nom: name,
      formule: `=${range}`,
      commentaire: comment ?? '',
      visible: true,
      feuille,
    });
  }
  // Les feuilles masquées en dernier : Excel en exige une visible, et la première ouverte l'est.
  for (const feuille of feuilles.values()) masquer(feuille, origines.feuilles.get(feuille), grille);
  const montree = hote.classeur.feuilles.find(({ visibilite }) => visibilite === 'Visible');
  if (montree) {
    hote.classeur.active = montree;
    hote.classeur.selectionner({ feuille: montree, rect: COIN }, 'agent');
  }
  return origines;
}

function contenu(valeur: Valeur): Contenu {
  if (valeur === null || !estIllisible(valeur)) return valeur;
  return valeur.illisible.startsWith('#') ? { erreur: valeur.illisible } : null;
}

function poserValeurs({ id }: FeuilleHote, lue: Feuille, grille: GrillePage): void {
  const colonnes = Math.max(0, ...lue.lignes.map((ligne) => ligne.length));
  if (colonnes === 0) return;
  const coin = { ligne: lue.premiereLigne - 1, colonne: lue.premiereColonne - 1 };
  const entrees = lue.lignes.map((ligne, i) =>
    Array.from({ length: colonnes }, (_, j): Entree => {
      const rect = { ligne: coin.ligne + i, colonne: coin.colonne + j, lignes: 1, colonnes: 1 };
      const valeur = contenu(ligne[j] ?? null);
      const formule = lue.formules.size > 0 ? lue.formules.get(adresse(rect)) : undefined;
      return formule === undefined ? (valeur ?? undefined) : { formule, valeur };
    }),
  );
  grille.ecrire(id, { ...coin, lignes: entrees.length, colonnes }, entrees);
}

function poserStyles(
  feuille: FeuilleHote,
  { cells }: FeuilleComplete,
  grille: GrillePage,
  origines: Origines,
): void {
  const theme = origines.modele.themeColors ?? [];
  const convertis = new Map<CellStyle, { style: IStyleData; origine: number } | null>();
  const cellules: CelluleMiseEnForme[] = [];
  const formats: { ligne: number; colonne: number; format: string }[] = [];
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
    if (format !== undefined) formats.push({ ligne, colonne, format });
  }
  if (cellules.length > 0) grille.mettreEnForme(feuille.id, cellules);
  for (const { rect, format } of parColonnes(formats))
    feuille.presentations.peindre('numberFormat', rect, format);
}

/** Les formats de nombre que lit l'hôte, réunis en bandes verticales : peu de rectangles, vite relus. */
function parColonnes(
  formats: { ligne: number; colonne: number; format: string }[],
): { rect: Rect; format: string }[] {
  const bandes: { rect: Rect; format: string }[] = [];
  for (const { ligne, colonne, format } of formats.sort(
    (a, b) => a.colonne - b.colonne || a.ligne - b.ligne,
  )) {
    const derniere = bandes.at(-1);
    const suit =
      derniere?.format === format &&
      derniere.rect.colonne === colonne &&
      derniere.rect.ligne + derniere.rect.lignes === ligne;
    if (suit) derniere.rect = { ...derniere.rect, lignes: derniere.rect.lignes + 1 };
    else bandes.push({ format, rect: { ligne, colonne, lignes: 1, colonnes: 1 } });
  }
  return bandes;
}

function poserStructure(feuille: FeuilleHote, complete: FeuilleComplete, grille: GrillePage): void {
  const vue = grille.feuilleVue(feuille.id);
  (complete.columns ?? []).forEach(({ width, hidden }, colonne) => {
    const pixels = width === undefined ? LARGEUR_DEFAUT : pixelsDeLargeur(width);
    if (colonne >= vue.getMaxColumns()) return;
    vue.setColumnWidth(colonne, pixels);
    if (!hidden) return;
    vue.hideColumns(colonne, 1);
    feuille.colonnesMasquees.add(colonne);
  });
  for (const [ligne, { height, hidden }] of complete.rowDefs ?? []) {
    if (height !== undefined && ligne < vue.getMaxRows()) vue.setRowHeight(ligne, pixelsDeHauteur(height));
    if (!hidden) continue;
    vue.hideRows(ligne, 1);
    feuille.lignesMasquees.add(ligne);
  }
  for (const { startRow, startCol, endRow, endCol } of complete.merges ?? []) {
    const [lignes, colonnes] = [endRow - startRow + 1, endCol - startCol + 1];
    feuille.fusions.push({ ligne: startRow, colonne: startCol, lignes, colonnes });
    vue.getRange(startRow, startCol, lignes, colonnes).merge({ isForceMerge: true });
  }
  const { rows: lignes = 0, columns: colonnes = 0 } = complete.freezePane ?? {};
  if (lignes > 0 || colonnes > 0) {
    feuille.volets = { lignes, colonnes };
    grille.presenter(feuille.id, { genre: 'volets', lignes, colonnes });
  }
  const onglet = complete.view?.tabColor?.rgb;
  if (onglet !== undefined) {
    feuille.couleurOnglet = `#${onglet.slice(-6)}`;
    vue.setTabColor(feuille.couleurOnglet);
  }
  if (complete.view?.showGridLines === false) {
    feuille.quadrillage = false;
    grille.presenter(feuille.id, { genre: 'quadrillage', visible: false });
  }
}

function poserTableaux(hote: Hote, feuille: FeuilleHote, { tables }: FeuilleComplete): void {
  for (const { name, displayName, range, columns, style, showTotalRow } of tables ?? []) {
    const rect = lireAdresse(range ?? '');
    if (!rect) continue;
    hote.classeur.tableaux.push({
      id: `${hote.classeur.identifiant('{tableau-')}}`,
      nom: displayName ?? name,
      feuille,
      rect,
      entetes: true,
      totaux: showTotalRow === true,
      style: style ?? '',
      options: { ...OPTIONS_TABLEAU },
      supprime: false,
      colonnes: columns.map((_, rang) => ({ id: rang + 1, criteres: null })),
    });
  }
}

function poserValidations(
  feuille: FeuilleHote,
  { dataValidations }: FeuilleComplete,
  grille: GrillePage,
  origines: Origines,
): void {
  for (const origine of dataValidations ?? []) {
    for (const validation of versHote(origine)) {
      feuille.validations.push(validation);
      origines.validations.set(validation, { origine, regle: validation.regle, rect: validation.rect });
      grille.presenter(feuille.id, { genre: 'validation', rect: validation.rect, regle: validation.regle });
    }
  }
}

function poserConditionnelles(
  hote: Hote,
  feuille: FeuilleHote,
  { conditionalRules }: FeuilleComplete,
  origines: Origines,
): void {
  for (const regle of conditionalRules ?? []) {
    const mise = miseDeFichier(regle, hote.classeur.identifiant('mise-'));
    if (!mise) continue;
    feuille.misesEnForme.push(mise);
    origines.misesEnForme.set(regle, mise);
  }
}

function masquer(feuille: FeuilleHote, complete: FeuilleComplete | undefined, grille: GrillePage): void {
  if (!complete?.hidden && !complete?.veryHidden) return;
  feuille.visibilite = complete.veryHidden ? 'VeryHidden' : 'Hidden';
  grille.presenter(feuille.id, { genre: 'visibilite', visible: false });
}
