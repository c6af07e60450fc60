/** Le cours commun des commandes qui montrent un classeur ; --sortie, quand elles en ont une, en fait une page à part. */
import type { Examen } from '../../dossier/examiner';
import type { Commande, Demande } from '../commande';
import { resumeEcrit } from '../ecrire';
import type { Ecran } from '../ecran';
import type { NomOption } from '../options';
import { examinerFichier, OPTIONS_EXAMEN } from '../examen';
import { preparerSortie } from '../fichiers';
import { enTete } from '../resume/enTete';
import { ecrirePages, type Pages } from './pages';

interface Consultation {
  readonly role: string;
  readonly json: (examen: Examen) => unknown;
  /** Options propres à la commande. */
  readonly options?: readonly NomOption[];
  readonly resumer: (examen: Examen, ecran: Ecran, demande: Demande) => string;
  /** Ce qu'il faut savoir quand des anomalies bloquantes demeurent. */
  readonly reserve?: string;
  /** La même chose en classeur, si --sortie la demande. */
  readonly pages?: Pages;
}

export const consulter = ({ role, json, options = [], resumer, reserve, pages }: Consultation): Commande => ({
  role,
  fichiers: 'un',
  obligatoires: [],
  facultatives: [...(pages ? (['sortie'] as const) : []), ...OPTIONS_EXAMEN, ...options],
  executer: async (demande) => {
    const { sortie: dite } = demande.valeurs;
    const sortie = dite === undefined ? null : preparerSortie(dite, demande.fichiers);
    const examen = await examinerFichier(demande);
    const ecrit =
      pages && sortie ? await ecrirePages(pages.titre, pages.feuilles(examen), examen, sortie) : null;
    return {
      code: examen.valide ? 0 : 1,
      json: () => json(examen),
      resume: (ecran) =>
        [
          enTete(demande.fichiers[0] ?? '', examen, ecran),
          resumer(examen, ecran, demande),
          ...(ecrit ? [resumeEcrit(ecrit, ecran)] : []),
        ].join('\n\n'),
      ...(!examen.valide && reserve !== undefined && { motif: reserve }),
    };
  },
});
