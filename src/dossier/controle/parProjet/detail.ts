/** Le détail des collectifs recoupé avec Projets : leur nombre, puis leurs totaux, champ par champ. */
import { anomalie, type Anomalie } from '../../anomalies/anomalie';
import type { Collectif } from '../../colonnes/collectifs';
import type { Projet } from '../../colonnes/projets';
import { enFrancais, euros } from '../../../reglement/explication';
import { somme, type Decimal } from '../../../valeurs/montant';
import { collectifsRetenus, estRefuse, type Contexte } from '../contexte';

/** Toutes les cellules d'une colonne du détail ; `null` si une seule manque : un total partiel ne se compare pas. */
function toutes<K extends keyof Collectif>(
  details: readonly Collectif[],
  cle: K,
): NonNullable<Collectif[K]>[] | null {
  const valeurs = details.flatMap((c) => {
    const valeur = c[cle];
    return valeur === null ? [] : [valeur as NonNullable<Collectif[K]>];
  });
  return valeurs.length === details.length ? valeurs : null;
}

/** Un détail commencé se compare au nombre déclaré ; un projet sans aucun détail n'en a pas besoin. */
export function controlerDetail(p: Projet, { lecture, collectifsDe }: Contexte): Anomalie[] {
  const { projets } = lecture;
  const details = collectifsDe(p);
  const declares = collectifsRetenus(p);
  if (details.length === 0 || declares === null || estRefuse(p)) return [];
  if (details.length !== declares)
    return [
      anomalie(
        'collectif.detail-incomplet',
        projets.lieu(p.ligne, p.collectifsReels === null ? 'collectifsAgrees' : 'collectifsReels'),
        { d: details.length, c: declares },
      ),
    ];
  const anomalies: Anomalie[] = [];
  const dire = (
    cle: 'enfants' | 'bonusEnfants' | 'bonusParents' | 'coutPrevisionnel',
    a: string,
    b: string,
  ): void => {
    const { entete } = projets.definitions[cle];
    anomalies.push(
      anomalie('collectif.detail-different', projets.lieu(p.ligne, cle), { col: entete, d: a, a: b }),
    );
  };
  const enfants = toutes(details, 'enfants')?.reduce((n, e) => n + e, 0);
  if (enfants !== undefined && p.enfants !== null && enfants !== p.enfants)
    dire('enfants', enFrancais(enfants, 0), enFrancais(p.enfants, 0));
  for (const cle of ['bonusEnfants', 'bonusParents'] as const) {
    const nb = toutes(details, cle)?.filter(Boolean).length;
    // vide dans Projets, un nombre de bonus vaut 0 : ceux du détail ne compteraient nulle part
    const dit = p[cle] ?? 0;
    if (nb !== undefined && nb !== dit && !p.illisibles.has(cle)) dire(cle, String(nb), String(dit));
  }
  const couts = toutes(details, 'cout');
  const total: Decimal | null = couts && somme(couts);
  const connus = [p.coutPrevisionnel, p.coutReel].flatMap((c) => c ?? []);
  if (total && connus.length > 0 && !connus.some((c) => c.eq(total)))
    dire('coutPrevisionnel', euros(total), connus.map(euros).join(' ou '));
  return anomalies;
}
