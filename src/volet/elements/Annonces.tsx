/** Ce que Clas dit : deux zones toujours présentes, que les lecteurs d'écran suivent, et la barre de message. */
import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useEtat } from '../contexte';
import type { Annonce } from '../etat';

const INTENTIONS = { succes: 'success', echec: 'error', information: 'info' } as const;

const Message = ({ annonce: { ton, texte } }: { readonly annonce: Annonce }) => (
  // la zone autour annonce déjà : la barre n'est qu'une présentation
  <MessageBar intent={INTENTIONS[ton]} layout="multiline" politeness="polite" role="presentation">
    <MessageBarBody>{texte}</MessageBarBody>
  </MessageBar>
);

export function Annonces() {
  const { annonce, tache } = useEtat();
  const echec = annonce?.ton === 'echec';
  return (
    <div className="annonces">
      <div role="status">
        {tache !== null && (
          <p className="tache">
            {tache}
            <progress aria-hidden="true" />
          </p>
        )}
        {annonce && !echec && <Message annonce={annonce} />}
      </div>
      <div role="alert">{annonce && echec && <Message annonce={annonce} />}</div>
    </div>
  );
}
