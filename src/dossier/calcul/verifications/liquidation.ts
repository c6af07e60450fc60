/** Liquidation : compte de résultat reçu, écart avec la charge à payer, indu, bonus payé pour le montant dû. */
import { anomalie, type Anomalie } from '../../anomalies/anomalie';
import { parDossier, type Contexte, type VersementSitue } from '../../controle/contexte';
import { SEUILS } from '../../seuils';
import { ecartChargeAPayer } from '../../../reglement/cloture';
import { euros } from '../../../reglement/explication';
import { somme } from '../../../valeurs/montant';
import type { CalculProjet } from '../montants';

const bonusPayes = parDossier((versements: readonly VersementSitue[]) => {
  const payes = versements.flatMap(({ versement: v }) =>
    v.nature === 'bonus' && v.montant !== null ? v : [],
  );
  return { premier: payes[0], verse: somme(payes.flatMap(({ montant }) => montant ?? [])) };
});

export function verifierLiquidation(
  { projet: p, montants: m, agree, acomptesNAvantCloture }: CalculProjet,
  contexte: Contexte,
): Anomalie[] {
  const { lecture, au, jour, versementsDe } = contexte;
  if (!agree) return [];
  const { projets, versements, parametres } = lecture;
  const anomalies: Anomalie[] = [];
  const attendu = au > jour(SEUILS.compteDeResultat, 1);
  if (attendu && p.coutReel === null && !p.illisibles.has('coutReel') && m.psPrevisionnelle !== null)
    anomalies.push(
      anomalie('cloture.compte-de-resultat-absent', projets.lieu(p.ligne, 'coutReel'), {
        n1: parametres.annee + 1,
      }),
    );
  if (m.soldeN && m.acomptesN && m.chargeAPayer) {
    const apres = m.acomptesN.minus(acomptesNAvantCloture);
    const ecart = ecartChargeAPayer(m.soldeN, m.chargeAPayer, apres).montant;
    if (!ecart.isZero())
      anomalies.push(
        anomalie('cloture.ecart-charge-a-payer', projets.lieu(p.ligne, 'coutReel'), {
          c: euros(m.chargeAPayer),
          l: euros(m.soldeN.plus(apres)),
          e: euros(ecart),
        }),
      );
  }
  if (m.indu?.gt(0))
    anomalies.push(anomalie('cloture.indu', projets.lieu(p.ligne, 'coutReel'), { e: euros(m.indu) }));
  const { premier, verse } = bonusPayes(versementsDe(p), contexte);
  if (versements && premier && m.bonus && !verse.eq(m.bonus))
    anomalies.push(
      anomalie('bonus.verse-different', versements.lieu(premier.ligne, 'montant'), {
        v: euros(verse),
        a: euros(m.bonus),
      }),
    );
  return anomalies;
}
