/** Le travail commun : lire le classeur de l'agent et l'examiner. */
import { lireXlsx } from '../classeur/xlsx';
import { ErreurClasseur } from '../dossier/formes/erreurs';
import { examinerParEtapes, type Examen } from '../dossier/examiner';
import { conduire } from '../dossier/formes/etapes';
import type { ClasseurLu } from '../dossier/formes/grille';
import type { NomValeur } from './options';
import type { Demande } from './commande';
import { lireDesignations, OPTIONS_DESIGNATIONS, verifierDesignations } from './designations';
import { ceder } from './arret';
import { lireOctets } from './fichiers';

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

/** L'examen du classeur, et les octets mêmes d'où il vient. */
export const examinerAvecOctets = async (demande: Demande): Promise<ExamenEtOctets> => {
  const lu = await examinerEtLire(demande.fichiers[0] ?? '', demande);
  verifierDesignations(lu.examen.lecture, demande);
  return lu;
};

export const examinerFichier = async (demande: Demande): Promise<Examen> =>
  (await examinerAvecOctets(demande)).examen;

type Examinable = Pick<Demande, 'valeurs' | 'listes' | 'au' | 'avancer'>;

interface ExamenEtOctets {
  readonly examen: Examen;
  readonly octets: Uint8Array;
}

const examinerEtLire = (fichier: string, demande: Examinable): Promise<ExamenEtOctets> =>
  enNommant(fichier, async () => {
    demande.avancer(`Lecture de ${fichier}…`);
    const octets = lireOctets(fichier);
    return { octets, examen: await examinerLu(await lireXlsx(octets), demande) };
  });

/** Un des classeurs d'une demande. */
export const examinerUn = async (fichier: string, demande: Examinable): Promise<Examen> =>
  (await examinerEtLire(fichier, demande)).examen;

/** Un classeur déjà lu ; entre deux étapes, Ctrl-C s'entend. */
export async function examinerLu(classeur: ClasseurLu, demande: Examinable): Promise<Examen> {
  demande.avancer('Contrôle et calcul…');
  const travail = examinerParEtapes(classeur, { au: demande.au, designations: lireDesignations(demande) });
  return conduire(travail, ceder);
}
