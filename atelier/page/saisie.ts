/** La saisie dans la grille : ce que l'hôte en sait, les listes qui ne la coupent pas, ce qu'elle a changé. */
import { ICommandService } from '@univerjs/core';
import { DeviceInputEventType } from '@univerjs/preset-sheets-core';
import { SetWorksheetRowAutoHeightMutation } from '@univerjs/sheets';
import {
  IEditorBridgeService,
  ISheetCellDropdownManagerService,
  SetCellEditVisibleOperation,
} from '@univerjs/sheets-ui';
import type { Hote } from '../hote/hote';
import type { GrillePage } from './grille';

/** Tant que l'agent tape, Excel fait attendre le complément : la valeur tapée n'est pas encore dans le classeur. */
export function suivreSaisie(hote: Hote, { moteurUniver }: GrillePage): void {
  const saisie = moteurUniver.__getInjector().get(IEditorBridgeService);
  saisie.visible$.subscribe(({ visible }) => {
    if (visible) hote.commencerEdition();
    // Univer écrit la valeur en rangeant sa zone de frappe, qui peut déjà resservir à la cellule suivante.
    else
      setTimeout(() => {
        if (!saisie.isVisible().visible) hote.finirEdition();
      }, 0);
  });
}

/** Actionner le ruban valide ce qui se tape, sans quitter la cellule, comme dans Excel pour le web. */
export async function validerSaisie({ moteurUniver }: GrillePage): Promise<void> {
  const injecteur = moteurUniver.__getInjector();
  const { visible, unitId } = injecteur.get(IEditorBridgeService).isVisible();
  if (!visible) return;
  const ranger = { visible: false, eventType: DeviceInputEventType.PointerDown, unitId };
  await injecteur.get(ICommandService).executeCommand(SetCellEditVisibleOperation.id, ranger);
  await new Promise((suite) => setTimeout(suite, 0));
}

/** Univer ouvre la liste dès qu'on tape, et elle prend le clavier ; dans Excel, elle ne s'ouvre qu'à sa flèche. */
export function ouvrirListesParLaFleche({ moteurUniver }: GrillePage): void {
  const injecteur = moteurUniver.__getInjector();
  const saisie = injecteur.get(IEditorBridgeService);
  const listes = injecteur.get(ISheetCellDropdownManagerService);
  const ouvrir = listes.showDropdown.bind(listes);
  listes.showDropdown = (demande) =>
    saisie.isVisible().visible ? { dispose: () => undefined } : ouvrir(demande);
}

/** Univer ajuste de lui-même la hauteur des lignes au texte. */
const DE_LUI_MEME = SetWorksheetRowAutoHeightMutation.id;

/** Tout ce qui change le classeur, par l'agent ou par le volet ; ni les résultats de formules, ni la zone de frappe. */
export function suivreModifications({ moteurUniver, ecran }: GrillePage, noter: () => void): void {
  const unite = ecran.getActiveWorkbook()?.getId();
  moteurUniver
    .__getInjector()
    .get(ICommandService)
    .onMutationExecutedForCollab(({ id, params }, options) => {
      const sien = (params as { unitId?: string } | undefined)?.unitId === unite;
      if (sien && options?.onlyLocal !== true && id !== DE_LUI_MEME) noter();
    });
}
