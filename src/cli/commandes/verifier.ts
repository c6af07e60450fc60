/** clas verifier : les anomalies d'un classeur. */
import { jsonVerifier } from '../../dossier/restitution/json';
import { resumeAnomalies } from '../resume/anomalies';
import { resumeLecture } from '../resume/lecture';
import { consulter } from './consultation';

export const verifier = consulter({
  role: 'les anomalies du classeur, avec leur cellule et ce qu’il faut faire',
  json: jsonVerifier,
  resumer: (examen, ecran) =>
    `${resumeLecture(examen.lecture.bilan, ecran)}\n\n${resumeAnomalies(examen, ecran)}`,
});
