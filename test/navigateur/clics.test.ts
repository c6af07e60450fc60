/** Les questions de l'année, en peu de clics : comptés dans un vrai navigateur, depuis le volet ouvert. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { lireXlsx } from '../../src/classeur/xlsx';
import { classeur as classeurLu, projet, versement, type Ligne, type Reglages } from '../dossier/fabrique';
import { MAISON } from '../volet/maison';
import { PARAMETRES, projet as projetDeMaison } from '../volet/port';
import { violations } from './outils/axe';
import type { Contenu } from './outils/classeurs';
import type { FeuilleDePage } from './outils/hotePage';
import { voletParEssai } from './outils/page';

jest.setTimeout(120_000);

const ouvrirVolet = voletParEssai();

/** 5 850 € de Ps, 1 000 € versés : au 5 décembre 2021, 638 € d'acompte possibles (28 %). */
const UN: Reglages = { projets: [projet({})], versements: [versement({})] as Ligne[] };

const feuillesDe = ({ feuilles }: ReturnType<typeof classeurLu>): FeuilleDePage[] =>
  feuilles.map(({ nom, lignes }) => ({ nom, lignes: lignes as Contenu[][] }));

/** Le volet ouvert sur un classeur, et de quoi compter les clics de l'agent. */
const ouvrir = (r: Reglages): Promise<Ouvert> => ouvrirSur(feuillesDe(classeurLu(r)));

interface Ouvert {
  readonly page: Page;
  readonly clics: () => Promise<number>;
}

