/** Ce que seule une vraie page montre du volet : le focus, le défilement, les espaces, ce qui n'est pas calculé. */
import type { Page } from 'playwright-core';
import { ONGLETS } from '../../src/volet/etat';
import { ENTETES, PARAMETRES, projet } from '../volet/port';
import { classeur, type Contenu } from './outils/classeurs';
import type { FeuilleDePage } from './outils/hotePage';
import { ORIGINE, voletParEssai } from './outils/page';

jest.setTimeout(120_000);

const ouvrirVolet = voletParEssai();

const ouvrir = (feuilles: readonly FeuilleDePage[]): Promise<Page> => ouvrirVolet({ feuilles });
const onglet = (page: Page, nom: string): Promise<void> => page.getByRole('tab', { name: nom }).click();
/** Au clavier : le focus est sur le bouton quand l'action part. */
const presser = (page: Page, nom: string): Promise<void> =>
  page.getByRole('button', { name: nom, exact: true }).press('Enter');
const dit = (page: Page, texte: string | RegExp): Promise<void> =>
  page.getByText(texte).first().waitFor({ timeout: 20_000 });
const tenu = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.activeElement?.tagName);

const nombreux = (n: number): FeuilleDePage[] =>
  classeur(...Array.from({ length: n }, (_, i) => projet(`D-${i}`, { 'Coût prévisionnel': '24 000,00 €' })));

/** Place de `selecteur` à l'écran : haut et bas. */
const place = (page: Page, selecteur: string): Promise<readonly [number, number]> =>
  page.evaluate((s) => {
    const { top, bottom } = (document.querySelector(s) as Element).getBoundingClientRect();
    return [Math.round(top), Math.round(bottom)] as const;
  }, selecteur);

/** Dans le menu de ce qui s'écrit dans le classeur. */
async function ecrire(page: Page, nom: string): Promise<void> {
  await presser(page, 'Écrire');
  await page.getByRole('menuitem', { name: nom }).press('Enter');
}

describe('Ce que Clas dit reste à l’écran', () => {
  test('au bas d’une longue liste, le message se voit, et ne couvre pas ce qui a le focus', async () => {
    const page = await ouvrir(nombreux(40));
    await onglet(page, 'Vérifier');
    await page.getByLabel('Chercher').fill('nombre saisi en texte');
    await page.getByLabel('Chercher').fill('saisi en texte');
    await page.getByRole('treeitem', { name: /autres$/ }).click();
    await presser(page, 'Corriger Projets!N41 : 24 000,00 €');
    await page.locator('.message', { hasText: /correction faite/ }).waitFor();
    expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(500);
    const [haut, bas] = await place(page, '.message');
    expect(haut).toBeGreaterThanOrEqual(0);
    expect(bas).toBeLessThan(720);
  });

  test('le message qui s’ouvre au-dessus d’un bouton le laisse voir', async () => {
    const page = await ouvrir(nombreux(40));
    await onglet(page, 'Vérifier');
    await dit(page, 'Écrire');
    await ecrire(page, 'Écrire la feuille Anomalies');
    await page.locator('.message', { hasText: /à jour/ }).waitFor();
    await page.waitForFunction(() => {
      const bas = document.querySelector('.haut')?.getBoundingClientRect().bottom ?? Infinity;
      return (
        document.activeElement?.textContent === 'Écrire' &&
        document.activeElement.getBoundingClientRect().top >= bas
      );
    });
  });

  test('un onglet s’ouvre par son début', async () => {
    const page = await ouvrir(nombreux(40));
    await onglet(page, 'Vérifier');
    await page.getByRole('treeitem', { name: /autres$/ }).click();
    await page.evaluate(() => window.scrollTo(0, 2500));
    await onglet(page, 'Clôturer');
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
  });
});

