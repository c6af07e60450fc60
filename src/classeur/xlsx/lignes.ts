/**
 * Les lignes d'une feuille du plan, en XML. Elles sont écrites ici et non par la bibliothèque, qui redemande le style
 * de chaque cellule : c'était la moitié de l'écriture (docs/decisions/0003).
 */
import type { CellulePlan, FeuillePlan } from '../../dossier/formes/plan';
import { lettres } from '../../dossier/formes/adresses';
import { versFichier } from '../../dossier/affichage/nomsDeFonctions';
import { NORMAL, aspect } from './styles';
import { type TextesPartages, echapper, texteEcrit } from './textes';

/** Excel passe les blancs de tête, et lit aussi les signes en pleine chasse. */
const FORMULE = /^\s*[=+\-@＝＋－＠]/;

/** « = + - @ » en tête : au format texte, revalider la cellule (F2, Entrée) n'en fait pas une formule. */
function commenceFormule(valeur: CellulePlan['valeur']): boolean {
  if (typeof valeur !== 'string' || valeur === '') return false;
  const c = valeur.charCodeAt(0);
  // presque tous les textes commencent par une lettre ou un chiffre
  return (c < 48 || (c > 57 && c < 65) || c > 122) && FORMULE.test(valeur);
}

function aspectDe(cellule: CellulePlan, feuille: FeuillePlan, colonne: number): number {
  const format = cellule.format ?? feuille.colonnes[colonne]?.format;
  const protegee =
    cellule.formule === undefined &&
    (format === undefined || format === 'general') &&
    commenceFormule(cellule.valeur);
  return aspect(cellule.style, protegee ? 'texte' : format);
}

/** Les aspects rencontrés, dans l'ordre : leur rang, à partir de 1, est leur numéro de style ; 0 est l'aspect normal. */
export class Aspects {
  private readonly numeros: number[] = [];
  readonly rencontres: number[] = [];

  numero(rang: number): number {
    if (rang === NORMAL) return 0;
    return (this.numeros[rang] ??= this.rencontres.push(rang));
  }
}

function contenu(cellule: CellulePlan, textes: TextesPartages): string {
  const { valeur, formule } = cellule;
  if (formule !== undefined) {
    const f = `<f>${echapper(versFichier(formule))}</f>`;
    if (valeur === null) return `>${f}</c>`;
    if (typeof valeur === 'string') return ` t="str">${f}<v>${echapper(texteEcrit(valeur))}</v></c>`;
    if (typeof valeur === 'boolean') return ` t="b">${f}<v>${valeur ? '1' : '0'}</v></c>`;
    return `>${f}<v>${String(valeur)}</v></c>`;
  }
  if (typeof valeur === 'string') return ` t="s"><v>${String(textes.rang(valeur))}</v></c>`;
  if (typeof valeur === 'number') return `><v>${String(valeur)}</v></c>`;
  if (typeof valeur === 'boolean') return ` t="b"><v>${valeur ? '1' : '0'}</v></c>`;
  return '/>';
}

const POINTS_PAR_LIGNE = 15;

/** Un en-tête plus long que sa colonne passe à la ligne : sans hauteur dite, un tableur autre qu'Excel le coupe. */
function lignesDeTexte({ style, valeur }: CellulePlan, largeur = 10): number {
  return style === 'entete' ? Math.ceil(String(valeur ?? '').length / (largeur * 0.9)) : 1;
}

/** Assez de lignes pour que l'encodage soit rapide, assez peu pour que leurs textes ne s'accumulent pas en mémoire. */
const LIGNES_PAR_BLOC = 250;

/** Le contenu de l'élément `sheetData` de la feuille, en blocs d'octets. */
export function ecrireLignes(
  feuille: FeuillePlan,
  aspects: Aspects,
  textes: TextesPartages,
): Uint8Array<ArrayBuffer>[] {
  const encodeur = new TextEncoder();
  const blocs: Uint8Array<ArrayBuffer>[] = [];
  for (let debut = 0; debut < feuille.lignes.length; debut += LIGNES_PAR_BLOC) {
    let xml = '';
    const fin = Math.min(debut + LIGNES_PAR_BLOC, feuille.lignes.length);
    for (let l = debut; l < fin; l++) xml += ecrireLigne(feuille, l, aspects, textes);
    blocs.push(encodeur.encode(xml));
  }
  return blocs;
}

function ecrireLigne(feuille: FeuillePlan, l: number, aspects: Aspects, textes: TextesPartages): string {
  const ligne = feuille.lignes[l] ?? [];
  const numero = String(l + 1);
  let cellules = '';
  let hauteur = 1;
  for (let c = 0; c < ligne.length; c++) {
    const cellule = ligne[c] as CellulePlan;
    if (typeof cellule.valeur === 'number' && !Number.isFinite(cellule.valeur))
      throw new RangeError(
        `Nombre incorrect dans la feuille ${feuille.nom}, ligne ${numero}, colonne ${String(c + 1)}`,
      );
    const style = aspects.numero(aspectDe(cellule, feuille, c));
    if (style === 0 && cellule.valeur === null && cellule.formule === undefined) continue;
    hauteur = Math.max(hauteur, lignesDeTexte(cellule, feuille.colonnes[c]?.largeur));
    const attribut = style === 0 ? '' : ` s="${String(style)}"`;
    cellules += `<c r="${lettres(c + 1)}${numero}"${attribut}${contenu(cellule, textes)}`;
  }
  if (cellules === '') return '';
  const haute =
    hauteur > 1 ? ` ht="${String(Math.min(hauteur, 4) * POINTS_PAR_LIGNE)}" customHeight="1"` : '';
  return `<row r="${numero}"${haute}>${cellules}</row>`;
}

/** La plage occupée, « A1:G40 ». */
export function dimensions({ lignes, colonnes }: FeuillePlan): string {
  const largeur = lignes.reduce((n, ligne) => Math.max(n, ligne.length), Math.max(1, colonnes.length));
  return `A1:${lettres(largeur)}${String(Math.max(1, lignes.length))}`;
}
