/** clas verifier : les anomalies d'un classeur. */
import { jsonVerifier } from '../../dossier/restitution/json';
import type { Commande } from '../commande';
import { examinerFichier, OPTIONS_EXAMEN } from '../examen';
import { resumeAnomalies } from '../resume/anomalies';
import { enTete } from '../resume/enTete';

export const verifier: Commande = {
  role: 'les anomalies du classeur, avec leur cellule et ce qu’il faut faire',
  fichiers: 'un',
  obligatoires: [],
  facultatives: OPTIONS_EXAMEN,
  executer: async (demande) => {
    const examen = await examinerFichier(demande);
    return {
      code: examen.valide ? 0 : 1,
      json: () => jsonVerifier(examen),
      resume: (ecran) =>
        `${enTete(demande.fichiers[0] ?? '', examen, ecran)}\n\n${resumeAnomalies(examen, ecran)}`,
    };
  },
};
