/** L'avis du comité : attendu avant tout versement, daté, avec ses réserves. */
import { anomalie, type Anomalie } from '../../anomalies/anomalie';
import type { Projet } from '../../colonnes/projets';
import { dateFrancaise } from '../../../valeurs/date';
import type { Decimal } from '../../../valeurs/montant';
import { estAgree, estEcarte, estRefuse, type Contexte } from '../contexte';

const positif = (valeur: Decimal | null): boolean => valeur !== null && valeur.gt(0);

export function controlerAgrement(p: Projet, { lecture, versementsDe, au }: Contexte): Anomalie[] {
  const { projets, versements } = lecture;
  if (!projets.a('agrement') || p.illisibles.has('agrement')) return [];
  const lieu = projets.lieu(p.ligne, 'agrement');
  const anomalies: Anomalie[] = [];
  if (p.agrement === 'favorable sous réserve') anomalies.push(anomalie('agrement.sous-reserve', lieu));
  const date = p.dateAgrement ?? '';
  if (date > au)
    anomalies.push(
      anomalie('agrement.date-future', projets.lieu(p.ligne, 'dateAgrement'), {
        d: dateFrancaise(date),
        au: dateFrancaise(au),
      }),
    );
  if (estAgree(p) || estRefuse(p) || p.agrement === 'ajourné') return anomalies;
  const verse = versements
    ? versementsDe(p).some(({ versement }) => positif(versement.montant))
    : positif(p.acomptesN) || positif(p.acomptesN1);
  if (verse) anomalies.push(anomalie('agrement.absent', lieu, { objet: 'versement' }));
  // sans avis, il sort en silence des totaux et de l'arrêté des comptes
  else if (p.agrement === null)
    anomalies.push(anomalie('cellule.non-renseignee', lieu, { col: projets.definitions.agrement.entete }));
  return anomalies;
}

/** Mis à l'écart : on dit lequel, et pourquoi. */
export function controlerMiseALEcart(p: Projet, { lecture: { projets } }: Contexte): Anomalie[] {
  if (!estEcarte(p)) return [];
  return [
    anomalie('projet.mis-a-ecart', projets.lieu(p.ligne, 'misAlEcart'), {
      id: p.dossier ?? `de la ligne ${p.ligne}`,
      motif: p.misAlEcart ?? 'motif illisible',
    }),
  ];
}
