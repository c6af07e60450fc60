/**
 * Cofinancement (Circ. § 3.1) : la branche Famille ne dépasse pas 80 % du coût annuel entier (non plafonné).
 * Le dépassement se constate ; aucun financement n'est réduit d'office (interprétation).
 */
import { resultat, type Resultat } from './explication';
import { ZERO, auCentime, type Decimal } from '../valeurs/montant';
import { COFINANCEMENT } from './parametres';
import { circ } from './sources';

/** Ce que la branche Famille met dans ce Clas : le total, poste par poste. */
export const brancheFamille = (postes: Readonly<Record<string, Decimal>>, total: Decimal): Resultat =>
  resultat(
    'Branche Famille',
    Object.keys(postes)
      .map((poste) => `{${poste}}`)
      .join(' + '),
    postes,
    total,
    circ('3.1'),
  );

/**
 * Dépassement des 80 %, en €. L'écart se mesure sur les 80 % non arrondis : sous un centime il n'existe pas.
 * @param brancheFamille Ps + bonus + fonds locaux + autres financements de la branche Famille, €
 */
export function excedent80(coutTotal: Decimal, brancheFamille: Decimal): Resultat {
  const ecart = brancheFamille.minus(coutTotal.times(COFINANCEMENT.tauxMaximum));
  const montant = ecart.lt(COFINANCEMENT.depassementMinimal) ? ZERO : auCentime(ecart);
  return resultat(
    'Dépassement des 80 %',
    '{branche Famille} − {coût} × {taux}, à partir de 0,01 €',
    { 'branche Famille': brancheFamille, coût: coutTotal, taux: COFINANCEMENT.tauxMaximum },
    montant,
    circ('3.1'),
  );
}