async function ouvrirSur(feuilles: readonly FeuilleDePage[]): Promise<Ouvert> {
  const page = await ouvrirVolet({
    feuilles,
    contexte: { viewport: { width: 320, height: 768 } },
    heure: new Date('2021-12-05T10:00:00'),
  });
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
    /** Ce que disait le volet quand l'agent a pressé « Arrêter ». */
    compte: string;
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
  // le message du geste suivant ne parle plus de ce fichier
  await bouton(page, 'Remplir la remontée');
  await page.locator('.message', { hasText: /Remontée/ }).waitFor();
  expect(await lien.count()).toBe(0);
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
  await page.waitForFunction(() => document.getAnimations().every((a) => a.playState === 'finished'));
  // le menu passe sur des boutons, qui ne se pressent pas tant qu'il est ouvert
  expect((await violations(page)).filter((faute) => !faute.startsWith('target-size'))).toEqual([]);
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

const VALEURS = ['néant', 'à voir', 'en attente', 'voir devis', 'nc', 'oui'];
const projets = (n: number, change: (i: number) => Ligne): Ligne[] =>
  Array.from({ length: n }, (_, i) => projet({ dossier: `P-${i}`, action: `Clas ${i}`, ...change(i) }));
const couts = (page: Page, n: number): Promise<unknown[]> =>
  page.evaluate((derniere) => {
    const [entetes = []] = window.hote.lire('Projets!A1:AZ1');
    const colonne = entetes.findIndex(({ valeur }) => valeur === 'Coût prévisionnel');
    const lignes = window.hote.lire(`Projets!A2:AZ${derniere}`);
    return lignes.map((cellules) => cellules[colonne]?.valeur);
  }, n + 1);

test('98 cellules illisibles de six valeurs : deux clics par valeur, la valeur se tape aussitôt', async () => {
  const { page, clics } = await ouvrir({
    projets: projets(98, (i) => ({ coutPrevisionnel: VALEURS[i % VALEURS.length] ?? null })),
  });
  await onglet(page, 'Vérifier');
  for (let reste = VALEURS.length; reste > 0; reste--) {
    await page.getByRole('button', { name: 'Tout régler…' }).first().click();
    await page.waitForFunction(() => document.activeElement?.matches('[role=dialog] input'));
    await page.keyboard.type('18000');
    await page.getByRole('button', { name: /^Écrire \d+.cellules$/ }).click();
    await page.getByText(/corrections faites/).waitFor();
  }
  expect(new Set(await couts(page, 98))).toEqual(new Set([18000]));
  expect(await clics()).toBeLessThanOrEqual(15);
});

test('74 alertes d’une cause se justifient en quatre clics au plus', async () => {
  const { page, clics } = await ouvrir({ projets: projets(74, () => ({ coutReel: 30000 })) });
  await onglet(page, 'Vérifier');
  const cause = page.locator('[role=treeitem]', { hasText: 'Budget et compte de résultat éloignés' });
  await cause.getByRole('button', { name: 'Justifier…' }).click();
  await page.waitForFunction(() => document.activeElement?.matches('[role=dialog] input'));
  await page.keyboard.type('Sorties ajoutées en cours d’année');
  await bouton(page, 'Justifier');
  await page.getByText(/74.alertes justifiées/).waitFor();
  expect(await clics()).toBeLessThanOrEqual(4);
  await cause.waitFor({ state: 'detached' });
  const justifiees = await page.evaluate(() => window.hote.lire('Justifications!A1:A200'));
  expect(justifiees.flat().filter(({ valeur }) => /^P-\d+$/.test(String(valeur)))).toHaveLength(74);
});

test('250 corrections : un aperçu, un compte, un arrêt, une seule annulation', async () => {
  const { page, clics } = await ouvrir({
    projets: projets(250, () => ({ coutPrevisionnel: '18 000,00 €' })),
  });
  const initiaux = await couts(page, 250);
  await onglet(page, 'Vérifier');
  await bouton(page, 'Tout régler…');
  const apercu = page.getByRole('dialog');
  await apercu
    .getByRole('checkbox', { name: /Projets!.+18.000,00.€ \(texte\) → 18.000,00.€ \(nombre\)/ })
    .first()
    .waitFor();
  await apercu.getByRole('button', { name: /^210.autres cellules cochées$/ }).waitFor();
  // l'agent lit le compte et presse « Arrêter » ; ici, dès que le bouton paraît
  await page.evaluate(() => {
    const guetteur = new MutationObserver(() => {
      const arreter = [...document.querySelectorAll('button')].find((b) => b.textContent === 'Arrêter');
      if (!arreter) return;
      guetteur.disconnect();
      window.compte = arreter.parentElement?.textContent ?? '';
      arreter.click();
    });
    guetteur.observe(document, { childList: true, subtree: true });
  });
  await bouton(page, 'Écrire 250\u00a0cellules');
  await page.getByText(/50.corrections faites sur 250/).waitFor();
  expect(await page.evaluate(() => window.compte)).toMatch(/50\/250/);
  expect((await couts(page, 250)).filter((cout) => cout === 18000)).toHaveLength(50);
  await bouton(page, 'Tout régler…');
  await bouton(page, 'Écrire 200\u00a0cellules');
  await page.getByText(/200.corrections faites/).waitFor();
  expect(new Set(await couts(page, 250))).toEqual(new Set([18000]));
  await page.locator('.message').getByRole('button', { name: 'Annuler' }).click();
  await page.getByText(/200.corrections annulées/).waitFor();
  await bouton(page, 'Annuler la dernière correction');
  await page.getByText(/50.corrections annulées/).waitFor();
  expect(await couts(page, 250)).toEqual(initiaux);
  expect(await clics()).toBeLessThanOrEqual(7);
});

test('une table maison de vingt colonnes se lit en quatre clics au plus', async () => {
  const lignes = [MAISON, ...['D-1', 'D-2', 'D-3'].map((d) => projetDeMaison(d))] as Contenu[][];
  const { page, clics } = await ouvrirSur([
    { nom: 'Paramètres', lignes: PARAMETRES as Contenu[][] },
    { nom: 'Suivi', lignes },
  ]);
  await bouton(page, 'Voir la proposition…');
  await page.getByRole('dialog').waitFor();
  await page.waitForFunction(() => document.getAnimations().every((a) => a.playState === 'finished'));
  expect(await violations(page)).toEqual([]);
  await bouton(page, 'Accepter tout');
  await page.getByText('En chiffres').waitFor();
  expect(await clics()).toBeLessThanOrEqual(4);
  await page.getByText('Voir la proposition…').waitFor({ state: 'detached' });
});

test('à 768 px de haut, six causes se voient dès l’ouverture de Vérifier', async () => {
  const lu = await lireXlsx(readFileSync('assets/exemples/clas-anomalies.xlsx'));
  const { page } = await ouvrirSur(feuillesDe(lu));
  await onglet(page, 'Vérifier');
  await page.getByRole('treeitem').first().waitFor();
  const entieres = await page.evaluate(
    () =>
      [...document.querySelectorAll('[role=treeitem][aria-level="1"]')].filter(
        (cause) => cause.getBoundingClientRect().bottom <= window.innerHeight,
      ).length,
  );
  expect(entieres).toBeGreaterThanOrEqual(6);
});
