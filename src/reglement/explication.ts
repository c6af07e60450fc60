/**
 * Tout montant porte son explication : les étapes, leur formule, leurs entrées, leur source.
 * Les étapes gardent des nombres exacts ; le texte n'est composé que lorsqu'on le lit (`formuleChiffree`).
 */
import type { Decimal } from '../valeurs/montant';

/** La cellule d'où vient une entrée : une colonne de la ligne du projet, ou d'une ligne nommée d'une autre feuille. */
export interface Origine {
  readonly table: string;
  readonly champ: string;
  /** Ligne Excel ; absente : celle du projet. */
  readonly ligne?: number;
}

export interface Etape {
  /** Ce que l'étape établit : « Ps », « Part N ». */
  readonly etape: string;
  /** Formule avec ses entrées entre accolades : « {coût} × {taux} ». */
  readonly formule: string;
  readonly entrees: Readonly<Record<string, Decimal | number>>;
  readonly montant: Decimal;
  readonly source: string;
  /** D'où viennent les entrées lues dans le classeur, dites par qui les y a lues ; une règle seule n'en sait rien. */
  readonly origines?: Readonly<Record<string, Origine>>;
}

export interface Resultat {
  /** Montant en €, exact, déjà arrondi où la règle arrondit. */
  readonly montant: Decimal;
  readonly etapes: readonly Etape[];
}

/** Un classeur fait cent mille montants, et l'agent en ouvre dix : les étapes ne se réunissent que lorsqu'on les lit. */
class Explique<T> implements Resultat {
  private lues: readonly Etape[] | undefined;

  constructor(
    readonly montant: Decimal,
    private readonly dire: (avec: T) => readonly Etape[],
    private readonly avec: T,
  ) {}

  get etapes(): readonly Etape[] {
    return (this.lues ??= this.dire(this.avec));
  }

  toJSON(): Resultat {
    return { montant: this.montant, etapes: this.etapes };
  }
}

/** Un montant, et de quoi dire comment il s'est fait ; `avec` est rendu à `dire`, que plusieurs montants se partagent. */
export const explique = <T = undefined>(
  montant: Decimal,
  dire: (avec: T) => readonly Etape[],
  ...[avec]: T extends undefined ? [] : [T]
): Resultat => new Explique(montant, dire, avec as T);

/** Compose un résultat : le montant est celui de sa dernière étape ; `avant` : ceux dont il se tire. */
export function resultat(
  etape: string,
  formule: string,
  entrees: Readonly<Record<string, Decimal | number>>,
  montant: Decimal,
  source: string,
  avant: readonly Resultat[] = [],
): Resultat {
  return explique(montant, () => [
    ...avant.flatMap(({ etapes }) => etapes),
    { etape, formule, entrees, montant, source },
  ]);
}

/** Écrit un nombre à la française : « −24 000,00 », espaces insécables et vrai signe moins. */
export function enFrancais(valeur: Decimal | number, decimales: number): string {
  const [entier = '', fraction] = valeur.toFixed(decimales).split('.');
  const groupes = entier.replace('-', '\u2212').replace(/\B(?=(\d{3})+$)/g, '\u202f');
  return fraction ? `${groupes},${fraction}` : groupes;
}

/** « 7 689,00 € » */
export const euros = (valeur: Decimal): string => `${enFrancais(valeur, 2)}\u00a0€`;

/** Taux ou quotité en pour cent : « 32,5 % ». */
export const pourCent = (taux: Decimal): string =>
  `${taux.times(100).toDecimalPlaces(2).toString().replace('-', '\u2212').replace('.', ',')}\u00a0%`;

/** La formule avec ses valeurs : « 24 000,00 € × 32,5 % ». Un nombre entier est un compte, un « taux… » un pourcentage. */
export function formuleChiffree(etape: Etape): string {
  return etape.formule.replace(/\{([^}]+)\}/g, (_, nom: string) => {
    const valeur = etape.entrees[nom];
    if (valeur === undefined) return nom;
    if (typeof valeur === 'number') return enFrancais(valeur, 0);
    if (nom.startsWith('taux')) return pourCent(valeur);
    // deux signes ne se suivent pas : « − (-1 950,00 €) »
    return valeur.isNeg() ? `(${euros(valeur)})` : euros(valeur);
  });
}

/** La formule en mots : « coût × taux ». */
export const formuleEnMots = (etape: Etape): string => etape.formule.replace(/[{}]/g, '');
