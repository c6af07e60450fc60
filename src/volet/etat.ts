/** L'état du volet et ses passages : une fonction pure, sans Excel ni horloge. */
import type { CapacitesExcel, Cellule, Changement, Correction } from '../classeur/excel/port';
import type { FormuleEnErreur } from './formules';
import { ligneSaisie, memeLigne, type LigneSaisie } from './saisie';
import type { Gravite } from '../dossier/anomalies/catalogue';
import type { Examen } from '../dossier/examiner';
import type { Designations } from '../dossier/lecture/roles';
import type { Proposition } from '../dossier/lecture/proposer';
import type { DonneesRemontee } from '../dossier/restitution/remontee/donnees';

export const ONGLETS = {
  etat: 'État',
  verifier: 'Vérifier',
  dossier: 'Dossier',
  payer: 'Payer',
  cloturer: 'Clôturer',
} as const;
export type Onglet = keyof typeof ONGLETS;

/** Un examen et ce qui s'en déduit ; `dates1904` sert à écrire une date corrigée. */
export interface Controle {
  readonly examen: Examen;
  readonly remontee: DonneesRemontee;
  readonly dates1904: boolean;
}

/** Ce qu'on sait du classeur ouvert ; `feuilles` : les noms à proposer pour une désignation. */
export type Situation =
  | { readonly type: 'inconnue' }
  | {
      readonly type: 'sansProjets';
      readonly feuilles: readonly string[];
      /** La feuille qui a l'air d'être celle des projets, et ses colonnes. */
      readonly propositions: readonly Proposition[];
    }
  | { readonly type: 'aCompleter'; readonly feuilles: readonly string[]; readonly raison: string }
  | { readonly type: 'controlee'; readonly feuilles: readonly string[]; readonly controle: Controle };

/** `echec` : lu tout de suite par un lecteur d'écran ; les autres attendent leur tour. */
export interface Annonce {
  readonly ton: 'succes' | 'echec' | 'information';
  readonly texte: string;
  /** Ce qui vient d'être écrit dans les feuilles de l'agent s'annule d'ici. */
  readonly annulable?: boolean;
  /** Ce dont il est question, où aller voir. */
  readonly lieu?: Cellule;
}

/** L'ordre des causes : par nombre de cellules, ou par argent en jeu ; toujours le plus grave d'abord. */
export type Tri = 'nombre' | 'enjeu';

export interface Filtre {
  /** Gravités montrées ; vide : toutes. */
  readonly gravites: readonly Gravite[];
  readonly feuille: string | null;
  readonly texte: string;
  readonly tri: Tri;
  /** Les alertes justifiées, seules ; elles sont repliées sinon. */
  readonly justifiees: boolean;
}

/** Ce que l'agent a déplié dans la liste des causes, et où il en est. */
export interface Liste {
  /** Causes dépliées ; `null` : la première. */
  readonly ouvertes: readonly string[] | null;
  /** Cellules montrées d'une cause, quand l'agent en a demandé d'autres. */
  readonly montrees: Readonly<Record<string, number>>;
  /** L'anomalie en cours, que « Suivante » quitte : sa clé, et son rang pour quand elle n'y est plus. */
  readonly active: { readonly cle: string; readonly apres: string | null; readonly rang: number } | null;
}

export interface Fichier {
  readonly nom: string;
  readonly octets: Uint8Array;
  /** Celle des données, pour la remontée. */
  readonly empreinte?: string;
  /** Les mêmes lignes séparées par des tabulations, pour ce qui se copie. */
  readonly texte?: string;
}

export interface Etat {
  readonly onglet: Onglet;
  readonly situation: Situation;
  /** Travail en cours, en une phrase ; un seul à la fois. */
  readonly tache: string | null;
  /** Le travail en cours peut s'arrêter en route. */
  readonly arretable: boolean;
  readonly annonce: Annonce | null;
  /** Le classeur a changé depuis le dernier contrôle. */
  readonly perime: boolean;
  readonly cellule: Cellule | null;
  /** La ligne que l'agent saisit, tant qu'il y est et que le contrôle suit sa frappe. */
  readonly saisie: LigneSaisie | null;
  readonly excel: CapacitesExcel;
  /** Le dossier que le volet garde quand l'agent va ailleurs (`cleDuDossier`) ; `null` : celui de la cellule. */
  readonly epingle: string | null;
  readonly designations: Designations;
  /** Contrôle à la frappe. */
  readonly suivi: boolean;
  readonly filtre: Filtre;
  readonly liste: Liste;
  /** Corrections faites, la dernière en tête : de quoi les annuler. */
  readonly annulations: readonly (readonly Correction[])[];
  readonly coloree: boolean;
  readonly formules: readonly FormuleEnErreur[];
  /** Excel ne calcule que sur demande : ses résultats peuvent être anciens. */
  readonly calculManuel: boolean;
  /** Ce qui vient d'être fait hors du classeur, à enregistrer. */
  readonly fichiers: readonly Fichier[];
  /** Où ils ont été demandés : ils s'y gardent, et pas ailleurs. */
  readonly ongletDesFichiers: Onglet;
  /** Ces fichiers sont de ce geste : son message les donne ; celui d'un autre geste n'en parle pas. */
  readonly fichiersDuGeste: boolean;
  /** Le classeur de l'année d'avant, dont viennent les bonus versés. */
  readonly precedent: { readonly nom: string; readonly examen: Examen } | null;
  /** Le classeur auquel celui-ci se compare : l'an passé, une version d'avant. */
  readonly ancien: { readonly nom: string; readonly examen: Examen } | null;
  /** La remontée ne dirait rien : l'agent doit confirmer le néant. */
  readonly neantAConfirmer: boolean;
}

