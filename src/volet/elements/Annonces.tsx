/** Ce que Clas dit : deux zones toujours présentes, que les lecteurs d'écran suivent, et la barre de message. */
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  ProgressBar,
} from '@fluentui/react-components';
import { useEtat, useSession } from '../contexte';
import type { Annonce } from '../etat';
import { voiesDe } from '../voies';
import { LienCellule } from './LienCellule';
import { Telecharger } from './Telecharger';

const INTENTIONS = { succes: 'success', echec: 'error', information: 'info' } as const;

/** La zone autour annonce déjà : la barre n'est qu'une présentation, que l'agent peut fermer. */
function Message({ annonce: { ton, texte, annulable = false, lieu } }: { readonly annonce: Annonce }) {
  const session = useSession();
  const { fichiers, excel } = useEtat();
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
          aTelecharger.map((fichier) => (
            <Telecharger key={fichier.nom} fichier={fichier} petit nomme={aTelecharger.length > 1} />
          ))}
      </MessageBarActions>
    </MessageBar>
  );
}

export function Annonces() {
  const session = useSession();
  const { annonce, tache, arretable, perime, suivi } = useEtat();
  const echec = annonce?.ton === 'echec';
  return (
    <div className="annonces">
      <div role="status">
        {tache !== null && (
          <div className="pile tache">
            <p>{tache}</p>
            {arretable && (
              <Button size="small" onClick={session.arreter}>
                Arrêter
              </Button>
            )}
            <ProgressBar aria-hidden="true" thickness="large" />
          </div>
        )}
        {annonce && !echec && <Message annonce={annonce} />}
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
      </div>
      <div role="alert">{annonce && echec && <Message annonce={annonce} />}</div>
    </div>
  );
}
