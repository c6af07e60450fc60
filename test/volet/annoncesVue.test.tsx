/**
 * Ce que dit le volet pendant la frappe, rendu sans Excel ni navigateur.
 * @jest-environment jsdom
 */
import { act } from 'react';
import { Nouvelles } from '../../src/volet/elements/Annonces';
import { creerPort, projet } from './port';
import { montrer, sansInsecable } from './rendu';

const statutVide = (
  <div role="status">
    <Nouvelles />
  </div>
);

test('la ligne dit ce qui apparaît et ce qui se règle ; « Voir » y mène, et elle reste à lire', async () => {
  const port = creerPort([projet('D-1', { Public: null })]);
  const session = await montrer(port, statutVide, { attente: 1 });
  const statut = (): string => sansInsecable(document.querySelector('[role=status]')?.textContent);
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
