/** Lignes et colonnes insérées ou supprimées à l'écran : tableaux, règles et fusions de l'hôte suivent leurs cellules. */
import { ICommandService, type IRange } from '@univerjs/core';
import { InsertColMutation, InsertRowMutation, RemoveColMutation, RemoveRowMutation } from '@univerjs/sheets';
import type { Changement } from '../hote/classeur/annonces';
import { COLONNES_MAX, LIGNES_MAX } from '../hote/grille/adresses';
import type { Rect } from '../hote/grille/types';
import type { Hote } from '../hote/hote';
import { decaler, type Sens } from './decaler';
import type { GrillePage } from './grille';

interface Geste {
  readonly sens: Sens;
  readonly signe: 1 | -1;
  readonly changement: Changement;
}

const GESTES: Readonly<Record<string, Geste>> = {
  [InsertRowMutation.id]: { sens: 'ligne', signe: 1, changement: 'RowInserted' },
  [InsertColMutation.id]: { sens: 'colonne', signe: 1, changement: 'ColumnInserted' },
  [RemoveRowMutation.id]: { sens: 'ligne', signe: -1, changement: 'RowDeleted' },
  [RemoveColMutation.id]: { sens: 'colonne', signe: -1, changement: 'ColumnDeleted' },
};

const UNE: Rect = { ligne: 0, colonne: 0, lignes: 1, colonnes: 1 };

interface Params {
  readonly subUnitId: string;
  readonly range: IRange;
}

export function suivreInsertions(hote: Hote, grille: GrillePage): void {
  const commandes = grille.moteurUniver.__getInjector().get(ICommandService);
  commandes.onCommandExecuted(({ id, params }) => {
    const geste = GESTES[id];
    if (!geste) return;
    const { subUnitId, range } = params as Params;
    const feuille = hote.classeur.feuilles.find((f) => f.id === subUnitId);
    if (!feuille) return;
    const enLignes = geste.sens === 'ligne';
    const debut = enLignes ? range.startRow : range.startColumn;
    const nombre = (enLignes ? range.endRow : range.endColumn) - debut + 1;
    // Une colonne entière le reste quand ses lignes vont et viennent.
    const entiere = (rect: Rect): boolean =>
      enLignes ? rect.lignes === LIGNES_MAX : rect.colonnes === COLONNES_MAX;
    const suivre = (rect: Rect): Rect | null =>
      entiere(rect) ? rect : decaler(rect, geste.sens, debut, geste.signe * nombre);

    hote.classeur.tableaux = hote.classeur.tableaux.filter((tableau) => {
      if (tableau.feuille !== feuille) return true;
      const rect = suivre(tableau.rect);
      if (rect) tableau.rect = rect;
      return rect !== null;
    });
    const validations = feuille.validations.filter((validation) => {
      const rect = suivre(validation.rect);
      if (rect) validation.rect = rect;
      return rect !== null;
    });
    feuille.validations.splice(0, feuille.validations.length, ...validations);
    feuille.fusions.splice(
      0,
      feuille.fusions.length,
      ...feuille.fusions.flatMap((rect) => suivre(rect) ?? []),
    );
    const masquees = enLignes ? feuille.lignesMasquees : feuille.colonnesMasquees;
    const suivies = [...masquees].flatMap(
      (indice) => suivre({ ...UNE, [geste.sens]: indice })?.[geste.sens] ?? [],
    );
    masquees.clear();
    for (const indice of suivies) masquees.add(indice);
    feuille.presentations.deplacer(suivre);
    const entieres = enLignes
      ? { ligne: debut, colonne: 0, lignes: nombre, colonnes: COLONNES_MAX }
      : { ligne: 0, colonne: debut, lignes: LIGNES_MAX, colonnes: nombre };
    hote.classeur.deplacementVu({ feuille, rect: entieres }, geste.changement);
    void hote.actualiser();
  });
}
