/** Liquidation : compte de résultat reçu, écart avec la charge à payer, indu, bonus payé pour le montant dû. */
import { anomalie, type Anomalie } from '../../anomalies/anomalie';
import type { Contexte } from '../../controle/contexte';
import { SEUILS } from '../../seuils';
import { ecartChargeAPayer } from '../../../reglement/cloture';
import { euros } from '../../../reglement/explication';
import { somme } from '../../../reglement/montant';
import type { CalculProjet } from '../montants';

export function verifierLiquidation(
  { projet: p, montants: m, agree }: CalculProjet,
  { lecture, au, jour, versementsDe }: Contexte,
): Anomalie[] {
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
  if (m.soldeN && m.chargeAPayer) {
    const ecart = ecartChargeAPayer(m.soldeN, m.chargeAPayer).montant;
    if (!ecart.isZero())
      anomalies.push(
        anomalie('cloture.ecart-charge-a-payer', projets.lieu(p.ligne, 'coutReel'), {
          c: euros(m.chargeAPayer),
          l: euros(m.soldeN),
          e: euros(ecart),
        }),
      );
  }
  if (m.indu?.gt(0))
    anomalies.push(anomalie('cloture.indu', projets.lieu(p.ligne, 'coutReel'), { e: euros(m.indu) }));
  const payes = versements
    ? versementsDe(p).filter(({ versement }) => versement.nature === 'bonus' && versement.montant !== null)
    : [];
  const verse = somme(payes.flatMap(({ versement }) => versement.montant ?? []));
  const premier = payes[0];
  if (versements && premier && m.bonus && !verse.eq(m.bonus))
    anomalies.push(
      anomalie('bonus.verse-different', versements.lieu(premier.versement.ligne, 'montant'), {
        v: euros(verse),
        a: euros(m.bonus),
      }),
    );
  return anomalies;
}
