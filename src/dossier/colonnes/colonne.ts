/**
 * Une colonne du classeur, dite une seule fois : intitulé, synonymes, type, exigence.
 * La lecture, les contrôles, le classeur préparé et la documentation lisent ces définitions.
 */
import type { Choix } from '../../valeurs/choix';
import type { Decimal } from '../../valeurs/montant';

export type TypeColonne =
  'texte' | 'siret' | 'montant' | 'entier' | 'nombre' | 'duree' | 'date' | 'ouiNon' | 'choix';

/** Les types dont la cellule est un nombre qui se compte. */
export const NUMERIQUES: ReadonlySet<TypeColonne> = new Set(['montant', 'entier', 'nombre', 'duree']);

export interface Colonne {
  readonly entete: string;
  readonly type: TypeColonne;
  /** `oui` : colonne obligatoire ; `alerte` : son absence est signalée ; `non` : facultative. */
  readonly exigence: 'oui' | 'alerte' | 'non';
  readonly synonymes: readonly string[];
  /** Synonymes qui sont des mots communs (« Statut », « Groupes ») : ils ne valent que si le contenu de la colonne va. */
  readonly communs?: readonly string[];
  /** L'année scolaire de la ligne : sous un mot commun, la colonne ne l'est que si elle n'a que des années, celle du classeur surtout. */
  readonly millesime?: true;
  /** Mots, au singulier et sans accents, qui font ressembler à cette colonne un intitulé inconnu (tous ceux d'une entrée). */
  readonly voisins?: readonly string[];
  /** Mots qui défont la ressemblance : un solde versé n'est pas un acompte. */
  readonly sauf?: readonly string[];
  readonly choix?: Choix;
  /** Les mots du terrain (classes, cycles, âges) y valent autant que la liste. */
  readonly vocabulaire?: 'public';
  /** Numéro de dossier : ce que l'agent voit, jamais une date ni un nombre tronqué. */
  readonly identifiant?: true;
  /** Ce qu'il faut faire d'un nombre négatif, quand ce n'est pas corriger le signe. */
  readonly remedeNegatif?: string;
  /** Ce qui vaut à partir d'une date, en entier : « +500 » dirait ce qui s'ajoute. */
  readonly etat?: true;
  /** Illisible, la ligne n'est pas comptée : c'est ce qui se dit. */
  readonly nonCompte?: true;
  /** Ce que l'agent y met, unité comprise : sert de note d'aide dans le classeur préparé. */
  readonly aide: string;
  /** Une petite Caf s'en passe (contrôle sur place, montant demandé, fréquentation…) : le modèle la replie, ce n'est pas la cacher. */
  readonly repliee?: true;
  /** Colonne que Clas reconnaît pour la comparer à son calcul ; elle ne fait pas exister une ligne. */
  readonly calculee?: true;
}

export type Colonnes = Readonly<Record<string, Colonne>>;

/** Valeur lue selon le type : montants en € exacts, dates « AAAA-MM-JJ », durées en heures. */
interface ValeurParType {
  texte: string;
  siret: string;
  montant: Decimal;
  entier: number;
  nombre: number;
  duree: number;
  date: string;
  ouiNon: boolean;
}

type ValeurDe<C extends Colonne> = C['type'] extends 'choix'
  ? C extends { choix: infer V }
    ? keyof V & string
    : string
  : C['type'] extends keyof ValeurParType
    ? ValeurParType[C['type']]
    : never;

/** Une ligne lue : `null` pour une cellule vide ou illisible (alors nommée dans `illisibles`). */
export type Rangee<D extends Colonnes> = {
  readonly [K in keyof D]: ValeurDe<D[K]> | null;
} & {
  /** Ligne Excel. */
  readonly ligne: number;
  /** Colonnes dont la cellule est remplie et n'a pas pu être lue, ou n'est pas lue (C-FMT-14) : leur valeur est inconnue. */
  readonly illisibles: ReadonlySet<string>;
  /** Parmi elles, celles qu'une colonne non reconnue a remplies (C-FMT-14). */
  readonly nonLues?: ReadonlySet<string>;
};
