/**
 * La phrase d'une fonction en erreur, que l'infobulle d'Excel montre : un triangle dans le coin de la cellule, la phrase
 * au survol, et, la cellule choisie, dans la ligne d'état, où le clavier et un lecteur d'écran la trouvent.
 */
import { ICommandService, InterceptorEffectEnum } from '@univerjs/core';
import { SetFormulaCalculationResultMutation } from '@univerjs/engine-formula';
import { INTERCEPTOR_POINT, SetSelectionsOperation, SheetInterceptorService } from '@univerjs/sheets';
import { CellAlertManagerService, CellAlertType, HoverManagerService } from '@univerjs/sheets-ui';
import { DEVANT } from './affichage';
import { adresse } from '../hote/grille/adresses';
import type { GrillePage } from './grille';

const CLE = 'clas-erreur';
const TRIANGLE = { tl: { size: 7, color: '#107c41' } };

export function expliquerErreurs(grille: GrillePage, dire: (phrase: string | null) => void): void {
  const injecteur = grille.moteurUniver.__getInjector();
  marquer(grille);

  const alertes = injecteur.get(CellAlertManagerService);
  injecteur.get(HoverManagerService).currentCell$.subscribe((survolee) => {
    alertes.removeAlert(CLE);
    if (!survolee) return;
    const { location } = survolee;
    const message = grille.message(location.subUnitId, location.row, location.col);
    if (message === undefined) return;
    alertes.showAlert({
      type: CellAlertType.ERROR,
      title: 'Erreur de formule',
      message,
      location,
      width: 260,
      height: 90,
      key: CLE,
    });
  });

  let dite: string | null = null;
  injecteur.get(ICommandService).onCommandExecuted(({ id }) => {
    if (id !== SetSelectionsOperation.id && id !== SetFormulaCalculationResultMutation.id) return;
    const choisie = phraseChoisie(grille);
    if (choisie !== dite) dire((dite = choisie));
  });
}

function marquer(grille: GrillePage): void {
  const service = grille.moteurUniver.__getInjector().get(SheetInterceptorService);
  service.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    priority: DEVANT,
    effect: InterceptorEffectEnum.Style,
    handler: (cellule, { subUnitId, row, col }, suivant) => {
      const expliquee =
        typeof cellule?.v === 'string' &&
        cellule.v.startsWith('#') &&
        grille.message(subUnitId, row, col) !== undefined;
      return suivant(expliquee ? { ...cellule, markers: { ...cellule.markers, ...TRIANGLE } } : cellule);
    },
  });
}

function phraseChoisie(grille: GrillePage): string | null {
  const plage = grille.ecran.getActiveWorkbook()?.getActiveRange();
  if (!plage) return null;
  const [ligne, colonne] = [plage.getRow(), plage.getColumn()];
  const message = grille.message(plage.getSheetId(), ligne, colonne);
  return message === undefined ? null : `${adresse({ ligne, colonne, lignes: 1, colonnes: 1 })} : ${message}`;
}
