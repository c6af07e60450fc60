/** clas calculer : tous les montants de tous les projets, même quand le classeur est à corriger. */
import { jsonCalculer } from '../../dossier/restitution/json';
import { resumeMontants } from '../resume/montants';
import { consulter } from './consultation';

export const calculer = consulter({
  role: 'tous les montants de chaque projet',
  json: jsonCalculer,
  resumer: resumeMontants,
  reserve: 'Montants provisoires : des anomalies bloquantes sont à corriger (clas verifier les liste).',
});
