/**
 * La présentation de la remontée, en un seul endroit : ses colonnes, ses deux blocs, ses totaux de contrôle.
 * L'écriture, la relecture, le Table Schema et la documentation la suivent ; le jour où le modèle de la Cnaf
 * est connu, c'est ce fichier qui change, et `PRESENTATION` avec lui.
 */
import { COLONNES_PROJETS } from '../../colonnes/projets';
import { anneeScolaire } from '../../../reglement/annee';
import type { Decimal } from '../../../valeurs/montant';

/** Numéro de cette présentation : un fichier d'un autre numéro n'est pas relu. */
export const PRESENTATION = 2;

export type Bloc = 'accordes' | 'verses';

/** Une ligne de la remontée ; ce que la feuille Bonus versés ne porte pas est `null` dans son bloc. */
export interface LigneRemontee {
  readonly dossier: string;
  readonly gestionnaire: string | null;
  readonly siret: string | null;
  readonly action: string | null;
  readonly commune: string | null;
  readonly public: string | null;
  /** Collectifs retenus : les réels, à défaut les agréés. */
  readonly collectifs: number | null;
  /** Nombres de collectifs avec bonus. */
  readonly bonusEnfants: number | null;
  readonly bonusParents: number | null;
  readonly montantEnfants: Decimal | null;
  readonly montantParents: Decimal | null;
  readonly montant: Decimal;
}

export type CleLigne = keyof LigneRemontee;

export interface ColonneRemontee {
  readonly entete: string;
  readonly type: 'texte' | 'entier' | 'montant';
  readonly largeur: number;
  readonly blocs: readonly Bloc[];
  /** Toujours remplie dans ses blocs. */
  readonly obligatoire?: true;
  readonly choix?: readonly string[];
  /** Expression que tout son texte suit. */
  readonly motif?: string;
  readonly aide: string;
}

const P = COLONNES_PROJETS;
const LES_DEUX: readonly Bloc[] = ['accordes', 'verses'];
const ACCORDES: readonly Bloc[] = ['accordes'];

type Definition = Pick<ColonneRemontee, 'entete' | 'aide'>;

const texte = (
  { entete, aide }: Definition,
  largeur: number,
  blocs: readonly Bloc[] = ACCORDES,
): ColonneRemontee => ({ entete, type: 'texte', largeur, blocs, aide });

const nombre = (
  type: 'entier' | 'montant',
  entete: string,
  aide: string,
  blocs: readonly Bloc[] = ACCORDES,
): ColonneRemontee => ({ entete, type, largeur: 16, blocs, aide });

/** Dans l'ordre des feuilles. */
export const COLONNES_REMONTEE: Readonly<Record<CleLigne, ColonneRemontee>> = {
  dossier: { ...texte(P.dossier, 31, LES_DEUX), obligatoire: true },
  gestionnaire: texte(P.gestionnaire, 42, LES_DEUX),
  siret: { ...texte(P.siret, 17), motif: '^[0-9]{14}$' },
  action: texte(P.action, 30),
  commune: texte(P.commune, 26),
  public: { ...texte(P.public, 12), choix: Object.keys(P.public.choix) },
  collectifs: {
    ...nombre('entier', 'Collectifs', 'Nombre de collectifs retenus : les réels, à défaut les agréés.'),
    obligatoire: true,
  },
  bonusEnfants: nombre('entier', 'Collectifs avec bonus enfants', P.bonusEnfants.aide, LES_DEUX),
  bonusParents: nombre('entier', 'Collectifs avec bonus parents', P.bonusParents.aide, LES_DEUX),
  montantEnfants: {
    ...nombre('montant', 'Montant bonus enfants', 'Bonus enfants accordés, en euros.'),
    obligatoire: true,
  },
  montantParents: {
    ...nombre('montant', 'Montant bonus parents', 'Bonus parents accordés, en euros.'),
    obligatoire: true,
  },
  montant: {
    ...nombre(
      'montant',
      'Montant des bonus',
      'Bonus enfants et parents, en euros : accordés pour N-N+1, ou versés pour (N-1)-N.',
      LES_DEUX,
    ),
    obligatoire: true,
  },
};

