/** Le cours commun des commandes qui montrent un classeur sans rien écrire. */
import type { Examen } from '../../dossier/examiner';
import type { Commande } from '../commande';
import type { Ecran } from '../ecran';
import { examinerFichier, OPTIONS_EXAMEN } from '../examen';
import { enTete } from '../resume/enTete';

interface Consultation {
  readonly role: string;
  readonly json: (examen: Examen) => unknown;
  readonly resumer: (examen: Examen, ecran: Ecran) => string;
  /** Ce qu'il faut savoir quand des anomalies bloquantes demeurent. */
  readonly reserve?: string;
}

export const consulter = ({ role, json, resumer, reserve }: Consultation): Commande => ({
  role,
  fichiers: 'un',
  obligatoires: [],
  facultatives: OPTIONS_EXAMEN,
  executer: async (demande) => {
    const examen = await examinerFichier(demande);
    return {
      code: examen.valide ? 0 : 1,
      json: () => json(examen),
      resume: (ecran) => `${enTete(demande.fichiers[0] ?? '', examen, ecran)}\n\n${resumer(examen, ecran)}`,
      ...(!examen.valide && reserve !== undefined && { motif: reserve }),
    };
  },
});
