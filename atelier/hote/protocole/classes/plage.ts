import {
  adresse,
  adresseAvecFeuille,
  COLONNES_MAX,
  intersection,
  LIGNES_MAX,
  union,
} from '../../grille/adresses';
import type { Cellule } from '../../grille/types';
import { afficher } from '../../classeur/affichage';
import { ecrire } from '../../classeur/ecriture';
import { argumentInvalide, ErreurOffice } from '../../classeur/erreurs';
import { typeDe } from '../../classeur/saisie';
import { definirClasse, type Arguments, type Objet } from '../classe';
import { objet, type PlageVue } from '../vues';
import { format } from './format';
import { defusionner, fusionner, fusionsDe } from './fusions';
import { filtresVisuels } from './misesEnForme';
import {
  autre,
  debordement,
  decaler,
  effacer,
  formatEn,
  masquage,
  masquer,
  parCellule,
  peindreTableau,
  plageArgument,
  proprietesDeColonnes,
  proprietesDeLignes,
  tailler,
  utilisee,
  valeurJson,
  grouper,
} from './plageGestes';
import { tableauxDansPlage } from './tableaux';
import { tri } from './tri';
import { validation } from './validation';

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
    ConditionalFormats: ({ rect, ...vue }) => filtresVisuels({ ...vue, rects: [rect] }),
    DataValidation: (vue) => validation(vue),
    Format: (vue) => format(vue),
    Sort: (vue) => tri(vue),
    Worksheet: ({ classeur, feuille }) => objet('Worksheet', { classeur, feuille }),
  },
  methodes: {
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
    GetMergedAreasOrNullObject: fusionsDe,
    GetOffsetRange: (vue, args) => decaler(vue, args.nombre(0), args.nombre(1)),
    GetResizedRange: (vue, args) =>
      tailler(vue, vue.rect.lignes + args.nombre(0), vue.rect.colonnes + args.nombre(1)),
    GetRow: (vue, args) =>
      autre(vue, { ...vue.rect, ligne: vue.rect.ligne + rang('ligne')(args), lignes: 1 }),
    GetColumnProperties: (vue, args) => proprietesDeColonnes(vue, args.json(0)),
    GetRowProperties: (vue, args) => proprietesDeLignes(vue, args.json(0)),
    GetSpillingToRangeOrNullObject: (vue) => autre(vue, debordement(vue)),
    GetTables: (vue, args) => tableauxDansPlage(vue, args.vrai(0)),
    GetUsedRangeOrNullObject: (vue, args) => utilisee(vue, args.vrai(0)),
    /** doc : excel/excel.range#group — un groupe de colonnes ou de lignes, qui se replie. */
    Group: (vue, args) => grouper(vue, args.texte(0)),
    Merge: (vue, args) => fusionner(vue, args.vrai(0)),
    Select: (vue) => {
      if (vue.feuille.visibilite !== 'Visible')
        throw new ErreurOffice('InvalidOperation', 'Une feuille masquée ne se sélectionne pas.');
      vue.classeur.selectionner(vue, 'complement');
    },
    Unmerge: defusionner,
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
