/** clas enveloppe : une année civile, des deux classeurs qui la composent. */
import { suivreEnveloppe } from '../../dossier/restitution/suite/enveloppe';
import { jsonEnveloppe } from '../../dossier/restitution/json';
import type { Commande } from '../commande';
import { examinerUn, OPTIONS_EXAMEN } from '../examen';
import { FORMES } from '../formes';
import { resumeEnveloppe } from '../resume/enveloppe';

export const enveloppe: Commande = {
  role: 'l’enveloppe d’une année civile : notifiée, engagée, payée, disponible',
  fichiers: 'plusieurs',
  obligatoires: ['annee'],
  facultatives: ['notifiee', ...OPTIONS_EXAMEN],
  precisions: {
    annee: { valeur: '2022', aide: 'année civile de l’enveloppe', forme: FORMES.anneeCivile },
  },
  executer: async (demande) => {
    const { fichiers, valeurs } = demande;
    const examens = [];
    for (const fichier of fichiers) examens.push(await examinerUn(fichier, demande));
    const suivi = suivreEnveloppe(valeurs.annee ?? 0, valeurs.notifiee ?? null, examens);
    return {
      code: examens.every(({ valide }) => valide) ? 0 : 1,
      json: () => jsonEnveloppe(suivi),
      resume: (ecran) => resumeEnveloppe(suivi, ecran),
      ...(examens.some(({ valide }) => !valide) && {
        motif: 'Montants provisoires : un classeur a des anomalies bloquantes (clas verifier les liste).',
      }),
    };
  },
};
