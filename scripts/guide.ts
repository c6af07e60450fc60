/** `npm run guide` : prend dans l'atelier les images de docs/guide.md, sur les classeurs d'exemple. */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { lancerChromium } from '../outils/chromium';
import { servirAtelier } from './atelier/servir';

const DOSSIER = 'docs/images';
const TAILLE = { width: 1200, height: 800 };

mkdirSync(DOSSIER, { recursive: true });
const chrome = await lancerChromium();

/** Ouvre un exemple dans l'atelier, laisse prendre ses images, referme. */
async function avec(exemple: string, prendre: (page: Page) => Promise<void>): Promise<void> {
  const { adresse, fermer } = await servirAtelier(resolve(`assets/exemples/${exemple}.xlsx`));
  const page = await chrome.newPage({ viewport: TAILLE, locale: 'fr-FR' });
  await page.goto(adresse);
  await page.frameLocator('#volet iframe').getByText('En chiffres').waitFor();
  await prendre(page);
  await page.close();
  await fermer();
}

const image = async (page: Page, nom: string): Promise<void> => {
  await page.waitForTimeout(800);
  await page.screenshot({ path: `${DOSSIER}/guide-${nom}.png`, caret: 'hide' });
};
const onglet = (page: Page, nom: RegExp): Promise<void> =>
  page.frameLocator('#volet iframe').getByRole('tab', { name: nom }).click();

await avec('clas-2021-2022', async (page) => {
  const volet = page.frameLocator('#volet iframe');
  await image(page, 'etat');
  await onglet(page, /Dossier/);
  await volet.getByRole('button', { name: 'Premier dossier' }).click();
  await volet.getByRole('heading', { name: 'Plafonds' }).first().waitFor();
  await image(page, 'dossier');
  await onglet(page, /Clôturer/);
  await image(page, 'cloture');
  await volet.getByRole('button', { name: 'Générer le fichier' }).click();
  await volet
    .getByText(/CLAS_BONUS/)
    .first()
    .waitFor();
  await image(page, 'remontee');
});
await avec('clas-anomalies', async (page) => {
  await page.locator('#ruban').getByRole('button', { name: 'Vérifier le classeur' }).click();
  await page
    .frameLocator('#volet iframe')
    .getByText(/bloquantes/)
    .first()
    .waitFor();
  await image(page, 'verifier');
});
await chrome.close();
console.log(`Images du guide : ${DOSSIER}/guide-*.png.`);
