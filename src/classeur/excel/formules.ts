/** Les formules de Clas restées sans résultat. */
import { formulesDe, type ClasseurLu } from '../../dossier/formes/grille';
import { estIllisible } from '../../valeurs/valeur';
import { APPEL_CLAS } from '../../dossier/affichage/nomsDeFonctions';
import { ErreurClasseur } from '../../dossier/formes/erreurs';
import { Envoi } from './envoi';
import { refusProtegee } from './erreurs';
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
  const cellules = aRefaire(classeur).map((situee) => {
    const { feuille, ligne, colonne } = situee;
    const plage = contexte.workbook.worksheets.getItem(feuille).getCell(ligne - 1, colonne - 1);
    return { ...situee, plage };
  });
  const douteuses = cellules.filter(({ feuille }) => protegees.has(feuille));
  for (const { plage } of douteuses) plage.format.protection.load('locked');
  if (douteuses.length > 0) await contexte.sync();
  const seRefuse = ({ feuille, plage }: (typeof cellules)[number]): boolean =>
    protegees.has(feuille) && plage.format.protection.locked !== false;
  const libres = cellules.filter((cellule) => !seRefuse(cellule));
  const envoi = new Envoi(contexte);
  for (const { plage, formule } of libres) {
    await envoi.reserver(formule);
    plage.formulas = [[formule]];
  }
  if (libres.length > 0) await envoi.partir();
  const verrouillee = douteuses.find(seRefuse);
  if (!verrouillee) return libres.length;
  const autres = libres.length > 0 ? ' Les autres formules sont recalculées.' : '';
  throw new ErreurClasseur(`${refusProtegee(verrouillee.feuille).message}${autres}`);
}
