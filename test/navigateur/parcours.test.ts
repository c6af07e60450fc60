/** Le parcours d'un agent, de bout en bout, sur le volet construit. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { lireXlsx } from '../../src/classeur/xlsx';
import { projet } from '../volet/port';
import { classeur, type Contenu } from './outils/classeurs';
import { voletParEssai } from './outils/page';
import type { FeuilleDePage } from './outils/hotePage';

const ouvrirVolet = voletParEssai();

const ouvrir = (feuilles: readonly FeuilleDePage[]): Promise<Page> => ouvrirVolet({ feuilles });

const onglet = (page: Page, nom: string): Promise<void> => page.getByRole('tab', { name: nom }).click();
const bouton = (page: Page, nom: string): Promise<void> =>
  page.getByRole('button', { name: nom, exact: true }).click();
const dit = (page: Page, texte: string | RegExp): Promise<void> => page.getByText(texte).first().waitFor();
const cellule = (page: Page, adresse: string): Promise<unknown> =>
  page.evaluate((a) => window.hote.lire(a)[0]?.[0]?.valeur, adresse);
const saisir = (page: Page, adresse: string, valeur: Contenu): Promise<void> =>
  page.evaluate(([a, v]) => window.hote.saisir(a as string, v as Contenu), [adresse, valeur] as const);
const feuilles = (page: Page): Promise<string[]> =>
  page.evaluate(() => window.hote.classeur.feuilles.map(({ nom }) => nom));

test('préparer un classeur vide, y saisir un projet, le voir compté à la frappe', async () => {
  const page = await ouvrir([{ nom: 'Feuil1', lignes: [] }]);
  await page.getByLabel('Caf', { exact: true }).selectOption({ label: '45 — Caf du Loiret' });
  await page.getByLabel('Année scolaire').selectOption('2021');
  await bouton(page, 'Préparer le classeur');
  await dit(page, /Classeur prêt/);
  expect(await feuilles(page)).toEqual(
    expect.arrayContaining(['Feuil1', 'Paramètres', 'Projets', 'Versements']),
  );
  await dit(page, 'Caf du Loiret · 2021-2022');
  await saisir(page, 'Projets!A2', 'D-1');
  await page.locator('.montants dd').first().filter({ hasText: /^1$/ }).waitFor();
});

test('vérifier, aller à la cellule, corriger, annuler', async () => {
  const page = await ouvrir(classeur(projet('D-1', { 'Coût prévisionnel': '24 000,00 €' })));
  await onglet(page, 'Vérifier');
  await bouton(page, 'Vérifier le classeur');
  await dit(page, /^Contrôle fait/);
  await page.getByLabel('Chercher').fill('N2');
  await page.getByRole('button', { name: 'Aller à la cellule Projets!N2' }).first().click();
  await page.waitForFunction(() => window.hote.classeur.active.nom === 'Projets');
  await page.getByRole('button', { name: /^Corriger Projets!N2/ }).click();
  await dit(page, /1\scorrection faite/);
  expect(await cellule(page, 'Projets!N2')).toBe(24000);
  await bouton(page, 'Annuler la dernière correction');
  await dit(page, /1\scorrection annulée/);
  expect(await cellule(page, 'Projets!N2')).toBe('24 000,00 €');
});

test('les feuilles de l’agent ne changent pas quand on vérifie', async () => {
  const page = await ouvrir(classeur(projet('D-1', { 'Coût prévisionnel': 'néant' })));
  const photo = (): Promise<unknown> =>
    page.evaluate(() => [window.hote.lire('Projets!A1:U3'), window.hote.lire('Paramètres!A1:B5')]);
  const avant = await photo();
  await onglet(page, 'Vérifier');
  await bouton(page, 'Vérifier le classeur');
  await dit(page, /^Contrôle fait/);
  expect(await photo()).toEqual(avant);
  expect(await feuilles(page)).toEqual(['Paramètres', 'Projets']);
});

test('bloqué : les totaux se voient, rien ne se génère', async () => {
  const page = await ouvrir(classeur(projet('D-1'), projet('D-2', { 'Coût prévisionnel': 'néant' })));
  await onglet(page, 'Clôturer');
  await dit(page, '1 anomalie bloquante');
  await dit(page, 'Bonus accordés');
  for (const nom of ['Remplir la remontée', 'Générer le fichier'])
    expect(await page.getByRole('button', { name: nom }).getAttribute('aria-disabled')).toBe('true');
});

test('remplir la remontée, générer le fichier, le relire', async () => {
  const page = await ouvrir(classeur(projet('D-1'), projet('D-2', { 'Bonus parents': 0 })));
  await onglet(page, 'Clôturer');
  await bouton(page, 'Remplir la remontée');
  await dit(page, /«\sRemontée Cnaf\s» est à jour/);
  expect(await cellule(page, "'Remontée Cnaf'!A1")).toContain('2021-2022');
  await bouton(page, 'Générer le fichier');
  await dit(page, 'CLAS_BONUS_2021-2022_CAF45.xlsx');
  const telechargement = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Télécharger' }).first().click();
  const fichier = await telechargement;
  expect(fichier.suggestedFilename()).toBe('CLAS_BONUS_2021-2022_CAF45.xlsx');
  const relu = await lireXlsx(readFileSync(await fichier.path()));
  expect(relu.feuilles[0]?.nom).toBe('Remontée Cnaf');
  const valeurs = relu.feuilles.flatMap((f) => f.lignes.flat());
  expect(valeurs).toEqual(expect.arrayContaining(['D-1', 'D-2', 2400]));
  const empreinte = await page.locator('details', { hasText: 'Empreinte' }).locator('p').textContent();
  expect(valeurs).toContain(empreinte);
  await bouton(page, 'Ouvrir pour « Enregistrer sous »');
  await dit(page, /Un nouveau classeur est ouvert/);
  expect(await page.evaluate(() => window.hote.classeur.classeursCrees.length)).toBe(1);
});

test('copier sans la permission du presse-papiers', async () => {
  const page = await ouvrir(classeur(projet('D-1')));
  await page.evaluate(() =>
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new Error('refusé')) },
    }),
  );
  await onglet(page, 'Clôturer');
  await bouton(page, 'Générer le fichier');
  await bouton(page, 'Copier le tableau');
  await dit(page, /copie faite/);
  await page.evaluate(() =>
    document.body.append(Object.assign(document.createElement('textarea'), { id: 'ici' })),
  );
  await page.locator('#ici').focus();
  await page.keyboard.press('Control+V');
  expect(await page.locator('#ici').inputValue()).toContain('D-1\tAssociation D-1');
});

test('clore l’année : la feuille Écritures', async () => {
  const page = await ouvrir(classeur(projet('D-1')));
  await onglet(page, 'Clôturer');
  await dit(page, '1\u202f075,60\u00a0€');
  await bouton(page, 'Écrire la feuille Écritures');
  await dit(page, /«\sÉcritures\s» est à jour/);
  expect(await feuilles(page)).toContain('Écritures');
});

test('le dossier suit la ligne choisie et explique ses montants', async () => {
  const page = await ouvrir(classeur(projet('D-1'), projet('D-2')));
  await onglet(page, 'Dossier');
  await page.evaluate(() => window.hote.selectionner('Projets!C3'));
  await dit(page, 'D-2 — Association D-2');
  await page.getByRole('button', { name: 'Droit et décision' }).click();
  await page.getByRole('button', { name: /^Ps prévisionnelle/ }).click();
  await dit(page, /Circ\. 2021-006, § 3\.2/);
  await dit(page, /2\u202f000,00\u00a0€ sur 2\u202f152,92\u00a0€ au plus/);
});

test('une feuille d’un autre nom se désigne', async () => {
  const [parametres, projets] = classeur(projet('D-1'));
  const page = await ouvrir([parametres as FeuilleDePage, { nom: 'Suivi', lignes: projets?.lignes ?? [] }]);
  await page.getByLabel('Feuille Projets').selectOption('Suivi');
  await dit(page, 'En chiffres');
});

test('le ruban vérifie', async () => {
  const page = await ouvrir(classeur(projet('D-1')));
  await dit(page, 'En chiffres');
  await page.evaluate(() => window.hote.commande('verifier'));
  await dit(page, /^Contrôle fait/);
  expect(await page.getByRole('tab', { selected: true }).textContent()).toContain('Vérifier');
});
