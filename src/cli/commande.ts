/** Ce qu'est une commande : ses arguments, son exécution, et ce qu'elle rend. Elle n'écrit rien à l'écran. */
import type { Arguments, NomOption, NomValeur, Precisions, Valeurs } from './options';
import type { Ecran } from './ecran';

/** Une demande dont l'usage est déjà vérifié. */
export interface Demande {
  readonly fichiers: readonly string[];
  readonly valeurs: Valeurs;
  /** Options sans valeur que l'agent a données. */
  readonly drapeaux: ReadonlySet<NomOption>;
  readonly listes: Arguments['listes'];
  /** Jour de l'examen : --au, sinon aujourd'hui. */
  readonly au: string;
  /** Dit où en est un travail long. */
  readonly avancer: (etape: string) => void;
}

export interface Issue {
  /** 0 : fait ; 1 : anomalies bloquantes, fichiers refusés, ou courriers laissés. */
  readonly code: 0 | 1;
  readonly json: () => unknown;
  readonly resume: (ecran: Ecran) => string;
  /** Pourquoi rien n'a été écrit : une phrase pour la sortie d'erreur. */
  readonly motif?: string;
}

export interface Commande {
  readonly role: string;
  readonly fichiers: 'aucun' | 'un' | 'deux' | 'plusieurs';
  readonly obligatoires: readonly NomValeur[];
  readonly facultatives: readonly NomOption[];
  /** Celles qu'elle entend autrement que les autres commandes. */
  readonly precisions?: Precisions;
  /** Un titre et ses mots, à la fin de son aide. */
  readonly complement?: () => readonly [titre: string, texte: string];
  readonly executer: (demande: Demande) => Promise<Issue>;
}
