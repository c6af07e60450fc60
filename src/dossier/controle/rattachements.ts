/** Recoupements entre Projets, Collectifs et Versements. */
import { anomalie, type Anomalie } from '../anomalies/anomalie';
import { collectifsRetenus, estRefuse, type Contexte } from './contexte';

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
    ...[versements, collectifs].flatMap((table) =>
      table
        ? table.lignes
            .filter((l) => l.dossier === null && table.a('dossier') && !l.illisibles.has('dossier'))
            .map((l) => anomalie('dossier.absent', table.lieu(l.ligne, 'dossier')))
        : [],
    ),
  ];
}

/** Un détail commencé se compare au nombre déclaré ; un projet sans aucun détail n'en a pas besoin. */
export function controlerDetail({ lecture, collectifsDe }: Contexte): Anomalie[] {
  const { projets } = lecture;
  return projets.lignes.flatMap((p) => {
    const detailles = collectifsDe(p).length;
    const declares = collectifsRetenus(p);
    if (detailles === 0 || declares === null || detailles === declares || estRefuse(p)) return [];
    return [
      anomalie(
        'collectif.detail-incomplet',
        projets.lieu(p.ligne, p.collectifsReels === null ? 'collectifsAgrees' : 'collectifsReels'),
        { d: detailles, c: declares },
      ),
    ];
  });
}
