import {
  adresseAvecFeuille,
  COLONNES_MAX,
  LIGNES_MAX,
  estSansFin,
  intersection,
  tientDansUneFeuille,
} from '../../grille/adresses';
import { estErreur, type Cellule, type Contenu, type Rect } from '../../grille/types';
import type { Classeur } from '../../classeur/classeur';
import { ecrireEntrees, exigerEcriture, exigerMiseEnForme, exigerVolume } from '../../classeur/ecriture';
import { argumentInvalide, introuvable, MembreInconnu } from '../../classeur/erreurs';
import type { FeuilleHote, Json, PlageHote } from '../../classeur/modele';
import type { Arguments, Objet } from '../classe';
import { voir, type PlageVue } from '../vues';

/** Au-delà, Excel rend null sans erreur. doc : office/dev/add-ins/excel/excel-add-ins-ranges-large */
const CELLULES_MAX = 5_000_000;

export function autre(vue: PlageVue, rect: Rect | null): Objet | null {
  if (!rect) return null;
  if (!tientDansUneFeuille(rect)) throw argumentInvalide('la plage sort de la feuille');
  return voir(vue, { feuille: vue.feuille, rect });
}

function cellules(vue: PlageVue): Cellule[][] | null {
  if (vue.feuille.supprimee) throw introuvable(vue.feuille.nom);
  const { rect } = vue;
  return estSansFin(rect) || rect.lignes * rect.colonnes > CELLULES_MAX ? null : vue.classeur.lire(vue);
}

export function parCellule(
  vue: PlageVue,
  rendre: (cellule: Cellule, ligne: number, colonne: number) => Json,
): Json {
  const { ligne, colonne } = vue.rect;
  return cellules(vue)?.map((rangee, i) => rangee.map((c, j) => rendre(c, ligne + i, colonne + j))) ?? null;
}

export function valeurJson(contenu: Contenu): Json {
  if (contenu === null) return '';
  return estErreur(contenu) ? contenu.erreur : contenu;
}

export function formatEn(vue: PlageHote, ligne: number, colonne: number): string {
  const nom = vue.feuille.presentations.en('numberFormat', ligne, colonne);
  return typeof nom === 'string' ? nom : 'General';
}

function rectDe(objet: Objet | null, membre: string): PlageVue {
  if (objet?.classe !== 'Range') throw argumentInvalide(membre);
  return objet.cible as PlageVue;
}

/** Une plage en argument : objet Range ou adresse dans la même feuille. */
export function plageArgument(
  vue: { classeur: Classeur } & Pick<PlageHote, 'feuille'>,
  args: Arguments,
  rang: number,
): PlageHote {
  const objet = args.objet(rang);
  if (objet) return rectDe(objet, 'plage attendue');
  return resoudreAdresse(vue.classeur, vue, args.texte(rang));
}

/** Adresse, ou nom défini. doc : excel/excel.worksheet#getRange */
export function resoudreAdresse(
  classeur: Classeur,
  { feuille }: Pick<PlageHote, 'feuille'>,
  texte: string,
): PlageHote {
  const trouvee = classeur.chercherPlage(texte, feuille);
  if (!trouvee) throw argumentInvalide(`adresse « ${texte} »`);
  return trouvee;
}

export function utilisee(vue: PlageVue, valeursSeules: boolean): Objet | null {
  const etendue = vue.classeur.etendue(vue.feuille, valeursSeules);
  return etendue ? autre(vue, intersection(vue.rect, etendue)) : null;
}

export function decaler(vue: PlageVue, lignes: number, colonnes: number): Objet | null {
  return autre(vue, { ...vue.rect, ligne: vue.rect.ligne + lignes, colonne: vue.rect.colonne + colonnes });
}

export function tailler({ rect, ...vue }: PlageVue, lignes: number, colonnes: number): Objet | null {
  return autre({ rect, ...vue }, { ...rect, lignes, colonnes });
}

export function peindreTableau(vue: PlageVue, nom: string, valeurs: Json): void {
  exigerMiseEnForme(vue);
  const { rect, feuille, classeur } = vue;
  if (!Array.isArray(valeurs)) {
    classeur.presenter(feuille, nom, rect, valeurs);
    return;
  }
  const lignes = valeurs as Json[][];
  if (lignes.length !== rect.lignes || lignes.some((ligne) => ligne.length !== rect.colonnes)) {
    throw argumentInvalide('le tableau de formats n’a pas les dimensions de la plage');
  }
  // Par colonne et par suites : mille lignes au même format font un seul calque.
  for (let j = 0; j < rect.colonnes; j += 1) {
    let debut = 0;
    for (let i = 1; i <= rect.lignes; i += 1) {
      if (i < rect.lignes && lignes[i]?.[j] === lignes[debut]?.[j]) continue;
      const valeur = lignes[debut]?.[j] ?? null;
      const suite = { ligne: rect.ligne + debut, colonne: rect.colonne + j, lignes: i - debut, colonnes: 1 };
      if (valeur !== null) classeur.presenter(feuille, nom, suite, valeur);
      debut = i;
    }
  }
}

