/** Des feuilles de Clas, seules dans leur classeur. */
import type { Examen } from '../../dossier/examiner';
import type { FeuillePlan } from '../../dossier/formes/plan';
import { anneeScolaire } from '../../reglement/annee';
import { ecrireClasseur, type Ecrit } from '../ecrire';

/** Les feuilles, à partir d'un classeur examiné, et le titre du classeur qui les porte. */
export interface Pages {
  readonly titre: string;
  readonly feuilles: (examen: Examen) => readonly FeuillePlan[];
}

/** `sortie` : le chemin que l'agent a écrit ; `reel` : celui que rend `preparerSortie`. */
export function ecrirePages(
  titre: string,
  feuilles: readonly FeuillePlan[],
  { lecture: { parametres } }: Examen,
  sortie: string,
  reel: string,
): Promise<Ecrit> {
  const annee = anneeScolaire(parametres.annee);
  const proprietes = {
    titre: `${titre} — Clas ${annee}`,
    sujet: `Contrats locaux d’accompagnement à la scolarité, ${annee}`,
    auteur: parametres.nomCaf ?? 'Clas',
  };
  return ecrireClasseur({ feuilles: [...feuilles], proprietes }, sortie, reel);
}
