/** Les classeurs que Clas fait à part ; l'écriture .xlsx n'est chargée qu'ici, à la demande. */
import { ecrireXlsx } from '../classeur/xlsx/ecriture';
import type { CalculProjet } from '../dossier/calcul/montants';
import type { Examen } from '../dossier/examiner';
import { estNeant } from '../dossier/restitution/remontee/donnees';
import { nomFichier } from '../dossier/restitution/remontee/identite';
import { planRemontee } from '../dossier/restitution/remontee/planRemontee';
import { proprietesDePage } from '../dossier/restitution/mentions';
import { planFiches } from '../dossier/restitution/sorties/planFiche';
import { creerRemontee } from '../dossier/restitution/remontee/remontee';
import { direBonusInconnus, direReprise } from '../dossier/restitution/suite/direReprise';
import { planReprise, reprendre, type BonusRepris } from '../dossier/restitution/suite/reprendre';
import { anneeScolaire } from '../reglement/annee';
import type { Fichier } from './etat';
import { enTexte } from './texte';

/** Une fiche par dossier, en un classeur à imprimer : celles de la ligne de commande. */
export const faireFiches = (examen: Examen, calculs?: readonly CalculProjet[]): Promise<Uint8Array> =>
  ecrireXlsx({ feuilles: planFiches(examen, calculs), proprietes: proprietesDePage('Fiches', examen) });

/**
 * Le fichier de la Cnaf. @returns `null` : il ne dirait rien, et personne ne l'a confirmé.
 * @param verses bonus versés du classeur précédent, au lieu de la feuille Bonus versés
 */
export async function faireRemontee(
  examen: Examen,
  neantConfirme: boolean,
  verses?: readonly BonusRepris[],
): Promise<Fichier | null> {
  const remontee = await creerRemontee(examen, verses);
  if (estNeant(remontee) && !neantConfirme) return null;
  const plan = planRemontee(remontee);
  return {
    nom: nomFichier(remontee),
    octets: await ecrireXlsx(plan),
    empreinte: remontee.empreinte,
    texte: enTexte(plan.feuilles[0]?.lignes ?? []),
  };
}

/** Le classeur de l'année suivante, et ce qu'il a reçu. */
export async function faireSuivant(examen: Examen): Promise<{ fichier: Fichier; phrases: string[] }> {
  const reprise = reprendre(examen);
  const inconnus = direBonusInconnus(reprise);
  const { caf } = examen.lecture.parametres;
  return {
    fichier: {
      nom: `CLAS_${anneeScolaire(reprise.annee)}_CAF${caf ?? ''}.xlsx`,
      octets: await ecrireXlsx(planReprise(examen, reprise)),
    },
    phrases: inconnus === null ? direReprise(reprise) : [...direReprise(reprise), inconnus],
  };
}
