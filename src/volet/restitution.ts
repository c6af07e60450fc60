/** Tout ce qui se restitue, chargé à part : le volet s'affiche sans l'attendre. */
import type { ClasseurPlan } from '../dossier/plan';
import { trouverFeuille } from '../dossier/feuilles';
import { anneeScolaire } from '../reglement/annee';
import { planModele } from '../dossier/restitution/preparer';

export { planAnomalies } from '../dossier/restitution/anomalies';
export { phraseBlocage } from '../dossier/restitution/blocage';
export { planCalculs } from '../dossier/restitution/calculs';
export { creerCloture } from '../dossier/restitution/cloture';
export { presenter } from '../dossier/restitution/donnees';
export { planEcrituresFeuille } from '../dossier/restitution/planEcritures';
export { planRemonteeFeuille } from '../dossier/restitution/planRemonteeFeuille';

/** Une Caf et son année, choisies pour préparer ou compléter le classeur. */
export interface Identite {
  readonly code: string;
  readonly nom: string;
  readonly annee: number;
}

/** Le classeur modèle d'une Caf et d'une année. */
export const planPour = ({ annee, code, nom }: Identite): ClasseurPlan =>
  planModele({ annee, caf: code, nomCaf: nom });

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
