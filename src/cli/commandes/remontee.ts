/** clas remontee : le fichier pour la Cnaf, ou les anomalies qui l'empêchent. */
import { jsonRemontee } from '../../dossier/restitution/json';
import { creerRemontee, planRemontee } from '../../dossier/restitution/remontee';
import type { Commande } from '../commande';
import { ecrireClasseur } from '../ecrire';
import { examinerFichier, OPTIONS_EXAMEN } from '../examen';
import { preparerSortie } from '../fichiers';
import { enTete } from '../resume/enTete';
import { resumeRemontee } from '../resume/remontee';
import { issueBloquee } from './bloquee';

export const remontee: Commande = {
  role: 'le fichier pour la Cnaf : bonus de chaque projet, totaux de contrôle, empreinte',
  fichiers: 'un',
  obligatoires: ['sortie'],
  facultatives: OPTIONS_EXAMEN,
  executer: async (demande) => {
    const [fichier = ''] = demande.fichiers;
    const sortie = demande.valeurs.sortie ?? '';
    const reel = preparerSortie(sortie, demande.fichiers);
    const examen = await examinerFichier(demande);
    if (!examen.valide) return issueBloquee(fichier, examen, 'le fichier de remontée');
    demande.avancer('Écriture de la remontée…');
    const faite = await creerRemontee(examen);
    const ecrit = await ecrireClasseur(planRemontee(faite), sortie, reel);
    return {
      code: 0,
      json: () => jsonRemontee(faite),
      resume: (ecran) =>
        `${enTete(fichier, examen, ecran)}\n\n${resumeRemontee(faite, examen, ecrit, ecran)}`,
    };
  },
};
