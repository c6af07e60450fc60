/** Un tableau, et la feuille qui le porte : une description par colonne, les totaux en formules natives. */
import type { CellulePlan, FeuillePlan } from '../formes/plan';
import type { Decimal } from '../../valeurs/montant';
import { colonneDe, entetes, entier, euros, jour, libelle, parFormule, part, texte, vide } from './cellules';

/** Où tient le total d'une grande Caf, en gras. */
export const LARGEUR_MONTANT = 18;

/** Un jour « AAAA-MM-JJ », une part de 1 : de vraies dates, de vrais nombres, que l'agent trie et calcule. */
type Particuliere = { readonly jour: string } | { readonly taux: Decimal };
export type ValeurTable = string | number | Decimal | Particuliere | null;

export interface ColonneTable<L> {
  readonly entete: string;
  readonly largeur: number;
  readonly valeur: (ligne: L) => ValeurTable;
  /** Total déjà calculé ; absent : la colonne ne se totalise pas. `null` : rien n'est connu. */
  readonly total?: Decimal | number | null;
  /** Formule de ce total, quand ce n'est pas la somme de la colonne. */
  readonly formule?: (plage: string, debut: number, fin: number) => string;
}

const cellule = (valeur: ValeurTable, style?: CellulePlan['style']): CellulePlan => {
  if (valeur === null) return vide(style);
  if (typeof valeur === 'string') return texte(valeur, style);
  if (typeof valeur === 'number') return entier(valeur, style);
  if ('jour' in valeur) return jour(valeur.jour, style);
  return 'taux' in valeur ? part(valeur.taux, style) : euros(valeur, style);
};

/** En-tête et lignes à partir de la ligne Excel `premiere` ; totaux, si une colonne se totalise. */
export function table<L>(
  colonnes: readonly ColonneTable<L>[],
  lignes: readonly L[],
  premiere: number,
  style: (ligne: L) => CellulePlan['style'] = () => undefined,
): CellulePlan[][] {
  const debut = premiere + 1;
  const fin = premiere + lignes.length;
  // une cellule vide a le format de sa colonne : l'agent qui la remplit ne le cherche pas, et le fichier s'allège
  const formats = colonnes.map(({ valeur }) => {
    const pleine = lignes.find((ligne) => valeur(ligne) !== null);
    return pleine && cellule(valeur(pleine)).format;
  });
  const totaux = colonnes.map(({ total, formule = (plage) => `SUM(${plage})` }, i) => {
    if (i === 0) return libelle('Total', 'total');
    if (total === undefined || total === null) return vide('total');
    const somme = cellule(total, 'total');
    return lignes.length === 0 ? somme : parFormule(somme, formule(colonneDe(i + 1, debut, fin), debut, fin));
  });
  return [
    entetes(colonnes.map((c) => c.entete)),
    ...lignes.map((ligne) => {
      const role = style(ligne);
      return colonnes.map((c, i) => {
        const valeur = c.valeur(ligne);
        return valeur === null ? vide(role, formats[i]) : cellule(valeur, role);
      });
    }),
    ...(colonnes.some(({ total }) => total !== undefined) ? [totaux] : []),
  ];
}

interface FeuilleDeTable<L> extends Pick<FeuillePlan, 'nom' | 'colonnesFigees' | 'protegee'> {
  /** Au-dessus du tableau. */
  readonly haut?: readonly CellulePlan[][];
  readonly colonnes: readonly ColonneTable<L>[];
  readonly lignes: readonly L[];
  readonly style?: (ligne: L) => CellulePlan['style'];
  /** Ce qui se dit à la place des lignes et de leurs totaux, quand il n'y en a pas. */
  readonly rien?: string;
  /** Au-dessous. */
  readonly bas?: readonly CellulePlan[][];
  readonly paysage?: boolean;
  readonly pied?: string;
}

/** La feuille d'un tableau : ses intitulés restent en vue, et se répètent sur chaque page. */
export function feuilleDeTable<L>({
  haut = [],
  colonnes,
  lignes,
  rien,
  bas = [],
  paysage = true,
  pied,
  style,
  ...feuille
}: FeuilleDeTable<L>): FeuillePlan {
  const premiere = haut.length + 1;
  const ecrites = table(colonnes, lignes, premiere, style);
  const vide = lignes.length === 0 && rien !== undefined;
  return {
    ...feuille,
    colonnes: colonnes.map(({ largeur }) => ({ largeur })),
    lignes: [...haut, ...(vide ? [...ecrites.slice(0, 1), [libelle(rien)]] : ecrites), ...bas],
    lignesFigees: premiere,
    impression: { paysage, repeterLigne: premiere, ...(pied !== undefined && { pied }) },
  };
}
