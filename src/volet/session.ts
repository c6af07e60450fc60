/**
 * La session du volet : l'état, et tout ce qui touche Excel. Les vues n'appellent que ses gestes ;
 * le port est donné, si bien que les tests et la page d'essai en donnent un autre.
 */
import type { Cellule, Correction, PortExcel } from '../classeur/excel/port';
import type { FeuillePlan } from '../dossier/plan';
import { ErreurClasseur } from '../dossier/erreurs';
import { FEUILLES_AGENT, trouverFeuille } from '../dossier/feuilles';
import type { Officiel } from '../dossier/restitution/blocage';
import type { Designations } from '../dossier/lecture/lire';
import { controler } from './controle';
import {
  ETAT_INITIAL,
  controleDe,
  reduire,
  type Annonce,
  type Controle,
  type Etat,
  type Evenement,
  type Filtre,
  type Onglet,
} from './etat';
import { bilan, pluriel, sansDonnee } from './phrases';
import { CLE_DESIGNATIONS, CLE_SUIVI, lireReglages } from './reglages';
import { creerVeille } from './veille';

export interface OptionsSession {
  readonly port: PortExcel;
  /** Le jour, « AAAA-MM-JJ » : le moteur n'a pas d'horloge. */
  readonly aujourdhui: () => string;
  /** Attente avant de recontrôler après une frappe, en ms. */
  readonly attente?: number;
}

/** Une Caf et son année, choisies pour préparer ou compléter le classeur. */
export interface Identite {
  readonly code: string;
  readonly nom: string;
  readonly annee: number;
}

export type Session = ReturnType<typeof creerSession>;

const IMPREVU =
  'Clas a rencontré un imprévu ; le classeur n’a pas été modifié. Réessayer, ou fermer et rouvrir le volet.';

