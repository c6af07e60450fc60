/** Ce qui a été lu d'un classeur. */
import type { Anomalie } from '../anomalies/anomalie';
import type { Colonnes } from '../colonnes/colonne';
import type { COLONNES_PROJETS } from '../colonnes/projets';
import type { FeuilleLue } from './bilan';
import type { Justification } from './justifications';
import type { Parametres } from './parametres';
import type { Table } from './table';
import { CLES_TABLES, type CleTable, type TABLES } from './tables';

type Tables = {
  readonly [C in Exclude<CleTable, 'projets'>]: Table<(typeof TABLES)[C]> | null;
};

export interface Lecture extends Tables {
  readonly parametres: Parametres;
  readonly projets: Table<typeof COLONNES_PROJETS>;
  /** Vrai quand le classeur a un journal que rien ne permet de lire : tout ce qui a été versé est inconnu. */
  readonly journalNonLu: boolean;
  /** Noms des feuilles dans l'ordre du classeur. */
  readonly feuilles: readonly string[];
  /** Ce qui a été lu de chaque feuille, et ce qui a été laissé. */
  readonly bilan: readonly FeuilleLue[];
  readonly anomalies: readonly Anomalie[];
  /** Ce que l'agent a déjà justifié. */
  readonly justifications: readonly Justification[];
}

/** La table lue dans cette feuille. */
export const tableDe = (
  feuille: string,
  lecture: Lecture,
): Pick<Table<Colonnes>, 'feuille' | 'definitions' | 'entetes'> | undefined =>
  CLES_TABLES.map((cle) => lecture[cle]).find((t) => t?.feuille.nom === feuille) ?? undefined;

/** La ligne Excel des intitulés ; celle du haut de la feuille quand elle n'en a pas. */
export const ligneDesIntitules = ({
  feuille,
  entetes,
}: Pick<Table<Colonnes>, 'feuille' | 'entetes'>): number => feuille.premiereLigne + (entetes?.indice ?? 0);

/** L'intitulé de Clas pour la colonne visée ; `null` : le lieu n'est pas d'une colonne. */
export function intituleDe(
  { feuille, champ }: { readonly feuille: string; readonly champ: string | null },
  lecture: Lecture,
): string | null {
  return tableDe(feuille, lecture)?.definitions[champ ?? '']?.entete ?? null;
}
