/** Ce que l'agent doit savoir de son Excel avant d'agir. */
import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { typographier } from '../../dossier/affichage/typographie';
import { useEtat } from '../contexte';

const CALCUL_MANUEL =
  'Excel est en calcul manuel : appuyer sur F9 avant de vérifier, sinon les formules montrent d’anciens résultats.';
const SANS_ANNULATION =
  'Cet Excel ne défait pas par Ctrl+Z ce que fait Clas, et oublie alors vos saisies d’avant : « Annuler » de Clas rend vos cellules.';
const FEUILLE_PROTEGEE =
  'Une feuille écrite par Clas ne se défait pas par Ctrl+Z, qui oublie aussi ce qui précède ; la vôtre ne change pas.';

/** Tant que cela dure, dans tous les onglets. */
export function Avis() {
  const { calculManuel, excel } = useEtat();
  const avis = [...(calculManuel ? [CALCUL_MANUEL] : []), ...(excel.annule ? [] : [SANS_ANNULATION])];
  return avis.map((texte) => (
    <MessageBar key={texte} intent="warning" layout="multiline">
      <MessageBarBody>{typographier(texte)}</MessageBarBody>
    </MessageBar>
  ));
}

/** Auprès des boutons qui écrivent une feuille protégée : aucun Excel ne sait défaire une protection. */
export const AvisProtegee = () => <p className="aide">{typographier(FEUILLE_PROTEGEE)}</p>;
