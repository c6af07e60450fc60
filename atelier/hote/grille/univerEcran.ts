import type { ICommandService } from '@univerjs/core';
import {
  SetRangeValuesMutation,
  SetSelectionsOperation,
  type ISetRangeValuesMutationParams,
  type ISetSelectionsOperationParams,
} from '@univerjs/sheets';
import { rectDe, rectDePlage } from './univerCellules';
import type { Cellule, Rect, Saisie } from './types';

export interface Observateur {
  /** Vrai pendant les écritures de l'hôte lui-même. */
  anous(): boolean;
  lire(feuille: string, rect: Rect): Cellule[][];
}

/** Les frappes de l'agent à l'écran : ni nos écritures, ni les résultats de formules. */
export function suivreSaisies(
  commandes: ICommandService,
  observateur: Observateur,
  ecouteur: (saisie: Saisie) => void,
): void {
  let avant: Saisie['avant'] = [];
  const params = (
    id: string,
    recus: object | undefined,
    options: unknown,
  ): ISetRangeValuesMutationParams | null => {
    const formule = (options as { fromFormula?: boolean } | undefined)?.fromFormula === true;
    if (id !== SetRangeValuesMutation.id || observateur.anous() || formule) return null;
    return recus as ISetRangeValuesMutationParams;
  };
  commandes.beforeCommandExecuted((commande, options) => {
    const saisis = params(commande.id, commande.params, options);
    const rect = saisis && rectDe(saisis);
    if (rect) avant = rect.lignes * rect.colonnes === 1 ? observateur.lire(saisis.subUnitId, rect) : [];
  });
  commandes.onCommandExecuted((commande, options) => {
    const saisis = params(commande.id, commande.params, options);
    const rect = saisis && rectDe(saisis);
    if (rect) ecouteur({ feuille: saisis.subUnitId, rect, avant });
  });
}

export function suivreSelections(
  commandes: ICommandService,
  anous: () => boolean,
  ecouteur: (feuille: string, rect: Rect) => void,
): void {
  commandes.onCommandExecuted(({ id, params }) => {
    if (id !== SetSelectionsOperation.id || anous()) return;
    const { subUnitId, selections } = params as ISetSelectionsOperationParams;
    const plage = selections[0]?.range;
    if (plage) ecouteur(subUnitId, rectDePlage(plage));
  });
}
