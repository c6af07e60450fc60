/**
 * Le bouton de docs/changer.md, dans la vue de la copie : il se voit, et ce qu'on lui demande se fait.
 * @jest-environment jsdom
 */
import { join } from 'node:path';
import { act } from 'react';
import type * as Port from '../volet/port';
import type * as Rendu from '../volet/rendu';
import type * as Vue from '../../src/volet/vues/EtatClasseur';
import { CHANGEMENTS } from './changements';
import { copier } from './copie';

const copie = copier(['src', 'test/volet'], CHANGEMENTS);
const dela = <T,>(chemin: string): T =>
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- chemin connu seulement à l'exécution.
  require(join(copie, chemin)) as T;

const { creerPort } = dela<typeof Port>('test/volet/port');
const { montrer } = dela<typeof Rendu>('test/volet/rendu');
const { EtatClasseur } = dela<typeof Vue>('src/volet/vues/EtatClasseur');

test('« Relire le classeur » relit', async () => {
  const port = creerPort();
  await montrer(port, <EtatClasseur />);
  const bouton = [...document.querySelectorAll('button')].find(
    ({ textContent }) => textContent === 'Relire le classeur',
  );
  const lectures = (): number => port.gestes.filter((geste) => geste === 'lire').length;
  const avant = lectures();
  await act(async () => bouton?.click());
  expect(lectures()).toBe(avant + 1);
});