export const SANS_FILTRE: Filtre = {
  gravites: [],
  feuille: null,
  texte: '',
  tri: 'nombre',
  justifiees: false,
};

export const ETAT_INITIAL: Etat = {
  onglet: 'etat',
  situation: { type: 'inconnue' },
  tache: null,
  arretable: false,
  annonce: null,
  perime: false,
  cellule: null,
  saisie: null,
  excel: { plateforme: 'windows', annule: true },
  epingle: null,
  designations: {},
  suivi: true,
  filtre: SANS_FILTRE,
  liste: { ouvertes: null, montrees: {}, active: null },
  annulations: [],
  coloree: false,
  formules: [],
  calculManuel: false,
  fichiers: [],
  ongletDesFichiers: 'etat',
  fichiersDuGeste: false,
  precedent: null,
  ancien: null,
  neantAConfirmer: false,
};

export type Evenement =
  | { readonly type: 'onglet'; readonly onglet: Onglet }
  | { readonly type: 'debut'; readonly tache: string }
  | { readonly type: 'avance'; readonly tache: string }
  | { readonly type: 'fin'; readonly annonce: Annonce | null }
  | { readonly type: 'annonce'; readonly annonce: Annonce | null }
  | {
      readonly type: 'lu';
      readonly situation: Situation;
      readonly formules: readonly FormuleEnErreur[];
      readonly calculManuel: boolean;
    }
  /** `changement` : l'agent vient de le faire ; absent, le contrôle montré n'est plus à jour. */
  | { readonly type: 'change'; readonly changement?: Changement }
  | { readonly type: 'selection'; readonly cellule: Cellule }
  | { readonly type: 'excel'; readonly excel: CapacitesExcel }
  | { readonly type: 'epingle'; readonly epingle: string | null }
  | { readonly type: 'reglages'; readonly designations: Designations; readonly suivi: boolean }
  | { readonly type: 'filtre'; readonly filtre: Partial<Filtre> }
  | { readonly type: 'liste'; readonly liste: Partial<Liste> }
  | { readonly type: 'corrige'; readonly inverse: readonly Correction[] }
  | { readonly type: 'annule' }
  | { readonly type: 'coloree'; readonly coloree: boolean }
  | { readonly type: 'fichiers'; readonly fichiers: readonly Fichier[] }
  | { readonly type: 'precedent'; readonly precedent: Etat['precedent'] }
  | { readonly type: 'ancien'; readonly ancien: Etat['ancien'] }
  | { readonly type: 'neant'; readonly aConfirmer: boolean };

export function reduire(etat: Etat, e: Evenement): Etat {
  switch (e.type) {
    case 'onglet':
      // ce qui a été dit ailleurs n'a plus à rester
      return e.onglet === etat.onglet ? etat : { ...etat, onglet: e.onglet, annonce: null };
    case 'debut':
      // un geste dit tout
      return { ...etat, tache: e.tache, annonce: null, saisie: null, fichiersDuGeste: false };
    case 'avance':
      return { ...etat, tache: e.tache, arretable: true };
    case 'fin':
      return { ...etat, tache: null, arretable: false, annonce: e.annonce };
    case 'annonce':
      return { ...etat, annonce: e.annonce };
    case 'lu':
      return {
        ...etat,
        situation: e.situation,
        formules: e.formules,
        calculManuel: e.calculManuel,
        perime: false,
        filtre: filtreTenable(etat.filtre, e.situation),
      };
    case 'change':
      // un fichier déjà fait ne dit plus le classeur
      return {
        ...etat,
        perime: true,
        fichiers: [],
        saisie: e.changement && etat.suivi ? ligneSaisie(e.changement, etat.cellule) : etat.saisie,
      };
    case 'selection':
      return { ...etat, cellule: e.cellule, saisie: memeLigne(etat.saisie, e.cellule) ? etat.saisie : null };
    case 'excel':
      return { ...etat, excel: e.excel };
    case 'epingle':
      return { ...etat, epingle: e.epingle };
    case 'reglages':
      return { ...etat, designations: e.designations, suivi: e.suivi };
    case 'filtre':
      return { ...etat, filtre: { ...etat.filtre, ...e.filtre } };
    case 'liste':
      return { ...etat, liste: { ...etat.liste, ...e.liste } };
    case 'corrige':
      return { ...etat, annulations: [e.inverse, ...etat.annulations] };
    case 'annule':
      return { ...etat, annulations: etat.annulations.slice(1) };
    case 'coloree':
      return { ...etat, coloree: e.coloree };
    case 'fichiers':
      return { ...etat, fichiers: e.fichiers, ongletDesFichiers: etat.onglet, fichiersDuGeste: true };
    case 'precedent':
      // un fichier déjà fait ne vient plus des mêmes bonus versés
      return { ...etat, precedent: e.precedent, fichiers: [] };
    case 'ancien':
      return { ...etat, ancien: e.ancien };
    case 'neant':
      return { ...etat, neantAConfirmer: e.aConfirmer };
  }
}

/** Un filtre sur une feuille qui n'a plus d'anomalie cacherait tout sans le dire. */
function filtreTenable(filtre: Filtre, situation: Situation): Filtre {
  const { feuille, gravites } = filtre;
  if (situation.type !== 'controlee') return filtre;
  const { anomalies } = situation.controle.examen;
  return {
    ...filtre,
    feuille: anomalies.some((a) => a.feuille === feuille) ? feuille : null,
    gravites: gravites.filter((g) => anomalies.some((a) => a.gravite === g)),
  };
}

/** Noms des feuilles du classeur lu. */
export const feuillesDe = (situation: Situation): readonly string[] =>
  situation.type === 'inconnue' ? [] : situation.feuilles;

export const controleDe = ({ situation }: Etat): Controle | null =>
  situation.type === 'controlee' ? situation.controle : null;
