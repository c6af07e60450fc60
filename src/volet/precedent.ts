/** Un autre classeur (l'année d'avant, une version d'avant), choisi par l'agent : lu ici, il ne quitte pas la page. La lecture .xlsx se charge alors. */
import { lireXlsx } from '../classeur/xlsx/lecture';
import { examiner, type Examen } from '../dossier/examiner';

export const lirePrecedent = async (octets: Uint8Array, au: string): Promise<Examen> =>
  examiner(await lireXlsx(octets), { au });
