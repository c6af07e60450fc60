/** clas cloture : l'arrêté des comptes de N, et ses contrepassations en N+1. */
import { creerCloture, planEcritures } from '../../dossier/restitution/cloture';
import { jsonCloture } from '../../dossier/restitution/json';
import type { Commande } from '../commande';
import { ecrireClasseur } from '../ecrire';
import { examinerFichier, OPTIONS_EXAMEN } from '../examen';
import { preparerSortie } from '../fichiers';
import { resumeCloture } from '../resume/cloture';
import { enTete } from '../resume/enTete';
import { issueBloquee } from './bloquee';

export const cloture: Commande = {
  role: 'l’arrêté des comptes : charges à payer, engagements, contrepassations',
  fichiers: 'un',
  obligatoires: ['sortie'],
  facultatives: OPTIONS_EXAMEN,
  executer: async (demande) => {
    const [fichier = ''] = demande.fichiers;
    const sortie = demande.valeurs.sortie ?? '';
    const reel = preparerSortie(sortie, demande.fichiers);
    const examen = await examinerFichier(demande);
    if (!examen.valide) return issueBloquee(fichier, examen, 'le fichier des écritures');
    demande.avancer('Écriture de l’arrêté…');
    const faite = creerCloture(examen);
    const ecrit = await ecrireClasseur(planEcritures(faite), sortie, reel);
    return {
      code: 0,
      json: () => jsonCloture(faite),
      resume: (ecran) => `${enTete(fichier, examen, ecran)}\n\n${resumeCloture(faite, ecrit, ecran)}`,
    };
  },
};
