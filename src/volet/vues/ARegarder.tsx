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
import { entier, pluriel } from '../../dossier/affichage/pluriel';
import type { Gravite } from '../../dossier/anomalies/catalogue';
import type { Examen } from '../../dossier/examiner';
import { parCause } from '../../dossier/restitution/causes';

const A_FAIRE: Partial<Record<Gravite, string>> = { bloquante: 'à corriger', alerte: 'à justifier' };
const GRAVITES = Object.keys(A_FAIRE) as Gravite[];

export function ARegarder({ examen }: { readonly examen: Examen }) {
  const session = useSession();
  const { valide } = examen;
  // une alerte justifiée ne se regarde plus
  const anomalies = examen.anomalies.filter((a) => a.justification === null);
  const deGravite = (gravite: Gravite) => anomalies.filter((a) => a.gravite === gravite);
  const dites = GRAVITES.filter((g) => deGravite(g).length > 0);
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
            const siennes = deGravite(gravite);
            const causes = parCause(siennes);
            return (
              <li key={gravite} className="rang">
                <Signe de={gravite} />
                <span>
                  {entier(siennes.length)} {A_FAIRE[gravite]}
                </span>
                <Link as="button" inline onClick={() => session.voirGravite(gravite)}>
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
