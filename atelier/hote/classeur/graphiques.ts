import type { Contenu, Rect } from '../grille/types';
import type { Classeur } from './classeur';
import type { FeuilleHote, GraphiqueHote, PlageHote, SerieHote } from './modele';

/** Taille d'un graphique neuf, en points, et mesures d'une cellule vierge. */
const LARGEUR = 360;
const HAUTEUR = 216;
const COLONNE = 48;
const LIGNE = 15;

const estTexte = (contenu: Contenu): boolean => typeof contenu === 'string';

/** Distance du bord de la feuille au début d'une colonne ou d'une ligne, en points ; masquée, elle ne compte pas. */
function distance(
  { presentations, ...feuille }: FeuilleHote,
  sens: 'colonnes' | 'lignes',
  rang: number,
): number {
  const [masquees, nom, defaut] =
    sens === 'colonnes'
      ? ([feuille.colonnesMasquees, 'columnWidth', COLONNE] as const)
      : ([feuille.lignesMasquees, 'rowHeight', LIGNE] as const);
  let total = 0;
  for (let i = 0; i < rang; i += 1) {
    if (masquees.has(i)) continue;
    const taille = sens === 'colonnes' ? presentations.en(nom, 0, i) : presentations.en(nom, i, 0);
    total += typeof taille === 'number' ? taille : defaut;
  }
  return total;
}

/** doc : excel/excel.chart#setPosition — posé sur la première cellule, étendu jusqu'à couvrir la dernière. */
export function placer({ cadre }: GraphiqueHote, feuille: FeuilleHote, debut: Rect, fin: Rect | null): void {
  cadre.left = distance(feuille, 'colonnes', debut.colonne);
  cadre.top = distance(feuille, 'lignes', debut.ligne);
  if (!fin) return;
  cadre.width = distance(feuille, 'colonnes', fin.colonne + fin.colonnes) - cadre.left;
  cadre.height = distance(feuille, 'lignes', fin.ligne + fin.lignes) - cadre.top;
}

/**
 * Les séries d'une plage : en-têtes de texte, une colonne de catégories, puis une série par colonne (ou par
 * ligne). Sans sens demandé, le plus long côté de la plage porte les catégories.
 * doc : excel/excel.chartseriesby, excel/excel-add-ins-charts
 */
export function seriesDe(classeur: Classeur, source: PlageHote, par: string | null): SerieHote[] {
  const { feuille, rect } = source;
  const enLignes = par === 'Rows' || ((par === null || par === 'Auto') && rect.colonnes > rect.lignes);
  const lues = classeur.lire(source).map((ligne) => ligne.map(({ valeur }) => valeur));
  const cellules = enLignes ? (lues[0] ?? []).map((_, j) => lues.map((ligne) => ligne[j] ?? null)) : lues;
  const coinVide = (cellules[0]?.[0] ?? null) === null;
  const categories =
    (cellules[0]?.length ?? 0) > 1 &&
    (coinVide || cellules.slice(1).every((ligne) => estTexte(ligne[0] ?? null)));
  const premiere = categories ? 1 : 0;
  const titres =
    cellules.length > 1 && (cellules[0] ?? []).slice(premiere).every((contenu) => estTexte(contenu));
  const haut = titres ? 1 : 0;
  const portion = (colonne: number, ligne: number, lignes: number): PlageHote => ({
    feuille,
    rect: enLignes
      ? { ligne: rect.ligne + colonne, colonne: rect.colonne + ligne, lignes: 1, colonnes: lignes }
      : { ligne: rect.ligne + ligne, colonne: rect.colonne + colonne, lignes, colonnes: 1 },
  });
  const corps = (colonne: number): PlageHote => portion(colonne, haut, cellules.length - haut);
  return (cellules[0] ?? []).slice(premiere).map((_, j) => ({
    nom: null,
    titre: titres ? portion(premiere + j, 0, 1) : null,
    valeurs: corps(premiere + j),
    categories: categories ? corps(0) : null,
    type: null,
    proprietes: new Map(),
  }));
}

/** Une série sans titre porte son rang, dans la langue d'Excel : les nôtres sont français. */
export function nomDeSerie(classeur: Classeur, { series }: GraphiqueHote, serie: SerieHote): string {
  if (serie.nom !== null) return serie.nom;
  const titre = serie.titre && classeur.lire(serie.titre)[0]?.[0]?.valeur;
  return typeof titre === 'string' ? titre : `Série${series.indexOf(serie) + 1}`;
}

/** Le contenu d'une plage de série, d'un trait. */
export function valeursDe(classeur: Classeur, plage: PlageHote | null): Contenu[] {
  return plage ? classeur.lire(plage).flatMap((ligne) => ligne.map(({ valeur }) => valeur)) : [];
}

export function graphiqueNeuf(classeur: Classeur, feuille: FeuilleHote, type: string): GraphiqueHote {
  const rang = feuille.graphiques.length + 1;
  return {
    id: `{${classeur.identifiant('graphique-')}}`,
    nom: `Graphique ${rang}`,
    type,
    cadre: { left: 0, top: 0, width: LARGEUR, height: HAUTEUR },
    series: [],
    proprietes: new Map(),
    supprime: false,
  };
}
