/** Les feuilles de données d'un classeur, et les colonnes de chacune. */
import { COLONNES_AVENANTS } from '../colonnes/avenants';
import { COLONNES_BONUS_VERSES } from '../colonnes/bonusVerses';
import { COLONNES_COLLECTIFS } from '../colonnes/collectifs';
import type { Colonnes } from '../colonnes/colonne';
import { COLONNES_ECRITURES_PASSEES } from '../colonnes/ecrituresPassees';
import { COLONNES_PROJETS } from '../colonnes/projets';
import { COLONNES_VERSEMENTS } from '../colonnes/versements';
import type { CleFeuille } from '../feuilles';

export const TABLES = {
  projets: COLONNES_PROJETS,
  collectifs: COLONNES_COLLECTIFS,
  versements: COLONNES_VERSEMENTS,
  bonusVerses: COLONNES_BONUS_VERSES,
  avenants: COLONNES_AVENANTS,
  ecrituresPassees: COLONNES_ECRITURES_PASSEES,
} as const satisfies Readonly<Record<Exclude<CleFeuille, 'parametres'>, Colonnes>>;

export type CleTable = keyof typeof TABLES;

/** Les colonnes de chaque feuille de données. */
export const colonnesDe = (cle: CleTable): Colonnes => TABLES[cle];
export const CLES_TABLES = Object.keys(TABLES) as readonly CleTable[];

/** Ce que le journal des versements dispense de trouver dans Projets. */
export const ACOMPTES: ReadonlySet<string> = new Set(['acomptesN', 'acomptesN1']);
