/**
 * Second calcul, indépendant : que des entiers (BigInt), en centimes, sans décimales ni fonction du moteur.
 * Chaque arrondi est une division entière ; la part N+1 s'y obtient par 6/10 arrondis, non par différence.
 */
export interface BaremeEntier {
  /** Taux en dix-millièmes : 3250 pour 32,5 %. */
  readonly taux: bigint;
  /** Plafond et montant publié, en centimes. */
  readonly plafond: bigint;
  readonly maximum: bigint;
}

const DIX_MILLE = 10_000n;
/** n / d, moitié vers le haut, pour n ≥ 0. */
const moitieHaut = (n: bigint, d: bigint): bigint => (2n * n + d) / (2n * d);
/** n / d, moitié vers le bas, pour n ≥ 0. */
const moitieBas = (n: bigint, d: bigint): bigint => (2n * n + d - 1n) / (2n * d);
const auMoins0 = (n: bigint): bigint => (n > 0n ? n : 0n);

export function psBareme(cout: bigint, nb: bigint, b: BaremeEntier): bigint {
  return cout >= nb * b.plafond ? nb * b.maximum : moitieHaut(cout * b.taux, DIX_MILLE);
}

export function psCentime(cout: bigint, nb: bigint, b: BaremeEntier): bigint {
  const limite = nb * b.plafond;
  return moitieHaut((cout < limite ? cout : limite) * b.taux, DIX_MILLE);
}

/** Par collectif, le coût moyen reste une fraction : tout passe au dénominateur. */
export function psEuro(cout: bigint, nb: bigint, b: BaremeEntier): bigint {
  const limite = nb * b.plafond;
  return nb * 100n * moitieHaut((cout < limite ? cout : limite) * b.taux, nb * DIX_MILLE * 100n);
}

export const partN = (ps: bigint): bigint => moitieHaut(4n * ps, 10n);
/** Le complément d'un arrondi vers le haut est un arrondi vers le bas. */
export const partN1 = (ps: bigint): bigint => moitieBas(6n * ps, 10n);
export const acompteMaxN = (ps: bigint): bigint => (28n * ps) / 100n;
export const acompteMaxN1 = (ps: bigint): bigint => (42n * ps) / 100n;
export const chargeAPayer = (ps: bigint, acomptes: bigint): bigint => auMoins0(partN(ps) - acomptes);
export const tropVerse = (ps: bigint, acomptes: bigint): bigint => auMoins0(acomptes - partN(ps));
export const soldeN = (ps: bigint, acomptes: bigint): bigint => partN(ps) - acomptes;
export const soldeN1 = (ps: bigint, acomptes: bigint): bigint => partN1(ps) - acomptes;
export const aPayer = (solde: bigint, bonus: bigint): bigint => auMoins0(solde) + bonus;
export const indu = (solde: bigint): bigint => auMoins0(-solde);

/** total > 4/5 du coût : l'écart se compte en cinquièmes de centime, nul sous un centime entier. */
export function excedent80(cout: bigint, total: bigint): bigint {
  const cinquiemes = 5n * total - 4n * cout;
  return cinquiemes < 5n ? 0n : moitieHaut(cinquiemes, 5n);
}