describe('Le focus ne tombe jamais sur la page', () => {
  test('après « Préparer le classeur »', async () => {
    const page = await ouvrir([{ nom: 'Feuil1', lignes: [] }]);
    await page.getByLabel('Caf', { exact: true }).selectOption({ label: '45 — Caf du Loiret' });
    await presser(page, 'Préparer le classeur');
    await dit(page, 'En chiffres');
    expect(await tenu(page)).toBe('DIV');
  });

  test('après « Compléter les paramètres »', async () => {
    const [, projets] = classeur(projet('D-1'));
    const page = await ouvrir([{ nom: 'Paramètres', lignes: [['Caf', '45']] }, projets as FeuilleDePage]);
    await page.getByLabel('Caf', { exact: true }).selectOption({ label: '45 — Caf du Loiret' });
    await page.getByLabel('Année scolaire').selectOption('2021');
    await presser(page, 'Compléter les paramètres');
    await dit(page, 'En chiffres');
    expect(await tenu(page)).toBe('DIV');
  });

  test('après la désignation de Projets, il reste sur la liste', async () => {
    const [parametres, projets] = classeur(projet('D-1'));
    const page = await ouvrir([parametres as FeuilleDePage, { nom: 'Suivi', lignes: projets?.lignes ?? [] }]);
    const liste = page.getByLabel('Feuille Projets');
    await liste.focus();
    await liste.selectOption('Suivi');
    await dit(page, 'En chiffres');
    expect(await liste.evaluate((e) => e === document.activeElement)).toBe(true);
  });

  test('après « Voir la remontée »', async () => {
    const page = await ouvrir(classeur(projet('D-1')));
    await presser(page, 'Voir la remontée');
    await dit(page, 'Bonus accordés pour 2021-2022');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('panneau-cloturer');
  });

  test('après la désignation de la dernière colonne obligatoire, la partie reste ouverte', async () => {
    const entetes = ENTETES.map((e) => (e === 'Coût prévisionnel' ? 'Montant demandé' : e));
    const lignes = [entetes, projet('D-1')] as Contenu[][];
    const page = await ouvrir([
      { nom: 'Paramètres', lignes: PARAMETRES as Contenu[][] },
      { nom: 'Projets', lignes },
    ]);
    const liste = page.getByLabel('Coût prévisionnel (obligatoire)');
    await liste.focus();
    await liste.selectOption('Montant demandé');
    await dit(page, 'Désignation gardée dans le classeur.');
    await dit(page, 'Prêt pour la Cnaf');
    expect(await liste.evaluate((e) => e === document.activeElement && e.checkVisibility())).toBe(true);
  });
});

test('une feuille désignée qui n’est plus là se lit dans la liste, et se change', async () => {
  const page = await ouvrir(classeur(projet('D-1')));
  await dit(page, 'En chiffres');
  await page.getByText('Désigner des feuilles et des colonnes').click();
  await page.evaluate(() => {
    const hote = window.hote;
    hote.classeur.renommerFeuille(hote.feuille('Projets'), 'Mes fiches');
  });
  await onglet(page, 'Vérifier');
  await presser(page, 'Vérifier le classeur');
  await dit(page, /Aucune feuille «.Projets.»/);
  await onglet(page, 'État');
  await page.getByLabel('Feuille Projets').selectOption('Mes fiches');
  await dit(page, 'En chiffres');
  await page.evaluate(() => {
    const hote = window.hote;
    hote.classeur.renommerFeuille(hote.feuille('Mes fiches'), 'Projets');
  });
  await onglet(page, 'Vérifier');
  await presser(page, 'Vérifier le classeur');
  await dit(page, /^Contrôle fait/);
  await onglet(page, 'État');
  await dit(page, 'En chiffres');
  const liste = page.getByLabel('Feuille Projets');
  expect(await liste.locator('option:checked').textContent()).toContain('Mes fiches (absente');
  await liste.selectOption({ label: 'Reconnue par son nom' });
  await page.waitForFunction(() => !document.body.textContent.includes('Mes fiches'));
});

test('le calcul manuel se dit, avec F9, tant qu’il dure', async () => {
  const page = await ouvrir(classeur(projet('D-1')));
  await dit(page, 'En chiffres');
  const avis = page.getByText(/calcul manuel.*F9/);
  expect(await avis.count()).toBe(0);
  await page.evaluate(() => void (window.hote.classeur.modeCalcul = 'Manual'));
  await onglet(page, 'Vérifier');
  await presser(page, 'Vérifier le classeur');
  await avis.waitFor();
  await page.evaluate(() => void (window.hote.classeur.modeCalcul = 'Automatic'));
  await presser(page, 'Vérifier le classeur');
  await avis.waitFor({ state: 'detached' });
});

