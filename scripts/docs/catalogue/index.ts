/**
 * Le catalogue des règles : texte → paramètre daté → règle → explication → test, en une table.
 * Hors de l'index : il sert la documentation et les tests, il ne pèse pas dans les fonctions d'Excel.
 */
import { REGLES_CONDITIONS } from './conditions';
import { REGLES_FINANCEMENT } from './financement';
import type { Regle } from './forme';
import { REGLES_GESTION } from './gestion';
import { REGLES_REMONTEE } from './remontee';

export type { Regle } from './forme';

/** Les règles par thème, dans l'ordre du travail d'un agent. */
export const CATALOGUE: readonly { readonly theme: string; readonly regles: readonly Regle[] }[] = [
  { theme: 'Conditions d’un projet et d’un collectif', regles: REGLES_CONDITIONS },
  { theme: 'Barème, prestation de service, bonus, cofinancement', regles: REGLES_FINANCEMENT },
  { theme: 'Gestions, acomptes, arrêté des comptes, liquidation, contrôle', regles: REGLES_GESTION },
  { theme: 'Identification et remontée à la Cnaf', regles: REGLES_REMONTEE },
];
