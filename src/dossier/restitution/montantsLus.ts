/** Le sort des montants d'une feuille : ce que chaque colonne d'euros a donné au calcul, et ce qu'elle a laissé. */
import type { Colonne } from '../colonnes/colonne';
import { CLES_TABLES, colonnesDe, type CleTable } from '../lecture/tables';
import type { Lecture } from '../lecture/lecture';
import { ZERO, montant, somme, type Decimal } from '../../valeurs/montant';
import { estVide } from '../../valeurs/texte';

export interface MontantLu {
  readonly champ: string;
  readonly entete: string;
  /** Somme des cellules lues, en €. */
  readonly lu: Decimal;
  /** Somme des nombres des lignes laissées (totaux, notes), en €. */
  readonly laisse: Decimal;
  /** Lignes dont la cellule est remplie et ne se lit pas. */
  readonly illisibles: readonly number[];
}

/** Par nom de feuille, ses colonnes d'euros. */
export function montantsLus(lecture: Lecture): ReadonlyMap<string, readonly MontantLu[]> {
  return new Map(
    CLES_TABLES.flatMap((cle) => {
      const table = lecture[cle];
      return table ? [[table.feuille.nom, colonnesDEuros(cle, table)] as const] : [];
    }),
  );
}

function colonnesDEuros(cle: CleTable, table: NonNullable<Lecture[CleTable]>): readonly MontantLu[] {
  const { feuille, entetes, lignes, bilan } = table;
  const ignorees = bilan.lignesIgnorees.flatMap(({ ligne, derniere }) =>
    feuille.lignes.slice(ligne - feuille.premiereLigne, derniere - feuille.premiereLigne + 1),
  );
  return Object.entries<Colonne>(colonnesDe(cle)).flatMap(([champ, colonne]): MontantLu[] => {
    const indice = entetes?.colonnes.get(champ);
    if (colonne.type !== 'montant' || indice === undefined) return [];
    const lues = lignes as readonly Readonly<Record<string, unknown>>[];
    const vus = lignes.filter(({ illisibles }) => illisibles.has(champ));
    return [
      {
        champ,
        entete: colonne.entete,
        lu: somme([ZERO, ...lues.flatMap((l) => (l[champ] as Decimal | null) ?? [])]),
        laisse: somme([
          ZERO,
          ...ignorees.flatMap((ligne) => {
            const valeur = ligne[indice] ?? null;
            return typeof valeur === 'number' ? [montant(valeur)] : [];
          }),
        ]),
        illisibles: vus.flatMap(({ ligne }) =>
          estVide(feuille.lignes[ligne - feuille.premiereLigne]?.[indice] ?? null) ? [] : [ligne],
        ),
      },
    ];
  });
}
