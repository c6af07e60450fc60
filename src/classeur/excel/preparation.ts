/** Les feuilles d'un classeur préparé qui manquent à celui de l'agent. Une feuille présente n'est jamais touchée. */
import { FEUILLES_AGENT, trouverFeuille, type CleFeuille } from '../../dossier/feuilles';
import type { FeuillePlan } from '../../dossier/formes/plan';
import { normaliser } from '../../valeurs/texte';
import { codeExcel, estPassager, lieuExcel } from './erreurs';
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

/** Une feuille à moitié créée ne serait plus jamais complétée : l'échec retire celles qui viennent d'être ajoutées. */
export async function retirerAjoutees(
  contexte: Excel.RequestContext,
  ajoutees: readonly FeuillePlan[],
  cause: unknown,
): Promise<void> {
  // une feuille que quelqu'un vient de créer n'est pas à nous ; un nom de tableau déjà pris, lui, laisse les nôtres
  const dUnAutre = codeExcel(cause) === 'ItemAlreadyExists' && /^Worksheet/.test(lieuExcel(cause));
  if (ajoutees.length === 0 || estPassager(cause) || dUnAutre) return;
  for (const { nom } of ajoutees) contexte.workbook.worksheets.getItemOrNullObject(nom).delete();
  await contexte.sync();
}
