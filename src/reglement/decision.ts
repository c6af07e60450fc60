/**
 * La décision de la Caf (Circ. § 3.1, § 3.4) : elle accorde au plus le droit théorique, et ce qu'elle a accordé borne
 * ce qui se liquide. Un montant accordé de 0 € est une décision ; sans montant accordé, le droit théorique vaut.
 */
import { resultat, type Resultat } from './explication';
import { plusPetit, type Decimal } from '../valeurs/montant';
import { circ } from './sources';

const limiter = (
  etape: string,
  droit: string,
  ps: Resultat,
  accorde: Decimal | null,
  source: string,
): Resultat =>
  accorde === null
    ? resultat(etape, `{${droit}}`, { [droit]: ps.montant }, ps.montant, source, [ps])
    : resultat(
        etape,
        `{${droit}}, au plus {montant accordé}`,
        { [droit]: ps.montant, 'montant accordé': accorde },
        plusPetit(ps.montant, accorde),
        source,
        [ps],
      );

/** Ps retenue : base des parts, des acomptes, de la charge à payer, de l'engagement et des enveloppes. */
export const psRetenue = (previsionnelle: Resultat, accorde: Decimal | null): Resultat =>
  limiter('Ps retenue', 'Ps prévisionnelle', previsionnelle, accorde, circ('3.1'));

/** Ps liquidée sur le compte de résultat, dans la limite du montant accordé (interprétation). */
export const psLiquidee = (reelle: Resultat, accorde: Decimal | null): Resultat =>
  limiter('Ps liquidée', 'Ps réelle', reelle, accorde, circ('3.4'));

/** Ps après contrôle : la même limite, sur les données contrôlées. */
export const psControlee = (controlee: Resultat, accorde: Decimal | null): Resultat =>
  limiter('Ps contrôlée', 'Ps sur données contrôlées', controlee, accorde, circ('3.4'));
