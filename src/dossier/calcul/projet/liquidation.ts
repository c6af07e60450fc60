/** La liquidation : la Ps sur le réel, et ce qu'il en reste à payer ou en indu. Sans agrément, elle reste théorique. */
import { sansBonus } from '../../../reglement/bonus';
import { psLiquidee } from '../../../reglement/decision';
import { aPayer, indu, induRefuse, soldeN, soldeN1, soldePs } from '../../../reglement/liquidation';
import { avec, lue, valeurDe } from '../connu';
import { precede, situer } from '../origines';
import { bonusDus } from './bonus';
import { ACCORDE, SANS_AGREMENT, deResultat, psDe, siAgree, type Cas } from './cas';

export function liquidation(cas: Cas) {
  const { p, refuse, limite, retenus } = cas;
  const { acomptesN, acomptesN1 } = cas.journal;
  const [versesN, versesN1] = [valeurDe(acomptesN), valeurDe(acomptesN1)];
  const reelle = psDe(cas, { valeur: lue(p, 'coutReel'), champ: 'coutReel' }, retenus);
  const liquidee = situer(
    siAgree(cas, () => avec([deResultat(reelle), limite], psLiquidee)),
    ACCORDE,
  );
  const liquide = valeurDe(liquidee);
  const du = siAgree(
    cas,
    () => bonusDus(cas, 'Bonus dû', retenus, liquidee),
    sansBonus('Bonus dû', SANS_AGREMENT),
  );
  const solde = precede(avec([liquide, versesN, versesN1], soldePs), liquidee, acomptesN, acomptesN1);
  return {
    psReelle: reelle,
    psLiquidee: liquidee,
    bonusDu: du,
    soldeN: precede(avec([liquide, versesN], soldeN), liquidee, acomptesN),
    soldeN1: precede(avec([liquide, versesN1], soldeN1), liquidee, acomptesN1),
    soldePs: solde,
    aPayer: siAgree(cas, () => precede(avec([valeurDe(solde), valeurDe(du)], aPayer), solde, du)),
    indu: refuse
      ? precede(avec([versesN, versesN1], induRefuse), acomptesN, acomptesN1)
      : precede(avec([valeurDe(solde)], indu), solde),
  };
}
