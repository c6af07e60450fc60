/** Le classeur que le volet prépare ou complète, pour la Caf et l'année choisies. */
import type { ClasseurPlan } from '../dossier/formes/plan';
import { FEUILLES_AGENT, trouverFeuille, type CleFeuille } from '../dossier/feuilles';
import { anneeScolaire } from '../reglement/annee';
import { planModele } from '../dossier/restitution/modele/preparer';

const CLES_DONNEES = ['projets', 'collectifs', 'versements', 'bonusVerses'] as const;

/** Une Caf et son année, choisies pour préparer ou compléter le classeur. */
export interface Identite {
  readonly code: string;
  readonly nom: string;
  readonly annee: number;
}

/** Le classeur modèle d'une Caf et d'une année. */
export const planPour = ({ annee, code, nom }: Identite): ClasseurPlan =>
  planModele({ annee, caf: code, nomCaf: nom });

/**
 * Une feuille désignée tient lieu de celle du modèle : la créer ferait deux sources pour les mêmes données. Sauf
 * Paramètres, que citent les formules du modèle.
 */
export function sansFeuilles(
  plan: ClasseurPlan,
  designees: Partial<Record<CleFeuille, string>>,
): ClasseurPlan {
  const tenues = CLES_DONNEES.filter((cle) => designees[cle] !== undefined);
  const noms: readonly string[] = tenues.map((cle) => FEUILLES_AGENT[cle]);
  return { ...plan, feuilles: plan.feuilles.filter(({ nom }) => !noms.includes(nom)) };
}

/** Du modèle, la feuille Paramètres et ce dont ses listes ont besoin : les feuilles masquées. */
export function planParametres(identite: Identite): ClasseurPlan {
  const plan = planPour(identite);
  const parametres = trouverFeuille(plan.feuilles, 'parametres');
  return { ...plan, feuilles: plan.feuilles.filter((f) => f === parametres || f.masquee === true) };
}

/** Les mêmes valeurs, pour une feuille Paramètres qui existe. */
export const valeursParametres = ({ annee, code, nom }: Identite): Readonly<Record<string, string>> => ({
  Caf: code,
  'Nom de la Caf': nom,
  'Année scolaire': anneeScolaire(annee),
});
