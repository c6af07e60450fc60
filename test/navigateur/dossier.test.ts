/** L'onglet Dossier : trouver un dossier parmi trois mille, le garder, comprendre et essayer ses montants. */
import type { Page } from 'playwright-core';
import type { Valeur } from '../../src/valeurs/valeur';
import { ENTETES, PARAMETRES, projet } from '../volet/port';
import { violations } from './outils/axe';
import type { Contenu } from './outils/classeurs';
import type { FeuilleDePage } from './outils/hotePage';
import { voletParEssai } from './outils/page';

const ouvrirVolet = voletParEssai();

const classeur = (projets: readonly Valeur[][], versements: readonly Contenu[][] = []): FeuilleDePage[] => [
  { nom: 'Paramètres', lignes: PARAMETRES as Contenu[][] },
  { nom: 'Projets', lignes: [ENTETES, ...projets] as Contenu[][] },
  {
    nom: 'Versements',
    lignes: [['N° dossier', 'Nature', 'Gestion', 'Date', 'Montant', 'Référence'], ...versements],
  },
];

/** Ouvre l'onglet Dossier, le classeur lu. */
async function ouvrir(feuilles: readonly FeuilleDePage[], cellule?: string): Promise<Page> {
  const page = await ouvrirVolet({ feuilles });
  await page.getByRole('tab', { name: 'Dossier' }).click();
  await page.getByRole('combobox', { name: 'Chercher un dossier' }).waitFor();
  if (cellule !== undefined) await page.evaluate((c) => window.hote.selectionner(c), cellule);
  return page;
}
const montre = (page: Page, titre: string): Promise<void> =>
  page.getByRole('heading', { level: 2, name: titre }).waitFor();
/** Sans les espaces insécables. */
const texte = async (page: Page): Promise<string> =>
  (await page.getByRole('tabpanel').innerText()).replaceAll(/[\u00a0\u202f]/g, ' ');

