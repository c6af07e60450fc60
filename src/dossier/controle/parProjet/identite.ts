/** Identité d'un projet : numéro, cellules attendues, une seule Caf et une seule année. */
import { anomalie, type Anomalie } from '../../anomalies/anomalie';
import type { Projet } from '../../colonnes/projets';
import { lireCodeCaf } from '../../lecture/parametres';
import { anneeScolaire, lireAnnee } from '../../../reglement/annee';
import type { Contexte } from '../contexte';

/** Cellules dont le vide se signale, quand leur colonne existe. */
const ATTENDUES = [
  'gestionnaire',
  'action',
  'commune',
  'public',
  'enfants',
  'axeEnfants',
  'axeParents',
  'axeEcole',
  'axeTerritoire',
] as const;

export function controlerIdentite(p: Projet, { lecture: { projets } }: Contexte): Anomalie[] {
  const anomalies: Anomalie[] = [];
  const vide = (cle: (typeof ATTENDUES)[number] | 'dossier' | 'siret'): boolean =>
    projets.a(cle) && p[cle] === null && !p.illisibles.has(cle);
  if (vide('dossier')) anomalies.push(anomalie('dossier.absent', projets.lieu(p.ligne, 'dossier')));
  if (vide('siret')) anomalies.push(anomalie('siret.absent', projets.lieu(p.ligne, 'siret')));
  for (const cle of ATTENDUES)
    if (vide(cle))
      anomalies.push(
        anomalie('cellule.non-renseignee', projets.lieu(p.ligne, cle), {
          col: projets.definitions[cle].entete,
        }),
      );
  return anomalies;
}

/** Une remontée ne mélange ni les Caf ni les années : colonnes « Caf » et « Année scolaire », si la feuille les porte. */
export function controlerUnicite(p: Projet, { lecture }: Contexte): Anomalie[] {
  const { projets, parametres } = lecture;
  const anomalies: Anomalie[] = [];
  const caf = p.caf === null ? null : lireCodeCaf(p.caf);
  if (caf !== null && parametres.caf !== null && caf !== parametres.caf)
    anomalies.push(
      anomalie('remontee.caf-ou-annee-melangees', projets.lieu(p.ligne, 'caf'), {
        liste: `les Caf ${parametres.caf} et ${caf}`,
      }),
    );
  const annee = lireAnnee(p.anneeScolaire);
  if (annee !== undefined && annee !== parametres.annee)
    anomalies.push(
      anomalie('remontee.caf-ou-annee-melangees', projets.lieu(p.ligne, 'anneeScolaire'), {
        liste: `les années ${anneeScolaire(parametres.annee)} et ${anneeScolaire(annee)}`,
      }),
    );
  return anomalies;
}
