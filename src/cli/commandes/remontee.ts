/** clas remontee : le fichier pour la Cnaf, ou les anomalies qui l'empêchent. */
import { jsonRemontee } from '../../dossier/restitution/json';
import { creerRemontee } from '../../dossier/restitution/remontee/remontee';
import { planRemontee } from '../../dossier/restitution/remontee/planRemontee';
import { resumeRemontee } from '../resume/remontee';
import { ecrireOfficiel } from './officiel';

export const remontee = ecrireOfficiel({
  role: 'le fichier pour la Cnaf : bonus de chaque projet, totaux de contrôle, empreinte',
  objet: 'le fichier de remontée',
  creer: creerRemontee,
  plan: planRemontee,
  json: jsonRemontee,
  resumer: resumeRemontee,
});
