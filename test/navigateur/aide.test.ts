/** La page d'aide publiée, celle qu'ouvrent Excel depuis une formule et le bouton Aide. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { violations } from './outils/axe';
import { ORIGINE, voletParEssai } from './outils/page';

const ouvrir = voletParEssai();

async function ouvrirAide(contexte: BrowserContextOptions): Promise<Page> {
  const page = await ouvrir({ feuilles: [{ nom: 'Feuil1', lignes: [] }], contexte });
  await page.goto(`${ORIGINE}/aide.html`);
  return page;
}

test.each<[string, BrowserContextOptions]>([
  ['clair', { colorScheme: 'light' }],
  ['sombre', { colorScheme: 'dark' }],
  ['couleurs imposées', { forcedColors: 'active' }],
])('axe ne trouve rien et rien ne déborde à 320 px, en %s', async (_, contexte) => {
  const page = await ouvrirAide(contexte);
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('le sommaire mène à la fonction, au clavier', async () => {
  const page = await ouvrirAide({});
  const lien = page.getByRole('link', { name: 'CLAS.ACOMPTE_N1' });
  await lien.focus();
  await page.keyboard.press('Enter');
  const titre = page.getByRole('heading', { name: 'CLAS.ACOMPTE_N1', exact: true });
  await titre.waitFor();
  await page.waitForFunction((h) => h!.getBoundingClientRect().top < 60, await titre.elementHandle());
});
