/** Le fichier de la Cnaf et sa copie en texte ; l'écriture .xlsx n'est chargée qu'ici, à la demande. */
import { ecrireXlsx } from '../classeur/xlsx/ecriture';
import type { CellulePlan, FeuillePlan } from '../dossier/formes/plan';
import type { Examen } from '../dossier/examiner';
import { planRemontee } from '../dossier/restitution/remontee/planRemontee';
import { nomFichier } from '../dossier/restitution/remontee/identite';
import { creerRemontee } from '../dossier/restitution/remontee/remontee';
import type { Fichier } from './etat';

const celluleEnTexte = ({ valeur }: CellulePlan): string => {
  if (typeof valeur === 'number') return String(valeur).replace('.', ',');
  return String(valeur ?? '').replace(/[\t\r\n]+/g, ' ');
};

/** Le tableau, séparé par des tabulations : il se colle dans un classeur ou un message. */
const enTexte = ({ lignes }: FeuillePlan): string =>
  lignes.map((ligne) => ligne.map(celluleEnTexte).join('\t')).join('\n');

export async function faireFichier(examen: Examen): Promise<Fichier> {
  const remontee = await creerRemontee(examen);
  const plan = planRemontee(remontee);
  return {
    nom: nomFichier(remontee),
    octets: await ecrireXlsx(plan),
    empreinte: remontee.empreinte,
    texte: plan.feuilles.slice(0, 1).map(enTexte).join(''),
  };
}
