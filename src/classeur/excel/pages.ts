/**
 * Les pages que Clas fait pour d'autres (tableau de bord, comité, paiements), dans le classeur de l'agent et à sa demande.
 * Leurs noms ne sont pas réservés : une feuille de ce nom qui ne porte pas la mention de Clas est à lui, et le reste.
 */
import { adresseDe } from '../../dossier/formes/adresses';
import { ErreurClasseur } from '../../dossier/formes/erreurs';
import { estPage, MENTION } from '../../dossier/feuilles';
import type { FeuillePlan } from '../../dossier/formes/plan';
import { ecrirePlans } from './ecriture';
import { lireEtat } from './etat';
import { estGraphiqueDeClas } from './graphiques';
import { retirerAjoutees } from './preparation';

/** Trois échanges : ce qu'il y a, à qui c'est, l'écriture. */
export async function ecrirePages(
  contexte: Excel.RequestContext,
  plans: readonly FeuillePlan[],
): Promise<void> {
  const etat = await lireEtat(contexte);
  const noms = new Set(etat.feuilles.map(({ nom }) => nom.toLowerCase()));
  const presentes = plans
    .filter(({ nom }) => noms.has(nom.toLowerCase()))
    .map(({ nom }) => {
      const feuille = contexte.workbook.worksheets.getItem(nom);
      const mention = feuille.getRange(adresseDe(MENTION.ligne, MENTION.colonne)).load('values');
      feuille.charts.load('items/name');
      return { nom, mention, graphiques: feuille.charts };
    });
  if (presentes.length > 0) await contexte.sync();
  for (const { nom, mention } of presentes)
    if (!estPage(nom, mention.values[0]?.[0]))
      throw new ErreurClasseur(
        `La feuille « ${nom} » n’est pas de Clas, qui n’y écrit pas : la renommer, puis recommencer.`,
      );
  const anciens = presentes.flatMap(({ graphiques }) =>
    graphiques.items.filter(({ name }) => estGraphiqueDeClas(name)),
  );
  const ajoutees = plans.filter(({ nom }) => !noms.has(nom.toLowerCase()));
  try {
    await ecrirePlans(contexte, plans, etat, { anciens });
  } catch (erreur) {
    await retirerAjoutees(contexte, ajoutees, erreur);
    throw erreur;
  }
}
