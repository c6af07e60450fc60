/** `npm run animation` : ouvre l'atelier, suit la visite guidée, et en garde l'image et l'animation du README. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { animer, type Vue } from './atelier/apng';
import { lancerChromium } from '../outils/chromium';
import { servirAtelier } from './atelier/servir';

const DOSSIER = 'docs/images';
const TAILLE = { width: 1200, height: 760 };
const LECTURE = 3_000;

const { adresse, fermer } = await servirAtelier(resolve('assets/exemples/clas-2021-2022.xlsx'));
const chrome = await lancerChromium();
const page = await chrome.newPage({ viewport: TAILLE, locale: 'fr-FR' });
const volet = page.frameLocator('#volet iframe');
const vues: Vue[] = [];
const garder = async (millisecondes = LECTURE): Promise<void> => {
  // le halo finit sa course, et le curseur clignotant d'Univer n'est pas une information
  await page.waitForTimeout(900);
  vues.push({ png: await page.screenshot({ caret: 'hide' }), millisecondes });
};
const etape = (rang: number): Promise<void> =>
  page.getByRole('heading', { name: `Étape ${rang} sur 5` }).waitFor();

await page.goto(adresse);
await volet.getByText('En chiffres').waitFor();
await garder(2_000);
await page.getByRole('button', { name: 'Visite guidée' }).click();
await etape(1);
await volet.getByText('En chiffres').waitFor();
await garder();
await page.locator('#ruban').getByRole('button', { name: 'Vérifier le classeur' }).click();
await etape(2);
await garder();
await volet.getByRole('button', { name: /^Aller à la cellule .*S3$/ }).click();
await etape(3);
await garder();
const montant = /taper (\d+,\d\d)/.exec(await page.locator('.visite').innerText())?.[1] ?? '';
await page.getByRole('button', { name: 'Y aller' }).click();
await page.keyboard.type(montant);
await garder(1_200);
await page.keyboard.press('Enter');
await etape(4);
await garder(2_000);
await volet.getByRole('tab', { name: /Clôturer/ }).click();
await garder(2_000);
await volet.getByRole('button', { name: 'Remplir la remontée' }).click();
await etape(5);
await garder();
await volet.getByRole('button', { name: 'Générer le fichier' }).click();
await page.getByRole('heading', { name: 'Visite terminée' }).waitFor();
await garder(4_000);

mkdirSync(DOSSIER, { recursive: true });
// la cellule fautive à l'écran, l'anomalie dans le volet
const affiche = vues[3] ?? vues[0];
if (affiche) writeFileSync(`${DOSSIER}/atelier.png`, affiche.png);
writeFileSync(`${DOSSIER}/visite.png`, animer(vues));
await chrome.close();
await fermer();
console.log(`${vues.length} images : ${DOSSIER}/atelier.png et ${DOSSIER}/visite.png (animée).`);
