/** Un dossier agréé sans budget n'a aucune écriture : l'arrêté des comptes serait faux. Un budget illisible se dit à sa cellule. */
import { anomalie, type Anomalie } from '../../anomalies/anomalie';
import type { Contexte } from '../../controle/contexte';
import type { CalculProjet } from '../montants';

const CITES_MAX = 10;

export function verifierBudgets(calculs: readonly CalculProjet[], { lecture }: Contexte): Anomalie[] {
  // sans barème, aucun n'est connu, et c'est lui qui manque
  if (!lecture.parametres.bareme || !lecture.projets.a('coutPrevisionnel')) return [];
  const sans = calculs.filter(
    ({ agree, projet: p }) => agree && p.coutPrevisionnel === null && !p.illisibles.has('coutPrevisionnel'),
  );
  const [premier] = sans;
  if (!premier) return [];
  const ids = sans.slice(0, CITES_MAX).map(({ projet: p }) => p.dossier ?? `ligne ${p.ligne}`);
  return [
    anomalie('cloture.sans-budget', lecture.projets.lieu(premier.projet.ligne, 'coutPrevisionnel'), {
      n: sans.length,
      ids: ids.join(', ') + (sans.length > CITES_MAX ? '…' : ''),
    }),
  ];
}
