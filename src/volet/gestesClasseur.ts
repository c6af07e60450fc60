/** Préparer le classeur, compléter ses paramètres, désigner ce qu'il nomme autrement, régler le contrôle à la frappe. */
import { FEUILLES_AGENT, trouverFeuille } from '../dossier/feuilles';
import type { Designations } from '../dossier/lecture/lire';
import type { Noyau } from './noyau';
import type { Identite } from './restitution';
import { CLE_DESIGNATIONS, CLE_SUIVI } from './reglages';

export function gestesClasseur(noyau: Noyau) {
  const { port, emettre, faire, relire, veille } = noyau;
  return {
    preparer: (identite: Identite): Promise<boolean> =>
      faire('Préparation du classeur…', async () => {
        const { planPour } = await import('./restitution');
        const creees = await port.creerFeuilles(planPour(identite));
        await relire();
        return `Classeur prêt : ${creees.map((nom) => `« ${nom} »`).join(', ')}. Saisir les projets dans la feuille « Projets ».`;
      }),

    /** Complète la feuille Paramètres, ou la crée sans toucher au reste. */
    ecrireParametres: (identite: Identite): Promise<boolean> =>
      faire('Écriture des paramètres…', async () => {
        const { planParametres, valeursParametres } = await import('./restitution');
        const { situation, designations } = noyau.etat();
        const noms = situation.type === 'inconnue' ? [] : situation.feuilles.map((nom) => ({ nom }));
        const feuille = trouverFeuille(noms, 'parametres', designations.feuilles?.parametres);
        if (feuille) await port.ecrireParametres(feuille.nom, valeursParametres(identite));
        else await port.creerFeuilles(planParametres(identite));
        await relire();
        return `La feuille « ${feuille?.nom ?? FEUILLES_AGENT.parametres} » est complétée.`;
      }),

    designer: (designations: Designations): Promise<boolean> =>
      faire('Désignation…', async () => {
        await port.ecrireReglage(CLE_DESIGNATIONS, JSON.stringify(designations));
        emettre({ type: 'reglages', designations, suivi: noyau.etat().suivi });
        await relire();
        return 'Désignation gardée dans le classeur.';
      }),

    reglerSuivi: (suivi: boolean): Promise<boolean> =>
      faire('Réglage…', async () => {
        await port.ecrireReglage(CLE_SUIVI, suivi ? null : 'non');
        emettre({ type: 'reglages', designations: noyau.etat().designations, suivi });
        await (suivi ? veille.commencer() : veille.arreter());
        // ce qui a changé sans qu'on écoute
        if (suivi) await relire();
        return suivi ? 'Contrôle à la frappe en marche.' : 'Contrôle à la frappe arrêté.';
      }),
  };
}
