/** clas remontee : le fichier pour la Cnaf, ou les anomalies qui l'empêchent. */
import { jsonRemontee, jsonVerifier } from '../../dossier/restitution/json';
import { creerRemontee, planRemontee } from '../../dossier/restitution/remontee';
import { phraseBlocage } from '../../dossier/restitution/blocage';
import type { Commande } from '../commande';
import { ecrireClasseur } from '../ecrire';
import { examinerFichier, OPTIONS_EXAMEN } from '../examen';
import { preparerSortie } from '../fichiers';
import { resumeBloquantes } from '../resume/anomalies';
import { enTete } from '../resume/enTete';
import { resumeRemontee } from '../resume/remontee';

export const remontee: Commande = {
  role: 'le fichier pour la Cnaf : les bonus de chaque projet, les totaux de contrôle, l’empreinte',
  fichiers: 'un',
  obligatoires: ['sortie'],
  facultatives: OPTIONS_EXAMEN,
  executer: async (demande) => {
    const sortie = demande.valeurs.sortie ?? '';
    const reel = preparerSortie(sortie, demande.fichiers);
    const examen = await examinerFichier(demande);
    const tete = (ecran: Parameters<typeof enTete>[2]): string =>
      enTete(demande.fichiers[0] ?? '', examen, ecran);
    if (!examen.valide)
      return {
        code: 1,
        json: () => jsonVerifier(examen),
        resume: (ecran) => `${tete(ecran)}\n\n${resumeBloquantes(examen, ecran)}`,
        motif: phraseBlocage(examen),
      };
    demande.avancer('Écriture de la remontée…');
    const faite = await creerRemontee(examen);
    const ecrit = await ecrireClasseur(planRemontee(faite), sortie, reel);
    return {
      code: 0,
      json: () => jsonRemontee(faite),
      resume: (ecran) => `${tete(ecran)}\n\n${resumeRemontee(jsonRemontee(faite), examen, ecrit, ecran)}`,
    };
  },
};
