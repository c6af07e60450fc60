/** Les questions de l'année, en peu de clics : comptés dans un vrai navigateur, depuis le volet ouvert. */
import type { Page } from 'playwright-core';
import { classeur as classeurLu, projet, versement, type Ligne, type Reglages } from '../dossier/fabrique';
import { violations } from './outils/axe';
import type { Contenu } from './outils/classeurs';
import { voletParEssai } from './outils/page';

jest.setTimeout(120_000);

const ouvrirVolet = voletParEssai();

/** 5 850 € de Ps, 1 000 € versés : au 5 décembre 2021, 638 € d'acompte possibles (28 %). */
const UN: Reglages = { projets: [projet({})], versements: [versement({})] as Ligne[] };

/** Le volet ouvert sur un classeur, et de quoi compter les clics de l'agent. */
async function ouvrir(r: Reglages): Promise<{ page: Page; clics: () => Promise<number> }> {
  const feuilles = classeurLu(r).feuilles.map(({ nom, lignes }) => ({ nom, lignes: lignes as Contenu[][] }));
  const page = await ouvrirVolet({ feuilles });
  await page.clock.setFixedTime(new Date('2021-12-05T10:00:00'));
  await page.reload();
  await page.getByRole('tabpanel').getByRole('heading').first().waitFor();
  await page.evaluate(() => {
    window.clics = 0;
    document.addEventListener('click', (e) => void (e.isTrusted && window.clics++), true);
  });
  return { page, clics: () => page.evaluate(() => window.clics) };
}

declare global {
  interface Window {
    clics: number;
  }
}

const onglet = (page: Page, nom: string): Promise<void> => page.getByRole('tab', { name: nom }).click();
const bouton = (page: Page, nom: string): Promise<void> =>
  page.getByRole('button', { name: nom, exact: true }).click();

test('ce qui se paie aujourd’hui : un clic', async () => {
  const { page, clics } = await ouvrir(UN);
  await onglet(page, 'Payer');
  await page.getByRole('heading', { name: /Payable au 05\/12\/2021\s: 638,00/ }).waitFor();
  expect(await clics()).toBe(1);
});

test('le fichier de la Cnaf : deux clics, et le lien est sous la main', async () => {
  const { page, clics } = await ouvrir(UN);
  await onglet(page, 'Clôturer');
  await bouton(page, 'Générer le fichier');
  const lien = page.locator('.message').getByRole('link', { name: 'Télécharger' });
  await lien.waitFor();
  expect(await clics()).toBe(2);
  const telechargement = page.waitForEvent('download');
  await lien.click();
  expect((await telechargement).suggestedFilename()).toBe('CLAS_BONUS_2021-2022_CAF45.xlsx');
});

test('l’année suivante : deux clics', async () => {
  const { page, clics } = await ouvrir(UN);
  await onglet(page, 'Clôturer');
  await bouton(page, 'Ouvrir l’année suivante');
  await page.getByText(/Classeur 2022-2023\s: 1.projet repris/).waitFor();
  expect(await clics()).toBe(2);
  expect(await page.evaluate(() => window.hote.classeur.classeursCrees.length)).toBe(1);
});

test('au clavier : décocher, écrire un versement, annuler ; axe ne trouve rien, menu ouvert compris', async () => {
  const { page } = await ouvrir(UN);
  await onglet(page, 'Payer');
  const tout = page.getByRole('checkbox', { name: /1.versement choisi/ });
  await tout.focus();
  await page.keyboard.press('Space');
  expect(await page.getByRole('button', { name: /^Écrire 0/ }).getAttribute('aria-disabled')).toBe('true');
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: /^Écrire 1.versement$/ }).press('Enter');
  await page.getByText(/1.versement écrit dans/).waitFor();
  expect(await page.evaluate(() => window.hote.lire('Versements!E3')[0]?.[0]?.valeur)).toBe(638);
  expect(await violations(page)).toEqual([]);
  await page.locator('.message').getByRole('button', { name: 'Annuler' }).press('Enter');
  await page.getByText(/rendues vides/).waitFor();
  expect(await page.evaluate(() => window.hote.lire('Versements!E3')[0]?.[0]?.valeur)).toBeNull();
  const documents = page.getByRole('button', { name: 'Documents…' });
  await documents.press('Enter');
  await page.getByRole('menuitem', { name: 'Tableau de bord' }).waitFor();
  // le menu passe sur ce qui est dessous : lui seul s'examine, une fois entièrement paru
  await page.waitForFunction(() => document.getAnimations().every((a) => a.playState === 'finished'));
  expect(await violations(page, '[role=menu]')).toEqual([]);
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.activeElement?.textContent === 'Documents…');
});

test('néant se demande en toutes lettres ; axe ne trouve rien dans la question', async () => {
  const { page } = await ouvrir({
    projets: [projet({ bonusEnfants: 0, bonusParents: 0, projetBonus: null })],
    versements: [versement({})] as Ligne[],
  });
  await onglet(page, 'Clôturer');
  await bouton(page, 'Générer le fichier');
  await page.getByRole('alertdialog', { name: /Déclarer «.néant.»/ }).waitFor();
  expect(await violations(page)).toEqual([]);
  await bouton(page, 'Déclarer néant');
  await page.getByText(/Le fichier CLAS_BONUS.* est prêt/).waitFor();
});
