/** Ce que l'agent doit savoir d'Excel, tant que cela dure. */
import { typographier } from '../../dossier/affichage/typographie';
import { useEtat } from '../contexte';

const CALCUL_MANUEL =
  'Excel est en calcul manuel : appuyer sur F9 avant de vérifier, sinon les formules montrent d’anciens résultats.';

export function Avis() {
  const { calculManuel } = useEtat();
  return calculManuel ? <p className="avis">{typographier(CALCUL_MANUEL)}</p> : null;
}
