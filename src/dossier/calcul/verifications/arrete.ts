/**
 * Ce qui fausserait l'arrêté des comptes, dit une fois pour tous les dossiers : sans budget, un dossier agréé n'a aucune
 * écriture (un budget illisible se dit à sa cellule) ; sans type, sa dépense prend la spécificité des partenaires.
 */
import { anomalie, type Anomalie } from '../../anomalies/anomalie';
import type { Projet } from '../../colonnes/projets';
import type { Contexte } from '../../controle/contexte';
import { SPECIFICITE_PAR_DEFAUT } from '../../../reglement/comptes';
import type { CalculProjet } from '../montants';

const CITES_MAX = 10;

export function verifierArrete(calculs: readonly CalculProjet[], { lecture }: Contexte): Anomalie[] {
  const { projets, parametres } = lecture;
  const sans = (cle: 'coutPrevisionnel' | 'typeGestionnaire'): readonly Projet[] =>
    calculs.flatMap(({ agree, projet: p }) =>
      agree && p[cle] === null && !p.illisibles.has(cle) ? [p] : [],
    );
  const nommer = (trouves: readonly Projet[]): { n: number; ids: string } => ({
    n: trouves.length,
    ids:
      trouves
        .slice(0, CITES_MAX)
        .map((p) => p.dossier ?? `ligne ${p.ligne}`)
        .join(', ') + (trouves.length > CITES_MAX ? '…' : ''),
  });
  const anomalies: Anomalie[] = [];
  // sans barème, aucun n'est connu, et c'est lui qui manque
  const sansBudget = parametres.bareme && projets.a('coutPrevisionnel') ? sans('coutPrevisionnel') : [];
  if (sansBudget[0])
    anomalies.push(
      anomalie(
        'cloture.sans-budget',
        projets.lieu(sansBudget[0].ligne, 'coutPrevisionnel'),
        nommer(sansBudget),
      ),
    );
  const sansType = sans('typeGestionnaire');
  if (sansType[0])
    anomalies.push(
      anomalie('cloture.type-inconnu', projets.lieu(sansType[0].ligne, 'typeGestionnaire'), {
        ...nommer(sansType),
        s: SPECIFICITE_PAR_DEFAUT,
      }),
    );
  return anomalies;
}
