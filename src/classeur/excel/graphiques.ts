/** Les graphiques natifs d'une page de Clas : ils lisent ses cellules, intitulés des séries compris. */
import type { FeuillePlan, GraphiquePlan } from '../../dossier/formes/plan';
import { adresseDe, lirePlage, plageDe } from '../../dossier/formes/adresses';

const TYPES = { colonnes: 'ColumnClustered', barres: 'BarClustered' } as const;

/** À quoi Clas reconnaît les siens, quand il refait la page. */
const PREFIXE = 'Clas — ';
export const estGraphiqueDeClas = (nom: string): boolean => nom.startsWith(PREFIXE);

/** Les noms, les valeurs et, au-dessus, les intitulés : un seul rectangle. */
function source({ categories, series }: GraphiquePlan): string {
  const plages = [categories, ...series.map(({ valeurs }) => valeurs)].map(lirePlage);
  return plageDe({
    ligne1: Math.min(...plages.map((p) => p.ligne1)) - 1,
    colonne1: Math.min(...plages.map((p) => p.colonne1)),
    ligne2: Math.max(...plages.map((p) => p.ligne2)),
    colonne2: Math.max(...plages.map((p) => p.colonne2)),
  });
}

export function poserGraphiques(cible: Excel.Worksheet, { graphiques = [] }: FeuillePlan): void {
  for (const graphique of graphiques) {
    const { type, titre, ancre } = graphique;
    const pose = cible.charts.add(TYPES[type], cible.getRange(source(graphique)), 'Columns');
    pose.name = PREFIXE + titre;
    pose.title.text = titre;
    pose.setPosition(
      adresseDe(ancre.ligne, ancre.colonne),
      adresseDe(ancre.ligne + ancre.lignes - 2, ancre.colonne + ancre.colonnes - 1),
    );
  }
}
