/**
 * Lire le classeur de l'agent en deux échanges : les noms, puis toutes les cellules de toutes les feuilles.
 * Excel sur le web refuse une réponse de plus de 5 Mo, et plus de 5 millions de cellules reviennent vides sans erreur :
 * une fenêtre borne chaque feuille, et ce qui n'est pas venu ainsi se relit par blocs (`blocs.ts`).
 */
import type { ClasseurLu } from '../../dossier/grille';
import { trancher } from './douteuses';
import { lireParBlocs } from './blocs';
import { estPassager } from './erreurs';
import { estFeuilleClas, lireEtat, type EtatClasseur } from './etat';
import { estRemplie, plages, versFeuille, type FeuilleBrute, type Tableau } from './valeurs';

/** Un million et demi de cellules : plus que toute feuille d'une Caf, et une cellule égarée au loin ne coûte pas tout le vide. */
const FENETRE = 'A1:BX20000';

export interface ClasseurBrut {
  readonly etat: EtatClasseur;
  readonly feuilles: readonly FeuilleBrute[];
}

export async function lireBrut(contexte: Excel.RequestContext): Promise<ClasseurBrut> {
  const etat = await lireEtat(contexte);
  const noms = etat.feuilles.map(({ nom }) => nom).filter((nom) => !estFeuilleClas(nom));
  const lues = await lireTout(contexte, noms);
  const manquent = noms.filter((nom) => !lues.has(nom));
  for (const feuille of manquent.length > 0 ? await lireParBlocs(contexte, manquent) : []) {
    lues.set(feuille.nom, feuille);
  }
  return { etat, feuilles: noms.flatMap((nom) => lues.get(nom) ?? []) };
}

export async function lireClasseurExcel(
  contexte: Excel.RequestContext,
): Promise<{ classeur: ClasseurLu; etat: EtatClasseur }> {
  const { etat, feuilles } = await lireBrut(contexte);
  const textes = await trancher(contexte, feuilles);
  const lues = feuilles.map((feuille) => versFeuille(feuille, textes.get(feuille.nom) ?? new Set()));
  return { etat, classeur: { feuilles: lues, dates1904: etat.dates1904 } };
}

const ETENDUE = 'rowIndex,columnIndex,rowCount,columnCount';

/** Les feuilles qui tiennent dans un seul échange ; les autres manquent au résultat. */
async function lireTout(
  contexte: Excel.RequestContext,
  noms: readonly string[],
): Promise<Map<string, FeuilleBrute>> {
  const lues = new Map<string, FeuilleBrute>();
  if (noms.length === 0) return lues;
  const demandes = noms.map((nom) => {
    const feuille = contexte.workbook.worksheets.getItem(nom);
    const etendue = feuille.getUsedRangeOrNullObject(true);
    const zone = feuille.getRange(FENETRE).getUsedRangeOrNullObject(true);
    const fusions = zone.getMergedAreasOrNullObject();
    etendue.load(ETENDUE);
    zone.load(`${ETENDUE},values,formulas`);
    fusions.load('address');
    return { nom, etendue, zone, fusions, proprietes: zone.getRowProperties({ rowHidden: true }) };
  });
  try {
    await contexte.sync();
  } catch (erreur) {
    // Réponse trop grosse, plus de 512 fusions : tout se relit prudemment.
    if (estPassager(erreur)) throw erreur;
    return lues;
  }
  for (const { nom, etendue, zone, fusions, proprietes } of demandes) {
    if (etendue.isNullObject) lues.set(nom, { nom, blocs: [], fusions: [] });
    else if (!zone.isNullObject && memeEtendue(etendue, zone) && estRemplie(zone)) {
      const bloc = {
        ligne: zone.rowIndex,
        colonne: zone.columnIndex,
        valeurs: zone.values as Tableau,
        formules: zone.formulas as Tableau,
        masquees: proprietes.value.map(({ rowHidden }) => rowHidden === true),
      };
      lues.set(nom, { nom, blocs: [bloc], fusions: fusions.isNullObject ? [] : plages(fusions.address) });
    }
  }
  return lues;
}

function memeEtendue(a: Excel.Range, b: Excel.Range): boolean {
  return (
    a.rowIndex === b.rowIndex &&
    a.columnIndex === b.columnIndex &&
    a.rowCount === b.rowCount &&
    a.columnCount === b.columnCount
  );
}
