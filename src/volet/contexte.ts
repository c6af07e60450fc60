/** La session, donnée aux vues ; chacune relit l'état quand il change. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import { controleDe, type Controle, type Etat } from './etat';
import type { Session } from './session';

export const ContexteSession = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(ContexteSession);
  if (session === null) throw new Error('Vue hors du volet.');
  return session;
}

export function useEtat(): Etat {
  const { sabonner, etat } = useSession();
  return useSyncExternalStore(sabonner, etat);
}

/**
 * Le contrôle du moment, sans s'y abonner : la vue qui s'en sert est refaite par celle qui la contient. Il ne se passe ni
 * par propriété à ce qu'une carte contient, ni par une fermeture : React 18 laisse à un nœud les propriétés de sa première
 * image, et une heure de saisie y garderait autant de contrôles.
 */
export function useControle(): Controle {
  const controle = controleDe(useSession().etat());
  if (controle === null) throw new Error('Vue sans contrôle.');
  return controle;
}