export function masquage(vue: PlageVue, sens: 'lignes' | 'colonnes'): Json {
  const { rect, feuille } = vue;
  const masquees = sens === 'lignes' ? feuille.lignesMasquees : feuille.colonnesMasquees;
  const [debut, nombre] = sens === 'lignes' ? [rect.ligne, rect.lignes] : [rect.colonne, rect.colonnes];
  let compte = 0;
  for (const indice of masquees) if (indice >= debut && indice < debut + nombre) compte += 1;
  return compte === 0 ? false : compte === nombre ? true : null;
}

export function masquer(vue: PlageVue, sens: 'lignes' | 'colonnes', valeur: Json): void {
  exigerEcriture(vue);
  vue.classeur.masquer(vue.feuille, vue.rect, sens, valeur === true);
}

/** Excel refuse un groupe dont la plage ne tient pas de colonnes entières (ou de lignes). */
export function grouper(vue: PlageVue, sens: string): void {
  exigerEcriture(vue);
  if (sens !== 'ByColumns' && sens !== 'ByRows')
    throw argumentInvalide(`« ${sens} » n’est pas un sens de groupe`);
  vue.feuille.groupes.push({ sens, rect: vue.rect });
}

/** doc : excel/excel.range#clear — contenu, formats, ou tout. */
export function effacer(vue: PlageVue, quoi: string): void {
  exigerEcriture(vue);
  exigerVolume(vue.classeur, vue.rect);
  const { classeur, feuille, rect } = vue;
  if (quoi === 'All' || quoi === 'Formats') classeur.effacerFormats(feuille, rect);
  if (quoi === 'All') classeur.effacerValidations(feuille, rect);
  if (quoi === 'All' || quoi === 'Contents') {
    // Une colonne entière ne s'efface que sur l'étendue utilisée.
    const utile = intersection(rect, classeur.etendue(feuille, true) ?? { ...rect, lignes: 0 });
    if (!utile) return;
    const vides = Array.from({ length: utile.lignes }, () =>
      Array.from({ length: utile.colonnes }, () => null),
    );
    ecrireEntrees(classeur, { feuille, rect: utile }, vides, 'complement');
  }
}

export function debordement(vue: PlageVue): Rect | null {
  return vue.classeur.grille.debordement(vue.feuille.id, vue.rect.ligne, vue.rect.colonne);
}

/** Le trait d'un texte barré : tout ce qui se lit d'une police par rang. */
const policeDe = ({ presentations }: FeuilleHote, rect: Rect): Json => ({
  font: { strikethrough: presentations.uniforme('font.strikethrough', rect, false) as Json },
});

/** doc : excel/excel.range#getRowProperties, #getColumnProperties — une entrée par rang, avec les seules propriétés demandées. */
const proprietesDeRangs =
  (sens: 'lignes' | 'colonnes') =>
  ({ rect, feuille }: PlageVue, demandees: Json): Json => {
    const cles = Object.keys((demandees ?? {}) as { [cle: string]: Json });
    const [mot, debut, masques] =
      sens === 'lignes'
        ? (['row', rect.ligne, feuille.lignesMasquees] as const)
        : (['column', rect.colonne, feuille.colonnesMasquees] as const);
    const inconnue = cles.find((cle) => ![`${mot}Hidden`, `${mot}Index`, 'address', 'format'].includes(cle));
    if (inconnue !== undefined)
      throw new MembreInconnu(`${mot === 'row' ? 'Row' : 'Column'}Properties.${inconnue}`);
    return Array.from({ length: rect[sens] }, (_, i): Json => {
      const rang = debut + i;
      const entier =
        sens === 'lignes'
          ? { ligne: rang, colonne: 0, lignes: 1, colonnes: COLONNES_MAX }
          : { ligne: 0, colonne: rang, lignes: LIGNES_MAX, colonnes: 1 };
      const toutes: { [cle: string]: Json } = {
        [`${mot}Hidden`]: masques.has(rang),
        [`${mot}Index`]: rang,
        address: adresseAvecFeuille(feuille.nom, entier),
        format: cles.includes('format') ? policeDe(feuille, intersection(entier, rect) ?? rect) : null,
      };
      return Object.fromEntries(cles.map((cle) => [cle, toutes[cle] ?? null]));
    });
  };
export const proprietesDeLignes = proprietesDeRangs('lignes');
export const proprietesDeColonnes = proprietesDeRangs('colonnes');
