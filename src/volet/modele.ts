/** Le classeur que le volet prépare ou complète, pour la Caf et l'année choisies. */
import type { ClasseurPlan } from '../dossier/formes/plan';
import { FEUILLES_AGENT, trouverFeuille, type CleFeuille } from '../dossier/feuilles';
import { ErreurClasseur } from '../dossier/formes/erreurs';
import type { Parametres } from '../dossier/lecture/parametres';
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

/** D'un modèle, une feuille et ce dont ses listes ont besoin : les feuilles masquées. */
function seule(plan: ClasseurPlan, cle: CleFeuille): ClasseurPlan {
  const voulue = trouverFeuille(plan.feuilles, cle);
  return { ...plan, feuilles: plan.feuilles.filter((f) => f === voulue || f.masquee === true) };
}

export const planParametres = (identite: Identite): ClasseurPlan => seule(planPour(identite), 'parametres');

/** Le journal des versements. @throws ErreurClasseur quand la Caf n'est pas connue */
export function planJournal({ annee, caf, nomCaf }: Parametres): ClasseurPlan {
  if (caf === null) throw new ErreurClasseur('Caf non renseignée : la saisir dans la feuille Paramètres.');
  return seule(planModele({ annee, caf, nomCaf: nomCaf ?? undefined }), 'versements');
}

/** Les mêmes valeurs, pour une feuille Paramètres qui existe. */
export const valeursParametres = ({ annee, code, nom }: Identite): Readonly<Record<string, string>> => ({
  Caf: code,
  'Nom de la Caf': nom,
  'Année scolaire': anneeScolaire(annee),
});
