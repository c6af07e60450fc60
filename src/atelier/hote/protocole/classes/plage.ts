import {
  adresse,
  adresseAvecFeuille,
  COLONNES_MAX,
  estSansFin,
  intersection,
  LIGNES_MAX,
  union,
} from '../../grille/adresses';
import { estErreur, type Cellule, type Contenu, type Rect } from '../../grille/types';
import { afficher } from '../../classeur/affichage';
import type { Classeur } from '../../classeur/classeur';
import { ecrire, ecrireEntrees, exigerEcriture, exigerMiseEnForme } from '../../classeur/ecriture';
import { argumentInvalide, ErreurOffice, introuvable } from '../../classeur/erreurs';
import type { Json, PlageHote } from '../../classeur/modele';
import { typeDe } from '../../classeur/saisie';
import { definirClasse, type Arguments, type Objet } from '../classe';
import { filtresVisuels } from './misesEnForme';
import { format } from './format';
import { feuille as objetFeuille } from './feuille';
import { plages, type PlagesVues } from './plages';
import { tri } from './tri';
import { validation } from './validation';
import { tableauxDansPlage } from './tableaux';

export interface PlageVue extends PlageHote {
  readonly classeur: Classeur;
  /** Référence gardée par la bibliothèque (trackedObjects), ou null. */
  reference: string | null;
}

/** Au-delà, Excel rend null sans erreur. doc : office/dev/add-ins/excel/excel-add-ins-ranges-large */
const CELLULES_MAX = 5_000_000;

export function voir(origine: { classeur: Classeur }, plageHote: PlageHote): Objet {
  return plage({
    classeur: origine.classeur,
    feuille: plageHote.feuille,
    rect: plageHote.rect,
    reference: null,
  });
}

function autre(vue: PlageVue, rect: Rect | null): Objet | null {
  if (!rect) return null;
  const tient =
    rect.ligne >= 0 &&
    rect.colonne >= 0 &&
    rect.lignes > 0 &&
    rect.colonnes > 0 &&
    rect.ligne + rect.lignes <= LIGNES_MAX &&
    rect.colonne + rect.colonnes <= COLONNES_MAX;
  if (!tient) throw argumentInvalide('la plage sort de la feuille');
  return voir(vue, { feuille: vue.feuille, rect });
}

function cellules(vue: PlageVue): Cellule[][] | null {
  if (vue.feuille.supprimee) throw introuvable(vue.feuille.nom);
  const { rect } = vue;
  return estSansFin(rect) || rect.lignes * rect.colonnes > CELLULES_MAX ? null : vue.classeur.lire(vue);
}

function parCellule(vue: PlageVue, rendre: (cellule: Cellule, ligne: number, colonne: number) => Json): Json {
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
  vue: { classeur: Classeur } & PlageHote,
  args: Arguments,
  rang: number,
): PlageHote {
  const objet = args.objet(rang);
  if (objet) return rectDe(objet, 'plage attendue');
  return resoudreAdresse(vue.classeur, vue, args.texte(rang));
}

/** Adresse, ou nom défini. doc : excel/excel.worksheet#getRange */
export function resoudreAdresse(classeur: Classeur, { feuille }: PlageHote, texte: string): PlageHote {
  const trouvee = classeur.chercherPlage(texte, feuille);
  if (!trouvee) throw argumentInvalide(`adresse « ${texte} »`);
  return trouvee;
}

function utilisee(vue: PlageVue, valeursSeules: boolean): Objet | null {
  const etendue = vue.classeur.etendue(vue.feuille, valeursSeules);
  return etendue ? autre(vue, intersection(vue.rect, etendue)) : null;
}

function decaler(vue: PlageVue, lignes: number, colonnes: number): Objet | null {
  return autre(vue, { ...vue.rect, ligne: vue.rect.ligne + lignes, colonne: vue.rect.colonne + colonnes });
}

function tailler({ rect, ...vue }: PlageVue, lignes: number, colonnes: number): Objet | null {
  return autre({ rect, ...vue }, { ...rect, lignes, colonnes });
}

