/** Du contenu aux octets, toujours les mêmes ; une ligne peut être masquée, ce que les feuilles de Clas ne font jamais. */
import { strToU8, unzipSync, zipSync, strFromU8 } from 'fflate';
import { ecrireXlsx } from '../../src/classeur/xlsx';
import { planExemple, type Contenu } from './classeur';

const FEUILLE_PROJETS = 'xl/worksheets/sheet2.xml';
/** Une date d'archive locale et fixe : les octets ne dépendent ni du jour ni du fuseau. */
const DATE = new Date(1980, 0, 1);

function masquer(octets: Uint8Array, ligne: number): Uint8Array {
  const parties = unzipSync(octets);
  const xml = strFromU8(parties[FEUILLE_PROJETS] ?? new Uint8Array());
  const masque = xml.replace(`<row r="${ligne}"`, `<row r="${ligne}" hidden="1"`);
  if (masque === xml) throw new Error(`Ligne ${ligne} introuvable dans la feuille Projets.`);
  return zipSync({ ...parties, [FEUILLE_PROJETS]: strToU8(masque) }, { mtime: DATE });
}

export async function octetsExemple(contenu: Contenu, ligneMasquee?: number): Promise<Uint8Array> {
  const octets = await ecrireXlsx(planExemple(contenu));
  return ligneMasquee === undefined ? octets : masquer(octets, ligneMasquee);
}
