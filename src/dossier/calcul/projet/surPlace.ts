/** Le contrôle sur place : la Ps et les bonus qu'il constate, et ce qui change de la liquidation. */
import { psControlee } from '../../../reglement/decision';
import { ecartControle } from '../../../reglement/liquidation';
import type { Decimal } from '../../../valeurs/montant';
import { avec, inconnu, lue, lueOu, valeurDe, type Donnee, type Montant } from '../connu';
import { precede, situer } from '../origines';
import { bonusDus } from './bonus';
import { ACCORDE, additionner, deResultat, partsDe, psDe, siAgree, type Cas, type Collectifs } from './cas';
import type { liquidation } from './liquidation';

const SAISIES = ['coutControle', 'collectifsControles'] as const;

/** Une saisie de contrôle, fût-elle illisible : le dû en dépend. */
export const aUnControle = ({ p }: Cas): boolean =>
  SAISIES.some((cle) => p[cle] !== null || p.illisibles.has(cle));

export function surPlace(cas: Cas, { psLiquidee, bonusDu }: ReturnType<typeof liquidation>) {
  const { p, limite, retenus } = cas;
  const controles = aUnControle(cas);
  const siControle = (faire: () => Montant): Montant =>
    siAgree(cas, () => (controles ? faire() : inconnu({ champ: 'coutControle', raison: 'sansObjet' })));
  const collectifs: Collectifs = {
    nb: p.collectifsControles ?? lueOu(p, 'collectifsControles', retenus.nb),
    champ: p.collectifsControles === null ? retenus.champ : 'collectifsControles',
  };
  const controlee = siControle(() => {
    const constatee = psDe(
      cas,
      {
        valeur: lueOu(p, 'coutControle', lue(p, 'coutReel')) as Donnee<Decimal>,
        champ: p.coutControle === null ? 'coutReel' : 'coutControle',
      },
      collectifs,
    );
    return situer(avec([deResultat(constatee), limite], psControlee), ACCORDE);
  });
  const bonusControle = siControle(() => bonusDus(cas, 'Bonus contrôlé', collectifs, controlee));
  const ecart = (initial: Montant, final: Montant, etape: string): Montant =>
    siControle(() => avec([valeurDe(initial), valeurDe(final)], (i, f) => ecartControle(i, f, etape)));
  const [liquidees, controlees] = [partsDe(psLiquidee), partsDe(controlee)];
  const ecartDeParts = (gestion: 'n' | 'n1', etape: string): Montant => {
    const [initial, final] = [liquidees[gestion], controlees[gestion]];
    return precede(ecart(initial, final, etape), psLiquidee, initial, controlee, final);
  };
  const controlePs = precede(ecart(psLiquidee, controlee, 'Contrôle : Ps'), psLiquidee, controlee);
  const controleBonus = precede(ecart(bonusDu, bonusControle, 'Contrôle : bonus'), bonusDu, bonusControle);
  return {
    psControlee: controlee,
    bonusControle,
    controlePs,
    controleBonus,
    controlePsN: ecartDeParts('n', 'Contrôle : part N'),
    controlePsN1: ecartDeParts('n1', 'Contrôle : part N+1'),
    controle: siControle(() => additionner('Suite du contrôle', { Ps: controlePs, bonus: controleBonus })),
  };
}
