/** Les écritures passées se tiennent : débits égaux aux crédits, un engagement repris une fois, une charge qui est due. */
import { anomalie, type Anomalie } from '../../anomalies/anomalie';
import { estRefuse, type Contexte } from '../../controle/contexte';
import { euros } from '../../../reglement/explication';
import { COMPTES_ARRETE, ecrituresPassees } from '../passees';

export function verifierEcrituresPassees({ lecture, projetDe }: Contexte): Anomalie[] {
  const passees = ecrituresPassees(lecture);
  const table = lecture.ecrituresPassees;
  if (!passees || !table) return [];
  const anomalies: Anomalie[] = [];
  const { debit, credit, dossiers, comptesInconnus, nonComptees } = passees;
  for (const { ligne, champ } of nonComptees)
    anomalies.push(
      anomalie('cloture.ecriture-non-comptee', table.lieu(ligne, champ), { champ: table.intitule(champ) }),
    );
  for (const { ligne, compte } of comptesInconnus)
    anomalies.push(
      anomalie('cloture.compte-inconnu', table.lieu(ligne, 'compte'), {
        v: compte,
        liste: COMPTES_ARRETE.map(({ code }) => code).join(', '),
      }),
    );
  if (!debit.eq(credit))
    anomalies.push(
      anomalie('cloture.ecritures-desequilibrees', table.lieu(null, 'debit'), {
        d: euros(debit),
        c: euros(credit),
        e: euros(debit.minus(credit).abs()),
      }),
    );
  for (const { dossier, premiere, derniere, charge, contrepasse, engagement } of dossiers.values()) {
    if (contrepasse.gt(engagement))
      anomalies.push(
        anomalie('cloture.engagement-repris-deux-fois', table.lieu(derniere, 'dossier'), {
          id: dossier,
        }),
      );
    const projet = projetDe(dossier);
    if (charge.gt(0) && (projet === undefined || estRefuse(projet)))
      anomalies.push(
        anomalie('cloture.charge-sans-droit', table.lieu(premiere, 'dossier'), {
          id: dossier,
          c: euros(charge),
        }),
      );
  }
  return anomalies;
}
