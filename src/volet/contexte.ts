/** La session, donnée aux vues ; chacune relit l'état quand il change. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Etat } from './etat';
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