export function creerSession({ port, aujourdhui, attente = 700 }: OptionsSession) {
  let etat: Etat = ETAT_INITIAL;
  const abonnes = new Set<() => void>();
  const emettre = (evenement: Evenement): void => {
    etat = reduire(etat, evenement);
    for (const prevenir of abonnes) prevenir();
  };
  const dire = (ton: Annonce['ton'], texte: string): void =>
    emettre({ type: 'annonce', annonce: { ton, texte } });

  /** Un geste de l'agent : un seul à la fois ; son échec devient une phrase. */
  async function faire(tache: string, travail: () => Promise<string | null>): Promise<boolean> {
    if (etat.tache !== null) return false;
    emettre({ type: 'debut', tache });
    try {
      await veille.repos();
      const texte = await travail();
      emettre({ type: 'fin', annonce: texte === null ? null : { ton: 'succes', texte } });
      return true;
    } catch (erreur) {
      const connue = erreur instanceof ErreurClasseur;
      if (!connue) console.error(erreur);
      emettre({ type: 'fin', annonce: { ton: 'echec', texte: connue ? erreur.message : IMPREVU } });
      return false;
    }
  }

  async function relire(): Promise<Controle | null> {
    const { situation, formules } = await controler(port, etat.designations, aujourdhui());
    emettre({ type: 'lu', situation, formules });
    return controleDe(etat);
  }

  /** Relit avant d'écrire quoi que ce soit d'officiel : ce qui part est ce que contient le classeur. */
  async function relirePourEcrire(): Promise<Controle> {
    const controle = await relire();
    if (controle === null) throw new ErreurClasseur(sansDonnee(etat.situation));
    return controle;
  }

  /** Rien d'officiel d'un classeur bloqué : la phrase est celle de toutes les portes. */
  async function exiger(objet: Officiel): Promise<Controle> {
    const controle = await relirePourEcrire();
    if (controle.examen.valide) return controle;
    const { phraseBlocage } = await import('./restitution');
    throw new ErreurClasseur(phraseBlocage(controle.examen, objet));
  }

  const ecrireFeuille = (tache: string, plan: () => Promise<FeuillePlan>): Promise<boolean> =>
    faire(tache, async () => {
      const feuille = await plan();
      await port.ecrireFeuilles([feuille]);
      return `La feuille « ${feuille.nom} » est à jour.`;
    });

  const veille = creerVeille({
    port,
    attente,
    surChange: () => emettre({ type: 'change' }),
    recontroler: async () => {
      if (etat.tache !== null) return;
      const avant = controleDe(etat)?.examen.compte;
      await relire();
      const apres = controleDe(etat)?.examen.compte;
      if (apres && JSON.stringify(avant) !== JSON.stringify(apres)) dire('information', bilan(apres));
    },
  });

  async function reglerSuivi(suivi: boolean): Promise<void> {
    emettre({ type: 'reglages', designations: etat.designations, suivi });
    await port.ecrireReglage(CLE_SUIVI, suivi ? null : 'non');
    await (suivi ? veille.commencer() : veille.arreter());
    dire('information', suivi ? 'Contrôle à la frappe en marche.' : 'Contrôle à la frappe arrêté.');
  }

  return {
    aujourdhui,
    etat: (): Etat => etat,
    sabonner: (prevenir: () => void): (() => void) => {
      abonnes.add(prevenir);
      return () => abonnes.delete(prevenir);
    },

    /** Premier regard, sans rien écrire ; rend de quoi tout arrêter. */
    async demarrer(): Promise<() => Promise<void>> {
      emettre({ type: 'reglages', ...lireReglages(port) });
      let arreterSelection: (() => Promise<void>) | undefined;
      await faire('Lecture du classeur…', async () => {
        await relire();
        arreterSelection = await port.surSelection((cellule) => emettre({ type: 'selection', cellule }));
        if (etat.suivi) await veille.commencer();
        return null;
      });
      return async () => {
        await arreterSelection?.();
        await veille.arreter();
      };
    },

    ouvrir: (onglet: Onglet): void => emettre({ type: 'onglet', onglet }),
    filtrer: (filtre: Partial<Filtre>): void => emettre({ type: 'filtre', filtre }),
    dire,

    verifier: (): Promise<boolean> =>
      faire('Contrôle du classeur…', async () => {
        emettre({ type: 'onglet', onglet: 'verifier' });
        const controle = await relirePourEcrire();
        return bilan(controle.examen.compte);
      }),

    allerA: (cellule: Cellule): Promise<boolean> =>
      faire('Déplacement…', async () => {
        await port.allerA(cellule);
        return null;
      }),

    corriger: (corrections: readonly Correction[]): Promise<boolean> =>
      faire('Correction…', async () => {
        emettre({ type: 'corrige', inverse: await port.corriger(corrections) });
        await relire();
        return `${pluriel(corrections.length, 'correction faite', 'corrections faites')}. « Annuler » la défait.`;
      }),

    annuler: (): Promise<boolean> =>
      faire('Annulation…', async () => {
        const [inverse] = etat.annulations;
        if (!inverse) return null;
        await port.corriger(inverse);
        emettre({ type: 'annule' });
        await relire();
        return `${pluriel(inverse.length, 'correction annulée', 'corrections annulées')}.`;
      }),

    colorer: (): Promise<boolean> =>
      faire('Coloration…', async () => {
        const { examen } = await relirePourEcrire();
        const teintes = examen.anomalies.flatMap(({ feuille, ligne, colonne, gravite }) =>
          ligne === null || colonne === null ? [] : [{ feuille, ligne, colonne, gravite }],
        );
        await port.colorer(teintes);
        emettre({ type: 'coloree', coloree: true });
        return `${pluriel(teintes.length, 'cellule colorée', 'cellules colorées')}. « Retirer les couleurs » rend l’aspect d’avant.`;
      }),

    decolorer: (): Promise<boolean> =>
      faire('Retrait des couleurs…', async () => {
        await port.decolorer();
        emettre({ type: 'coloree', coloree: false });
        return 'Couleurs retirées.';
      }),

    ecrireAnomalies: (): Promise<boolean> =>
      ecrireFeuille('Écriture des anomalies…', async () => {
        const { planAnomalies } = await import('./restitution');
        return planAnomalies((await relirePourEcrire()).examen);
      }),

    ecrireCalculs: (): Promise<boolean> =>
      ecrireFeuille('Écriture des calculs…', async () => {
        const { planCalculs } = await import('./restitution');
        return planCalculs((await relirePourEcrire()).examen);
      }),

    remplirRemontee: (): Promise<boolean> =>
      ecrireFeuille('Écriture de la remontée…', async () => {
        const { planRemonteeFeuille } = await import('./restitution');
        return planRemonteeFeuille((await exiger('la feuille')).remontee);
      }),

    ecrireEcritures: (): Promise<boolean> =>
      ecrireFeuille('Écriture des comptes…', async () => {
        const { planEcrituresFeuille } = await import('./restitution');
        return planEcrituresFeuille((await exiger('la feuille')).cloture);
      }),

    genererFichier: (): Promise<boolean> =>
      faire('Préparation du fichier…', async () => {
        emettre({ type: 'onglet', onglet: 'remontee' });
        const { remontee } = await exiger('le fichier de remontée');
        const { faireFichier } = await import('./fichier');
        emettre({ type: 'fichier', fichier: await faireFichier(remontee) });
        return `Le fichier ${remontee.fichier} est prêt : l’enregistrer par l’une des trois voies.`;
      }),

    enregistrerSous: (): Promise<boolean> =>
      faire('Ouverture du fichier…', async () => {
        const { fichier } = etat;
        if (!fichier) return null;
        await port.ouvrirClasseur(fichier.octets);
        return `Un nouveau classeur est ouvert : l’enregistrer sous le nom ${fichier.nom}.`;
      }),

    recalculerFormules: (): Promise<boolean> =>
      faire('Recalcul des formules…', async () => {
        const nombre = await port.recalculerFormules();
        await relire();
        return nombre === 0
          ? 'Aucune formule Clas à recalculer.'
          : `${pluriel(nombre, 'formule Clas recalculée', 'formules Clas recalculées')}.`;
      }),

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
        const { situation, designations } = etat;
        const noms = situation.type === 'inconnue' ? [] : situation.feuilles.map((nom) => ({ nom }));
        if (trouverFeuille(noms, 'parametres', designations.feuilles?.parametres))
          await port.ecrireParametres(valeursParametres(identite));
        else await port.creerFeuilles(planParametres(identite));
        await relire();
        return `La feuille « ${FEUILLES_AGENT.parametres} » est complétée.`;
      }),

    designer: (designations: Designations): Promise<boolean> =>
      faire('Désignation…', async () => {
        await port.ecrireReglage(CLE_DESIGNATIONS, JSON.stringify(designations));
        emettre({ type: 'reglages', designations, suivi: etat.suivi });
        await relire();
        return 'Désignation gardée dans le classeur.';
      }),

    reglerSuivi: (suivi: boolean): Promise<void> =>
      reglerSuivi(suivi).catch((erreur: unknown) =>
        dire('echec', erreur instanceof ErreurClasseur ? erreur.message : IMPREVU),
      ),
  };
}
