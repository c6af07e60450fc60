/** clas cloture : l'arrêté des comptes de N, et ses contrepassations en N+1. */
import { creerCloture } from '../../dossier/restitution/arrete/arrete';
import { planEcritures } from '../../dossier/restitution/arrete/planEcritures';
import { jsonCloture } from '../../dossier/restitution/json';
import { resumeCloture } from '../resume/cloture';
import { ecrireOfficiel } from './officiel';

export const cloture = ecrireOfficiel({
  role: 'l’arrêté des comptes : charges à payer, engagements, contrepassations',
  objet: 'le fichier des écritures',
  creer: creerCloture,
  plan: planEcritures,
  json: jsonCloture,
  resumer: (faite, _examen, ecrit, ecran) => resumeCloture(faite, ecrit, ecran),
});
