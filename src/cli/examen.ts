/** Le travail commun : lire le classeur de l'agent et l'examiner. */
import { ErreurClasseur } from '../dossier/formes/erreurs';
import { examiner, type Examen } from '../dossier/examiner';
import type { ClasseurLu } from '../dossier/formes/grille';
import type { NomValeur } from './options';
import type { Demande } from './commande';
import { lireFichier } from './fichiers';

/** Options des commandes qui examinent un classeur. */
export const OPTIONS_EXAMEN: readonly NomValeur[] = ['projets', 'au'];

/** Les phrases de refus ne nomment pas le fichier : on le met devant. */
async function enNommant<T>(fichier: string, travail: () => T | Promise<T>): Promise<T> {
  try {
    return await travail();
  } catch (erreur) {
    if (!(erreur instanceof ErreurClasseur)) throw erreur;
    const [premiere = '', ...reste] = erreur.message;
    throw new ErreurClasseur(`« ${fichier} » : ${premiere.toLowerCase()}${reste.join('')}`);
  }
}

export const examinerFichier = (demande: Demande): Promise<Examen> =>
  examinerUn(demande.fichiers[0] ?? '', demande);

/** Un des classeurs d'une demande. */
export async function examinerUn(
  fichier: string,
  { valeurs, au, avancer }: Pick<Demande, 'valeurs' | 'au' | 'avancer'>,
): Promise<Examen> {
  return enNommant(fichier, async () => {
    avancer(`Lecture de ${fichier}…`);
    const classeur: ClasseurLu = await lireFichier(fichier);
    avancer('Contrôle et calcul…');
    const { projets } = valeurs;
    return examiner(classeur, { au, ...(projets && { designations: { feuilles: { projets } } }) });
  });
}
