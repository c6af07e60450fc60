/** Les commandes qui écrivent des pages pour d'autres : tableau de bord et comité, fiches. */
import type { ClasseurPlan, FeuillePlan } from '../../dossier/formes/plan';
import type { Examen } from '../../dossier/examiner';
import { planComite } from '../../dossier/restitution/sorties/planComite';
import { planFiches } from '../../dossier/restitution/sorties/planFiche';
import { planPaiements } from '../../dossier/restitution/sorties/planPaiements';
import { planTableauDeBord } from '../../dossier/restitution/sorties/planTableauDeBord';
import { anneeScolaire } from '../../reglement/annee';
import type { Commande } from '../commande';
import { ecrireClasseur, resumeEcrit } from '../ecrire';
import { ErreurUsage } from '../erreurs';
import { examinerFichier, OPTIONS_EXAMEN } from '../examen';
import { preparerSortie } from '../fichiers';
import { enTete } from '../resume/enTete';

const ecrirePages = (role: string, titre: string, plans: (examen: Examen) => FeuillePlan[]): Commande => ({
  role,
  fichiers: 'un',
  obligatoires: ['sortie'],
  facultatives: OPTIONS_EXAMEN,
  executer: async (demande) => {
    const sortie = demande.valeurs.sortie ?? '';
    const reel = preparerSortie(sortie, demande.fichiers);
    const examen = await examinerFichier(demande);
    const feuilles = plans(examen);
    if (feuilles.length === 0)
      throw new ErreurUsage('Le classeur n’a aucun projet : il n’y a rien à écrire.');
    const annee = anneeScolaire(examen.lecture.parametres.annee);
    const plan: ClasseurPlan = {
      feuilles,
      proprietes: {
        titre: `${titre} — Clas ${annee}`,
        sujet: `Contrats locaux d’accompagnement à la scolarité, ${annee}`,
        auteur: examen.lecture.parametres.nomCaf ?? 'Clas',
      },
    };
    const ecrit = await ecrireClasseur(plan, sortie, reel);
    return {
      code: examen.valide ? 0 : 1,
      json: () => ({ fichier: sortie, feuilles: feuilles.map(({ nom }) => nom) }),
      resume: (ecran) =>
        [enTete(demande.fichiers[0] ?? '', examen, ecran), resumeEcrit(ecrit, ecran)].join('\n\n'),
      ...(!examen.valide && {
        motif: 'Chiffres provisoires : des anomalies bloquantes sont à corriger (clas verifier les liste).',
      }),
    };
  },
});

export const tableau = ecrirePages(
  'le tableau de bord (graphiques d’Excel), la page du comité et celle des paiements',
  'Tableau de bord',
  (examen) =>
    examen.calculs.length === 0 ? [] : [planTableauDeBord(examen), planComite(examen), planPaiements(examen)],
);

export const fiches = ecrirePages('une fiche à imprimer par dossier', 'Fiches', (examen) =>
  planFiches(examen),
);
