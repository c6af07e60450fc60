/** Un graphique du plan, pour la bibliothèque : natif, il lit les cellules de sa feuille. */
import type { WriteSheet } from 'hucre/xlsx';
import type { GraphiquePlan } from '../../dossier/formes/plan';

type Graphique = NonNullable<WriteSheet['charts']>[number];

/** Les teintes des séries, lisibles ensemble et en gris : vert de Clas, bleu, ocre. */
const TEINTES_SERIES = ['1F7A4D', '2B6CB0', 'B7791F'] as const;

export function convertirGraphique(
  { type, titre, categories, series, ancre }: GraphiquePlan,
  feuille: string,
): Graphique {
  const de = (plage: string): string =>
    `'${feuille.replaceAll("'", "''")}'!${plage.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`;
  return {
    type: type === 'barres' ? 'bar' : 'column',
    title: titre,
    series: series.map(({ nom, valeurs }, i) => ({
      name: nom,
      values: de(valeurs),
      categories: de(categories),
      color: TEINTES_SERIES[i % TEINTES_SERIES.length] ?? TEINTES_SERIES[0],
    })),
    // sans centimes : sous un graphique étroit, « 50 000,00 € » se chevauche
    axes: { y: { numberFormat: { formatCode: '#,##0' } } },
    legend: series.length > 1 ? 'bottom' : false,
    anchor: {
      from: { row: ancre.ligne - 1, col: ancre.colonne - 1 },
      to: { row: ancre.ligne - 1 + ancre.lignes, col: ancre.colonne - 1 + ancre.colonnes },
    },
  };
}