function peindreTableau(vue: PlageVue, nom: string, valeurs: Json): void {
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

function masquage(vue: PlageVue, sens: 'lignes' | 'colonnes'): Json {
  const { rect, feuille } = vue;
  const masquees = sens === 'lignes' ? feuille.lignesMasquees : feuille.colonnesMasquees;
  const [debut, nombre] = sens === 'lignes' ? [rect.ligne, rect.lignes] : [rect.colonne, rect.colonnes];
  let compte = 0;
  for (const indice of masquees) if (indice >= debut && indice < debut + nombre) compte += 1;
  return compte === 0 ? false : compte === nombre ? true : null;
}

function masquer(vue: PlageVue, sens: 'lignes' | 'colonnes', valeur: Json): void {
  exigerEcriture(vue);
  vue.classeur.masquer(vue.feuille, vue.rect, sens, valeur === true);
}

/** doc : excel/excel.range#clear — contenu, formats, ou tout. */
function effacer(vue: PlageVue, quoi: string): void {
  exigerEcriture(vue);
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

function debordement(vue: PlageVue): Rect | null {
  return vue.classeur.grille.debordement(vue.feuille.id, vue.rect.ligne, vue.rect.colonne);
}

/** doc : excel/excel.range#getRowProperties — une entrée par ligne, avec les seules propriétés demandées. */
function proprietesDeLignes(vue: PlageVue, demandees: Json): Json {
  const cles = Object.keys((demandees ?? {}) as { [cle: string]: Json });
  const inconnue = cles.find((cle) => !['rowHidden', 'rowIndex', 'address'].includes(cle));
  if (inconnue !== undefined)
    throw new ErreurOffice('MembreInconnu', `membre inconnu de l'hôte émulé : RowProperties.${inconnue}`);
  return Array.from({ length: vue.rect.lignes }, (_, i): Json => {
    const ligne = vue.rect.ligne + i;
    const entiere = { ligne, colonne: 0, lignes: 1, colonnes: COLONNES_MAX };
    const toutes: { [cle: string]: Json } = {
      rowHidden: vue.feuille.lignesMasquees.has(ligne),
      rowIndex: ligne,
      address: adresseAvecFeuille(vue.feuille.nom, entiere),
    };
    return Object.fromEntries(cles.map((cle) => [cle, toutes[cle] ?? null]));
  });
}

const rang =
  (nom: string): ((args: Arguments) => number) =>
  (args) => {
    const valeur = args.nombre(0);
    if (!Number.isInteger(valeur)) throw argumentInvalide(nom);
    return valeur;
  };

/** doc : excel/excel.range (chaque membre a la section de même nom) */
export const plage: (vue: PlageVue) => Objet = definirClasse<PlageVue>({
  nom: 'Range',
  identite: ({ reference }) => (reference === null ? {} : { _ReferenceId: reference }),
  lectures: {
    Address: ({ feuille, rect }) => adresseAvecFeuille(feuille.nom, rect),
    AddressLocal: ({ feuille, rect }) => adresseAvecFeuille(feuille.nom, rect),
    CellCount: ({ rect }) => (rect.lignes * rect.colonnes > 2 ** 31 - 1 ? -1 : rect.lignes * rect.colonnes),
    ColumnCount: ({ rect }) => rect.colonnes,
    ColumnHidden: (vue) => masquage(vue, 'colonnes'),
    ColumnIndex: ({ rect }) => rect.colonne,
    Formulas: (vue) => parCellule(vue, ({ formule, ...c }) => formule ?? valeurJson((c as Cellule).valeur)),
    HasSpill: (vue) => debordement(vue) !== null,
    Hidden: (vue) =>
      masquage(vue, 'lignes') === true || masquage(vue, 'colonnes') === true
        ? true
        : masquage(vue, 'lignes') === null
          ? null
          : false,
    IsEntireColumn: ({ rect }) => rect.lignes === LIGNES_MAX,
    IsEntireRow: ({ rect }) => rect.colonnes === COLONNES_MAX,
    NumberFormat: (vue) => parCellule(vue, (_, ligne, colonne) => formatEn(vue, ligne, colonne)) ?? null,
    RowCount: ({ rect }) => rect.lignes,
    RowHidden: (vue) => masquage(vue, 'lignes'),
    RowIndex: ({ rect }) => rect.ligne,
    Text: (vue) =>
      parCellule(vue, ({ valeur }, ligne, colonne) => afficher(valeur, formatEn(vue, ligne, colonne))),
    ValueTypes: (vue) => parCellule(vue, ({ valeur }) => typeDe(valeur)),
    Values: (vue) => parCellule(vue, ({ valeur }) => valeurJson(valeur)),
    _ReferenceId: ({ reference }) => reference,
  },
  ecritures: {
    ColumnHidden: (vue, valeur) => masquer(vue, 'colonnes', valeur),
    Formulas: (vue, valeur) => ecrire(vue.classeur, vue, valeur, 'complement'),
    NumberFormat: (vue, valeur) => peindreTableau(vue, 'numberFormat', valeur),
    RowHidden: (vue, valeur) => masquer(vue, 'lignes', valeur),
    Values: (vue, valeur) => ecrire(vue.classeur, vue, valeur, 'complement'),
  },
  liens: {
    ConditionalFormats: (vue) => filtresVisuels(vue),
    DataValidation: (vue) => validation(vue),
    Format: (vue) => format(vue),
    Sort: (vue) => tri(vue),
    Worksheet: ({ classeur, feuille }) => objetFeuille({ classeur, feuille }),
  },
  methodes: {
    Calculate: async ({ classeur }) => classeur.mettreAJour(true),
    Clear: (vue, args) => effacer(vue, args.texteOuNul(0) ?? 'All'),
    GetAbsoluteResizedRange: (vue, args) => tailler(vue, args.nombre(0), args.nombre(1)),
    GetBoundingRect: (vue, args) => autre(vue, union(vue.rect, plageArgument(vue, args, 0).rect)),
    GetCell: (vue, args) =>
      autre(vue, {
        ligne: vue.rect.ligne + args.nombre(0),
        colonne: vue.rect.colonne + args.nombre(1),
        lignes: 1,
        colonnes: 1,
      }),
    GetColumn: (vue, args) =>
      autre(vue, { ...vue.rect, colonne: vue.rect.colonne + rang('colonne')(args), colonnes: 1 }),
    GetEntireColumn: (vue) => autre(vue, { ...vue.rect, ligne: 0, lignes: LIGNES_MAX }),
    GetEntireRow: (vue) => autre(vue, { ...vue.rect, colonne: 0, colonnes: COLONNES_MAX }),
    GetIntersection: (vue, args) => autre(vue, intersection(vue.rect, plageArgument(vue, args, 0).rect)),
    GetIntersectionOrNullObject: (vue, args) => {
      const seconde = plageArgument(vue, args, 0);
      return seconde.feuille === vue.feuille ? autre(vue, intersection(vue.rect, seconde.rect)) : null;
    },
    GetLastCell: (vue) =>
      autre(vue, {
        ligne: vue.rect.ligne + vue.rect.lignes - 1,
        colonne: vue.rect.colonne + vue.rect.colonnes - 1,
        lignes: 1,
        colonnes: 1,
      }),
    GetLastColumn: (vue) =>
      autre(vue, { ...vue.rect, colonne: vue.rect.colonne + vue.rect.colonnes - 1, colonnes: 1 }),
    GetLastRow: (vue) => autre(vue, { ...vue.rect, ligne: vue.rect.ligne + vue.rect.lignes - 1, lignes: 1 }),
    GetMergedAreasOrNullObject: (vue) => {
      const rects = vue.feuille.fusions.filter((fusion) => intersection(fusion, vue.rect));
      return rects.length > 0 ? plages({ ...vue, rects }) : null;
    },
    GetOffsetRange: (vue, args) => decaler(vue, args.nombre(0), args.nombre(1)),
    GetResizedRange: (vue, args) =>
      tailler(vue, vue.rect.lignes + args.nombre(0), vue.rect.colonnes + args.nombre(1)),
    GetRow: (vue, args) =>
      autre(vue, { ...vue.rect, ligne: vue.rect.ligne + rang('ligne')(args), lignes: 1 }),
    GetRowProperties: (vue, args) => proprietesDeLignes(vue, args.json(0)),
    GetRowsBelow: (vue, args) => {
      const nombre = args.json(0) === null ? 1 : args.nombre(0);
      return autre(vue, { ...vue.rect, ligne: vue.rect.ligne + vue.rect.lignes, lignes: nombre });
    },
    GetSpillingToRangeOrNullObject: (vue) => autre(vue, debordement(vue)),
    GetTables: (vue, args) => tableauxDansPlage(vue, args.vrai(0)),
    GetUsedRange: (vue, args) =>
      utilisee(vue, args.vrai(0)) ?? autre(vue, { ...vue.rect, lignes: 1, colonnes: 1 }),
    GetUsedRangeOrNullObject: (vue, args) => utilisee(vue, args.vrai(0)),
    Merge: (vue) => {
      exigerEcriture(vue);
      vue.feuille.fusions.push(vue.rect);
      vue.classeur.grille.presenter(vue.feuille.id, { genre: 'fusion', rect: vue.rect, fusionnee: true });
    },
    Select: (vue) => {
      if (vue.feuille.visibilite !== 'Visible')
        throw new ErreurOffice('InvalidOperation', 'Une feuille masquée ne se sélectionne pas.');
      vue.classeur.selectionner(vue, 'complement');
    },
    Unmerge: (vue) => {
      exigerEcriture(vue);
      const restent = vue.feuille.fusions.filter((fusion) => !intersection(fusion, vue.rect));
      vue.feuille.fusions.splice(0, vue.feuille.fusions.length, ...restent);
      vue.classeur.grille.presenter(vue.feuille.id, { genre: 'fusion', rect: vue.rect, fusionnee: false });
    },
    _KeepReference: (vue) => {
      vue.reference ??= vue.classeur.identifiant('plage-');
      vue.classeur.references.set(vue.reference, vue);
    },
    _ValidateArraySize: ({ rect }, args) => {
      if (args.nombre(0) !== rect.lignes || args.nombre(1) !== rect.colonnes) {
        throw argumentInvalide(`le tableau n’a pas les dimensions de ${adresse(rect)}`);
      }
    },
  },
});

export type { PlagesVues };
