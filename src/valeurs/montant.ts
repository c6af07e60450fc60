/**
 * L'argent est décimal et exact. Quarante chiffres : aucun produit du barème n'en demande la moitié,
 * donc aucune opération n'arrondit en chemin ; seuls `auCentime` et `plancherCentime` arrondissent.
 */
import { Decimal as Base } from 'decimal.js';

export const Decimal = Base.clone({
  precision: 40,
  rounding: Base.ROUND_HALF_UP,
  toExpNeg: -40,
  toExpPos: 40,
});
export type Decimal = Base;

export const ZERO: Decimal = new Decimal(0);

/** Crée un montant exact (€) d'un texte « 1234.56 » ou d'un nombre d'Excel (sa plus courte écriture décimale). */
export const montant = (valeur: string | number | Decimal): Decimal => new Decimal(valeur);

/** Arrondi au centime, demi-centime vers le haut. */
export const auCentime = (valeur: Decimal): Decimal => valeur.toDecimalPlaces(2, Base.ROUND_HALF_UP);

/** Arrondi au centime inférieur : un maximum ne se dépasse pas d'un centime. */
export const plancherCentime = (valeur: Decimal): Decimal => valeur.toDecimalPlaces(2, Base.ROUND_FLOOR);

export const plusPetit = (a: Decimal, b: Decimal): Decimal => (a.lt(b) ? a : b);
/** Le plus grand, au moins zéro. */
export const plusGrand = (valeurs: readonly Decimal[]): Decimal =>
  valeurs.reduce((a, b) => (b.gt(a) ? b : a), ZERO);
export const positifOuZero = (valeur: Decimal): Decimal => (valeur.isNeg() ? ZERO : valeur);
/** Un zéro, moitié d'une balance, ne coûte pas d'addition. */
export const ajouter = (a: Decimal, b: Decimal): Decimal => (b.isZero() ? a : a.plus(b));
export const somme = (valeurs: readonly Decimal[]): Decimal => valeurs.reduce(ajouter, ZERO);
/** Somme, inconnue dès qu'un terme l'est. */
export const sommeSiConnue = (termes: readonly (Decimal | null)[]): Decimal | null => {
  const connus = termes.filter((t) => t !== null);
  return connus.length === termes.length ? somme(connus) : null;
};
