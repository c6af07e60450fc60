import { adresse, intersection } from '../grille/adresses';
import type { Cellule, Contenu } from '../grille/types';
import { CIBLE_CLASSEUR, EVENEMENTS, type Evenements } from './evenements';
import { origineDe, type Json, type PlageHote, type Source, type TableauHote } from './modele';
import { typeDe } from './saisie';

/** Ce qu'il faut du classeur pour dire ce qui vient d'y changer. */
export interface Annonceur {
  readonly evenements: Evenements;
  readonly tableaux: readonly TableauHote[];
  readonly references: Map<string, PlageHote>;
  identifiant(prefixe: string): string;
  lire(plage: PlageHote): Cellule[][];
}

function valeurSeule(contenu: Contenu): Json {
  if (contenu === null) return '';
  return typeof contenu === 'object' ? contenu.erreur : contenu;
}

/** Sans calcul possible de la valeur d'avant, le détail manque, comme pour plusieurs cellules. */
function detail(
  classeur: Annonceur,
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
  classeur: Annonceur,
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
    ...origineDe(source),
    shiftDirection: 'None',
    worksheetId: feuille.id,
    address: adresse(rect),
    referenceId,
    ...(avant.length === 1 && avant[0]?.length === 1 ? detail(classeur, plage, avant) : {}),
  };
  evenements.emettre(EVENEMENTS.feuilleModifiee, [feuille.id, CIBLE_CLASSEUR], message);
  for (const { id } of tableaux) {
    evenements.emettre(EVENEMENTS.tableauModifie, [id, CIBLE_CLASSEUR], { ...message, tableId: id });
  }
}
