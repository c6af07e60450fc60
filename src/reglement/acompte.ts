/**
 * Acomptes au plus (Circ. § 3.4) : 28 % de la Ps retenue sur N, 42 % sur N+1, au centime inférieur.
 * Calculés sur la Ps elle-même, jamais sur 70 % d'une part déjà arrondie.
 */
import { resultat, type Resultat } from './explication';
import { ZERO, plancherCentime, positifOuZero, type Decimal } from '../valeurs/montant';
import { GESTION } from './parametres';
import { circ } from './sources';

const SOURCE = circ('3.4');
const FORMULE = '{Ps retenue} × {taux}, au centime inférieur';

const acompteMax = (gestion: string, retenue: Decimal, taux: Decimal): Resultat =>
  resultat(
    `Acomptes ${gestion} au plus`,
    FORMULE,
    { 'Ps retenue': retenue, taux },
    plancherCentime(retenue.times(taux)),
    SOURCE,
  );

export const acompteMaxN = (retenue: Decimal): Resultat => acompteMax('N', retenue, GESTION.tauxAcompteN);
export const acompteMaxN1 = (retenue: Decimal): Resultat => acompteMax('N+1', retenue, GESTION.tauxAcompteN1);

/** Ce qui peut encore être versé en acompte sur une gestion : le maximum, moins les acomptes nets. */
export const acompteDisponible = (gestion: 'N' | 'N+1', maximum: Decimal, acomptes: Decimal): Resultat =>
  resultat(
    `Acompte ${gestion} disponible`,
    '{acomptes au plus} − {acomptes versés}, au moins 0',
    { 'acomptes au plus': maximum, 'acomptes versés': acomptes },
    positifOuZero(maximum.minus(acomptes)),
    SOURCE,
  );

/** Acomptes et reversements d'un jour (`versements`, en valeur signée), ou changement du maximum ce jour-là. */
export interface JourDAcompte {
  readonly versements: readonly Decimal[];
  /** Acomptes au plus, selon ce qui était décidé ce jour-là. */
  readonly maximum: Decimal;
}

export type VerdictAcomptes = 'régulier' | 'au-dessus après révision' | 'irrégulier';

/**
 * Juge les acomptes d'une gestion à leur date (interprétation) : un acompte est irrégulier quand le cumul net du jour
 * dépasse le maximum du jour ; un reversement, ou un budget relevé, qui ramène le cumul sous le maximum le régularise.
 * @param jours dans l'ordre des dates
 * @param maximum celui d'aujourd'hui
 * @returns le verdict, et l'indice du jour dont un acompte reste irrégulier
 */
export function jugerAcomptes(
  jours: readonly JourDAcompte[],
  maximum: Decimal,
): { readonly verdict: VerdictAcomptes; readonly jour: number | null } {
  let cumul = ZERO;
  let fautif: number | null = null;
  jours.forEach(({ versements, maximum: duJour }, i) => {
    cumul = versements.reduce((somme, v) => somme.plus(v), cumul);
    if (cumul.lte(duJour)) fautif = null;
    else if (versements.some((v) => v.isPos() && !v.isZero())) fautif ??= i;
  });
  if (cumul.lte(maximum)) return { verdict: 'régulier', jour: null };
  return { verdict: fautif === null ? 'au-dessus après révision' : 'irrégulier', jour: fautif };
}
