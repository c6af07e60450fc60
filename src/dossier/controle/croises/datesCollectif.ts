/** Dates d'un collectif : dans l'année scolaire ; après la Toussaint et jusqu'au 15 juin de préférence. */
import { anomalie, type Anomalie } from '../../anomalies/anomalie';
import type { Collectif } from '../../colonnes/collectifs';
import { dateFrancaise, nombreDeJours, precede } from '../../../valeurs/date';
import { anneeScolaire } from '../../../reglement/annee';
import { COLLECTIF } from '../../../reglement/parametres';
import { REPRISE_TOUSSAINT, SEUILS } from '../../seuils';
import type { CollectifsLus, Contexte } from '../contexte';

const ecrire = (date: string | null | undefined): string => (date ? dateFrancaise(date) : '…');

export function controlerDatesCollectif(
  { debut, fin, ligne, semaines: annoncees }: Collectif,
  collectifs: CollectifsLus,
  { lecture: { parametres }, jour }: Contexte,
): Anomalie[] {
  const { annee } = parametres;
  const horsAnnee = (date: string | null): boolean =>
    precede(date, jour(SEUILS.debutAnnee, 0)) || precede(jour(SEUILS.finAnnee, 1), date);
  if (horsAnnee(debut) || horsAnnee(fin) || precede(fin, debut))
    return [
      anomalie('collectif.dates-hors-annee', collectifs.lieu(ligne, horsAnnee(debut) ? 'debut' : 'fin'), {
        d1: ecrire(debut),
        d2: ecrire(fin),
        annee: anneeScolaire(annee),
      }),
    ];
  const anomalies: Anomalie[] = [];
  const reprise = REPRISE_TOUSSAINT[annee];
  if (precede(debut, reprise))
    anomalies.push(
      anomalie('collectif.demarrage-precoce', collectifs.lieu(ligne, 'debut'), {
        d: ecrire(debut),
        t: ecrire(reprise),
      }),
    );
  if (precede(jour(SEUILS.finAnneeCivile, 0), debut))
    anomalies.push(
      anomalie('collectif.annee-incomplete', collectifs.lieu(ligne, 'debut'), {
        fait: `démarré le ${ecrire(debut)}`,
      }),
    );
  if (fin === null) return anomalies;
  const lieuFin = collectifs.lieu(ligne, 'fin');
  const d = dateFrancaise(fin);
  if (fin > jour(SEUILS.finExercice, 1)) anomalies.push(anomalie('collectif.fin-apres-juin', lieuFin, { d }));
  else if (fin > jour(SEUILS.finPreconisee, 1))
    anomalies.push(anomalie('collectif.fin-tardive', lieuFin, { d }));
  else if (fin < jour(SEUILS.finAnneeComplete, 1))
    anomalies.push(anomalie('collectif.annee-incomplete', lieuFin, { fait: `interrompu le ${d}` }));
  else if (debut !== null) anomalies.push(...periodeCourte(debut, fin));
  return anomalies;

  /** Indicatif : la période préconisée ne contient elle-même que 26 semaines de classe ; on ne signale que plus court. */
  function periodeCourte(d1: string, d2: string): Anomalie[] {
    const semaines = Math.max(0, Math.ceil(nombreDeJours(d1, d2) / 7) - SEUILS.semainesVacances);
    if (semaines >= SEUILS.semainesPreconisees || (annoncees ?? COLLECTIF.semaines) < COLLECTIF.semaines)
      return [];
    return [
      anomalie('collectif.periode-courte', lieuFin, {
        d1: dateFrancaise(d1),
        d2: dateFrancaise(d2),
        s: semaines,
        min: COLLECTIF.semaines,
      }),
    ];
  }
}
