/** Les formules de Clas restées sans résultat. */
import { formulesDe, type ClasseurLu } from '../../dossier/formes/grille';
import { estIllisible } from '../../valeurs/valeur';
import { APPEL_CLAS } from '../../dossier/affichage/nomsDeFonctions';
import { Envoi } from './envoi';
import { lireClasseurExcel } from './lecture';

/** Office.js dit les erreurs en anglais, dans toutes les langues. */
const SANS_RESULTAT: ReadonlySet<string> = new Set(['#NAME?', '#BUSY!', '#GETTING_DATA']);

const aRefaire = ({ feuilles }: ClasseurLu) =>
  feuilles.flatMap((feuille) =>
    formulesDe(feuille)
      .filter(
        ({ formule, valeur }) =>
          estIllisible(valeur) && SANS_RESULTAT.has(valeur.illisible) && APPEL_CLAS.test(formule),
      )
      .map((situee) => ({ ...situee, feuille: feuille.nom })),
  );

/** Une formule saisie avant que le complément soit là garde #NOM? : la récrire suffit à la faire calculer. */
export async function recalculerFormules(contexte: Excel.RequestContext): Promise<number> {
  const { classeur, etat } = await lireClasseurExcel(contexte);
  const protegees = new Set(etat.feuilles.filter(({ protegee }) => protegee).map(({ nom }) => nom));
  // Une feuille protégée peut refuser : les autres sont déjà faites.
  const cellules = aRefaire(classeur).sort(
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
