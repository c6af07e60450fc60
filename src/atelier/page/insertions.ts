/** Lignes et colonnes insérées ou supprimées à l'écran : tableaux, règles et fusions de l'hôte suivent leurs cellules. */
import { ICommandService, type IRange } from '@univerjs/core';
import { InsertColMutation, InsertRowMutation, RemoveColMutation, RemoveRowMutation } from '@univerjs/sheets';
import type { Rect } from '../hote/grille/types';
import type { Hote } from '../hote/hote';
import { decaler, type Sens } from './decaler';
import type { GrillePage } from './grille';

const GESTES: Readonly<Record<string, { sens: Sens; signe: 1 | -1 }>> = {
  [InsertRowMutation.id]: { sens: 'ligne', signe: 1 },
  [InsertColMutation.id]: { sens: 'colonne', signe: 1 },
  [RemoveRowMutation.id]: { sens: 'ligne', signe: -1 },
  [RemoveColMutation.id]: { sens: 'colonne', signe: -1 },
};

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
    const suivre = (rect: Rect): Rect | null => decaler(rect, geste.sens, debut, geste.signe * nombre);

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
    const une = { ligne: 0, colonne: 0, lignes: 1, colonnes: 1, [geste.sens]: debut };
    hote.classeur.saisieVue({ feuille, rect: une }, []);
    void hote.actualiser();
  });
}
