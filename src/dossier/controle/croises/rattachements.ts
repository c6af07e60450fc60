/** Chaque collectif, chaque versement et chaque avenant se rattache à un projet ; un avenant, à une date. */
import { anomalie, type Anomalie } from '../../anomalies/anomalie';
import type { Contexte } from '../contexte';

export function controlerRattachements({ lecture, projetDe }: Contexte): Anomalie[] {
  const { avenants, collectifs, versements } = lecture;
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
    ...(avenants?.lignes ?? []).flatMap((a) => {
      const dire = (champ: 'dossier' | 'date', fait: string): Anomalie[] =>
        avenants?.a(champ) ? [anomalie('avenant.non-compte', avenants.lieu(a.ligne, champ), { fait })] : [];
      if (a.dossier === null) return a.illisibles.has('dossier') ? [] : dire('dossier', 'N° dossier absent');
      if (!projetDe(a.dossier)) return dire('dossier', `dossier ${a.dossier} absent de Projets`);
      return a.date === null && !a.illisibles.has('date') ? dire('date', 'date absente') : [];
    }),
  ];
}
