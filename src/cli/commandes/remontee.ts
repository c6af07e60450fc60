/** clas remontee : le fichier pour la Cnaf, ou les anomalies qui l'empêchent. */
import { avecAnomalies, type Examen } from '../../dossier/examiner';
import { jsonRemontee } from '../../dossier/restitution/json';
import type { Remontee } from '../../dossier/restitution/remontee/donnees';
import { creerRemontee } from '../../dossier/restitution/remontee/remontee';
import { planRemontee } from '../../dossier/restitution/remontee/planRemontee';
import { bonusDuPrecedent } from '../../dossier/restitution/suite/precedent';
import { examinerEntree } from '../fichiers';
import { resumeRemontee } from '../resume/remontee';
import { ecrireOfficiel, type Bloquee } from './officiel';

/** Avec --precedent, le bloc des bonus versés vient du journal de l'année d'avant. */
async function creer(examen: Examen, precedent: Examen | null): Promise<Remontee | Bloquee> {
  if (precedent === null) return creerRemontee(examen);
  const { lignes, anomalies } = bonusDuPrecedent(examen, precedent);
  return anomalies.length > 0 ? { bloquee: avecAnomalies(examen, anomalies) } : creerRemontee(examen, lignes);
}

export const remontee = ecrireOfficiel<Remontee>({
  role: 'le fichier pour la Cnaf : bonus de chaque projet, totaux de contrôle, empreinte',
  objet: 'le fichier de remontée',
  creer,
  plan: planRemontee,
  json: jsonRemontee,
  resumer: resumeRemontee,
  facultatives: ['precedent'],
  preparer: ({ valeurs: { precedent } }) => {
    if (precedent !== undefined) examinerEntree(precedent);
  },
});