export const CLES_LIGNE = Object.keys(COLONNES_REMONTEE) as CleLigne[];
/** Numéro Excel de la colonne. */
export const rangDe = (cle: CleLigne): number => CLES_LIGNE.indexOf(cle) + 1;

export interface DefinitionBloc {
  /** Valeur de la colonne « Bonus » de la feuille Données. */
  readonly bonus: string;
  /** Année scolaire du bloc, d'après celle de la remontée. */
  readonly annee: (annee: number) => number;
  readonly titre: (annee: number) => string;
  readonly neant: string;
}

/** Un bonus accordé n'est jamais dit versé : il ne se paie qu'avec le solde. */
export const BLOCS: Readonly<Record<Bloc, DefinitionBloc>> = {
  accordes: {
    bonus: 'accordé',
    annee: (annee) => annee,
    titre: (annee) =>
      `Bonus accordés pour ${anneeScolaire(annee)} (payés avec le solde, après juin ${annee + 1})`,
    neant: 'Néant : aucun projet avec bonus.',
  },
  verses: {
    bonus: 'versé',
    annee: (annee) => annee - 1,
    titre: (annee) => `Bonus versés pour ${anneeScolaire(annee - 1)} (année scolaire précédente)`,
    neant: 'Néant : aucun bonus versé.',
  },
};
export const CLES_BLOC = Object.keys(BLOCS) as Bloc[];

/** Ce que la Caf déclare, totalisé : la seule liste des totaux de contrôle. */
interface DefinitionTotal {
  readonly libelle: string;
  readonly bloc: Bloc;
  readonly colonne: CleLigne;
  /** `nombre` : combien de lignes ; `somme` : total de la colonne. */
  readonly calcul: 'nombre' | 'somme';
  /** Un nombre entier, ou des euros exacts. */
  readonly unite: 'nombre' | 'montant';
}

export const TOTAUX = {
  // compté sur une colonne de nombres toujours remplie : « Néant » n'y est pas un projet
  projets: {
    libelle: 'Projets avec bonus',
    bloc: 'accordes',
    colonne: 'collectifs',
    calcul: 'nombre',
    unite: 'nombre',
  },
  collectifs: {
    libelle: 'Collectifs de ces projets',
    bloc: 'accordes',
    colonne: 'collectifs',
    calcul: 'somme',
    unite: 'nombre',
  },
  collectifsBonusEnfants: {
    libelle: 'Collectifs avec bonus enfants',
    bloc: 'accordes',
    colonne: 'bonusEnfants',
    calcul: 'somme',
    unite: 'nombre',
  },
  collectifsBonusParents: {
    libelle: 'Collectifs avec bonus parents',
    bloc: 'accordes',
    colonne: 'bonusParents',
    calcul: 'somme',
    unite: 'nombre',
  },
  bonusEnfants: {
    libelle: 'Bonus enfants accordés',
    bloc: 'accordes',
    colonne: 'montantEnfants',
    calcul: 'somme',
    unite: 'montant',
  },
  bonusParents: {
    libelle: 'Bonus parents accordés',
    bloc: 'accordes',
    colonne: 'montantParents',
    calcul: 'somme',
    unite: 'montant',
  },
  bonusAccordes: {
    libelle: 'Bonus accordés',
    bloc: 'accordes',
    colonne: 'montant',
    calcul: 'somme',
    unite: 'montant',
  },
  bonusVerses: {
    libelle: 'Bonus versés',
    bloc: 'verses',
    colonne: 'montant',
    calcul: 'somme',
    unite: 'montant',
  },
} as const satisfies Readonly<Record<string, DefinitionTotal>>;

export type CleTotal = keyof typeof TOTAUX;
export type TotauxRemontee = {
  readonly [C in CleTotal]: (typeof TOTAUX)[C]['unite'] extends 'montant' ? Decimal : number;
};
export const CLES_TOTAL = Object.keys(TOTAUX) as CleTotal[];
export const TITRE_TOTAUX = 'Totaux de contrôle';

/** Bloc d'en-tête : libellés, la valeur est à leur droite. */
export const IDENTITE = {
  caf: 'Caf',
  nomCaf: 'Nom de la Caf',
  codeOrganisme: 'Code organisme',
  annee: 'Année scolaire',
} as const;
