/** Le fichier de la Cnaf et sa copie en texte ; l'écriture .xlsx n'est chargée qu'ici, à la demande. */
import { ecrireXlsx } from '../classeur/xlsx/ecriture';
import type { CellulePlan } from '../dossier/formes/plan';
import type { Examen } from '../dossier/examiner';
import { planRemontee } from '../dossier/restitution/remontee/planRemontee';
import { planRemonteeFeuille } from '../dossier/restitution/remontee/planRemonteeFeuille';
import { creerRemontee, type Remontee } from '../dossier/restitution/remontee/remontee';
import type { Fichier } from './etat';

const celluleEnTexte = ({ valeur }: CellulePlan): string => {
  if (typeof valeur === 'number') return String(valeur).replace('.', ',');
  return String(valeur ?? '').replace(/[\t\r\n]+/g, ' ');
};

/** Le tableau, séparé par des tabulations : il se colle dans un classeur ou un message. */
const enTexte = (remontee: Remontee): string =>
  planRemonteeFeuille(remontee)
    .lignes.map((ligne) => ligne.map(celluleEnTexte).join('\t'))
    .join('\n');

export async function faireFichier(examen: Examen): Promise<Fichier> {
  const remontee = await creerRemontee(examen);
  return {
    nom: remontee.fichier,
    octets: await ecrireXlsx(planRemontee(remontee)),
    empreinte: remontee.empreinte,
    texte: enTexte(remontee),
  };
}
