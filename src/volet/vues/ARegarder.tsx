/** À regarder d'abord : ce qui se corrige, ce qui se justifie, par nombre de causes ; rien : le classeur est prêt. */
import {
  Button,
  Link,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { Section } from '../elements/Section';
import { Signe } from '../elements/Signe';
import { useSession } from '../contexte';
import { entier, pluriel } from '../phrases';
import type { Gravite } from '../../dossier/anomalies/catalogue';
import type { Examen } from '../../dossier/examiner';
import { parCause } from '../../dossier/restitution/causes';

const A_FAIRE: Partial<Record<Gravite, string>> = { bloquante: 'à corriger', alerte: 'à justifier' };
const GRAVITES = Object.keys(A_FAIRE) as Gravite[];

export function ARegarder({ examen }: { readonly examen: Examen }) {
  const session = useSession();
  const { compte, valide, anomalies } = examen;
  const voir = (gravite: Gravite): void => {
    session.filtrer({ gravites: [gravite], feuille: null, texte: '' });
    session.ouvrir('verifier');
  };
  const dites = GRAVITES.filter((g) => compte[g] > 0);
  return (
    <Section titre="À regarder d’abord">
      {valide && (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>Prêt pour la Cnaf</MessageBarTitle> Rien ne bloque la remontée ni les écritures.
          </MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={() => session.ouvrir('cloturer')}>
              Voir la remontée
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {dites.length > 0 && (
        <ul className="pile">
          {dites.map((gravite) => {
            const causes = parCause(anomalies.filter((a) => a.gravite === gravite));
            return (
              <li key={gravite} className="rang">
                <Signe de={gravite} />
                <span>
                  {entier(compte[gravite])} {A_FAIRE[gravite]}
                </span>
                <Link as="button" inline onClick={() => voir(gravite)}>
                  {pluriel(causes.length, 'cause')}
                  <span className="cache">, {A_FAIRE[gravite]}</span>
                </Link>
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}
