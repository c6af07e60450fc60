/** Un autre classeur (l'année d'avant, une version d'avant), choisi par l'agent : lu ici, il ne quitte pas la page. La lecture .xlsx se charge alors. */
import { lireXlsx } from '../classeur/xlsx/lecture';
import { examiner, type Examen } from '../dossier/examiner';
import type { Designations } from '../dossier/lecture/roles';
import { designationsTenues } from './reglages';

/** `designations` : celles du classeur ouvert ; les mêmes feuilles et les mêmes intitulés s'y lisent pareil. */
export async function lirePrecedent(
  octets: Uint8Array,
  au: string,
  designations: Designations,
): Promise<Examen> {
  const lu = await lireXlsx(octets);
  const noms = lu.feuilles.map(({ nom }) => nom);
  return examiner(lu, { au, designations: designationsTenues(designations, noms) });
}
