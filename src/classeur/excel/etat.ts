/** Ce qu'il faut savoir d'un classeur avant d'y lire ou d'y écrire : ses feuilles et leurs tableaux. Un échange. */
import { FEUILLES_CLAS } from '../../dossier/feuilles';
import type { Visibilite } from '../../dossier/formes/grille';

export interface EtatFeuille {
  readonly nom: string;
  readonly visibilite: Visibilite;
  readonly tableaux: readonly string[];
  /** Ceux des tableaux qui montrent une ligne de total. */
  readonly avecTotal: readonly string[];
  readonly protegee: boolean;
  /** Protégée sans admettre de mise en forme, même dans une cellule déverrouillée. */
  readonly formatsRefuses: boolean;
  /** D'une feuille de Clas : où finit ce qu'elle contient ; (0, 0) quand elle est vide. */
  readonly fin: Fin;
}

interface Fin {
  readonly ligne: number;
  readonly colonne: number;
}

const VIDE: Fin = { ligne: 0, colonne: 0 };

export interface EtatClasseur {
  readonly feuilles: readonly EtatFeuille[];
  readonly dates1904: boolean;
  readonly calculManuel: boolean;
  /** Le classeur refuse qu'une feuille s'ajoute. */
  readonly structureProtegee: boolean;
}

const VISIBILITES: ReadonlyMap<string, Visibilite> = new Map([
  ['Hidden', 'masquee'],
  ['VeryHidden', 'tresMasquee'],
]);

export const refuseFormats = ({ protected: protegee, options }: Excel.WorksheetProtection): boolean =>
  protegee && options.allowFormatCells !== true;

/** Demande l'état avec d'autres choses ; la fonction rendue le lit après l'échange. */
export function demanderEtat(contexte: Excel.RequestContext): () => EtatClasseur {
  const { worksheets, functions, application, protection: structure } = contexte.workbook;
  structure.load('protected');
  application.load('calculationMode');
  worksheets.load(
    'items/name,items/visibility,items/protection/protected,items/protection/options,items/tables/items/name,items/tables/items/showTotals',
  );
  // Aucun membre ne dit le calendrier du classeur ; la date du 2 janvier 1904 y vaut 1 ou 1463.
  const jour = functions.date(1904, 1, 2);
  jour.load('value');
  const fins = Object.values(FEUILLES_CLAS).map((nom) => {
    const etendue = worksheets.getItemOrNullObject(nom).getUsedRangeOrNullObject();
    etendue.load('rowIndex,columnIndex,rowCount,columnCount');
    return { nom: nom.toLowerCase(), etendue };
  });
  const finDe = (nom: string): Fin => {
    const etendue = fins.find((fin) => fin.nom === nom.toLowerCase())?.etendue;
    if (!etendue || etendue.isNullObject) return VIDE;
    const { rowIndex, rowCount, columnIndex, columnCount } = etendue;
    return { ligne: rowIndex + rowCount, colonne: columnIndex + columnCount };
  };
  return () => ({
    feuilles: worksheets.items.map(({ name, visibility, tables, protection }) => ({
      nom: name,
      visibilite: VISIBILITES.get(visibility) ?? 'visible',
      tableaux: tables.items.map((tableau) => tableau.name),
      avecTotal: tables.items.filter(({ showTotals }) => showTotals).map((tableau) => tableau.name),
      protegee: protection.protected,
      formatsRefuses: refuseFormats(protection),
      fin: finDe(name),
    })),
    dates1904: jour.value === 1,
    calculManuel: application.calculationMode === 'Manual',
    structureProtegee: structure.protected,
  });
}

export async function lireEtat(contexte: Excel.RequestContext): Promise<EtatClasseur> {
  const etat = demanderEtat(contexte);
  await contexte.sync();
  return etat();
}
