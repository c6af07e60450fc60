/** Ce qui interdit un document officiel : les premières anomalies bloquantes, et le chemin vers toutes. */
import { Button, MessageBar, MessageBarActions, MessageBarBody, Text } from '@fluentui/react-components';
import { useSession } from '../contexte';
import { cleAnomalie } from '../liste';
import { pluriel } from '../../dossier/affichage/pluriel';
import { phraseDe, adresse } from '../../dossier/anomalies/anomalie';
import type { Examen } from '../../dossier/examiner';

const MONTREES = 3;

export function Bloquants({ examen, quoi }: { readonly examen: Examen; readonly quoi: string }) {
  const session = useSession();
  const bloquantes = examen.anomalies.filter((a) => a.gravite === 'bloquante');
  if (bloquantes.length === 0) return null;
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <Text as="h2" weight="semibold">
          {pluriel(bloquantes.length, 'anomalie bloquante', 'anomalies bloquantes')}
        </Text>
        <p>{quoi} tant qu’il en reste&nbsp;:</p>
        <ul className="pile">
          {bloquantes.slice(0, MONTREES).map((a) => (
            <li key={cleAnomalie(a)}>
              <strong>{adresse(a) ?? a.feuille}</strong>&nbsp;: {phraseDe(a)}
            </li>
          ))}
        </ul>
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => session.voirGravite('bloquante')}>
          {bloquantes.length > MONTREES ? 'Voir toutes les bloquantes' : 'Les corriger'}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
