/** Le seul endroit qui ouvre une conversation avec Excel : saisie attendue, débit respecté, erreurs en français. */
import { codeExcel, traduire } from './erreurs';

/** Attentes avant de redemander quand Excel limite le débit (ms) ; au-delà, la phrase. */
const ATTENTES = [300, 1_200];

const patienter = (ms: number): Promise<void> => new Promise((reprendre) => void setTimeout(reprendre, ms));

export type Operation<T> = (contexte: Excel.RequestContext) => Promise<T>;

/**
 * `delayForCellEdit` : Excel attend que l'agent ait fini de taper au lieu de refuser.
 * L'opération peut être rejouée entière : elle doit pouvoir l'être sans dommage.
 */
export async function dansExcel<T>(operation: Operation<T>): Promise<T> {
  for (let essai = 0; ; essai++) {
    try {
      return await Excel.run({ delayForCellEdit: true }, operation);
    } catch (erreur) {
      const attente = ATTENTES[essai];
      if (codeExcel(erreur) !== 'ActivityLimitReached' || attente === undefined) throw traduire(erreur);
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
