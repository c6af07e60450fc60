/**
 * Ce que dit le volet pendant la frappe, rendu sans Excel ni navigateur.
 * @jest-environment jsdom
 */
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { ContexteSession } from '../../src/volet/contexte';
import { Annonces } from '../../src/volet/elements/Annonces';
import { creerSession } from '../../src/volet/session';
import { creerPort, projet } from './port';

let racine: Root | undefined;
afterEach(() => act(() => racine?.unmount()));

test('la ligne dit ce qui apparaît et ce qui se règle ; « Voir » y mène, et elle reste à lire', async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const port = creerPort([projet('D-1', { Public: null })]);
  const session = creerSession({ port, aujourdhui: () => '2022-01-10', attente: 1 });
  const element = document.createElement('div');
  document.body.replaceChildren(element);
  racine = createRoot(element);
  await act(async () => {
    await session.demarrer();
    racine?.render(
      <ContexteSession.Provider value={session}>
        <FluentProvider theme={webLightTheme}>
          <Annonces />
        </FluentProvider>
      </ContexteSession.Provider>,
    );
  });
  const statut = (): string =>
    (document.querySelector('[role=status]')?.textContent ?? '').replaceAll(/[\u00a0\u202f]/g, ' ');
  const taper = (change: Parameters<typeof projet>[1]): Promise<void> =>
    act(async () => {
      port.feuilles.get('Projets')?.splice(1, 1, projet('D-1', change));
      port.changer({ feuille: 'Projets', plage: 'A2:U2' });
      while (session.etat().perime) await new Promise((suite) => setTimeout(suite, 5));
      await Promise.resolve();
    });

  await taper({ 'Acomptes N': 3464.14 });
  expect(statut()).toMatch(/^Projets!S2 : Acomptes 2021 .* 388,54 €\..* 1 réglée\. Contrôle fait : /);
  await act(async () => {
    document.querySelector<HTMLButtonElement>('[role=status] button.fui-Link')?.click();
    await new Promise((suite) => setTimeout(suite, 20));
  });
  expect(port.gestes).toContain('allerA Projets 2 19');
  expect(statut()).toContain('388,54 €');

  await taper({});
  expect(statut()).toMatch(/^2 réglées\. Contrôle fait : /);
  expect(document.querySelector('[role=status] button.fui-Link')).toBeNull();
});
