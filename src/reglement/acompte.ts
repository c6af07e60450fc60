/**
 * Acomptes au plus (Circ. § 3.4) : 28 % de la Ps prévisionnelle sur N, 42 % sur N+1, au centime inférieur.
 * Calculés sur la Ps elle-même, jamais sur 70 % d'une part déjà arrondie.
 */
import { resultat, type Resultat } from './explication';
import { plancherCentime, type Decimal } from '../valeurs/montant';
import { GESTION } from './parametres';
import { circ } from './sources';

const SOURCE = circ('3.4');
const FORMULE = '{Ps prévisionnelle} × {taux}, au centime inférieur';

const acompteMax = (gestion: string, previsionnelle: Decimal, taux: Decimal): Resultat =>
  resultat(
    `Acomptes ${gestion} au plus`,
    FORMULE,
    { 'Ps prévisionnelle': previsionnelle, taux },
    plancherCentime(previsionnelle.times(taux)),
    SOURCE,
  );

export const acompteMaxN = (previsionnelle: Decimal): Resultat =>
  acompteMax('N', previsionnelle, GESTION.tauxAcompteN);
export const acompteMaxN1 = (previsionnelle: Decimal): Resultat =>
  acompteMax('N+1', previsionnelle, GESTION.tauxAcompteN1);
