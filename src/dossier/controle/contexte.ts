/** Ce que les contrôles et le calcul se partagent : les lignes rattachées à leur projet, une fois pour toutes. */
import { grouperPar } from '../../valeurs/grouper';
import type { Avenant } from '../colonnes/avenants';
import { estFavorable } from '../colonnes/choix';
import type { Collectif } from '../colonnes/collectifs';
import type { Projet } from '../colonnes/projets';
import type { Versement } from '../colonnes/versements';
import { gestionDuJour, lireGestion, type Gestion } from '../lecture/gestion';
import type { Lecture } from '../lecture/lecture';
import { lireAnnee } from '../../reglement/annee';
import type { NatureVersement } from '../../reglement/journal';
import type { Decimal } from '../../valeurs/montant';
import { lireOuiNon } from '../../valeurs/choix';
import { cleDossier } from '../../valeurs/texte';

/** Un versement de l'année scolaire et sa gestion : celle saisie, sinon l'année civile de sa date ; `null` : inconnue. */
export interface VersementSitue {
  readonly versement: Versement;
  readonly gestion: Exclude<Gestion, 'autre'> | null;
}

/** Un versement qui se compte : sa nature, son montant et sa gestion sont connus ; les autres se disent à leur ligne. */
export interface VersementCompte extends Pick<Versement, 'ligne' | 'date' | 'reference'> {
  readonly nature: NatureVersement;
  readonly montant: Decimal;
  readonly gestion: NonNullable<VersementSitue['gestion']>;
}

export const comptes = (verses: readonly VersementSitue[]): readonly VersementCompte[] =>
  verses.flatMap(({ versement: { ligne, date, reference, nature, montant }, gestion }) =>
    nature === null || montant === null || gestion === null
      ? []
      : [{ ligne, date, reference, nature, montant, gestion }],
  );

export interface Contexte {
  readonly lecture: Lecture;
  /** Jour de l'examen, « AAAA-MM-JJ ». */
  readonly au: string;
  /** Le premier projet de ce numéro. */
  readonly projetDe: (dossier: string | null) => Projet | undefined;
  readonly collectifsDe: (projet: Projet) => readonly Collectif[];
  /** Sans ceux qu'une gestion d'une autre année réclame : ils ne se comptent pas, et le disent à leur ligne. */
  readonly versementsDe: (projet: Projet) => readonly VersementSitue[];
  /** Toutes ses lignes du journal, comptées ou non. */
  readonly lignesDuJournal: (projet: Projet) => readonly Versement[];
  /** Ceux dont le numéro de dossier ne se lit pas : chacun peut être de n'importe quel projet. */
  readonly versementsSansDossier: readonly VersementSitue[];
  /** Gestion d'un versement, rattaché ou non ; `null` : ni saisie lisible, ni date de l'année scolaire. */
  readonly gestionDe: (versement: Versement) => Gestion | null;
  readonly avenantsDe: (projet: Projet) => readonly Avenant[];
  /** « 06-15 » donne le jour de N (`rang` 0) ou de N+1 (1). */
  readonly jour: (moisJour: string, rang: 0 | 1) => string;
}

/** Le journal, quand le classeur en a un ; et le contexte de ce classeur. */
export type VersementsLus = NonNullable<Lecture['versements']>;
export interface AvecJournal extends Contexte {
  readonly lecture: Lecture & { readonly versements: VersementsLus };
}
export const aUnJournal = (contexte: Contexte): contexte is AvecJournal =>
  contexte.lecture.versements !== null;

/** La feuille Collectifs, quand le classeur en a une. */
export type CollectifsLus = NonNullable<Contexte['lecture']['collectifs']>;

const AUCUNE: readonly never[] = [];

/** Lignes par dossier ; celles qui n'en ont pas sont laissées. */
export const grouper = <T extends { readonly dossier: string | null }>(
  lignes: readonly T[],
): Map<string, T[]> =>
  grouperPar(
    lignes.filter((l): l is T & { readonly dossier: string } => l.dossier !== null),
    ({ dossier }) => cleDossier(dossier),
  );

/**
 * Garde ce qui ne dépend que des lignes d'un dossier : un numéro recopié sur toute une colonne ferait, sinon,
 * refaire pour chaque projet le travail de tous.
 */
