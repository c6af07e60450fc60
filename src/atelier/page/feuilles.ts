/** Les gestes de l'agent sur les onglets de la grille passent par l'hôte : le volet voit les mêmes feuilles que l'écran. */
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
    classeur.activer(classeur.ajouterFeuille(null, 'agent'), 'agent');
  });
  ecran.addEvent(ecran.Event.BeforeSheetDelete, (evenement) => {
    evenement.cancel = true;
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
