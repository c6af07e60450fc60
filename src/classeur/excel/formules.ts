/** Les formules que l'agent voit en erreur, et celles de Clas restées sans résultat. */
import { Envoi } from './envoi';
import { lireBrut, type ClasseurBrut } from './lecture';
import type { FormuleEnErreur } from './port';
import { estFormule, estTexteErreur, versLecture } from './valeurs';

/** Office.js rend les erreurs en anglais ; l'agent les voit en français. */
const EN_FRANCAIS: Readonly<Record<string, string>> = {
  '#VALUE!': '#VALEUR!',
  '#NAME?': '#NOM?',
  '#NUM!': '#NOMBRE!',
  '#NULL!': '#NUL!',
  '#SPILL!': '#PROPAGATION!',
  '#BUSY!': '#OCCUPÉ!',
  '#FIELD!': '#CHAMP!',
};

function enErreur({ feuilles }: ClasseurBrut): FormuleEnErreur[] {
  const trouvees: FormuleEnErreur[] = [];
  for (const { nom, blocs } of feuilles) {
    for (const bloc of blocs) {
      bloc.valeurs.forEach((rangee, i) => {
        rangee.forEach((valeur, j) => {
          const formule = bloc.formules[i]?.[j];
          if (!estTexteErreur(valeur) || !estFormule(formule, valeur)) return;
          trouvees.push({
            feuille: nom,
            ligne: bloc.ligne + i + 1,
            colonne: bloc.colonne + j + 1,
            formule: versLecture(formule),
            erreur: EN_FRANCAIS[valeur] ?? valeur,
          });
        });
      });
    }
  }
  return trouvees;
}

export async function formulesEnErreur(contexte: Excel.RequestContext): Promise<FormuleEnErreur[]> {
  return enErreur(await lireBrut(contexte));
}

const SANS_RESULTAT = new Set(['#NOM?', '#OCCUPÉ!']);
const APPEL_CLAS = /(?<![\w.])CLAS\.[A-Z]/i;

/** Une formule saisie avant que le complément soit là garde #NOM? : la récrire suffit à la faire calculer. */
export async function recalculerFormules(contexte: Excel.RequestContext): Promise<number> {
  const brut = await lireBrut(contexte);
  const protegees = new Set(brut.etat.feuilles.filter(({ protegee }) => protegee).map(({ nom }) => nom));
  const aRefaire = enErreur(brut)
    .filter(({ formule, erreur }) => SANS_RESULTAT.has(erreur) && APPEL_CLAS.test(formule))
    // Une feuille protégée peut refuser : les autres sont déjà faites.
    .sort((a, b) => Number(protegees.has(a.feuille)) - Number(protegees.has(b.feuille)));
  if (aRefaire.length === 0) return 0;
  const envoi = new Envoi(contexte);
  for (const { feuille, ligne, colonne, formule } of aRefaire) {
    await envoi.reserver(formule);
    contexte.workbook.worksheets.getItem(feuille).getCell(ligne - 1, colonne - 1).formulas = [[formule]];
  }
  await envoi.partir();
  return aRefaire.length;
}
