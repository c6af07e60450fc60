/** L'ouverture du volet : ses onglets répondent avant que la session soit là, et une page cachée ne demande rien de lui. */
import type { Browser } from 'playwright-core';
import { projet } from '../volet/port';
import { classeur } from './outils/classeurs';
import { ouvrirNavigateur, ouvrirPage, ouvrirVolet } from './outils/page';
import { complementConstruit } from '../../outils/construction';

jest.setTimeout(120_000);

let navigateur: Browser;
beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});
afterAll(() => navigateur.close());

const feuilles = classeur(projet('D-1'));
const duVolet = (chemin: string): boolean => chemin.startsWith('/code/volet');

test('un onglet pressé avant la session répond tout de suite, et c’est lui qui s’ouvre quand elle arrive', async () => {
  const vues: string[] = [];
  let liberer = (): void => undefined;
  const retenue = new Promise<void>((suite) => (liberer = suite));
  const { page, ecarts, fermer } = await ouvrirVolet(navigateur, {
    feuilles,
    surDemande: (chemin) => {
      vues.push(chemin);
      return chemin.startsWith('/code/volet-suite.') ? retenue : undefined;
    },
  });
  expect(await page.getByRole('main').getAttribute('aria-busy')).toBe('true');
  await page.getByRole('tab', { name: 'Vérifier' }).click();
  const choisi = page.getByRole('tab', { name: 'Vérifier', selected: true });
  await choisi.waitFor();
  await page.getByRole('tabpanel', { name: 'Vérifier' }).getByLabel('Chargement de l’onglet').waitFor();
  const avant = await choisi.boundingBox();
  // chacun une fois : demandé d'avance, puis pris
  expect(vues.filter(duVolet).length).toBe(2);
  liberer();
  await page.getByRole('button', { name: 'Vérifier le classeur' }).waitFor();
  await page.getByLabel('Chercher').waitFor();
  expect(await page.getByRole('tab', { name: /^Vérifier/, selected: true }).count()).toBe(1);
  // rien n'a bougé sous le doigt
  const apres = await page.getByRole('tab', { name: /^Vérifier/ }).boundingBox();
  expect([apres?.x, apres?.y]).toEqual([avant?.x, avant?.y]);
  await fermer();
  expect(ecarts).toEqual([]);
});

test('une page d’un pixel, cadre d’un runtime lancé pour les formules, ne demande aucun script du volet', async () => {
  const vues: string[] = [];
  const { page, fermer } = await ouvrirPage(navigateur, 'volet.html', complementConstruit(), {
    feuilles,
    contexte: { viewport: { width: 1, height: 1 } },
    surDemande: (chemin) => void vues.push(chemin),
  });
  await page.waitForLoadState();
  await fermer();
  expect(vues).toContain('/fonctions.js');
  expect(vues.filter(duVolet)).toEqual([]);
});
