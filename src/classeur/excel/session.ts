/** Le seul endroit qui ouvre une conversation avec Excel : saisie attendue, débit respecté, erreurs en français. */
import { saitGrouper } from './capacites';
import { codeExcel, traduire } from './erreurs';

/** Attentes avant de redemander quand Excel limite le débit (ms) ; au-delà, la phrase. */
const ATTENTES = [300, 1_200];

const patienter = (ms: number): Promise<void> => new Promise((reprendre) => void setTimeout(reprendre, ms));

export type Operation<T> = (contexte: Excel.RequestContext) => Promise<T>;

/**
 * `delayForCellEdit` : Excel attend que l'agent ait fini de taper au lieu de refuser.
 * L'opération peut être rejouée entière : elle doit pouvoir l'être sans dommage.
 */
export const dansExcel = <T>(operation: Operation<T>): Promise<T> => converser(operation, false);

/** De même, en ne laissant à Ctrl+Z qu'une étape pour toute l'opération, quand Excel sait les réunir. */
export const enUneEtape = <T>(operation: Operation<T>): Promise<T> => converser(operation, saitGrouper());

async function converser<T>(operation: Operation<T>, grouper: boolean): Promise<T> {
  let mergeUndoGroup = grouper;
  for (let essai = 0; ;) {
    try {
      return await Excel.run(
        { delayForCellEdit: true, ...(mergeUndoGroup && { mergeUndoGroup }) },
        operation,
      );
    } catch (erreur) {
      if (mergeUndoGroup && codeExcel(erreur) === 'UndoNotSupported') {
        // une action que cet Excel ne sait pas défaire : autant d'étapes que d'échanges
        mergeUndoGroup = false;
        continue;
      }
      const attente = ATTENTES[essai];
      if (codeExcel(erreur) !== 'ActivityLimitReached' || attente === undefined) throw traduire(erreur);
      essai += 1;
      await patienter(attente);
    }
  }
}

/** Hors d'une conversation (ouverture d'un classeur) : seule l'erreur est à traduire. */
export async function enFrancais<T>(action: () => T | Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (erreur) {
    throw traduire(erreur);
  }
}
