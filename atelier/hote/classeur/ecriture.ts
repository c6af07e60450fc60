import { COLONNES_MAX, estSansFin, LIGNES_MAX } from '../grille/adresses';
import type { Cellule, Entree, Rect } from '../grille/types';
import { annoncer } from './annonces';
import type { Classeur } from './classeur';
import { accesRefuse, argumentInvalide, ErreurOffice } from './erreurs';
import type { FeuilleHote, Json, PlageHote, Source } from './modele';
import { interpreter } from './saisie';

/** Longueur maximale d'un texte de cellule. doc : Excel specifications and limits */
const TEXTE_MAX = 32_767;

/** doc : office/dev/add-ins/testing/application-specific-api-error-handling (OperationCellsExceedLimit, web seulement) */
export function exigerVolume({ cellulesParOperation }: Classeur, { lignes, colonnes }: Rect): void {
  // toute la feuille est une opération à part : Excel la fait d'un geste
  const entiere = lignes === LIGNES_MAX && colonnes === COLONNES_MAX;
  if (entiere || lignes * colonnes <= cellulesParOperation) return;
  throw new ErreurOffice(
    'OperationCellsExceedLimit',
    `L'opération touche plus de ${cellulesParOperation} cellules.`,
  );
}

/** doc : excel/excel-add-ins-worksheets#data-protection — une cellule verrouillée d'une feuille protégée se refuse. */
export function exigerEcriture({ feuille, rect }: PlageHote): void {
  if (!feuille.protection) return;
  if (feuille.presentations.uniforme('protection.locked', rect, true) !== false)
    throw accesRefuse(feuille.nom);
}

/** Sans allowFormatCells, aucune mise en forme, même d'une cellule déverrouillée. doc : excel/excel.worksheetprotectionoptions */
export function exigerMiseEnForme({ feuille: { nom, protection } }: PlageHote): void {
  if (protection && protection.options['allowFormatCells'] !== true) throw accesRefuse(nom);
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
  const lue = interpreter(brut, format === '@', source !== 'complement');
  if (lue.format !== undefined && format === 'General') {
    feuille.presentations.peindre('numberFormat', { ligne, colonne, lignes: 1, colonnes: 1 }, lue.format);
  }
  return lue.entree;
}

export function ecrireEntrees(
  classeur: Classeur,
  plage: PlageHote,
  entrees: readonly (readonly Entree[])[],
  source: Source,
): void {
  const avant = poserEntrees(classeur, plage, entrees, source);
  annoncer(classeur, plage, avant, source);
}

/** Écrit sans l'annoncer et rend le contenu d'avant ; ce que fait un coauteur ne s'annule pas d'ici. */
export function poserEntrees(
  classeur: Classeur,
  plage: PlageHote,
  entrees: readonly (readonly Entree[])[],
  source: Source,
): Cellule[][] {
  const { feuille, rect } = plage;
  const avant = classeur.lire(plage);
  if (source !== 'coauteur') classeur.annulation.noter(plage, avant, entrees);
  classeur.grille.ecrire(feuille.id, rect, entrees);
  classeur.marquerPerime();
  return avant;
}

/** Ctrl+Z et Ctrl+Y : l'agent remet d'anciens contenus, comme s'il les tapait. */
export function remettre(
  classeur: Classeur,
  changements: readonly { plage: PlageHote; entrees: readonly (readonly Entree[])[] }[],
): void {
  for (const { plage, entrees } of changements) {
    const avant = classeur.lire(plage);
    classeur.grille.ecrire(plage.feuille.id, plage.rect, entrees);
    classeur.marquerPerime();
    annoncer(classeur, plage, avant, 'agent');
  }
}
