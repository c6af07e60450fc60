/** Chaque collectif et chaque versement se rattache à un projet. */
import { anomalie, type Anomalie } from '../../anomalies/anomalie';
import type { Contexte } from '../contexte';

export function controlerRattachements({ lecture, projetDe }: Contexte): Anomalie[] {
  const { collectifs, versements } = lecture;
  const orphelins = <T extends { dossier: string | null }>(lignes: readonly T[]): T[] =>
    lignes.filter((l) => l.dossier !== null && !projetDe(l.dossier));
  return [
    ...(versements
      ? orphelins(versements.lignes).map((v) =>
          anomalie('versement.dossier-inconnu', versements.lieu(v.ligne, 'dossier'), { id: v.dossier ?? '' }),
        )
      : []),
    ...(collectifs
      ? orphelins(collectifs.lignes).map((c) =>
          anomalie('collectif.dossier-inconnu', collectifs.lieu(c.ligne, 'dossier'), { id: c.dossier ?? '' }),
        )
      : []),
    ...(collectifs?.a('dossier')
      ? collectifs.lignes
          .filter((l) => l.dossier === null && !l.illisibles.has('dossier'))
          .map((l) => anomalie('dossier.absent', collectifs.lieu(l.ligne, 'dossier')))
      : []),
  ];
}
