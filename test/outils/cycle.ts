/** Les montants du cycle de vie de REGLES : trois collectifs, 24 000 € de budget, et ses deux comptes de résultat. */
const PREVUS = {
  psPrevisionnelle: '7689.00',
  partN: '3075.60',
  partN1: '4613.40',
  acompteMaxN: '2152.92',
  acompteMaxN1: '3229.38',
  acomptesN: '2000.00',
  acomptesN1: '3200.00',
  chargeAPayer: '1075.60',
  engagement: '4613.40',
  bonusEnfants: '900.00',
  bonusParents: '600.00',
  bonus: '1500.00',
};

/** Compte de résultat de 22 500 €. */
export const CYCLE_SOLDE = {
  ...PREVUS,
  psReelle: '7312.50',
  soldeN: '925.00',
  soldeN1: '1187.50',
  soldePs: '2112.50',
  aPayer: '3612.50',
  indu: '0.00',
};

/** Compte de résultat de 10 000 € : l'indu ne se compense pas avec le bonus. */
export const CYCLE_INDU = {
  ...PREVUS,
  psReelle: '3250.00',
  soldeN: '-700.00',
  soldeN1: '-1250.00',
  soldePs: '-1950.00',
  aPayer: '1500.00',
  indu: '1950.00',
};
