/** Remplacer, à la demande, les formules de Clas par leurs valeurs : le classeur se lit alors sans le complément. */
import { APPEL_CLAS } from '../../dossier/affichage/nomsDeFonctions';
import { formulesDe, type FormuleSituee } from '../../dossier/formes/grille';
import { estIllisible, type Valeur } from '../../valeurs/valeur';
import { corriger } from './corrections';
import { Envoi } from './envoi';
import { lireClasseurExcel } from './lecture';
import type { Correction } from './port';
import { estTexteErreur, type Tableau } from './valeurs';

type Situee = FormuleSituee & { readonly feuille: string };

const seFige = (valeur: Valeur): valeur is string | number | boolean =>
  valeur !== null && !estIllisible(valeur);

/** Une formule en erreur reste une formule : sa valeur ne dirait rien. Rend l'inverse, pour annuler. */
export async function figerFormules(contexte: Excel.RequestContext): Promise<readonly Correction[]> {
  const { classeur } = await lireClasseurExcel(contexte);
  const formules = classeur.feuilles.flatMap((feuille) =>
    formulesDe(feuille)
      .filter(({ formule, valeur }) => APPEL_CLAS.test(formule) && seFige(valeur))
      .map((situee) => ({ ...situee, feuille: feuille.nom })),
  );
  if (formules.length === 0) return [];
  return corriger(contexte, [...formules.flatMap(ancre), ...(await propagees(contexte, formules))]);
}

function ancre({ feuille, ligne, colonne, valeur }: Situee): Correction[] {
  return seFige(valeur) ? [{ feuille, ligne, colonne, avant: valeur, apres: valeur }] : [];
}

/** Les cellules qu'une formule remplit au-delà de la sienne : sans elle, elles se videraient. */
async function propagees(
  contexte: Excel.RequestContext,
  formules: readonly Situee[],
): Promise<readonly Correction[]> {
  const envoi = new Envoi(contexte);
  const demandes: { readonly formule: Situee; readonly zone: Excel.Range }[] = [];
  for (const formule of formules) {
    await envoi.reserver(null);
    const zone = contexte.workbook.worksheets
      .getItem(formule.feuille)
      .getCell(formule.ligne - 1, formule.colonne - 1)
      .getSpillingToRangeOrNullObject();
    zone.load('values');
    demandes.push({ formule, zone });
  }
  await envoi.partir();
  return demandes.flatMap(({ formule: { feuille, ligne, colonne }, zone }) => {
    if (zone.isNullObject) return [];
    return (zone.values as Tableau).flatMap((rangee, i) =>
      rangee.flatMap((valeur, j): Correction[] =>
        (i === 0 && j === 0) || valeur === '' || estTexteErreur(valeur)
          ? []
          : [
              {
                feuille,
                ligne: ligne + i,
                colonne: colonne + j,
                avant: valeur,
                apres: valeur,
                propagee: true,
              },
            ],
      ),
    );
  });
}
