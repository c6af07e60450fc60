import { adresse, estSansFin, intersection } from '../grille/adresses';
import type { Cellule, Contenu, Entree, Rect } from '../grille/types';
import type { Classeur, Source } from './classeur';
import { accesRefuse, argumentInvalide } from './erreurs';
import { CIBLE_CLASSEUR, EVENEMENTS } from './evenements';
import type { FeuilleHote, Json, PlageHote } from './modele';
import { interpreter, typeDe } from './saisie';

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

function valeurSeule(contenu: Contenu): Json {
  if (contenu === null) return '';
  return typeof contenu === 'object' ? contenu.erreur : contenu;
}

/** Sans calcul possible de la valeur d'avant, le détail manque, comme pour plusieurs cellules. */
function detail(
  classeur: Classeur,
  plage: PlageHote,
  avant: readonly (readonly Cellule[])[],
): { [cle: string]: Json } {
  const ancienne = avant[0]?.[0];
  const nouvelle = classeur.lire(plage)[0]?.[0];
  if (!ancienne || !nouvelle || ancienne.formule !== null || nouvelle.formule !== null) return {};
  return {
    valueBefore: valeurSeule(ancienne.valeur),
    valueAfter: valeurSeule(nouvelle.valeur),
    valueTypeBefore: typeDe(ancienne.valeur),
    valueTypeAfter: typeDe(nouvelle.valeur),
  };
}

/** Des lignes ou des colonnes entières vont et viennent : toutes les suivantes se déplacent. */
export type Changement = 'RangeEdited' | 'RowInserted' | 'RowDeleted' | 'ColumnInserted' | 'ColumnDeleted';

/** doc : excel/excel.worksheetchangedeventargs, excel/excel.tablechangedeventargs (détail pour une seule cellule) */
export function annoncer(
  classeur: Classeur,
  plage: PlageHote,
  avant: readonly (readonly Cellule[])[],
  source: Source,
  changeType: Changement = 'RangeEdited',
): void {
  const { feuille, rect } = plage;
  const { evenements } = classeur;
  const tableaux = classeur.tableaux.filter((t) => t.feuille === feuille && intersection(t.rect, rect));
  const ecoute =
    [feuille.id, CIBLE_CLASSEUR].some((cible) => evenements.abonnes(EVENEMENTS.feuilleModifiee, cible)) ||
    [CIBLE_CLASSEUR, ...tableaux.map(({ id }) => id)].some((c) =>
      evenements.abonnes(EVENEMENTS.tableauModifie, c),
    );
  if (!ecoute) return;
  const referenceId = classeur.identifiant('evenement-');
  classeur.references.set(referenceId, plage);
  const message = {
    changeType,
    source: 'Local',
    triggerSource: source === 'agent' ? 'Unknown' : 'ThisLocalAddin',
    shiftDirection: 'None',
    worksheetId: feuille.id,
    address: adresse(rect),
    referenceId,
    ...(avant.length === 1 ? detail(classeur, plage, avant) : {}),
  };
  evenements.emettre(EVENEMENTS.feuilleModifiee, [feuille.id, CIBLE_CLASSEUR], message);
  for (const { id } of tableaux) {
    evenements.emettre(EVENEMENTS.tableauModifie, [id, CIBLE_CLASSEUR], { ...message, tableId: id });
  }
}
