/** Un classeur bloqué n'écrit rien : les anomalies sur la sortie, la raison sur la sortie d'erreur. */
import type { Examen } from '../../dossier/examiner';
import { phraseBlocage, type Officiel } from '../../dossier/restitution/blocage';
import { jsonVerifier } from '../../dossier/restitution/json';
import type { Issue } from '../commande';
import { resumeBloquantes } from '../resume/anomalies';
import { enTete } from '../resume/enTete';

export const issueBloquee = (fichier: string, examen: Examen, objet: Officiel): Issue => ({
  code: 1,
  json: () => jsonVerifier(examen),
  resume: (ecran) => `${enTete(fichier, examen, ecran)}\n\n${resumeBloquantes(examen, ecran)}`,
  motif: phraseBlocage(examen, objet),
});
