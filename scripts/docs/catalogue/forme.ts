/** La forme d'une entrée du catalogue : une règle, d'où elle vient, où elle vit, ce qui la prouve. */
import type * as Reglement from '../../../src/reglement/index';
import type { COFINANCEMENT, COLLECTIF, COMPTES, GESTION } from '../../../src/reglement/index';
import type { Section } from '../../../src/reglement/sources';

type Exports = typeof Reglement;

/** Une fonction exportée par l'index des règles : un nom qui n'existe pas ne compile pas. */
type Fonction = {
  [K in keyof Exports]: Exports[K] extends (...arguments_: never[]) => unknown ? K : never;
}[keyof Exports];

/** Une valeur datée et sourcée dont la règle se sert. */
type Constante =
  | 'BAREMES'
  | 'PREMIERE_ANNEE'
  | `GESTION.${keyof typeof GESTION}`
  | `COFINANCEMENT.${keyof typeof COFINANCEMENT}`
  | `COLLECTIF.${keyof typeof COLLECTIF}`
  | `COMPTES.${keyof typeof COMPTES}`;

export interface Regle {
  /** `theme.regle`, sans accent. */
  readonly id: string;
  readonly titre: string;
  /** Sections de la circulaire ; `note` : la note de cadrage. Vide : la règle est une interprétation. */
  readonly sources: readonly (Section | 'note')[];
  /** Ancres de `docs/interpretations.md`. */
  readonly interpretations?: readonly string[];
  /** Fichier de `src/reglement` où vivent les fonctions. */
  readonly fichier?: string;
  readonly fonctions?: readonly Fonction[];
  readonly constantes?: readonly Constante[];
  /** Ce que l'agent règle dans son classeur. */
  readonly classeur?: string;
  /** Situations contrôlées dans `src/dossier` : références du catalogue des anomalies. */
  readonly controles?: readonly string[];
  /** Module de `src/dossier` qui l'applique, quand ce n'est ni une fonction ni un contrôle. */
  readonly module?: string;
  /** Pourquoi rien ne la vérifie : la donnée n'est pas dans le classeur. */
  readonly horsClasseur?: string;
  /** Fichiers de `test/reglement`. */
  readonly tests?: readonly string[];
}
