/** clas calculer : tous les montants de tous les projets, même quand le classeur est à corriger. */
import { jsonCalculer } from '../../dossier/restitution/json';
import type { Commande } from '../commande';
import { examinerFichier, OPTIONS_EXAMEN } from '../examen';
import { enTete } from '../resume/enTete';
import { resumeMontants } from '../resume/montants';

export const calculer: Commande = {
  role: 'tous les montants de chaque projet',
  fichiers: 'un',
  obligatoires: [],
  facultatives: OPTIONS_EXAMEN,
  executer: async (demande) => {
    const examen = await examinerFichier(demande);
    return {
      code: examen.valide ? 0 : 1,
      json: () => jsonCalculer(examen),
      resume: (ecran) =>
        `${enTete(demande.fichiers[0] ?? '', examen, ecran)}\n\n${resumeMontants(examen, ecran)}`,
      ...(!examen.valide && {
        motif: 'Montants provisoires : des anomalies bloquantes sont à corriger (clas verifier les liste).',
      }),
    };
  },
};
