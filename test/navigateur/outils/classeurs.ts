/** Des classeurs d'essai, composés ligne à ligne. */
import type { Valeur } from '../../../src/valeurs/valeur';
import { ENTETES, PARAMETRES } from '../../volet/port';
import type { FeuilleDePage } from './hotePage';

export type Contenu = string | number | boolean | null;

export const classeur = (...projets: readonly Valeur[][]): FeuilleDePage[] => [
  { nom: 'Paramètres', lignes: PARAMETRES as Contenu[][] },
  { nom: 'Projets', lignes: [ENTETES, ...(projets as Contenu[][])] },
];
