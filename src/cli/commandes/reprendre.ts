/** clas reprendre : le classeur de l'année suivante, avec ce que celui-ci savait. */
import { jsonReprendre } from '../../dossier/restitution/json';
import { direBonusInconnus, direReprise } from '../../dossier/restitution/suite/direReprise';
import { planReprise, reprendre as reprise } from '../../dossier/restitution/suite/reprendre';
import type { Commande } from '../commande';
import { ecrireClasseur, resumeEcrit } from '../ecrire';
import { examinerFichier, OPTIONS_EXAMEN } from '../examen';
import { preparerSortie } from '../fichiers';
import { enTete } from '../resume/enTete';
import { dire } from '../texte';

export const reprendre: Commande = {
  role: 'le classeur de l’année suivante : projets agréés, bonus versés, dossiers à liquider',
  fichiers: 'un',
  obligatoires: ['sortie'],
  facultatives: OPTIONS_EXAMEN,
  executer: async (demande) => {
    const [fichier = ''] = demande.fichiers;
    const sortie = preparerSortie(demande.valeurs.sortie ?? '', demande.fichiers);
    const examen = await examinerFichier(demande);
    const faite = reprise(examen);
    const ecrit = await ecrireClasseur(planReprise(examen, faite), sortie);
    const motif = direBonusInconnus(faite);
    return {
      code: motif === null ? 0 : 1,
      json: () => jsonReprendre(faite),
      resume: (ecran) =>
        [
          enTete(fichier, examen, ecran),
          direReprise(faite)
            .map((p) => dire(p, ecran))
            .join('\n'),
          resumeEcrit(ecrit, ecran),
        ].join('\n\n'),
      ...(motif !== null && { motif }),
    };
  },
};