test('« Annuler », dans le message, rend la cellule corrigée', async () => {
  const page = await ouvrir(classeur(projet('D-1', { 'Coût prévisionnel': '24 000,00 €' })));
  await onglet(page, 'Vérifier');
  await page
    .getByRole('button', { name: /^Corriger/ })
    .first()
    .press('Enter');
  const message = page.locator('.message', { hasText: 'correction faite' });
  await message.getByRole('button', { name: 'Annuler' }).press('Enter');
  await dit(page, /correction annulée/);
  expect(await page.evaluate(() => window.hote.lire('Projets!N2')[0]?.[0]?.valeur)).toBe('24 000,00 €');
});

test('une anomalie sans colonne dit sa ligne', async () => {
  const page = await ouvrir(classeur(projet('D-1'), projet('D-2')));
  await onglet(page, 'Vérifier');
  await page.getByLabel('Chercher').fill('compte de résultat');
  const cellules = page.locator('[role=treeitem][aria-level="2"]');
  await cellules.first().waitFor();
  expect(await cellules.locator('strong').allTextContents()).toEqual(['ligne 2', 'ligne 3']);
});

test('sans barème, aucun montant inconnu ne se lit 0,00 €', async () => {
  const [, projets] = classeur(projet('D-1'));
  const page = await ouvrir([
    {
      nom: 'Paramètres',
      lignes: [
        ['Caf', '45'],
        ['Année scolaire', '2022-2023'],
      ],
    },
    projets as FeuilleDePage,
  ]);
  await dit(page, 'En chiffres');
  await page.evaluate(() => window.hote.selectionner('Projets!A2'));
  const valeur = (intitule: string | RegExp): Promise<string | null> =>
    page.locator('.montants > div', { hasText: intitule }).locator('dd').first().textContent();
  expect(await valeur('Bonus accordés')).toBe('non calculé');
  await onglet(page, 'Clôturer');
  for (const intitule of ['Bonus enfants', 'Bonus parents', 'Bonus accordés'])
    expect(await valeur(new RegExp(`^${intitule}`))).toBe('non calculé');
  await onglet(page, 'Clôturer');
  for (const intitule of ['Charges à payer 2022', 'Engagements 2023', 'Enveloppe 2022', 'Trop versé'])
    expect(await valeur(intitule)).toBe('non calculé');
  await onglet(page, 'Dossier');
  const plafonds = page.locator('.fui-Card', { has: page.getByRole('heading', { name: 'Plafonds' }) });
  expect(await plafonds.textContent()).toMatch(/aucun plafond à comparer/);
});

/** Le texte à l'écran ; ce qui n'est que pour les lecteurs d'écran ne passe pas à la ligne. */
function lireFautes(): string[] {
  const copie = document.body.cloneNode(true) as HTMLElement;
  copie.querySelectorAll('.cache, noscript, select').forEach((e) => e.remove());
  return copie.textContent.match(/.{0,20}(?:« | [»:;?!%€]).{0,20}/g) ?? [];
}

test('aucune espace sécable devant la ponctuation haute, ni dans les guillemets', async () => {
  const page = await ouvrir(
    classeur(projet('D-1', { 'Coût prévisionnel': '24 000,00 €', 'Acomptes N': 9000 }), projet('D-2')),
  );
  await dit(page, 'En chiffres');
  await page.evaluate(() => window.hote.selectionner('Projets!A2'));
  const fautes: string[] = [];
  for (const nom of Object.values(ONGLETS)) {
    await onglet(page, nom);
    if (nom === 'Vérifier') {
      await ecrire(page, 'Colorer les cellules');
      await page.locator('.message').waitFor();
    }
    fautes.push(...(await page.evaluate(lireFautes)));
  }
  expect(fautes).toEqual([]);
});

test('l’aide s’ouvre à côté du volet, qui reste là', async () => {
  const page = await ouvrir(classeur(projet('D-1')));
  const [aide] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: /^Aide/ }).click(),
  ]);
  await aide.waitForLoadState();
  expect([aide.url(), page.url()]).toEqual([`${ORIGINE}/aide.html`, `${ORIGINE}/volet.html`]);
});
