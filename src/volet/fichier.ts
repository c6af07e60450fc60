/** Le fichier de la Cnaf et sa copie en texte ; l'écriture .xlsx n'est chargée qu'ici, à la demande. */
import { ecrireXlsx } from '../classeur/xlsx/ecriture';
import type { CalculProjet } from '../dossier/calcul/montants';
import type { Examen } from '../dossier/examiner';
import { planRemontee } from '../dossier/restitution/remontee/planRemontee';
import { nomFichier } from '../dossier/restitution/remontee/identite';
import { proprietesDePage } from '../dossier/restitution/sorties/mentions';
import { planFiches } from '../dossier/restitution/sorties/planFiche';
import { creerRemontee } from '../dossier/restitution/remontee/remontee';
import type { Fichier } from './etat';
import { enTexte } from './texte';

/** La fiche d'un dossier, la même que celle de la ligne de commande. */
export const faireFiche = (examen: Examen, calcul: CalculProjet): Promise<Uint8Array> =>
  ecrireXlsx({ feuilles: planFiches(examen, [calcul]), proprietes: proprietesDePage('Fiches', examen) });

export async function faireFichier(examen: Examen): Promise<Fichier> {
  const remontee = await creerRemontee(examen);
  const plan = planRemontee(remontee);
  return {
    nom: nomFichier(remontee),
    octets: await ecrireXlsx(plan),
    empreinte: remontee.empreinte,
    texte: enTexte(plan.feuilles[0]?.lignes ?? []),
  };
}
