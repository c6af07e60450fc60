/**
 * Ce que le volet et les commandes demandent à Excel, et rien de plus. L'adaptateur (Office.js) est dans ce dossier ;
 * le volet ne connaît que cette interface, et ses tests peuvent lui en donner une autre.
 * Toute méthode échoue par une `ErreurClasseur` dont la phrase se montre telle quelle.
 */
import type { ClasseurLu } from '../../dossier/formes/grille';
import type { Valeur } from '../../valeurs/valeur';
import type { ClasseurPlan, FeuillePlan } from '../../dossier/formes/plan';

export interface Cellule {
  readonly feuille: string;
  /** Ligne Excel, à partir de 1. */
  readonly ligne: number;
  /** Colonne Excel, à partir de 1 (A = 1). */
  readonly colonne: number;
}

/** Une correction proposée : elle n'est faite que si la cellule contient encore `avant`. */
export interface Correction extends Cellule {
  readonly avant: Valeur;
  readonly apres: string | number | boolean | null;
  /** Format à poser avec la valeur (« @ » pour un Siret). */
  readonly format?: string;
  /** Formule à reposer au lieu de `apres` : l'inverse d'une correction qui en a remplacé une. */
  readonly formule?: string;
  /** Cellule que remplit la formule d'une autre : la rendre, c'est la vider. */
  readonly propagee?: boolean;
}

export interface Changement {
  readonly feuille: string;
  /** Plage modifiée (« B3:C7 »), ou `null` si toute la feuille a pu changer (ligne insérée, feuille ajoutée). */
  readonly plage: string | null;
}

/** Teinte d'une cellule à colorer ; l'agent la demande, et la retire. */
export interface Teinte extends Cellule {
  readonly gravite: 'bloquante' | 'alerte' | 'information';
}

/** L'Excel de l'agent, pour ce que le volet peut lui promettre. */
export interface CapacitesExcel {
  readonly plateforme: 'windows' | 'mac' | 'web';
  /** Ctrl+Z défait ce qu'écrit Clas ; sinon, chaque demande de Clas vide la liste d'annulation. */
  readonly annule: boolean;
}

export interface PortExcel {
  capacites(): CapacitesExcel;
  /** Tout le classeur, les feuilles de Clas par leur seul nom, en au plus trois échanges. */
  lire(): Promise<ClasseurLu>;
  /**
   * Ce que `lire` rendrait, sans redemander ce qui n'a pas pu changer depuis `avant` : les lignes intactes gardent leur
   * tableau. Les fusions, qu’aucun événement ne signale, restent celles d'`avant`.
   */
  relire(avant: ClasseurLu, changements: readonly Changement[]): Promise<ClasseurLu>;
  /** Réécrit entières des feuilles de Clas ; refuse tout autre nom. Un échec laisse les feuilles de l'agent intactes et peut être relancé. */
  ecrireFeuilles(feuilles: readonly FeuillePlan[]): Promise<void>;
  /**
   * Écrit des pages pour d'autres (`FEUILLES_SORTIES`), graphiques compris, en trois échanges ; refuse une feuille de ce
   * nom qui n'est pas de Clas. Un échec ne laisse pas de page nouvelle à moitié faite.
   */
  ecrirePages(pages: readonly FeuillePlan[]): Promise<void>;
  /** Crée les feuilles absentes d'un classeur préparé ; ne touche jamais une feuille existante. Rend les noms créés. */
  creerFeuilles(plan: ClasseurPlan): Promise<readonly string[]>;
  /** Montre et sélectionne une cellule. */
  allerA(cellule: Cellule): Promise<void>;
  /** Applique des corrections ; rend l'inverse, pour les annuler. Refuse si une cellule a changé entre-temps. */
  corriger(corrections: readonly Correction[]): Promise<readonly Correction[]>;
  /**
   * Écrit des paramètres à droite de leur libellé dans la feuille nommée, à la demande de l'agent ; par clé (« annee »)
   * ou par libellé (« Année scolaire »). Rend l'inverse, pour l'annuler.
   */
  ecrireParametres(
    feuille: string,
    valeurs: Readonly<Record<string, string>>,
  ): Promise<readonly Correction[]>;
  colorer(teintes: readonly Teinte[]): Promise<void>;
  decolorer(): Promise<void>;
  /** Réécrit sur elles-mêmes les formules CLAS.* restées en #NOM? ou #BUSY! ; rend leur nombre. */
  recalculerFormules(): Promise<number>;
  /** Remplace les formules CLAS.* par leurs valeurs, sauf celles en erreur ; rend l'inverse, pour l'annuler. */
  figerFormules(): Promise<readonly Correction[]>;
  /** Ouvre un classeur neuf (route « Enregistrer sous »). */
  ouvrirClasseur(octets: Uint8Array): Promise<void>;
  /**
   * Appelle `suivre` à chaque changement d'une feuille de l'agent, `calculer` quand Excel vient d'en calculer une : une
   * fonction de Clas répond après coup, sans que rien d'autre l'annonce. Rend de quoi arrêter.
   */
  surChangement(
    suivre: (changement: Changement) => void,
    calculer?: () => void,
  ): Promise<() => Promise<void>>;
  /** Appelle `suivre` tout de suite, puis quand la sélection change ; rend de quoi arrêter. */
  surSelection(suivre: (cellule: Cellule) => void): Promise<() => Promise<void>>;
  /** Réglages gardés dans le classeur (colonnes désignées, contrôle à la frappe) : rien de personnel. */
  lireReglage(cle: string): string | null;
  ecrireReglage(cle: string, valeur: string | null): Promise<void>;
}
