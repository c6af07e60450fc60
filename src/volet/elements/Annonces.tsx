/** Ce que Clas dit, dans les deux zones que le volet tient toujours prêtes. */
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useEtat, useSession } from '../contexte';
import type { Annonce } from '../etat';
import { voiesDe } from '../voies';
import { LienCellule } from './LienCellule';
import { Telecharger } from './Telecharger';

const INTENTIONS = { succes: 'success', echec: 'error', information: 'info' } as const;

/** La zone autour annonce déjà : la barre n'est qu'une présentation, que l'agent peut fermer. */
function Message({ annonce: { ton, texte, annulable = false, lieu } }: { readonly annonce: Annonce }) {
  const session = useSession();
  const { fichiers, fichiersDuGeste, excel } = useEtat();
  // là où ce lien ne fait rien, l'onglet montre d'abord une autre voie
  const aTelecharger = fichiers.filter((f) => voiesDe(excel.plateforme, f)[0]?.voie === 'telecharger');
  return (
    <MessageBar className={`message ${ton}`} intent={INTENTIONS[ton]} layout="multiline">
      <MessageBarBody>
        {texte}
        {lieu && (
          <>
            {' '}
            <LienCellule lieu={lieu}>Voir</LienCellule>
          </>
        )}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            size="small"
            className="fermer"
            aria-label="Fermer le message"
            onClick={session.taire}
            icon={<span aria-hidden="true">×</span>}
          />
        }
      >
        {annulable && (
          <Button size="small" onClick={() => void session.annuler()}>
            Annuler
          </Button>
        )}
        {ton === 'succes' &&
          fichiersDuGeste &&
          aTelecharger.map((fichier) => (
            <Telecharger key={fichier.nom} fichier={fichier} petit nomme={aTelecharger.length > 1} />
          ))}
      </MessageBarActions>
    </MessageBar>
  );
}

/** L'agent peut arrêter le travail en cours. */
export function Arret() {
  const session = useSession();
  return (
    useEtat().arretable && (
      <Button size="small" onClick={session.arreter}>
        Arrêter
      </Button>
    )
  );
}

/** Ce qui se lit quand le lecteur d'écran a fini sa phrase. */
export function Nouvelles() {
  const session = useSession();
  const { annonce, tache, perime, suivi } = useEtat();
  return (
    <>
      {annonce && annonce.ton !== 'echec' && <Message annonce={annonce} />}
      {tache === null && perime && !suivi && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>Le classeur a changé depuis ce contrôle.</MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={() => void session.verifier()}>
              Revérifier
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
    </>
  );
}

/** Ce qui se lit tout de suite. */
export function Echec() {
  const { annonce } = useEtat();
  return annonce?.ton === 'echec' && <Message annonce={annonce} />;
}
