/** Ce qu'il faut savoir d'un classeur avant d'y lire ou d'y écrire : ses feuilles et leurs tableaux. Un échange. */
import { FEUILLES_CLAS } from '../../dossier/feuilles';

export interface EtatFeuille {
  readonly nom: string;
  readonly tableaux: readonly string[];
  readonly protegee: boolean;
}

export interface EtatClasseur {
  readonly feuilles: readonly EtatFeuille[];
  readonly dates1904: boolean;
}

const NOMS_CLAS = new Set<string>(Object.values(FEUILLES_CLAS).map((nom) => nom.toLowerCase()));

/** Excel ne distingue pas les majuscules dans les noms de feuilles. */
export const estFeuilleClas = (nom: string): boolean => NOMS_CLAS.has(nom.toLowerCase());

/** Demande l'état avec d'autres choses ; la fonction rendue le lit après l'échange. */
export function demanderEtat(contexte: Excel.RequestContext): () => EtatClasseur {
  const { worksheets, functions } = contexte.workbook;
  worksheets.load('items/name,items/protection/protected,items/tables/items/name');
  // Aucun membre ne dit le calendrier du classeur ; la date du 2 janvier 1904 y vaut 1 ou 1463.
  const jour = functions.date(1904, 1, 2);
  jour.load('value');
  return () => ({
    feuilles: worksheets.items.map(({ name, tables, protection }) => ({
      nom: name,
      tableaux: tables.items.map((tableau) => tableau.name),
      protegee: protection.protected,
    })),
    dates1904: jour.value === 1,
  });
}

export async function lireEtat(contexte: Excel.RequestContext): Promise<EtatClasseur> {
  const etat = demanderEtat(contexte);
  await contexte.sync();
  return etat();
}
