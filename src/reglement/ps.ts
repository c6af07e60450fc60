/**
 * Prestation de service (Circ. § 3.2) : un taux du prix de revient, dans la limite d'un prix plafond par collectif.
 * Le plafond porte sur le coût moyen des collectifs du projet (interprétation : un seul compte de résultat le couvre).
 */
import type { Bareme } from './bareme';
import { resultat, type Resultat } from './explication';
import { ZERO, auCentime, plusPetit, type Decimal } from '../valeurs/montant';
import { circ } from './sources';

/**
 * Arrondi de la Ps. `bareme` : au plafond, le montant publié ; dessous, au centime.
 * `centime` : toujours au centime. `euro` : à l'euro par collectif.
 */
export type ArrondiPs = 'bareme' | 'centime' | 'euro';

export type BaremePs = Pick<Bareme, 'taux' | 'prixPlafond' | 'montantMaximal'>;

const SOURCE = circ('3.2');

/**
 * Ps d'un projet pour une année scolaire.
 * @param cout coût annuel du projet, € ≥ 0 (budget : Ps prévisionnelle ; compte de résultat : Ps réelle)
 * @param nbCollectifs nombre entier de collectifs retenus ; 0 donne 0 €, sans division
 */
export function ps(
  cout: Decimal,
  nbCollectifs: number,
  bareme: BaremePs,
  arrondi: ArrondiPs = 'bareme',
): Resultat {
  const { taux, prixPlafond, montantMaximal } = bareme;
  const nb = nbCollectifs;
  if (nb === 0) return resultat('Ps', 'aucun collectif retenu', {}, ZERO, SOURCE);
  const limite = prixPlafond.times(nb);
  const avant = resultat(
    'Coût plafonné',
    '{coût} limité à {nb} × {prix plafond}',
    { coût: cout, nb, 'prix plafond': prixPlafond },
    plusPetit(cout, limite),
    SOURCE,
  );
  const retenu = avant.montant;
  if (arrondi === 'euro') {
    // moitié à l'euro supérieur, sur des entiers : le coût moyen n'est pas toujours décimal
    const parCollectif = retenu
      .times(taux)
      .times(2)
      .plus(nb)
      .divToInt(nb * 2);
    return resultat(
      'Ps',
      '{nb} × ({coût plafonné} ÷ {nb} × {taux}, à l’euro)',
      { nb, 'coût plafonné': retenu, taux },
      parCollectif.times(nb),
      SOURCE,
      [avant],
    );
  }
  if (arrondi === 'bareme' && cout.gte(limite)) {
    return resultat(
      'Ps',
      '{nb} × {montant maximal publié}',
      { nb, 'montant maximal publié': montantMaximal },
      montantMaximal.times(nb),
      SOURCE,
      [avant],
    );
  }
  return resultat(
    'Ps',
    '{coût plafonné} × {taux}, au centime',
    { 'coût plafonné': retenu, taux },
    auCentime(retenu.times(taux)),
    SOURCE,
    [avant],
  );
}

/** Le coût moyen atteint le prix plafond. */
export const auPlafond = (cout: Decimal, nbCollectifs: number, bareme: BaremePs): boolean =>
  nbCollectifs > 0 && cout.gte(bareme.prixPlafond.times(nbCollectifs));
