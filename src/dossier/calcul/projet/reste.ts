/** Le dû une fois tout connu, ce qui est versé, et ce qui reste à payer ou à recouvrer. */
import { explique, resultat } from '../../../reglement/explication';
import { resteAPayer, resteARecouvrer, resteGestion } from '../../../reglement/reste';
import { INTERPRETATION, circ } from '../../../reglement/sources';
import { avec, valeurDe, type Montant } from '../connu';
import { precede } from '../origines';
import { additionner, deResultat, nul, partsDe, siAgree, type Cas } from './cas';
import type { liquidation } from './liquidation';
import { aUnControle, type surPlace } from './surPlace';

/** Le même montant, sous le nom qu'il prend. */
const renommer = (etape: string, m: Montant): Montant =>
  avec([deResultat(m)], (r) =>
    explique(r.montant, () => {
      const { etape: nom = 'montant', source = INTERPRETATION } = r.etapes.at(-1) ?? {};
      return resultat(etape, `{${nom}}`, { [nom]: r.montant }, r.montant, source, [r]).etapes;
    }),
  );

export function reste(
  cas: Cas,
  { psLiquidee, bonusDu }: ReturnType<typeof liquidation>,
  { psControlee, bonusControle }: ReturnType<typeof surPlace>,
) {
  const { versePsN, versePsN1, verseBonus } = cas.journal;
  const controles = aUnControle(cas);
  const saufRefus = (etape: string, m: Montant): Montant =>
    cas.refuse ? nul(etape, 'agrément refusé : rien n’est dû') : siAgree(cas, () => renommer(etape, m));
  const due = saufRefus('Ps due', controles ? psControlee : psLiquidee);
  const bonusDuFinal = saufRefus('Bonus dû, après contrôle', controles ? bonusControle : bonusDu);
  const parts = partsDe(due);
  const versePs = avec([deResultat(versePsN), deResultat(versePsN1)], (n, n1) =>
    resultat(
      'Ps versée',
      '{Ps N versée} + {Ps N+1 versée}',
      { 'Ps N versée': n.montant, 'Ps N+1 versée': n1.montant },
      n.montant.plus(n1.montant),
      circ('3.4'),
      [n, n1],
    ),
  );
  const parDroit = (nom: string, regle: typeof resteAPayer): Record<'Ps' | 'bonus' | 'total', Montant> => {
    const de = (objet: string, du: Montant, verse: Montant): Montant =>
      precede(
        avec([valeurDe(du), valeurDe(verse)], (d, v) => regle(objet, d, v)),
        du,
        verse,
      );
    const chacun = { Ps: de('Ps', due, versePs), bonus: de('Bonus', bonusDuFinal, verseBonus) };
    return { ...chacun, total: additionner(nom, chacun) };
  };
  const [payer, recouvrer] = [
    parDroit('Reste à payer', resteAPayer),
    parDroit('Reste à recouvrer', resteARecouvrer),
  ];
  const deGestion = (gestion: 'N' | 'N+1', part: Montant, verse: Montant): Montant =>
    precede(
      avec([deResultat(part), valeurDe(verse)], (d, v) => resteGestion(gestion, d, v)),
      due,
      verse,
    );
  return {
    psDue: due,
    bonusDuFinal,
    versePsN,
    versePsN1,
    versePs,
    verseBonus,
    resteN: deGestion('N', parts.n, versePsN),
    resteN1: deGestion('N+1', parts.n1, versePsN1),
    resteAPayerPs: payer.Ps,
    resteAPayerBonus: payer.bonus,
    resteAPayer: payer.total,
    resteARecouvrerPs: recouvrer.Ps,
    resteARecouvrerBonus: recouvrer.bonus,
    resteARecouvrer: recouvrer.total,
  };
}
