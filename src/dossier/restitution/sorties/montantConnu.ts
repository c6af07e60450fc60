/** Un montant d'un projet et son explication, s'il est connu. */
import type { Manque } from '../../calcul/connu';
import type { CalculProjet, CleMontant } from '../../calcul/montants';
import type { Etape } from '../../../reglement/explication';
import type { Decimal } from '../../../valeurs/montant';

export const montantConnu = ({ montants }: CalculProjet, cle: CleMontant): Decimal | null =>
  montants[cle].montant;

/** Les étapes d'un montant connu. */
export const etapesDe = ({ montants }: CalculProjet, cle: CleMontant): readonly Etape[] => {
  const montant = montants[cle];
  return montant.montant === null ? [] : montant.etapes;
};

/** Ce qui manque à un montant inconnu. */
export const manquesDe = ({ montants }: CalculProjet, cle: CleMontant): readonly Manque[] => {
  const montant = montants[cle];
  return montant.montant === null ? montant.manque : [];
};
