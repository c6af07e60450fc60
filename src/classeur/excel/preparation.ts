/** Les feuilles d'un classeur préparé qui manquent à celui de l'agent. Une feuille présente n'est jamais touchée. */
import { FEUILLES_AGENT, trouverFeuille, type CleFeuille } from '../../dossier/feuilles';
import type { FeuillePlan } from '../../dossier/formes/plan';
import { normaliser } from '../../valeurs/texte';
import type { EtatClasseur } from './etat';

const CLES = new Map(
  Object.entries(FEUILLES_AGENT).map(([cle, nom]) => [normaliser(nom), cle as CleFeuille]),
);

/** « Fiches projets » tient lieu de « Projets » : la recréer ferait deux sources pour les mêmes données. */
export function absentes(plans: readonly FeuillePlan[], { feuilles }: EtatClasseur): FeuillePlan[] {
  return plans.filter(({ nom }) => {
    const cle = CLES.get(normaliser(nom));
    if (cle !== undefined) return trouverFeuille(feuilles, cle) === undefined;
    return !feuilles.some((feuille) => normaliser(feuille.nom) === normaliser(nom));
  });
}
