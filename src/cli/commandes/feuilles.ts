/** Les commandes qui écrivent des pages pour d'autres : tableau de bord et comité, fiches. */
import type { FormeJson } from '../../dossier/restitution/formesJson';
import { AUCUN_PROJET } from '../../dossier/restitution/mentions';
import { planComite } from '../../dossier/restitution/sorties/planComite';
import { planFiches } from '../../dossier/restitution/sorties/planFiche';
import { planPaiements } from '../../dossier/restitution/sorties/planPaiements';
import { planTableauDeBord } from '../../dossier/restitution/sorties/planTableauDeBord';
import type { Commande } from '../commande';
import { resumeEcrit } from '../ecrire';
import { ErreurUsage } from '../erreurs';
import { examinerFichier, OPTIONS_EXAMEN } from '../examen';
import { preparerSortie } from '../fichiers';
import { enTete } from '../resume/enTete';
import { ecrirePages, type Pages } from './pages';

const commandePages = (role: string, { titre, feuilles }: Pages): Commande => ({
  role,
  fichiers: 'un',
  obligatoires: ['sortie'],
  facultatives: OPTIONS_EXAMEN,
  executer: async (demande) => {
    const sortie = preparerSortie(demande.valeurs.sortie ?? '', demande.fichiers);
    const examen = await examinerFichier(demande);
    if (examen.calculs.length === 0) throw new ErreurUsage(AUCUN_PROJET);
    const plans = feuilles(examen);
    const ecrit = await ecrirePages(titre, plans, examen, sortie);
    return {
      code: examen.valide ? 0 : 1,
      json: (): FormeJson<'tableau' | 'fiches'> => ({
        fichier: sortie.chemin,
        feuilles: plans.map(({ nom }) => nom),
      }),
      resume: (ecran) =>
        [enTete(demande.fichiers[0] ?? '', examen, ecran), resumeEcrit(ecrit, ecran)].join('\n\n'),
      ...(!examen.valide && {
        motif: 'Chiffres provisoires : des anomalies bloquantes sont à corriger (clas verifier les liste).',
      }),
    };
  },
});

export const tableau = commandePages(
  'le tableau de bord (graphiques d’Excel), la page du comité et celle des paiements',
  {
    titre: 'Tableau de bord',
    feuilles: (examen) => [planTableauDeBord(examen), planComite(examen), planPaiements(examen)],
  },
);

export const fiches = commandePages('une fiche à imprimer par dossier', {
  titre: 'Fiches',
  feuilles: planFiches,
});
