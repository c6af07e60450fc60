/** clas paiements : ce qui peut se payer ou doit se recouvrer au jour examiné. */
import { jsonPaiements } from '../../dossier/restitution/json';
import { planPaiements } from '../../dossier/restitution/sorties/planPaiements';
import { paiementsDe } from '../../dossier/restitution/sorties/paiements';
import { resumePaiements } from '../resume/paiements';
import { consulter } from './consultation';

export const paiements = consulter({
  role: 'ce qui peut se payer ou doit se recouvrer au jour examiné, et pourquoi le reste attend',
  json: (examen) => jsonPaiements(paiementsDe(examen)),
  resumer: (examen, ecran) => resumePaiements(paiementsDe(examen), ecran),
  pages: { titre: 'Paiements', feuilles: (examen) => [planPaiements(examen)] },
  reserve: 'Les dossiers qui ont une anomalie bloquante ne sont pas proposés (clas verifier les liste).',
});
