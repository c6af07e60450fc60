/** Ce qu'il faut savoir d'un classeur avant d'y lire ou d'y écrire : ses feuilles et leurs tableaux. Un échange. */
import type { Visibilite } from '../../dossier/formes/grille';

export interface EtatFeuille {
  readonly nom: string;
  readonly visibilite: Visibilite;
  readonly tableaux: readonly string[];
  /** Ceux des tableaux qui montrent une ligne de total. */
  readonly avecTotal: readonly string[];
  readonly protegee: boolean;
}

export interface EtatClasseur {
  readonly feuilles: readonly EtatFeuille[];
  readonly dates1904: boolean;
  readonly calculManuel: boolean;
}

const VISIBILITES: ReadonlyMap<string, Visibilite> = new Map([
  ['Hidden', 'masquee'],
  ['VeryHidden', 'tresMasquee'],
]);

/** Demande l'état avec d'autres choses ; la fonction rendue le lit après l'échange. */
export function demanderEtat(contexte: Excel.RequestContext): () => EtatClasseur {
  const { worksheets, functions, application } = contexte.workbook;
  application.load('calculationMode');
  worksheets.load(
    'items/name,items/visibility,items/protection/protected,items/tables/items/name,items/tables/items/showTotals',
  );
  // Aucun membre ne dit le calendrier du classeur ; la date du 2 janvier 1904 y vaut 1 ou 1463.
  const jour = functions.date(1904, 1, 2);
  jour.load('value');
  return () => ({
    feuilles: worksheets.items.map(({ name, visibility, tables, protection }) => ({
      nom: name,
      visibilite: VISIBILITES.get(visibility) ?? 'visible',
      tableaux: tables.items.map((tableau) => tableau.name),
      avecTotal: tables.items.filter(({ showTotals }) => showTotals).map((tableau) => tableau.name),
      protegee: protection.protected,
    })),
    dates1904: jour.value === 1,
    calculManuel: application.calculationMode === 'Manual',
  });
}

export async function lireEtat(contexte: Excel.RequestContext): Promise<EtatClasseur> {
  const etat = demanderEtat(contexte);
  await contexte.sync();
  return etat();
}
