/** Les gestes de l'agent sur les onglets, et ce qu'il masque, passent par l'hôte : le volet voit ce que montre l'écran. */
import { ICommandService } from '@univerjs/core';
import {
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  type ISetColHiddenMutationParams,
  type ISetRowHiddenMutationParams,
} from '@univerjs/sheets';
import type { FeuilleHote } from '../hote/classeur/modele';
import type { Hote } from '../hote/hote';
import type { GrillePage } from './grille';

export function suivreFeuilles(hote: Hote, grille: GrillePage): void {
  const { ecran } = grille;
  const { classeur } = hote;
  const trouver = (id: string): FeuilleHote | undefined =>
    classeur.feuilles.find((feuille) => feuille.id === id);

  ecran.addEvent(ecran.Event.BeforeSheetCreate, (evenement) => {
    evenement.cancel = true;
    if (classeur.structure) return;
    classeur.activer(classeur.ajouterFeuille(null, 'agent'), 'agent');
  });
  ecran.addEvent(ecran.Event.BeforeSheetDelete, (evenement) => {
    evenement.cancel = true;
    if (classeur.structure) return;
    const feuille = trouver(evenement.worksheet.getSheetId());
    if (feuille) classeur.supprimerFeuille(feuille, 'agent');
  });
  ecran.addEvent(ecran.Event.SheetNameChanged, ({ worksheet, newName }) => {
    const feuille = trouver(worksheet.getSheetId());
    if (feuille) feuille.nom = newName;
  });
  ecran.addEvent(ecran.Event.SheetMoved, () => {
    const ordre =
      ecran
        .getActiveWorkbook()
        ?.getSheets()
        .map((feuille) => feuille.getSheetId()) ?? [];
    classeur.feuilles.sort((a, b) => ordre.indexOf(a.id) - ordre.indexOf(b.id));
  });
  ecran.addEvent(ecran.Event.SheetHideChanged, ({ worksheet }) => {
    const feuille = trouver(worksheet.getSheetId());
    if (feuille && feuille.visibilite !== 'VeryHidden')
      feuille.visibilite = worksheet.isSheetHidden() ? 'Hidden' : 'Visible';
  });
  ecran.addEvent(ecran.Event.ActiveSheetChanged, ({ activeSheet }) => {
    const feuille = trouver(activeSheet.getSheetId());
    if (feuille && feuille !== classeur.active) classeur.activer(feuille, 'agent');
  });
}

type Masquage = ISetRowHiddenMutationParams | ISetColHiddenMutationParams;

/** Lignes et colonnes masquées ou montrées à l'écran, par un geste ou par son annulation. */
export function suivreMasquages(hote: Hote, { moteurUniver }: GrillePage): void {
  moteurUniver
    .__getInjector()
    .get(ICommandService)
    .onCommandExecuted(({ id, params }) => {
      const enLignes = id === SetRowHiddenMutation.id || id === SetRowVisibleMutation.id;
      if (!enLignes && id !== SetColHiddenMutation.id && id !== SetColVisibleMutation.id) return;
      const { subUnitId, ranges } = params as Masquage;
      const feuille = hote.classeur.feuilles.find((f) => f.id === subUnitId);
      if (!feuille) return;
      const masquees = enLignes ? feuille.lignesMasquees : feuille.colonnesMasquees;
      const cachent = id === SetRowHiddenMutation.id || id === SetColHiddenMutation.id;
      for (const { startRow, endRow, startColumn, endColumn } of ranges) {
        const [debut, fin] = enLignes ? [startRow, endRow] : [startColumn, endColumn];
        for (let i = debut; i <= fin; i += 1)
          if (cachent) masquees.add(i);
          else masquees.delete(i);
      }
    });
}
