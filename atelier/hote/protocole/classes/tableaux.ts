import { englobe, intersection } from '../../grille/adresses';
import { corps, type Classeur } from '../../classeur/classeur';
import { introuvable } from '../../classeur/erreurs';
import { CIBLE_CLASSEUR, EVENEMENTS } from '../../classeur/evenements';
import type { FeuilleHote, Json, TableauHote } from '../../classeur/modele';
import { definirClasse, type Objet } from '../classe';
import { objet, voir, type TableauVue, type Tableaux } from '../vues';
import { ajouter, present, renommer, retirer, tailler } from './tableauGestes';
import { colonnes, lignes } from './tableauParties';

function liste({ classeur, feuille }: Tableaux): TableauHote[] {
  return classeur.tableaux.filter((t) => feuille === null || t.feuille === feuille);
}

function trouver(vues: Tableaux, cle: Json): Objet | null {
  const texte = String(cle).toLowerCase();
  const trouve = liste(vues).find(({ id, nom }) => id === String(cle) || nom.toLowerCase() === texte);
  return trouve ? table({ classeur: vues.classeur, tableau: trouve }) : null;
}

/** doc : excel/excel.table */
const table: (vue: TableauVue) => Objet = definirClasse<TableauVue>({
  nom: 'Table',
  identite: (vue) => ({ Id: present(vue).id }),
  lectures: {
    Id: ({ tableau }) => tableau.id,
    Name: (vue) => present(vue).nom,
    ShowTotals: ({ tableau }) => tableau.totaux,
    Style: ({ tableau }) => tableau.style,
  },
  ecritures: {
    Name: renommer,
    ShowTotals: ({ tableau }, valeur) => {
      if (tableau.totaux === (valeur === true)) return;
      tableau.totaux = valeur === true;
      tableau.rect = { ...tableau.rect, lignes: tableau.rect.lignes + (tableau.totaux ? 1 : -1) };
    },
    Style: ({ tableau }, valeur) => void (tableau.style = String(valeur)),
  },
  liens: {
    Columns: (vue) => colonnes(vue),
    Rows: (vue) => lignes(vue),
    Worksheet: ({ classeur, tableau: { feuille } }) => objet('Worksheet', { classeur, feuille }),
  },
  methodes: {
    // doc : excel/excel.table#clearfilters — un filtre se joue par les lignes qu'il masque
    ClearFilters: (vue) => vue.classeur.masquer(present(vue).feuille, corps(vue.tableau), 'lignes', false),
    ConvertToRange: (vue) => {
      const { feuille, rect } = present(vue);
      retirer(vue, false);
      return voir(vue, { feuille, rect });
    },
    Delete: (vue) => retirer(vue, true),
    GetDataBodyRange: (vue) => voir(vue, { feuille: present(vue).feuille, rect: corps(vue.tableau) }),
    GetHeaderRowRange: (vue) =>
      voir(vue, { feuille: present(vue).feuille, rect: { ...vue.tableau.rect, lignes: 1 } }),
    GetRange: (vue) => voir(vue, { feuille: present(vue).feuille, rect: vue.tableau.rect }),
    // doc : excel/excel.table#gettotalrowrange — la dernière ligne du tableau, quand il montre ses totaux
    GetTotalRowRange: (vue) => {
      const { feuille, rect, totaux } = present(vue);
      if (!totaux) throw introuvable(vue.tableau.nom);
      return voir(vue, { feuille, rect: { ...rect, ligne: rect.ligne + rect.lignes - 1, lignes: 1 } });
    },
    Resize: tailler,
    _RegisterDataChangedEvent: ({ classeur, tableau }) =>
      classeur.evenements.abonner(EVENEMENTS.tableauModifie, tableau.id, 1),
    _RegisterSelectionChangedEvent: ({ classeur, tableau }) =>
      classeur.evenements.abonner(EVENEMENTS.tableauSelection, tableau.id, 1),
    _UnregisterDataChangedEvent: ({ classeur, tableau }) =>
      classeur.evenements.abonner(EVENEMENTS.tableauModifie, tableau.id, -1),
    _UnregisterSelectionChangedEvent: ({ classeur, tableau }) =>
      classeur.evenements.abonner(EVENEMENTS.tableauSelection, tableau.id, -1),
  },
});

function cible({ feuille }: Tableaux): string {
  return feuille?.id ?? CIBLE_CLASSEUR;
}

/** doc : excel/excel.tablecollection */
export const tableaux: (vues: Tableaux) => Objet = definirClasse<Tableaux>({
  nom: 'TableCollection',
  lectures: { Count: (vues) => liste(vues).length },
  indexer: trouver,
  elements: (vues) => liste(vues).map((tableau) => table({ classeur: vues.classeur, tableau })),
  methodes: {
    Add: ajouter,
    GetCount: (vues) => liste(vues).length,
    GetItemAt: (vues, args) => {
      const tableau = liste(vues)[args.nombre(0)];
      return tableau ? table({ classeur: vues.classeur, tableau }) : null;
    },
    GetItemOrNullObject: (vues, args) => trouver(vues, args.texte(0)),
    _RegisterAddedEvent: (vues) => vues.classeur.evenements.abonner(EVENEMENTS.tableauAjoute, cible(vues), 1),
    _RegisterDataChangedEvent: (vues) =>
      vues.classeur.evenements.abonner(EVENEMENTS.tableauModifie, cible(vues), 1),
    _RegisterDeletedEvent: (vues) =>
      vues.classeur.evenements.abonner(EVENEMENTS.tableauSupprime, cible(vues), 1),
    _UnregisterAddedEvent: (vues) =>
      vues.classeur.evenements.abonner(EVENEMENTS.tableauAjoute, cible(vues), -1),
    _UnregisterDataChangedEvent: (vues) =>
      vues.classeur.evenements.abonner(EVENEMENTS.tableauModifie, cible(vues), -1),
    _UnregisterDeletedEvent: (vues) =>
      vues.classeur.evenements.abonner(EVENEMENTS.tableauSupprime, cible(vues), -1),
  },
});

interface Portee extends Tableaux {
  readonly trouves: readonly TableauHote[];
}

const portee: (cible: Portee) => Objet = definirClasse<Portee>({
  nom: 'TableScopedCollection',
  indexer: (vues, cle) => trouver(vues, cle),
  elements: ({ classeur, trouves }) => trouves.map((tableau) => table({ classeur, tableau })),
  methodes: {
    GetCount: ({ trouves }) => trouves.length,
    GetItemOrNullObject: (vues, args) => trouver(vues, args.texte(0)),
  },
});

/** doc : excel/excel.range#getTables */
export function tableauxDansPlage(
  vue: { classeur: Classeur; feuille: FeuilleHote; rect: TableauHote['rect'] },
  entiers: boolean,
): Objet {
  const { classeur, feuille, rect } = vue;
  const touche = (t: TableauHote): boolean =>
    entiers ? englobe(rect, t.rect) : intersection(rect, t.rect) !== null;
  return portee({ classeur, feuille, trouves: liste({ classeur, feuille }).filter(touche) });
}
