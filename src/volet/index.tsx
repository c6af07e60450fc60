/** Porte du volet : d'abord ce qui se voit et se presse, puis la session sur Excel, ses vues, ses actions de ruban. */
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { ContexteSession } from './contexte';
import { creerMagasin } from './magasin';
import type { Session } from './session';
import { poserStyle } from './style';
import { Themes } from './theme';
import { Volet, type Suite } from './vues/Volet';

interface SessionOuverte {
  /** Excel est prêt : le classeur se lit. */
  readonly demarrer: () => void;
  /** Excel montre le volet, ou le ferme : la page, elle, vit encore pour les formules. */
  readonly montrer: (visible: boolean) => void;
}

export interface VoletMonte {
  /** Apporte le reste, une fois l'écran peint : ce que l'agent a pressé entre-temps est gardé. */
  readonly completer: () => Promise<SessionOuverte>;
  readonly retirer: () => void;
}

/** Montre le volet et ses onglets sans rien demander à Excel, qui s'éveille encore. */
export function monter(element: HTMLElement): VoletMonte {
  const magasin = creerMagasin();
  poserStyle(document);
  magasin.attendre();
  const racine = createRoot(element);
  const rendre = (session: Session | null, suite: Suite | null): void =>
    racine.render(
      <ContexteSession.Provider value={session}>
        <Themes>
          <Volet magasin={magasin} suite={suite} />
        </Themes>
      </ContexteSession.Provider>,
    );
  // tout de suite : l'image qu'attend la suite est celle-ci
  flushSync(() => rendre(null, null));
  return {
    completer: async () => {
      const suite = await import(/* webpackChunkName: "volet-suite", webpackPreload: true */ './suite');
      const { session, demarrer } = suite.ouvrirSession(magasin);
      rendre(session, suite);
      return { demarrer, montrer: session.montrer };
    },
    retirer: () => {
      racine.unmount();
    },
  };
}
