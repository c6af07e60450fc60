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
    ...(avenants ? nonComptes(avenants, projetDe) : []),
  ];
}

function nonComptes(
  avenants: NonNullable<Contexte['lecture']['avenants']>,
  projetDe: Contexte['projetDe'],
): Anomalie[] {
  const dire = (ligne: number, champ: 'dossier' | 'date', fait: string): Anomalie[] =>
    // une colonne obligatoire absente est déjà dite une fois pour toutes
    avenants.a(champ) ? [anomalie('avenant.non-compte', avenants.lieu(ligne, champ), { fait })] : [];
  return avenants.lignes.flatMap(({ ligne, dossier, date, illisibles }) => {
    if (dossier === null) return illisibles.has('dossier') ? [] : dire(ligne, 'dossier', 'N° dossier absent');
    if (!projetDe(dossier)) return dire(ligne, 'dossier', `dossier ${dossier} absent de Projets`);
    return date === null && !illisibles.has('date') ? dire(ligne, 'date', 'date absente') : [];
  });
}
