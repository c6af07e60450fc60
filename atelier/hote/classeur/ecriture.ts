import { estSansFin } from '../grille/adresses';
import type { Entree, Rect } from '../grille/types';
import { annoncer } from './annonces';
import type { Classeur } from './classeur';
import { accesRefuse, argumentInvalide } from './erreurs';
import type { FeuilleHote, Json, PlageHote, Source } from './modele';
import { interpreter } from './saisie';

/** Longueur maximale d'un texte de cellule. doc : Excel specifications and limits */
const TEXTE_MAX = 32_767;

/** doc : excel/excel-add-ins-worksheets#data-protection — une cellule verrouillée d'une feuille protégée se refuse. */
export function exigerEcriture({ feuille, rect }: PlageHote): void {
  if (!feuille.protection) return;
  if (feuille.presentations.uniforme('protection.locked', rect, true) !== false)
    throw accesRefuse(feuille.nom);
}

export function exigerMiseEnForme(plage: PlageHote): void {
  if (plage.feuille.protection && plage.feuille.protection.options['allowFormatCells'] !== true)
    exigerEcriture(plage);
}

/** Graphiques et dessins d'une feuille protégée. doc : excel/excel.worksheetprotectionoptions#allowEditObjects */
export function exigerObjets({ nom, protection }: FeuilleHote): void {
  if (protection && protection.options['allowEditObjects'] !== true) throw accesRefuse(nom);
}

function tableau(valeurs: Json, rect: Rect): Json[][] {
  if (!Array.isArray(valeurs)) {
    const ligne = Array.from({ length: rect.colonnes }, () => valeurs);
    return Array.from({ length: rect.lignes }, () => ligne);
  }
  const juste =
    valeurs.length === rect.lignes &&
    valeurs.every((ligne) => Array.isArray(ligne) && ligne.length === rect.colonnes);
  if (!juste) throw argumentInvalide('le tableau n’a pas les dimensions de la plage');
  return valeurs as Json[][];
}

/**
 * Écrit des valeurs ou des formules : null laisse la cellule, "" la vide, une valeur seule s'applique partout.
 * doc : excel/excel.range#values, excel/excel-add-ins-ranges-unbounded
 */
export function ecrire(classeur: Classeur, plage: PlageHote, valeurs: Json, source: Source): void {
  const { feuille, rect } = plage;
  if (estSansFin(rect)) throw argumentInvalide('une plage sans fin ne reçoit pas de valeurs');
  exigerEcriture(plage);
  const brutes = tableau(valeurs, rect);
  const entrees = brutes.map((ligne, i) =>
    ligne.map((brut, j): Entree => {
      if (brut === null) return undefined;
      if (typeof brut === 'object')
        throw argumentInvalide('une cellule reçoit un texte, un nombre ou un booléen');
      if (typeof brut === 'string' && brut.length > TEXTE_MAX) throw argumentInvalide('texte trop long');
      return interpreterEn(feuille, rect.ligne + i, rect.colonne + j, brut, source);
    }),
  );
  ecrireEntrees(classeur, plage, entrees, source);
}

function interpreterEn(
  feuille: FeuilleHote,
  ligne: number,
  colonne: number,
  brut: string | number | boolean,
  source: Source,
): Entree {
  const format = feuille.presentations.en('numberFormat', ligne, colonne) ?? 'General';
  const lue = interpreter(brut, format === '@', source === 'agent');
  if (lue.format !== undefined && format === 'General') {
    feuille.presentations.peindre('numberFormat', { ligne, colonne, lignes: 1, colonnes: 1 }, lue.format);
  }
  return lue.entree;
}

export function ecrireEntrees(
  classeur: Classeur,
  { feuille, rect }: PlageHote,
  entrees: readonly (readonly Entree[])[],
  source: Source,
): void {
  const seule = rect.lignes === 1 && rect.colonnes === 1;
  const avant = seule ? classeur.grille.lire(feuille.id, rect) : [];
  classeur.grille.ecrire(feuille.id, rect, entrees);
  classeur.marquerPerime();
  annoncer(classeur, { feuille, rect }, avant, source);
}
