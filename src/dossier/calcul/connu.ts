/**
 * L'inconnu est contagieux : une donnée est connue, ou elle dit pourquoi elle ne l'est pas, et tout montant qui en
 * dépend le répète. Rien ne se remplace par zéro, rien ne se calcule « sans » une donnée qui compte.
 */
import type { COLONNES_PROJETS, Projet } from '../colonnes/projets';
import type { Resultat } from '../../reglement/explication';
import { somme, type Decimal } from '../../valeurs/montant';

/**
 * `absent` : pas encore là (cellule vide, avis attendu) ; `sansObjet` : rien à calculer (pas de contrôle, gestion
 * close). Les autres interdisent aussi un total : `illisible`, `nonLu` (colonne remplie, non reconnue), `nonCompte`
 * (versement que rien ne permet de compter).
 */
export type Raison = 'absent' | 'sansObjet' | 'illisible' | 'nonLu' | 'nonCompte';

/** Une colonne de Projets, ou ce qui n'en est pas une. */
export type ChampManquant =
  | keyof typeof COLONNES_PROJETS
  | 'bareme'
  | 'baremeBonus'
  | 'limiterAuMontantAccorde'
  | 'versements'
  | 'jour';

export interface Manque {
  readonly champ: ChampManquant;
  readonly raison: Raison;
  /** Ligne de la feuille Versements, pour un versement non compté. */
  readonly ligne?: number;
  /** Dossier en cause, dans un total. */
  readonly dossier?: string | null;
}

export interface Inconnu {
  readonly montant: null;
  /** Au plus `CAUSES_MAX`, les fautes d'abord. */
  readonly manque: readonly Manque[];
}

/** Un montant d'un projet : `montant` en € et ses étapes, ou `montant: null` et ce qui manque. */
export type Montant = Resultat | Inconnu;
/** Une donnée d'un projet, ou ce qui manque pour la connaître. */
export type Donnee<T> = T | Inconnu;

/** Ce manque interdit un total : la donnée existe, on ne sait pas la compter. */
export const estFaute = ({ raison }: Manque): boolean => raison !== 'absent' && raison !== 'sansObjet';

/** Une cause de plus n'apprendrait rien à personne, et un journal de vingt mille lignes en donnerait autant à chaque montant. */
export const CAUSES_MAX = 20;

/** Ce qui manque à un montant inconnu. */
export const manquesDe = (m: Montant): readonly Manque[] => (m.montant === null ? m.manque : []);

export const inconnu = (manque: Manque): Inconnu => ({ montant: null, manque: [manque] });

const memeManque = (a: Manque, b: Manque): boolean =>
  a.champ === b.champ &&
  a.raison === b.raison &&
  a.ligne === b.ligne &&
  (a.dossier ?? null) === (b.dossier ?? null);

/** Inconnu pour plusieurs raisons, chacune une fois. */
export function inconnuPour(manques: Iterable<Manque>): Inconnu {
  const [fautes, attentes]: [Manque[], Manque[]] = [[], []];
  for (const m of manques) {
    const vus = estFaute(m) ? fautes : attentes;
    if (vus.length < CAUSES_MAX && !vus.some((vu) => memeManque(vu, m))) vus.push(m);
  }
  return { montant: null, manque: [...fautes, ...attentes].slice(0, CAUSES_MAX) };
}

export const estInconnu = (donnee: unknown): donnee is Inconnu =>
  typeof donnee === 'object' && donnee !== null && 'manque' in donnee;

type Connus<T extends readonly unknown[]> = { [K in keyof T]: Exclude<T[K], Inconnu> };

/** Inconnu dès qu'une donnée l'est, pour toutes leurs raisons. */
export function inconnuDe(donnees: readonly unknown[]): Inconnu {
  const inconnus = donnees.filter(estInconnu);
  const [premier] = inconnus;
  // le plus souvent, une seule donnée manque et se transmet telle quelle
  return premier && inconnus.every((i) => i === premier)
    ? premier
    : inconnuPour(inconnus.flatMap((i) => i.manque));
}

/** Calcule si toutes les données sont connues ; sinon, le résultat est inconnu pour toutes leurs raisons. */
export function avec<const T extends readonly unknown[], R>(
  donnees: T,
  calculer: (...connues: Connus<T>) => R,
): R | Inconnu {
  return donnees.some(estInconnu) ? inconnuDe(donnees) : calculer(...(donnees as unknown as Connus<T>));
}

/** Somme de ce qu'un projet donne : inconnue dès qu'un terme l'est. Aucune autre ne s'écrit dans `dossier`. */
export const sommeConnue = (termes: readonly Donnee<Decimal>[]): Donnee<Decimal> =>
  termes.some(estInconnu) ? inconnuDe(termes) : somme(termes as readonly Decimal[]);

/** Le montant seul, pour entrer dans un autre calcul. */
export const valeurDe = (m: Montant): Donnee<Decimal> => (m.montant === null ? m : m.montant);

type CleProjet = keyof typeof COLONNES_PROJETS;

/** Une cellule du projet ; vide, elle manque encore ; illisible ou non lue, rien ne la remplace. */
export function lue<K extends CleProjet>(p: Projet, cle: K): Donnee<NonNullable<Projet[K]>> {
  const valeur = p[cle];
  if (valeur !== null) return valeur as NonNullable<Projet[K]>;
  return inconnu({ champ: cle, raison: raisonDe(p, cle) });
}

/** Pourquoi une cellule du projet n'a pas de valeur. */
export const raisonDe = (p: Projet, cle: CleProjet): Raison =>
  p.nonLues?.has(cle) ? 'nonLu' : p.illisibles.has(cle) ? 'illisible' : 'absent';

/** Une cellule dont le vide a un sens (un financement vide vaut 0 €) : seule l'illisible est inconnue. */
export function lueOu<K extends CleProjet, D>(
  p: Projet,
  cle: K,
  vide: D,
): Donnee<NonNullable<Projet[K]> | D> {
  return p[cle] === null && !p.illisibles.has(cle) ? vide : lue(p, cle);
}
