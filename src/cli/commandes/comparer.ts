/** clas comparer : ce qui a changé d'un classeur à l'autre, et son effet sur l'argent. */
import { comparer as comparerExamens } from '../../dossier/restitution/suite/comparer';
import { jsonComparer } from '../../dossier/restitution/suite/json';
import type { Commande } from '../commande';
import { examinerUn, OPTIONS_EXAMEN } from '../examen';
import { resumeComparaison } from '../resume/comparaison';

export const comparer: Commande = {
  role: 'ce qui a changé d’un classeur à l’autre : projets venus, partis, modifiés, et l’effet sur l’argent',
  fichiers: 'deux',
  obligatoires: [],
  facultatives: OPTIONS_EXAMEN,
  executer: async (demande) => {
    const [avant = '', apres = ''] = demande.fichiers;
    const [ancien, nouveau] = [await examinerUn(avant, demande), await examinerUn(apres, demande)];
    const comparaison = comparerExamens(ancien, nouveau);
    return {
      code: 0,
      json: () => jsonComparer(comparaison),
      resume: (ecran) => resumeComparaison(comparaison, ecran),
    };
  },
};
