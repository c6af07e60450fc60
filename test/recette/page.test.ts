/** La recette construite : à côté du produit, jamais dedans ; et sa page passée dans un vrai navigateur, d'un bout à l'autre. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Dossier } from '../../atelier/recette/dossier';
import { SONDES } from '../../atelier/recette/sondes';
import { recetteConstruite } from '../../outils/construction';
import { baliser, defauts } from '../complement/manifeste';
import { violations } from '../navigateur/outils/axe';
import { ouvrirNavigateur, ouvrirPage, type VoletOuvert } from '../navigateur/outils/page';
import { presser } from './presser';

const ADRESSE = 'https://clas.example.fr/';

let dist: string;
let navigateur: Browser;
let ouvert: VoletOuvert | undefined;
const lire = (nom: string): string => readFileSync(join(dist, nom), 'utf8');

beforeAll(async () => {
  dist = await recetteConstruite();
  navigateur = await ouvrirNavigateur();
});
afterEach(async () => {
  await ouvert?.fermer();
  ouvert = undefined;
});
afterAll(() => navigateur.close());

test('son manifeste est sans défaut, et n’a ni l’identité ni les noms du produit', () => {
  const xml = lire('manifest-recette.xml');
  expect(defauts(xml, ADRESSE, (url) => join(dist, url.slice(ADRESSE.length)))).toEqual([]);
  const id = (texte: string): string | undefined => /<Id>(.*?)<\/Id>/.exec(texte)?.[1];
  expect(id(xml)).not.toBe(id(readFileSync(resolve('manifest.xml'), 'utf8')));
  expect(baliser(xml).filter(({ nom }) => nom === 'Control')).toHaveLength(1);
  const { functions } = JSON.parse(lire('fonctions.json')) as { functions: { id: string; name: string }[] };
  expect(functions.length).toBeGreaterThan(20);
  expect(
    functions.filter(({ id: i, name }) => !i.startsWith('CLASR.') || !name.startsWith('CLASR.')),
  ).toEqual([]);
  expect(readdirSync(dist)).not.toContain('manifest.xml');
});

test('la recette se refuse dans un classeur rempli', async () => {
  ouvert = await ouvrirPage(navigateur, 'recette.html', recetteConstruite(), {
    feuilles: [{ nom: 'Projets', lignes: [['Coût', 12]] }],
  });
  const { page } = ouvert;
  await page.getByRole('button', { name: 'Lancer la recette' }).click();
  await page.getByText('ne se passe que dans un classeur vide').waitFor();
  expect(await page.evaluate(() => window.hote.classeur.feuilles.map(({ nom }) => nom))).toEqual(['Projets']);
});

test('un bouton, puis les consignes : le fichier a la réponse de chaque sonde, et les feuilles sont ôtées', async () => {
  ouvert = await ouvrirPage(navigateur, 'recette.html', recetteConstruite(), {
    feuilles: [{ nom: 'Feuil1', lignes: [] }],
    avant: presser,
  });
  const { page } = ouvert;
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Lancer la recette' }).click();
  // l'humain pressé : il actionne ce qu'on lui propose, sans rien faire de ce qu'on lui demande
  await page.evaluate(() => {
    const zone = document.getElementById('consigne');
    const actionner = (): void => zone?.querySelector('button')?.click();
    new MutationObserver(() => setTimeout(actionner)).observe(zone ?? document.body, { childList: true });
    actionner();
  });
  await page.getByText('La recette est finie').waitFor({ timeout: 300_000 });
  const dossier = JSON.parse(await page.getByLabel('Les réponses, en texte').inputValue()) as Dossier;
  expect(dossier.reponses.map(({ id }) => id)).toEqual(SONDES.map(({ id }) => id));
  expect(dossier.excel['jeux']).toMatchObject({ ExcelApi: '1.20', SharedRuntime: '1.1' });
  expect(dossier.excel['refusees']).toEqual([]);
  expect(await page.getByRole('link', { name: /^Télécharger recette-/ }).getAttribute('download')).toMatch(
    /^recette-[\w.-]+\.json$/,
  );
  expect(await page.evaluate(() => window.hote.classeur.feuilles.map(({ nom }) => nom))).toEqual(['Feuil1']);
  expect(await violations(page)).toEqual([]);
});