test('un dossier parmi trois mille : trois lettres et Entrée, au clavier seul', async () => {
  const lettres = 'abcdefghijklmnopqrstuvwxyz';
  const nom = (i: number): string =>
    [676, 26, 1].map((base) => lettres[Math.floor(i / base) % 26] ?? '').join('');
  const projets = Array.from({ length: 3000 }, (_, i) =>
    projet(`D-${i}`, { Gestionnaire: nom(i), Action: null, Commune: null }),
  );
  const page = await ouvrir(classeur(projets));
  // « dkf » : le deux mille trois cent quatrième et lui seul
  const cherche = nom(2293);
  await page.getByRole('combobox', { name: 'Chercher un dossier' }).focus();
  let touches = 0;
  for (const lettre of cherche) {
    await page.keyboard.press(lettre);
    touches++;
  }
  await page.getByRole('option', { name: `D-2293 — ${cherche}` }).waitFor();
  expect(await page.getByRole('option').count()).toBe(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await montre(page, `D-2293 — ${cherche}`);
  expect(touches).toBe(3);
  await page.waitForFunction(() => window.hote.classeur.active.nom === 'Projets');
});

test('la liste des dossiers trouvés se voit : une dizaine de lignes, non un bout sous le bord de la carte', async () => {
  const page = await ouvrir(classeur(Array.from({ length: 30 }, (_, i) => projet(`D-${i}`))));
  await page.getByRole('combobox', { name: 'Chercher un dossier' }).pressSequentially('ass');
  await page.getByRole('option').first().waitFor();
  const vues = await page.getByRole('option').evaluateAll(
    (options) =>
      options.filter((o) => {
        const { left, top, height } = o.getBoundingClientRect();
        return document.elementFromPoint(left + 40, top + height / 2)?.closest('[role=option]') === o;
      }).length,
  );
  expect(vues).toBeGreaterThanOrEqual(10);
  expect(await violations(page)).toEqual([]);
});

test('épinglé, il reste quand la sélection descend ; la recherche déplace l’épingle', async () => {
  const page = await ouvrir(classeur([projet('D-1'), projet('D-2'), projet('D-3')]), 'Projets!A2');
  await montre(page, 'D-1 — Association D-1');
  await page.getByRole('button', { name: 'Épingler' }).click();
  await page.evaluate(() => window.hote.selectionner('Projets!A3'));
  await page.getByText('1 sur 3').waitFor();
  await montre(page, 'D-1 — Association D-1');
  await page.getByRole('button', { name: 'Suivant' }).click();
  await montre(page, 'D-2 — Association D-2');
  await page.evaluate(() => window.hote.selectionner('Projets!A4'));
  await montre(page, 'D-2 — Association D-2');
  await page.getByRole('button', { name: 'Épinglé' }).click();
  await montre(page, 'D-3 — Association D-3');
});

const VERSES = [
  ['D-1', 'acompte', 'N', 44500, 1500, 'M-12'],
  ['D-1', 'acompte', 'N+1', null, 'néant', 'M-13'],
];

test('les versements sont datés, leurs anomalies disent leur feuille, et chaque étape mène à sa cellule', async () => {
  const page = await ouvrir(classeur([projet('D-1')], VERSES), 'Projets!A2');
  await montre(page, 'D-1 — Association D-1');
  expect(await texte(page)).toMatch(/31\/10\/2021/);
  await page.getByRole('button', { name: /^Accordé 7.689,00/ }).click();
  await page.getByRole('button', { name: 'Aller à la cellule Projets!N2' }).first().waitFor();
  expect(await texte(page)).toContain('acompte 2021');
  await page.getByRole('button', { name: 'Aller à la cellule Versements!E3' }).first().click();
  await page.waitForFunction(() => window.hote.classeur.active.nom === 'Versements');
});

test('un dossier refusé n’a ni jauge ni barre pleine : 0 € au plus', async () => {
  const refuse = projet('D-1', { Agrément: 'refusé', 'Acomptes N': null });
  const page = await ouvrir(classeur([refuse]), 'Projets!A2');
  await montre(page, 'D-1 — Association D-1');
  expect(await page.locator('.jauge').count()).toBe(0);
  expect(await page.locator('.palier > span').count()).toBe(0);
  expect(await texte(page)).toMatch(/rien n’est payable, 0 € au plus/);
});

test('« Et si » : le coût change, le classeur reste', async () => {
  const page = await ouvrir(classeur([projet('D-1')]), 'Projets!A2');
  await montre(page, 'D-1 — Association D-1');
  await page.getByRole('button', { name: 'Et si…' }).click();
  await page.getByLabel('Coût prévisionnel').fill('20 000');
  // 20 000 × 32,5 %
  await page.getByRole('cell', { name: '6\u202f500,00\u00a0€' }).first().waitFor();
  await page.getByLabel('Coût prévisionnel').fill('vingt mille');
  await page.getByRole('alert').filter({ hasText: 'vingt mille' }).waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => window.hote.lire('Projets!N2')[0]?.[0]?.valeur)).toBe(24000);
});

test('la fiche à imprimer s’ouvre à part', async () => {
  const page = await ouvrir(classeur([projet('D-1')]), 'Projets!A2');
  await page.getByRole('button', { name: 'Imprimer la fiche' }).click();
  await page.getByText('La fiche est ouverte dans un nouveau classeur').first().waitFor();
  expect(await page.evaluate(() => window.hote.classeur.classeursCrees.length)).toBe(1);
  expect(await page.evaluate(() => window.hote.classeur.feuilles.map(({ nom }) => nom))).toEqual([
    'Paramètres',
    'Projets',
    'Versements',
  ]);
});

test('axe ne trouve rien, recherche ouverte', async () => {
  const page = await ouvrir(classeur([projet('D-1'), projet('D-2')]), 'Projets!A2');
  await page.getByRole('combobox', { name: 'Chercher un dossier' }).pressSequentially('d-2');
  await page.getByRole('option', { name: /D-2/ }).waitFor();
  expect(await violations(page)).toEqual([]);
});
