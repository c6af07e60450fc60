/** Les formules de Clas restées sans résultat. */
import { Envoi } from './envoi';
import { lireBrut, type ClasseurBrut } from './lecture';
import type { Cellule } from './port';
import { estFormule, versLecture } from './valeurs';

/** Office.js dit les erreurs en anglais, dans toutes les langues. */
const SANS_RESULTAT: ReadonlySet<unknown> = new Set(['#NAME?', '#BUSY!']);
const APPEL_CLAS = /(?<![\w.])CLAS\.[A-Z]/i;

function aRefaire({ feuilles }: ClasseurBrut): (Cellule & { readonly formule: string })[] {
  return feuilles.flatMap(({ nom, blocs }) =>
    blocs.flatMap((bloc) =>
      bloc.valeurs.flatMap((rangee, i) =>
        rangee.flatMap((valeur, j) => {
          const brute = bloc.formules[i]?.[j];
          if (!SANS_RESULTAT.has(valeur) || !estFormule(brute, valeur)) return [];
          const formule = versLecture(brute);
          if (!APPEL_CLAS.test(formule)) return [];
          return [{ feuille: nom, ligne: bloc.ligne + i + 1, colonne: bloc.colonne + j + 1, formule }];
        }),
      ),
    ),
  );
}

/** Une formule saisie avant que le complément soit là garde #NOM? : la récrire suffit à la faire calculer. */
export async function recalculerFormules(contexte: Excel.RequestContext): Promise<number> {
  const brut = await lireBrut(contexte);
  const protegees = new Set(brut.etat.feuilles.filter(({ protegee }) => protegee).map(({ nom }) => nom));
  // Une feuille protégée peut refuser : les autres sont déjà faites.
  const cellules = aRefaire(brut).sort(
    (a, b) => Number(protegees.has(a.feuille)) - Number(protegees.has(b.feuille)),
  );
  if (cellules.length === 0) return 0;
  const envoi = new Envoi(contexte);
  for (const { feuille, ligne, colonne, formule } of cellules) {
    await envoi.reserver(formule);
    contexte.workbook.worksheets.getItem(feuille).getCell(ligne - 1, colonne - 1).formulas = [[formule]];
  }
  await envoi.partir();
  return cellules.length;
}
