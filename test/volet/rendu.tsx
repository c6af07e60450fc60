/** Une vue du volet rendue sans Excel ni navigateur, sur un classeur d'essai. Pour un essai en jsdom. */
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { ContexteSession } from '../../src/volet/contexte';
import { creerSession, type Session } from '../../src/volet/session';
import type { PortDeTest } from './port';

interface Options {
  /** Jour de l'examen. */
  readonly au?: string;
  /** Millisecondes d'attente avant de revérifier. */
  readonly attente?: number;
  /** L'élément où la vue se rend. */
  readonly element?: 'div' | 'main';
  /** Une fois le classeur lu, avant le rendu. */
  readonly avant?: (session: Session) => void;
}

let racine: Root | undefined;
afterEach(() => act(() => racine?.unmount()));

export async function montrer(
  port: PortDeTest,
  vue: ReactNode,
  { au = '2022-01-10', attente = 5, element = 'div', avant }: Options = {},
): Promise<Session> {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const session = creerSession({ port, aujourdhui: () => au, attente });
  const place = document.createElement(element);
  document.body.replaceChildren(place);
  racine = createRoot(place);
  await act(async () => {
    await session.demarrer();
    avant?.(session);
    racine?.render(
      <ContexteSession.Provider value={session}>
        <FluentProvider theme={webLightTheme}>{vue}</FluentProvider>
      </ContexteSession.Provider>,
    );
  });
  return session;
}

/** Sans les espaces insécables. */
export const sansInsecable = (texte: string | null | undefined): string =>
  (texte ?? '').replaceAll(/[\u00a0\u202f]/g, ' ');
