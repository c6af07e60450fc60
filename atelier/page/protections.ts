/** Protections : du fichier à l'hôte, et ce que l'agent, lui aussi, ne peut changer à l'écran. */
import { CustomCommandExecutionError, ICommandService } from '@univerjs/core';
import { SetRangeValuesMutation, type ISetRangeValuesMutationParams } from '@univerjs/sheets';
import { IEditorBridgeService, SetCellEditVisibleOperation } from '@univerjs/sheets-ui';
import type { CellStyle, FeuilleComplete, ModeleComplet } from '../../src/classeur/xlsx/complet';
import type { Classeur } from '../hote/classeur/classeur';
import { exigerEcriture } from '../hote/classeur/ecriture';
import { ErreurOffice } from '../hote/classeur/erreurs';
import type { FeuilleHote, Json } from '../hote/classeur/modele';
import type { Rect } from '../hote/grille/types';
import { rectDe } from '../hote/grille/univerCellules';
import type { Hote } from '../hote/hote';
import type { GrillePage } from './grille';

/** doc : excel/excel.worksheetprotectionoptions ; le fichier dit « formatCells », Office « allowFormatCells ». */
function options({ protection }: FeuilleComplete): { [cle: string]: Json } {
  const { password: _, sheet: __, objects, scenarios, ...permises } = protection ?? {};
  const majuscule = (cle: string): string => cle.charAt(0).toUpperCase() + cle.slice(1);
  return {
    ...Object.fromEntries(
      Object.entries(permises).map(([cle, permis]) => [`allow${majuscule(cle)}`, permis]),
    ),
    allowEditObjects: objects !== true,
    allowEditScenarios: scenarios !== true,
  };
}

/** Les mots de passe, que la bibliothèque ne lit pas, ne sont pas demandés. */
export function protegerFeuille(feuille: FeuilleHote, complete: FeuilleComplete): void {
  if (complete.protection?.sheet === true)
    feuille.protection = { options: options(complete), motDePasse: null };
}

export function protegerStructure(classeur: Classeur, { workbookProtection }: ModeleComplet): void {
  if (workbookProtection?.lockStructure === true) classeur.structure = { motDePasse: null };
}

/** Une cellule est verrouillée, sauf style contraire. */
export const estDeverrouillee = ({ protection }: CellStyle): boolean => protection?.locked === false;

/** Une saisie refusée, et de quoi lever ce qui la refuse : l'atelier n'a pas d'onglet Révision. */
export type SurProtegee = (phrase: string, oter: () => void) => void;

/** Excel refuse d'ouvrir la saisie d'une cellule verrouillée, et tout ce qui la changerait (coller, effacer). */
export function refuserVerrouillees(hote: Hote, grille: GrillePage, surProtegee: SurProtegee): void {
  const injecteur = grille.moteurUniver.__getInjector();
  const refuser = (id: string | undefined, rect: Rect | null): void => {
    const feuille = hote.classeur.feuilles.find((f) => f.id === id);
    if (!feuille || !rect) return;
    try {
      exigerEcriture({ feuille, rect });
    } catch (erreur) {
      if (!(erreur instanceof ErreurOffice)) throw erreur;
      const phrase = `Cette cellule est verrouillée, et la feuille « ${feuille.nom} » protégée.`;
      surProtegee(phrase, () => (feuille.protection = null));
      throw new CustomCommandExecutionError(phrase);
    }
  };
  injecteur.get(ICommandService).beforeCommandExecuted(({ id, params }, suite) => {
    if (id === SetCellEditVisibleOperation.id && (params as { visible: boolean }).visible) {
      const { sheetId, row, column } = injecteur.get(IEditorBridgeService).getEditLocation() ?? {};
      if (row !== undefined && column !== undefined)
        refuser(sheetId, { ligne: row, colonne: column, lignes: 1, colonnes: 1 });
    }
    const calcul = (suite as { fromFormula?: boolean } | undefined)?.fromFormula === true;
    if (id !== SetRangeValuesMutation.id || calcul || grille.anous) return;
    const saisis = params as ISetRangeValuesMutationParams;
    refuser(saisis.subUnitId, rectDe(saisis));
  });
}