export function parDossier<L, R, C extends Contexte = Contexte>(
  faire: (lignes: readonly L[], contexte: C) => R,
) {
  const parContexte = new WeakMap<C, Map<readonly L[], R>>();
  return (lignes: readonly L[], contexte: C): R => {
    const faits = parContexte.get(contexte) ?? new Map<readonly L[], R>();
    parContexte.set(contexte, faits);
    const connu = faits.get(lignes);
    if (connu !== undefined) return connu;
    const fait = faire(lignes, contexte);
    faits.set(lignes, fait);
    return fait;
  };
}

/** La campagne est saisie, et ne se lit pas : la gestion 2021 peut être celle de 2020-2021. */
export const campagneIllisible = ({ anneeScolaire, illisibles }: Versement): boolean =>
  illisibles.has('anneeScolaire') || (anneeScolaire !== null && lireAnnee(anneeScolaire) === undefined);

/** La gestion saisie ; vide, celle de la date, si elle est de l'année scolaire. Ni l'une ni l'autre : inconnue. */
function situer(versement: Versement, annee: number): Gestion | null {
  const { gestion, date, illisibles } = versement;
  if (illisibles.has('gestion') || campagneIllisible(versement)) return null;
  const saisie = lireGestion(gestion, annee);
  if (saisie === 'illisible') return null;
  if (saisie !== null) return saisie;
  const duJour = date === null ? null : gestionDuJour(date, annee);
  return duJour === 'autre' ? null : duJour;
}

export function creerContexte(lecture: Lecture, au: string): Contexte {
  const { annee } = lecture.parametres;
  const projets = grouper(lecture.projets.lignes);
  const collectifs = grouper(lecture.collectifs?.lignes ?? []);
  const avenants = grouper(lecture.avenants?.lignes ?? []);
  const auJournal = lecture.versements?.lignes ?? [];
  const situes = (lignes: readonly Versement[]): VersementSitue[] =>
    lignes.flatMap((versement) => {
      const gestion = situer(versement, annee);
      return gestion === 'autre' ? [] : [{ versement, gestion }];
    });
  const journal = grouper(auJournal);
  const versements = new Map([...journal].map(([cle, groupe]) => [cle, situes(groupe)]));
  const de = <T>(groupes: Map<string, T[]>, projet: Projet): readonly T[] =>
    projet.dossier === null ? AUCUNE : (groupes.get(cleDossier(projet.dossier)) ?? AUCUNE);
  return {
    lecture,
    au,
    projetDe: (dossier) => (dossier === null ? undefined : projets.get(cleDossier(dossier))?.[0]),
    collectifsDe: (projet) => de(collectifs, projet),
    versementsDe: (projet) => de(versements, projet),
    lignesDuJournal: (projet) => de(journal, projet),
    versementsSansDossier: situes(auJournal.filter(({ dossier }) => dossier === null)),
    gestionDe: (versement) => situer(versement, annee),
    avenantsDe: (projet) => de(avenants, projet),
    jour: (moisJour, rang) => `${annee + rang}-${moisJour}`,
  };
}

/** Avis du comité : une cellule vide vaut « en attente », un ajournement aussi ; illisible, on ne se prononce pas. */
export const estRefuse = (p: Projet): boolean => p.agrement === 'refusé';
export const estAgree = (p: Projet): boolean => estFavorable(p.agrement);
/** Mis à l'écart par l'agent : un motif suffit, même illisible ; « non », « 0 » ou un tiret n'en sont pas un. */
export const estEcarte = (p: Projet): boolean =>
  p.illisibles.has('misAlEcart') || (p.misAlEcart !== null && !ditNon(p.misAlEcart));
const ditNon = (motif: string): boolean => {
  const lu = lireOuiNon(motif);
  return /^[-\u2010-\u2015\u2212/]+$/.test(motif) || (lu.etat !== 'illisible' && !lu.valeur);
};

/** Collectifs retenus : les réels, à défaut les agréés ; `null` si la cellule qui compte est illisible ou vide. */
export const collectifsRetenus = (p: Projet): number | null =>
  p.illisibles.has('collectifsReels') ? null : (p.collectifsReels ?? p.collectifsAgrees);

export const nombreBonus = (p: Projet): number => (p.bonusEnfants ?? 0) + (p.bonusParents ?? 0);
