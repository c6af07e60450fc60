/**
 * Une anomalie : un fait à un endroit, et ce qui le précise. C'est une valeur ; rien ne la lance.
 * Sa phrase se compose à la porte qui la montre (`phraseDe`), typographie comprise.
 */
import { lettres } from '../formes/adresses';
import type { Valeur } from '../../valeurs/valeur';
import { comparerTextes } from '../../valeurs/ordre';
import { typographier } from '../affichage/typographie';
import type { Format } from '../formes/plan';
import { CATALOGUE, ETAPES, type Code, type EtapeControle, type Gravite } from './catalogue';
import { MESSAGES, type ParametresDe } from './messages';

/** L'endroit visé ; `colonne` : numéro Excel à partir de 1 ; `valeur` : la valeur brute. */
export interface Lieu {
  readonly feuille: string;
  readonly ligne: number | null;
  readonly colonne: number | null;
  /** Clé de la colonne (« coutReel »). */
  readonly champ: string | null;
  readonly valeur: Valeur;
}

/** Ce que la lecture propose d'écrire à la place : une valeur sûre, que l'agent peut accepter d'un geste. */
export interface Correction {
  /** La valeur à écrire dans la cellule ; une date est déjà le nombre de série du classeur. */
  readonly valeur: string | number;
  /** La même, comme l'agent la verra. */
  readonly texte: string;
  /** Format à donner à la cellule ; absent : le sien reste. */
  readonly format?: Format;
}

/** Plus qu'un agent n'en traitera d'un classeur : les suivantes ne s'écrivent nulle part, mais se comptent. */
export const ECRITES_MAX = 10_000;

type Parametres = Readonly<Record<string, unknown>>;

export interface Anomalie extends Lieu {
  readonly code: Code;
  readonly gravite: Gravite;
  readonly etape: EtapeControle;
  /** Ce que sa phrase cite, tel que le contrôle l'a trouvé. */
  readonly parametres: Parametres | null;
  /** `null` : rien de sûr à proposer. */
  readonly correction: Correction | null;
  /** Le motif par lequel l'agent a justifié cette alerte ; `null` : elle ne l'est pas. */
  readonly justification: string | null;
  readonly reference: string;
  readonly source: string;
}

/** Une cellule peut contenir 32 767 caractères : la phrase en cite le début, elle ne les recopie pas. */
const CITATION_MAX = 400;

const abreger = (p: unknown): unknown => {
  const texte = String(p);
  return texte.length > CITATION_MAX ? `${texte.slice(0, CITATION_MAX)}…` : p;
};

const citer = (parametres: Parametres): Parametres =>
  Object.fromEntries(Object.entries(parametres).map(([nom, p]) => [nom, abreger(p)]));

export function anomalie<C extends Code>(
  code: C,
  { feuille, ligne, colonne, champ, valeur }: Lieu,
  ...p: ParametresDe<C> extends undefined ? [] : [ParametresDe<C>]
): Anomalie {
  const { gravite, etape, reference, source } = CATALOGUE[code];
  return {
    code,
    gravite,
    etape,
    feuille,
    ligne,
    colonne,
    champ,
    valeur,
    parametres: p[0] ?? null,
    correction: null,
    justification: null,
    reference,
    source,
  };
}

/** La phrase d'une anomalie : le fait, ce qui est attendu, quoi faire. */
export function phraseDe({ code, parametres }: Pick<Anomalie, 'code' | 'parametres'>): string {
  const phrase = MESSAGES[code] as (p: Parametres | null) => string;
  return typographier(phrase(parametres && citer(parametres)));
}

/** « CAF45 », « L1C1 » : Excel met entre apostrophes le nom d'une feuille qui se lirait comme une cellule. */
const COMME_UNE_CELLULE = /^(?:[a-z]{1,3}\d+|[rlc]|[rl]\d*c\d*)$/i;

/** Adresse comme Excel l'écrit : « Projets!N7 », « 'Bonus versés'!C4 ». */
export function adresse({
  feuille,
  ligne,
  colonne,
}: Pick<Lieu, 'feuille' | 'ligne' | 'colonne'>): string | null {
  if (ligne === null && colonne === null) return null;
  const nue = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(feuille) && !COMME_UNE_CELLULE.test(feuille);
  const nom = nue ? feuille : `'${feuille.replaceAll("'", "''")}'`;
  return `${nom}!${lettres(colonne ?? 0)}${ligne ?? ''}`;
}

/**
 * Ordre stable : étape, feuille dans l'ordre du classeur, ligne, colonne, code. Le même fait ne se dit qu'une fois :
 * deux projets au même numéro partagent leurs versements.
 */
export function trier(anomalies: readonly Anomalie[], feuilles: readonly string[]): Anomalie[] {
  const rang = new Map(feuilles.map((nom, i) => [nom, i]));
  const feuille = (a: Anomalie): number => rang.get(a.feuille) ?? -1;
  return [...anomalies]
    .sort(
      (x, y) =>
        ETAPES.indexOf(x.etape) - ETAPES.indexOf(y.etape) ||
        feuille(x) - feuille(y) ||
        (x.ligne ?? 0) - (y.ligne ?? 0) ||
        (x.colonne ?? 0) - (y.colonne ?? 0) ||
        comparerTextes(x.code, y.code),
    )
    .filter((a, i, triees) => {
      const avant = triees[i - 1];
      const redite =
        avant?.code === a.code &&
        avant.feuille === a.feuille &&
        avant.ligne === a.ligne &&
        avant.colonne === a.colonne &&
        a.ligne !== null;
      return !(redite && phraseDe(avant) === phraseDe(a));
    });
}

export type Compte = Readonly<Record<Gravite, number>>;

export function compter(anomalies: readonly Anomalie[]): Compte {
  const compte = { bloquante: 0, alerte: 0, information: 0 };
  for (const { gravite } of anomalies) compte[gravite]++;
  return compte;
}
