/** Ce que fait l'agent : modifications de ses feuilles et sélection. Nos propres écritures se taisent. */
import { seLit } from '../../dossier/feuilles';
import type { Cellule, Changement } from './port';
import { dansExcel } from './session';

type Arreter = () => Promise<void>;
type Abonnement = OfficeExtension.EventHandlerResult<unknown>;

/**
 * Un écouteur se retire dans le contexte qui l'a pris, et Office.js ne le propose qu'une fois : s'il reste inscrit,
 * `taire` fait qu'il n'annonce plus rien.
 */
function arreter(abonnements: readonly Abonnement[], taire: () => void): Arreter {
  return async () => {
    taire();
    const premier = abonnements[0];
    if (!premier) return;
    try {
      await Excel.run(premier.context as Excel.RequestContext, async (contexte) => {
        for (const abonnement of abonnements) abonnement.remove();
        await contexte.sync();
      });
    } catch {
      // Excel occupé ou coupé : l'écouteur, muet, part avec le volet ; l'agent n'a rien à y faire.
    }
  };
}

/** Une cellule modifiée a une plage ; une ligne ou une colonne insérée déplace toutes les autres. */
const plageDe = ({ changeType, address }: Excel.WorksheetChangedEventArgs): string | null =>
  changeType === 'RangeEdited' ? address : null;

export async function suivreChangements(
  suivre: (changement: Changement) => void,
  calculer: () => void = () => undefined,
): Promise<Arreter> {
  /** Le dernier nom connu de chaque feuille : une feuille supprimée ne peut plus dire le sien. */
  const noms = new Map<string, string>();
  let actif = true;
  const nommer = async (id: string): Promise<string> => {
    try {
      noms.set(id, (await dansExcel((contexte) => nomDe(contexte, id))) ?? noms.get(id) ?? '');
    } catch {
      // Excel occupé : le dernier nom connu vaut mieux qu'une modification perdue.
    }
    return noms.get(id) ?? '';
  };
  const annoncer = async (id: string, plage: string | null): Promise<void> => {
    const feuille = await nommer(id);
    if (actif && seLit(feuille)) suivre({ feuille, plage });
  };
  return dansExcel(async (contexte) => {
    const { worksheets } = contexte.workbook;
    worksheets.load('items/id,items/name');
    const abonnements = [
      worksheets.onChanged.add(async (evenement) => {
        if (evenement.triggerSource !== 'ThisLocalAddin')
          await annoncer(evenement.worksheetId, plageDe(evenement));
      }),
      // un tri ou un masquage déplace ou retire des lignes sans dire lesquelles ; les nôtres touchent nos seules feuilles
      worksheets.onRowSorted.add(({ worksheetId }) => annoncer(worksheetId, null)),
      worksheets.onRowHiddenChanged.add(({ worksheetId }) => annoncer(worksheetId, null)),
      // plusieurs fois par calcul : la dernière vient après les réponses des fonctions de Clas
      worksheets.onCalculated.add(() => {
        if (actif) calculer();
        return Promise.resolve();
      }),
      worksheets.onAdded.add(({ worksheetId }) => annoncer(worksheetId, null)),
      worksheets.onDeleted.add(({ worksheetId }) => annoncer(worksheetId, null)),
    ];
    await contexte.sync();
    for (const { id, name } of worksheets.items) noms.set(id, name);
    return arreter(abonnements, () => (actif = false));
  });
}

/** Les événements ne donnent qu'un identifiant, et une feuille peut avoir été renommée depuis. */
async function nomDe(contexte: Excel.RequestContext, id: string): Promise<string | null> {
  const feuille = contexte.workbook.worksheets.getItemOrNullObject(id);
  feuille.load('name');
  await contexte.sync();
  return feuille.isNullObject ? null : feuille.name;
}

/** Une flèche tenue enfoncée émet des dizaines d'événements : jamais plus d'une lecture à la fois, la dernière compte. */
export async function suivreSelection(suivre: (cellule: Cellule) => void): Promise<Arreter> {
  let enCours = false;
  let encore = false;
  let actif = true;
  const lire = async (): Promise<void> => {
    encore = enCours;
    if (enCours || !actif) return;
    enCours = true;
    try {
      do {
        encore = false;
        const cellule = await dansExcel(celluleActive);
        if (actif) suivre(cellule);
      } while (encore);
    } catch {
      // Excel occupé : la prochaine sélection se lira ; rien à dire à l'agent, qui n'a rien demandé.
    } finally {
      enCours = false;
    }
  };
  const fin = await dansExcel(async (contexte) => {
    const { worksheets } = contexte.workbook;
    // Changer d'onglet ne change pas la sélection : Excel n'émet alors que l'activation.
    const abonnements = [worksheets.onSelectionChanged.add(lire), worksheets.onActivated.add(lire)];
    await contexte.sync();
    return arreter(abonnements, () => (actif = false));
  });
  // la cellule déjà choisie à l'ouverture du volet
  await lire();
  return fin;
}

async function celluleActive(contexte: Excel.RequestContext): Promise<Cellule> {
  const cellule = contexte.workbook.getActiveCell();
  cellule.load('rowIndex,columnIndex');
  cellule.worksheet.load('name');
  await contexte.sync();
  return { feuille: cellule.worksheet.name, ligne: cellule.rowIndex + 1, colonne: cellule.columnIndex + 1 };
}
