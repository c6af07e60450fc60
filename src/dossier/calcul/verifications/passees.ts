/** Les écritures passées se tiennent : débits égaux aux crédits, et un engagement repris une seule fois. */
import { anomalie, type Anomalie } from '../../anomalies/anomalie';
import type { Contexte } from '../../controle/contexte';
import { euros } from '../../../reglement/explication';
import { cleDossier } from '../../../valeurs/texte';
import { ecrituresPassees } from '../passees';

export function verifierEcrituresPassees({ lecture }: Contexte): Anomalie[] {
  const passees = ecrituresPassees(lecture);
  const table = lecture.ecrituresPassees;
  if (!passees || !table) return [];
  const anomalies: Anomalie[] = [];
  const { debit, credit, dossiers } = passees;
  if (!debit.eq(credit))
    anomalies.push(
      anomalie('cloture.ecritures-desequilibrees', table.lieu(null, 'debit'), {
        d: euros(debit),
        c: euros(credit),
        e: euros(debit.minus(credit).abs()),
      }),
    );
  for (const { dossier, contrepasse, engagement, fois } of dossiers.values()) {
    if (fois < 2 && contrepasse.lte(engagement)) continue;
    const ligne = table.lignes.findLast(
      (e) => e.dossier !== null && cleDossier(e.dossier) === cleDossier(dossier),
    );
    anomalies.push(
      anomalie('cloture.engagement-repris-deux-fois', table.lieu(ligne?.ligne ?? null, 'dossier'), {
        id: dossier,
      }),
    );
  }
  return anomalies;
}
