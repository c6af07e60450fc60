/** Préparer le classeur, compléter ses paramètres, désigner ce qu'il nomme autrement, régler le contrôle à la frappe. */
import { FEUILLES_AGENT, trouverFeuille, type CleFeuille } from '../dossier/feuilles';
import type { Designations } from '../dossier/lecture/roles';
import { cellulesDuBareme, type ValeursBareme } from '../dossier/restitution/modele/saisieBareme';
import { anneeScolaire } from '../reglement/annee';
import { controleDe, feuillesDe } from './etat';
import type { Noyau } from './noyau';
import { citer } from './phrases';
import { planParametres, planPour, sansFeuilles, valeursParametres, type Identite } from './modele';
import { CLE_DESIGNATIONS, CLE_SUIVI, designationsTenues, suiviDOffice } from './reglages';

export function gestesClasseur(noyau: Noyau) {
  const { port, emettre, faire, relire, relirePourEcrire, veille } = noyau;

  const designees = (): Partial<Record<CleFeuille, string>> => {
    const { designations, situation } = noyau.etat();
    return designationsTenues(designations, feuillesDe(situation)).feuilles ?? {};
  };
  const feuilleParametres = (): string | undefined => {
    const noms = feuillesDe(noyau.etat().situation).map((nom) => ({ nom }));
    return trouverFeuille(noms, 'parametres', designees().parametres)?.nom;
  };

  /** Une feuille Paramètres qui existait n'est pas touchée : la Caf et l'année choisies n'y sont pas, il faut le dire. */
  function parametresGardes(creees: readonly string[]): string[] {
    const feuille = feuilleParametres();
    if (feuille === undefined || creees.includes(feuille)) return [];
    const lus = controleDe(noyau.etat())?.examen.lecture.parametres;
    const valeurs = lus && ` (Caf ${lus.caf ?? 'à renseigner'}, ${anneeScolaire(lus.annee)})`;
    return [`La feuille « ${feuille} » existait : elle garde ses valeurs${valeurs ?? ''}.`];
  }

  /** Là où l'agent va saisir : le premier projet. */
  async function ouSaisir(): Promise<void> {
    const projets = controleDe(noyau.etat())?.examen.lecture.projets;
    if (projets) await port.allerA({ feuille: projets.feuille.nom, ligne: 2, colonne: 1 });
  }

  return {
    preparer: (identite: Identite): Promise<boolean> =>
      faire('Préparation du classeur…', async () => {
        const plan = sansFeuilles(planPour(identite), designees());
        const creees = await port.creerFeuilles(plan);
        await relire();
        await ouSaisir();
        const masquees = plan.feuilles.filter(({ masquee }) => masquee === true).map(({ nom }) => nom);
        return [
          `Classeur prêt : ${citer(creees.filter((nom) => !masquees.includes(nom)))}.`,
          'Saisir les projets dans la feuille « Projets ».',
          ...parametresGardes(creees),
        ].join(' ');
      }),

    /** Complète la feuille Paramètres, ou la crée sans toucher au reste. */
    ecrireParametres: (identite: Identite): Promise<boolean> =>
      faire('Écriture des paramètres…', async () => {
        const feuille = feuilleParametres();
        const texte = `La feuille « ${feuille ?? FEUILLES_AGENT.parametres} » est complétée.`;
        if (feuille === undefined) {
          await port.creerFeuilles(planParametres(identite));
          await relire();
          return texte;
        }
        emettre({
          type: 'corrige',
          inverse: await port.ecrireParametres(feuille, valeursParametres(identite)),
        });
        await relire();
        return { texte: `${texte} « Annuler » rend ses valeurs d’avant.`, annulable: true };
      }),

    /** Écrit le barème saisi dans la feuille Paramètres, à la ligne de l'année. */
    saisirBareme: (annee: number, valeurs: ValeursBareme): Promise<boolean> =>
      faire('Écriture du barème…', async () => {
        await relirePourEcrire();
        const { feuilles, dates1904 } = noyau.classeur();
        const parametres = trouverFeuille(feuilles, 'parametres', designees().parametres);
        if (!parametres) return null;
        const cellules = cellulesDuBareme(parametres, dates1904, annee, valeurs);
        emettre({ type: 'corrige', inverse: await port.corriger(cellules) });
        await relire();
        return {
          texte: `Le barème ${anneeScolaire(annee)} est écrit dans la feuille « ${parametres.nom} ». « Annuler » rend ses valeurs d’avant.`,
          annulable: true,
        };
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
        await port.ecrireReglage(
          CLE_SUIVI,
          suivi === suiviDOffice(port.capacites()) ? null : suivi ? 'oui' : 'non',
        );
        emettre({ type: 'reglages', designations: noyau.etat().designations, suivi });
        await veille.regler(suivi);
        // ce qui a changé sans qu'on écoute
        if (suivi) await relire();
        return suivi ? 'Contrôle à la frappe en marche.' : 'Contrôle à la frappe arrêté.';
      }),
  };
}
