/** Des feuilles de Clas, seules dans leur classeur. */
import type { Examen } from '../../dossier/examiner';
import type { FeuillePlan } from '../../dossier/formes/plan';
import { proprietesDePage } from '../../dossier/restitution/mentions';
import { ecrireClasseur } from '../ecrire';
import type { Ecrit, Sortie } from '../fichiers';

/** Les feuilles, à partir d'un classeur examiné, et le titre du classeur qui les porte. */
export interface Pages {
  readonly titre: string;
  readonly feuilles: (examen: Examen) => readonly FeuillePlan[];
}

export function ecrirePages(
  titre: string,
  feuilles: readonly FeuillePlan[],
  examen: Examen,
  sortie: Sortie,
): Promise<Ecrit> {
  const proprietes = proprietesDePage(titre, examen);
  return ecrireClasseur({ feuilles: [...feuilles], proprietes }, sortie);
}
