/** Le travail commun : lire le classeur de l'agent et l'examiner. */
import { ErreurClasseur } from '../dossier/formes/erreurs';
import { examiner, type Examen } from '../dossier/examiner';
import type { ClasseurLu } from '../dossier/formes/grille';
import type { NomValeur } from './options';
import type { Demande } from './commande';
import { lireDesignations, OPTIONS_DESIGNATIONS, verifierDesignations } from './designations';
import { lireFichier } from './fichiers';

/** Options des commandes qui examinent un classeur. */
export const OPTIONS_EXAMEN: readonly NomValeur[] = [...OPTIONS_DESIGNATIONS, 'au'];

/** Les phrases de refus ne nomment pas le fichier : on le met devant. */
export async function enNommant<T>(fichier: string, travail: () => T | Promise<T>): Promise<T> {
  try {
    return await travail();
  } catch (erreur) {
    if (!(erreur instanceof ErreurClasseur)) throw erreur;
    const [premiere = '', ...reste] = erreur.message;
    throw new ErreurClasseur(`« ${fichier} » : ${premiere.toLowerCase()}${reste.join('')}`);
  }
}

export const examinerFichier = async (demande: Demande): Promise<Examen> => {
  const examen = await examinerUn(demande.fichiers[0] ?? '', demande);
  verifierDesignations(examen.lecture, demande);
  return examen;
};

type Examinable = Pick<Demande, 'valeurs' | 'listes' | 'au' | 'avancer'>;

/** Un des classeurs d'une demande. */
export const examinerUn = (fichier: string, demande: Examinable): Promise<Examen> =>
  enNommant(fichier, async () => {
    demande.avancer(`Lecture de ${fichier}…`);
    return examinerLu(await lireFichier(fichier), demande);
  });

/** Un classeur déjà lu. */
export function examinerLu(classeur: ClasseurLu, demande: Examinable): Examen {
  demande.avancer('Contrôle et calcul…');
  return examiner(classeur, { au: demande.au, designations: lireDesignations(demande) });
}
