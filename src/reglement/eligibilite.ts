/**
 * Conditions d'un collectif (Circ. § 2.1, annexe). La réponse n'est jamais un oui ou non : éligible,
 * inéligible avec tous ses motifs, ou à compléter. Une condition que la donnée manquante pourrait remplir n'échoue pas.
 */
import { COLLECTIF } from './parametres';
import { circ } from './sources';
import { s } from '../valeurs/pluriel';

/** Données d'un collectif ; `undefined` : non renseigné. `enfants` : places simultanées ; `duree` : heures par séance. */
export interface DonneesCollectif {
  readonly enfants?: number | undefined;
  readonly rural?: boolean | undefined;
  readonly handicap?: boolean | undefined;
  readonly intervenants?: number | undefined;
  readonly seances?: number | undefined;
  readonly duree?: number | undefined;
  readonly semaines?: number | undefined;
  /** Séance unique actée sur l'agrément, faute de locaux. */
  readonly derogation?: boolean | undefined;
}

export type Condition =
  | 'effectif-superieur'
  | 'effectif-inferieur'
  | 'effectif-inferieur-derogatoire'
  | 'intervenants'
  | 'rythme'
  | 'semaines';

interface Motif {
  readonly condition: Condition;
  /** Le fait et ce qui est attendu, sans ce qu'il faut faire : « 13 enfants : 12 au maximum ». */
  readonly texte: string;
}

export interface Eligibilite {
  readonly statut: 'éligible' | 'inéligible' | 'à compléter';
  readonly motifs: readonly Motif[];
  /** Données qui manquent pour conclure. */
  readonly manquants: readonly string[];
  readonly source: string;
}

const C = COLLECTIF;
/** « 1 intervenant », « 1,5 séance », « 2 séances » */
const compter = (n: number, nom: string): string => `${String(n).replace('.', ',')} ${nom}${s(n)}`;
const MINUTES = 60;
/** « 1 h 30 », « 2 h » ; compté en minutes entières, sinon 1,999 h s'écrirait « 1 h 60 ». */
function heures(h: number): string {
  const total = Math.round(h * MINUTES);
  const minutes = total % MINUTES;
  return `${(total - minutes) / MINUTES} h${minutes ? ` ${String(minutes).padStart(2, '0')}` : ''}`;
}

/** Effectif minimal : 8, ou 5 en milieu rural ou avec un enfant en situation de handicap. */
export const effectifMinimal = (derogatoire: boolean): number =>
  derogatoire ? C.enfantsMinDerogatoire : C.enfantsMin;

function effectif({ enfants, rural, handicap }: DonneesCollectif): Motif | undefined {
  if (enfants === undefined) return undefined;
  const faux = (condition: Condition, attendu: string): Motif => ({
    condition,
    texte: `${compter(enfants, 'enfant')} : ${attendu}`,
  });
  if (enfants > C.enfantsMax) return faux('effectif-superieur', `${C.enfantsMax} au maximum`);
  if (enfants < C.enfantsMinDerogatoire)
    return faux(
      'effectif-inferieur-derogatoire',
      `${C.enfantsMinDerogatoire} au minimum, même par dérogation`,
    );
  if (enfants < C.enfantsMin && !rural && !handicap)
    return faux(
      'effectif-inferieur',
      `${C.enfantsMin} au minimum (${C.enfantsMinDerogatoire} en milieu rural ou avec un enfant en situation de handicap)`,
    );
  return undefined;
}

function encadrement({ intervenants, enfants, rural }: DonneesCollectif): Motif | undefined {
  if (intervenants === undefined || intervenants >= C.intervenants) return undefined;
  if (intervenants >= C.intervenantsRural && rural && (enfants === undefined || enfants < C.enfantsMin))
    return undefined;
  return {
    condition: 'intervenants',
    texte: `${compter(intervenants, 'intervenant')} : ${C.intervenants} requis (${C.intervenantsRural} accepté en milieu rural sous ${C.enfantsMin} enfants)`,
  };
}

function rythme({ seances, duree, rural, derogation }: DonneesCollectif): Motif | undefined {
  const possible = (s: number, d: number): boolean => (seances ?? s) >= s && (duree ?? d) >= d;
  if (possible(C.seances, C.dureeSeance)) return undefined;
  if ((rural || derogation) && possible(C.seancesDerogation, C.dureeSeanceDerogation)) return undefined;
  const nb = seances === undefined ? 'séances' : compter(seances, 'séance');
  const fait = duree === undefined ? nb : `${nb} de ${heures(duree)}`;
  return {
    condition: 'rythme',
    texte: `${fait} par semaine : ${C.seances} séances d’${heures(C.dureeSeance)}, ou ${C.seancesDerogation} de ${heures(C.dureeSeanceDerogation)} en milieu rural ou par dérogation de l’agrément`,
  };
}

function duree({ semaines }: DonneesCollectif): Motif | undefined {
  if (semaines === undefined || semaines >= C.semaines) return undefined;
  return {
    condition: 'semaines',
    texte: `${compter(semaines, 'semaine')} : ${C.semaines} au minimum`,
  };
}

/** Données sans lesquelles on ne conclut pas, et leur nom. */
const NOMS = {
  enfants: 'enfants',
  intervenants: 'intervenants',
  seances: 'séances',
  duree: 'durée',
  semaines: 'semaines',
} as const;
const ATTENDUES = Object.keys(NOMS) as (keyof typeof NOMS)[];

/** Examine toutes les conditions d'un collectif et rend tous les motifs. */
export function eligibilite(collectif: DonneesCollectif): Eligibilite {
  const motifs = [effectif, encadrement, rythme, duree].flatMap((condition) => condition(collectif) ?? []);
  const manquants = ATTENDUES.filter((cle) => collectif[cle] === undefined).map((cle) => NOMS[cle]);
  const statut = motifs.length > 0 ? 'inéligible' : manquants.length > 0 ? 'à compléter' : 'éligible';
  return { statut, motifs, manquants, source: circ('2.1') };
}
