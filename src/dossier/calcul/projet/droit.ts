/** La demande et la décision : la Ps prévisionnelle, celle que la Caf retient, ses deux gestions et leurs acomptes. */
import { acompteDisponible, acompteMaxN, acompteMaxN1 } from '../../../reglement/acompte';
import { chargeAPayer, engagement } from '../../../reglement/cloture';
import { psRetenue } from '../../../reglement/decision';
import { avec, inconnu, lue, valeurDe, type Montant } from '../connu';
import { precede, situer } from '../origines';
import { ACCORDE, SANS_AGREMENT, deResultat, nul, partsDe, psDe, siAgree, type Cas } from './cas';

export function droit(cas: Cas) {
  const { p, agree, accorde, journal, n1Ouverte } = cas;
  const previsionnelle = psDe(
    cas,
    { valeur: lue(p, 'coutPrevisionnel'), champ: 'coutPrevisionnel' },
    { nb: lue(p, 'collectifsAgrees'), champ: 'collectifsAgrees' },
  );
  const retenue: Montant = agree
    ? situer(avec([deResultat(previsionnelle), accorde], psRetenue), ACCORDE)
    : avec([deResultat(previsionnelle)], (prev) => psRetenue(prev, null));
  const base = valeurDe(retenue);
  const parts = partsDe(retenue);
  const maxN = precede(avec([base], acompteMaxN), retenue);
  const maxN1 = precede(avec([base], acompteMaxN1), retenue);
  const disponible = (gestion: 'N' | 'N+1', ouverte: boolean, max: Montant, verses: Montant): Montant =>
    siAgree(cas, () =>
      ouverte
        ? precede(
            avec([valeurDe(max), valeurDe(verses)], (m, v) => acompteDisponible(gestion, m, v)),
            max,
            verses,
          )
        : inconnu({ champ: 'jour', raison: 'sansObjet' }),
    );
  return {
    psPrevisionnelle: previsionnelle,
    psRetenue: retenue,
    partN: precede(parts.n, retenue),
    partN1: precede(parts.n1, retenue),
    acompteMaxN: maxN,
    acompteMaxN1: maxN1,
    acompteDisponibleN: disponible('N', !n1Ouverte, maxN, journal.acomptesN),
    acompteDisponibleN1: disponible('N+1', n1Ouverte, maxN1, journal.acomptesN1),
    chargeAPayer: siAgree(
      cas,
      () =>
        precede(
          avec([base, valeurDe(journal.acomptesNAvantCloture)], chargeAPayer),
          retenue,
          journal.acomptesNAvantCloture,
        ),
      nul('Charge à payer N', SANS_AGREMENT),
    ),
    engagement: siAgree(
      cas,
      () => precede(avec([base], engagement), retenue),
      nul('Engagement N+1', SANS_AGREMENT),
    ),
  };
}
