/** Ce que Clas dit : deux zones toujours présentes, que les lecteurs d'écran suivent, et la barre de message. */
import { useEtat } from '../contexte';
import type { Annonce } from '../etat';
import { Signe } from './Signe';

const SIGNES = { succes: 'succes', echec: 'bloquante', information: 'information' } as const;

/** La zone autour annonce déjà : la barre n'est qu'une présentation. */
const Message = ({ annonce: { ton, texte } }: { readonly annonce: Annonce }) => (
  <p className={`message ${ton}`}>
    <Signe de={SIGNES[ton]} />
    <span>{texte}</span>
  </p>
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
