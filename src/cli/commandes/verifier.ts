/** clas verifier : les anomalies d'un classeur. */
import { jsonVerifier } from '../../dossier/restitution/json';
import { resumeAnomalies } from '../resume/anomalies';
import { resumeLecture } from '../resume/lecture';
import { consulter } from './consultation';

export const verifier = consulter({
  role: 'les anomalies du classeur, par cause : leurs cellules et ce qu’il faut faire',
  json: jsonVerifier,
  options: ['tout'],
  resumer: (examen, ecran, { drapeaux }) =>
    `${resumeLecture(examen.lecture.bilan, ecran)}\n\n${resumeAnomalies(examen, ecran, drapeaux.has('tout'))}`,
});
