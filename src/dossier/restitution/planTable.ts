/** Un tableau avec sa ligne de totaux : une description par colonne, les totaux en formules natives. */
import type { CellulePlan } from '../formes/plan';
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
  /** Formule de ce total, quand ce n'est pas celle du tableau. */
  readonly formule?: (plage: string, debut: number, fin: number) => string;
}

const cellule = (valeur: ValeurTable, style?: CellulePlan['style']): CellulePlan => {
  if (valeur === null) return vide(style);
  if (typeof valeur === 'string') return texte(valeur, style);
  if (typeof valeur === 'number') return entier(valeur, style);
  if ('jour' in valeur) return jour(valeur.jour, style);
  return 'taux' in valeur ? part(valeur.taux, style) : euros(valeur, style);
};

const blanc = (format: CellulePlan['format'], style: CellulePlan['style']): CellulePlan =>
  format === undefined ? vide(style) : { ...vide(style), format };

/**
 * En-tête, lignes et totaux à partir de la ligne Excel `premiere`.
 * @param formule formule du total d'une plage ; par défaut la somme de la colonne
 */
export function table<L>(
  colonnes: readonly ColonneTable<L>[],
  lignes: readonly L[],
  premiere: number,
  {
    formule = (plage: string) => `SUM(${plage})`,
    style = (): CellulePlan['style'] => undefined,
  }: {
    formule?: (plage: string, debut: number, fin: number) => string;
    style?: (ligne: L) => CellulePlan['style'];
  } = {},
): CellulePlan[][] {
  const debut = premiere + 1;
  const fin = premiere + lignes.length;
  // une cellule vide a le format de sa colonne : l'agent qui la remplit ne le cherche pas, et le fichier s'allège
  const formats = colonnes.map(({ valeur }) => {
    const pleine = lignes.find((ligne) => valeur(ligne) !== null);
    return pleine && cellule(valeur(pleine)).format;
  });
  const totaux = colonnes.map(({ total, formule: sienne = formule }, i) => {
    if (i === 0) return libelle('Total', 'total');
    if (total === undefined || total === null) return vide('total');
    const somme = cellule(total, 'total');
    return lignes.length === 0 ? somme : parFormule(somme, sienne(colonneDe(i + 1, debut, fin), debut, fin));
  });
  return [
    entetes(colonnes.map((c) => c.entete)),
    ...lignes.map((ligne) => {
      const role = style(ligne);
      return colonnes.map((c, i) => {
        const valeur = c.valeur(ligne);
        return valeur === null ? blanc(formats[i], role) : cellule(valeur, role);
      });
    }),
    totaux,
  ];
}
