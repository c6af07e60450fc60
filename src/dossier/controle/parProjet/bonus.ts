/** Les bonus accordés : au plus un de chaque genre par collectif agréé, avec un projet spécifique, à partir de 2021. */
import { anomalie, type Anomalie } from '../../anomalies/anomalie';
import type { Projet } from '../../colonnes/projets';
import { bonusExistent, bonusRealises } from '../../../reglement/bonus';
import { collectifsRetenus, estAgree, estRefuse, type Contexte } from '../contexte';

const GENRES = [
  { cle: 'bonusEnfants', reels: 'bonusEnfantsReels', type: 'enfants' },
  { cle: 'bonusParents', reels: 'bonusParentsReels', type: 'parents' },
] as const;

export function controlerBonus(p: Projet, { lecture }: Contexte): Anomalie[] {
  const { projets, parametres } = lecture;
  const demandes = GENRES.flatMap(({ cle, reels, type }) => {
    const nb = p[cle] ?? 0;
    return nb > 0 ? [{ cle, reels, type, nb }] : [];
  });
  const [premier] = demandes;
  if (!premier) return [];
  const lieu = (cle: (typeof GENRES)[number]['cle']) => projets.lieu(p.ligne, cle);
  if (estRefuse(p)) return [anomalie('agrement.refuse-bonus', lieu(premier.cle))];
  if (!bonusExistent(parametres.annee))
    return demandes.map(({ cle }) => anomalie('bonus.avant-2021', lieu(cle)));
  const anomalies: Anomalie[] = [];
  if (!estAgree(p) && projets.a('agrement') && !p.illisibles.has('agrement'))
    for (const { cle, nb } of demandes) anomalies.push(anomalie('bonus.demande', lieu(cle), { b: nb }));
  const c = p.collectifsAgrees;
  if (c) {
    for (const { cle, type, nb } of demandes)
      if (nb > c) anomalies.push(anomalie('bonus.superieur-aux-collectifs', lieu(cle), { b: nb, type, c }));
    if (p.bonusEnfants === c && p.bonusParents === c)
      anomalies.push(anomalie('bonus.cumules-partout', lieu('bonusParents')));
  }
  if (estAgree(p)) anomalies.push(...moinsQueAccordes(p, demandes, lecture.projets));
  if (p.projetBonus !== true && !p.illisibles.has('projetBonus'))
    anomalies.push(
      anomalie(
        'bonus.sans-projet',
        projets.lieu(p.ligne, projets.a('projetBonus') ? 'projetBonus' : premier.cle),
        { type: demandes.map(({ type }) => type).join(' et ') },
      ),
    );
  return anomalies;
}

/** Les bonus qui n'ont pas eu lieu ne sont pas dus : le dire évite qu'on cherche l'écart. */
function moinsQueAccordes(
  p: Projet,
  demandes: readonly {
    readonly cle: (typeof GENRES)[number]['cle'];
    readonly reels: (typeof GENRES)[number]['reels'];
    readonly type: string;
    readonly nb: number;
  }[],
  projets: Contexte['lecture']['projets'],
): Anomalie[] {
  const retenus = collectifsRetenus(p);
  if (retenus === null) return [];
  return demandes.flatMap(({ cle, reels, type, nb }) => {
    // aucun collectif retenu se dit à part (C-COL-05) ; un nombre saisi se compare toujours
    if (p.illisibles.has(reels) || (retenus === 0 && p[reels] === null)) return [];
    // un bonus accordé au-delà de l'agrément se dit autrement (C-BON-01)
    const b = Math.min(nb, p.collectifsAgrees ?? nb);
    const du = bonusRealises(nb, p[reels], retenus);
    return du < b
      ? [
          anomalie('bonus.superieur-aux-reels', projets.lieu(p.ligne, cle), {
            b: nb,
            type,
            r: p[reels] ?? retenus,
            du,
          }),
        ]
      : [];
  });
}
