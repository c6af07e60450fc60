/** Montrer une cellule à l'agent. */
import { ErreurClasseur } from '../../dossier/formes/erreurs';
import type { Cellule } from './port';

export async function allerA(
  contexte: Excel.RequestContext,
  { feuille, ligne, colonne }: Cellule,
): Promise<void> {
  const cible = contexte.workbook.worksheets.getItemOrNullObject(feuille);
  cible.load('visibility');
  await contexte.sync();
  if (cible.isNullObject)
    throw new ErreurClasseur(`La feuille « ${feuille} » n’existe plus dans ce classeur.`);
  if (cible.visibility !== 'Visible') {
    throw new ErreurClasseur(
      `La feuille « ${feuille} » est masquée : l’afficher (clic droit sur un onglet, Afficher), puis recommencer.`,
    );
  }
  cible.activate();
  cible.getCell(ligne - 1, colonne - 1).select();
  await contexte.sync();
}
