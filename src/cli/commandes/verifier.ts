/** clas verifier : les anomalies d'un classeur. */
import { jsonVerifier } from '../../dossier/restitution/json';
import { resumeAnomalies } from '../resume/anomalies';
import { consulter } from './consultation';

export const verifier = consulter({
  role: 'les anomalies du classeur, avec leur cellule et ce qu’il faut faire',
  json: jsonVerifier,
  resumer: resumeAnomalies,
});
