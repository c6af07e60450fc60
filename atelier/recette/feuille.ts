/** Les gestes communs des sondes : chacune a sa feuille, neuve, ôtée après elle. */
import { refus, type Json } from './sonde';

const EN_CALCUL = ['#BUSY!', '#GETTING_DATA'];
/** Au-delà, un résultat qui n'est pas venu ne viendra plus. */
const PATIENCE_MS = 60_000;
const PAS_MS = 50;

let rang = 0;

export const attendre = (ms: number): Promise<void> => new Promise((suite) => setTimeout(suite, ms));

export type Travail<T> = (contexte: Excel.RequestContext, feuille: Excel.Worksheet) => Promise<T>;

export async function surFeuille<T>(travail: Travail<T>): Promise<T> {
  rang += 1;
  const nom = `Recette ${rang}`;
  return Excel.run(async (contexte) => {
    const feuille = contexte.workbook.worksheets.add(nom);
    await contexte.sync();
    try {
      return await travail(contexte, feuille);
    } finally {
      // la feuille a pu être protégée ou emportée par un geste : la suite ne doit pas en souffrir
      const reste = contexte.workbook.worksheets.getItemOrNullObject(nom);
      reste.delete();
      await contexte.sync().catch(() => undefined);
    }
  });
}

/** Les valeurs d'une plage, une fois que plus aucune fonction n'y calcule. */
export async function resultats(contexte: Excel.RequestContext, plage: Excel.Range): Promise<Json[][]> {
  for (const limite = Date.now() + PATIENCE_MS; ; await attendre(PAS_MS)) {
    plage.load('values');
    await contexte.sync();
    const valeurs = plage.values as Json[][];
    if (!valeurs.flat().some((v) => EN_CALCUL.includes(String(v))) || Date.now() > limite) return valeurs;
  }
}

/** Le code d'un refus attendu, ou « accepté ». */
export async function code(travail: () => Promise<unknown>): Promise<Json> {
  try {
    await travail();
    return 'accepté';
  } catch (erreur) {
    return (refus(erreur) as { readonly code: Json }).code;
  }
}
