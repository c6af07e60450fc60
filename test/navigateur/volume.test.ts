/** Un gros classeur : peu d'échanges avec Excel, peu d'éléments à l'écran, une liste qui reste souple. */
import { projet } from '../volet/port';
import { classeur } from './outils/classeurs';
import { voletParEssai } from './outils/page';

const ouvrir = voletParEssai();

const PROJETS = 1_000;

test('cinq mille anomalies : au plus trois échanges, quelques cellules de la première cause', async () => {
  const fautif = { Commune: null, 'Axe école': 'x', Enfants: '30', Siret: 12, 'Autres recettes': '12 000' };
  const projets = Array.from({ length: PROJETS }, (_, i) => projet(`D-${i}`, fautif));
  const page = await ouvrir({ feuilles: classeur(...projets) });
  await page.getByText('En chiffres').waitFor();
  await page.getByRole('tab', { name: 'Vérifier' }).click();

  const avant = await page.evaluate(() => window.hote.journal.allersRetours.length);
  await page.getByRole('button', { name: 'Vérifier le classeur' }).click();
  await page.getByText(/^Contrôle fait/).waitFor();
  const echanges = (await page.evaluate(() => window.hote.journal.allersRetours.length)) - avant;
  expect(echanges).toBeLessThanOrEqual(3);

  // des causes, et de la première quelques cellules : le reste ne se rend que déplié
  const rangs = page.getByRole('treeitem');
  const causes = page.locator('[role=treeitem][aria-level="1"]');
  expect(await causes.count()).toBeLessThanOrEqual(40);
  const avantSuite = await rangs.count();
  expect(avantSuite).toBe((await causes.count()) + 4);
  await page.getByRole('treeitem', { name: /^\d[\d\s]* autres$/ }).click();
  expect(await rangs.count()).toBe(avantSuite + 40);
  await page.getByLabel('Chercher').fill('D-');
  await page.getByLabel('Chercher').fill('N2');
  await page.getByText(/affichées? sur/).waitFor();
});
