/** Les cellules d'une feuille du plan, pour la bibliothèque. */
import type { Cell, WriteSheet } from 'hucre/xlsx';
import type { CellulePlan, FeuillePlan } from '../../dossier/formes/plan';
import { versFichier } from '../../dossier/affichage/nomsDeFonctions';
import { styleDe } from './styles';
import { texteEcrit } from './textes';

type Cellules = NonNullable<WriteSheet['cells']>;
type Style = Cell['style'];
type Rangees = NonNullable<WriteSheet['rowDefs']>;

/** Excel passe les blancs de tête, et lit aussi les signes en pleine chasse. */
const FORMULE = /^\s*[=+\-@＝＋－＠]/;

/** « = + - @ » en tête : au format texte, revalider la cellule (F2, Entrée) n'en fait pas une formule. */
function commenceFormule(valeur: CellulePlan['valeur']): boolean {
  if (typeof valeur !== 'string' || valeur === '') return false;
  const c = valeur.charCodeAt(0);
  // presque tous les textes commencent par une lettre ou un chiffre
  return (c < 48 || (c > 57 && c < 65) || c > 122) && FORMULE.test(valeur);
}

function styleCellule(cellule: CellulePlan, formatColonne: CellulePlan['format']): Style {
  const format = cellule.format ?? formatColonne;
  const protegee =
    cellule.formule === undefined &&
    (format === undefined || format === 'general') &&
    commenceFormule(cellule.valeur);
  return styleDe(cellule.style, protegee ? 'texte' : format);
}

/** « #N/A » saisi est un texte : la bibliothèque en ferait une erreur, sauf dans un texte enrichi. */
const COMME_UNE_ERREUR = /^#[A-Z0-9/_]+[!?]?$/;

function contenu({ valeur, formule }: CellulePlan): Partial<Cell> {
  const ecrite = typeof valeur === 'string' ? texteEcrit(valeur) : valeur;
  if (formule !== undefined) return { formula: versFichier(formule), formulaResult: ecrite };
  if (typeof ecrite === 'string' && COMME_UNE_ERREUR.test(ecrite)) return { richText: [{ text: ecrite }] };
  return { value: ecrite };
}

/** L'aspect ordinaire, là où sa colonne en a un autre. */
const ORDINAIRE: NonNullable<Style> = {};

const POINTS_PAR_LIGNE = 15;
const LIGNES_EN_TETE_MAX = 4;

/** Un en-tête plus long que sa colonne passe à la ligne : sans hauteur dite, un tableur autre qu'Excel le coupe. */
function lignesDeTexte({ style, valeur }: CellulePlan, largeur = 10): number {
  return style === 'entete' ? Math.ceil(String(valeur ?? '').length / (largeur * 0.9)) : 1;
}

const valeurSimple = ({ valeur, formule }: CellulePlan): boolean =>
  formule === undefined && !(typeof valeur === 'string' && COMME_UNE_ERREUR.test(valeur));

/** L'aspect le plus fréquent de chaque colonne : la bibliothèque le donne à toutes ses cellules, huit fois plus vite que par cellule. */
function styleParColonne(feuille: FeuillePlan, styles: readonly (readonly Style[])[]): Style[] {
  return feuille.colonnes.map((_, c) => {
    const nombres = new Map<Style, number>();
    for (const ligne of styles) if (c < ligne.length) nombres.set(ligne[c], (nombres.get(ligne[c]) ?? 0) + 1);
    return [...nombres].sort(([, a], [, b]) => b - a)[0]?.[0];
  });
}

export type Contenu = Required<Pick<WriteSheet, 'rows' | 'cells' | 'rowDefs'>> & {
  readonly styles: readonly Style[];
};

/** Les valeurs, l'aspect de chaque colonne, les cellules qui s'en écartent, et la hauteur des lignes d'en-tête. */
export function convertirCellules(feuille: FeuillePlan): Contenu {
  const cells: Cellules = new Map();
  const rowDefs: Rangees = new Map();
  const parCellule = feuille.lignes.map((ligne) =>
    ligne.map((cellule, c) => styleCellule(cellule, feuille.colonnes[c]?.format)),
  );
  const styles = styleParColonne(feuille, parCellule);
  const rows = feuille.lignes.map((ligne, l) => {
    let hauteur = 1;
    const valeurs = ligne.map((cellule, c) => {
      const { valeur } = cellule;
      if (typeof valeur === 'number' && !Number.isFinite(valeur))
        throw new RangeError(
          `Nombre incorrect dans la feuille ${feuille.nom}, ligne ${l + 1}, colonne ${c + 1}`,
        );
      hauteur = Math.max(hauteur, lignesDeTexte(cellule, feuille.colonnes[c]?.largeur));
      const simple = valeurSimple(cellule);
      const style = parCellule[l]?.[c];
      const autre = style !== styles[c];
      if (!simple || autre)
        cells.set(`${l},${c}`, {
          ...(!simple && contenu(cellule)),
          ...(autre && { style: style ?? ORDINAIRE }),
        });
      if (!simple) return null;
      return typeof valeur === 'string' ? texteEcrit(valeur) : valeur;
    });
    if (hauteur > 1) rowDefs.set(l, { height: Math.min(hauteur, LIGNES_EN_TETE_MAX) * POINTS_PAR_LIGNE });
    return valeurs;
  });
  return { rows, cells, rowDefs, styles };
}
