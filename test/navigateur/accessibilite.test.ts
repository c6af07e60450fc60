/** RGAA 4.1 et WCAG 2.2 AA sur le volet construit : axe, clavier seul, refonte à 320 px, cibles, couleurs imposées. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { ONGLETS } from '../../src/volet/etat';
import { projet } from '../volet/port';
import { violations } from './outils/axe';
import { coupes } from './outils/coupes';
import { classeur } from './outils/classeurs';
import type { FeuilleDePage } from './outils/hotePage';
import { ouvrirOnglet, voletParEssai } from './outils/page';

const FEUILLES = classeur(
  projet('D-1', { 'Coût prévisionnel': '24 000,00 €', 'Acomptes N': 4000 }),
  projet('D-2', { Commune: null, 'Axe école': 'x' }),
);

const ouvrirVolet = voletParEssai();

const ouvrir = (
  contexte: BrowserContextOptions = {},
  feuilles: readonly FeuilleDePage[] = FEUILLES,
  avant?: () => void,
): Promise<Page> => ouvrirVolet({ feuilles, contexte, ...(avant && { avant }) });

/** Ouvre tout ce qui se déplie, jusqu'au dernier pli. */
async function toutOuvrir(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelectorAll('details').forEach((detail) => (detail.open = true)));
  const plies = page.locator('.fui-AccordionHeader__button[aria-expanded=false]:enabled');
  while ((await plies.count()) > 0) await plies.first().click();
}

/** Montre chaque onglet, avec un dossier choisi, et rend ce que `examiner` en dit. */
async function chaqueOnglet<T>(page: Page, examiner: (nom: string) => Promise<T>): Promise<T[]> {
  await page.getByText('En chiffres').waitFor();
  await page.evaluate(() => window.hote.selectionner('Projets!A2'));
  const dits: T[] = [];
  for (const nom of Object.values(ONGLETS)) {
    await ouvrirOnglet(page, nom);
    await toutOuvrir(page);
    dits.push(await examiner(nom));
  }
  return dits;
}

test.each<[string, BrowserContextOptions]>([
  ['clair', { colorScheme: 'light' }],
  ['sombre', { colorScheme: 'dark' }],
  ['couleurs imposées', { forcedColors: 'active' }],
])('axe ne trouve rien à 320 px, en %s', async (_, contexte) => {
  const page = await ouvrir(contexte);
  expect((await chaqueOnglet(page, () => violations(page))).flat()).toEqual([]);
});

/** Office.js ne dit jamais qu'Excel est prêt. */
function endormir(): void {
  let office: { onReady?: unknown } | undefined;
  const saisir = (): void => {
    if (office?.onReady) office.onReady = () => new Promise(() => undefined);
    else setTimeout(saisir);
  };
  Object.defineProperty(window, 'Office', {
    configurable: true,
    get: () => office,
    set: (valeur: typeof office) => {
      office = valeur;
      saisir();
    },
  });
}

test('tant qu’Excel ne répond pas, les onglets s’ouvrent, rien de faux n’est dit, axe ne trouve rien', async () => {
  const page = await ouvrir({}, FEUILLES, endormir);
  await page.getByText('Lecture du classeur…').first().waitFor();
  expect(await page.getByRole('button', { name: 'Lire le classeur' }).count()).toBe(0);
  for (const nom of Object.values(ONGLETS)) {
    await page.getByRole('tab', { name: nom }).click();
    await page.getByText('Le classeur n’a pas encore été lu.').waitFor();
    expect(await violations(page)).toEqual([]);
  }
});

test.each<[string, readonly FeuilleDePage[], string]>([
  ['vide', [{ nom: 'Feuil1', lignes: [] }], 'Préparer le classeur'],
  ['juste', classeur(projet('D-1', { 'Autres recettes': 14_811 })), 'Prêt pour la Cnaf'],
])('axe ne trouve rien sur un classeur %s', async (_, feuilles, dit) => {
  const page = await ouvrir({}, feuilles);
  await page.getByText(dit, { exact: true }).first().waitFor();
  expect(await violations(page)).toEqual([]);
});

test.each([320, 160])('à %i px (200 %% de zoom pour 160), rien ne déborde en largeur', async (width) => {
  const page = await ouvrir({ viewport: { width, height: 600 } });
  const largeurs = await chaqueOnglet(page, () => page.evaluate(() => document.documentElement.scrollWidth));
  expect(Math.max(...largeurs)).toBeLessThanOrEqual(width);
});

/** Ce qui sort de la fenêtre : ni un bouton, ni un montant ne s'atteignent là. */
const sortis = (page: Page, selecteur: string): Promise<string[]> =>
  page.evaluate(
    (s) =>
      [...document.querySelectorAll(s)]
        .map((e) => [e.textContent, e.getBoundingClientRect()] as const)
        .filter(([, r]) => r.height > 0 && (r.left < 0 || r.right > document.documentElement.clientWidth))
        .map(([texte, r]) => `${texte ?? ''} ${r.left}–${r.right}`),
    selecteur,
  );

/** Les lignes que prend le texte de chacun. */
const lignesDe = (page: Page, selecteur: string): Promise<number[]> =>
  page.evaluate(
    (s) =>
      [...document.querySelectorAll(s)].flatMap((e) => {
        if (!e.checkVisibility()) return [];
        const texte = document.createRange();
        texte.selectNodeContents(e);
        const hauts = [...texte.getClientRects()].filter((r) => r.width > 0).map((r) => Math.round(r.top));
        return [new Set(hauts).size];
      }),
    selecteur,
  );

test.each([160, 320])(
  'à %i px, tout déplié, aucun texte n’est coupé ni ne sort de sa carte',
  async (width) => {
    const lignes = [
      ...classeur(projet('D-1', { 'Autres recettes': 14_811, 'Bonus parents': 'x' })),
      {
        nom: 'Versements',
        lignes: [
          ['N° dossier', 'Nature', 'Gestion', 'Date', 'Montant', 'Référence'],
          ['D-1', 'acompte', 2021, 44_515, 1234.56, 'VIREMENT-2021-000123'],
        ],
      },
    ];
    const page = await ouvrir({ viewport: { width, height: 600 } }, lignes);
    expect((await chaqueOnglet(page, () => coupes(page))).flat()).toEqual([]);
  },
);

test('à 160 px, l’étape de l’année et son signe sont sur la même ligne', async () => {
  const page = await ouvrir({ viewport: { width: 160, height: 600 } });
  await page.getByText('En chiffres').waitFor();
  const hauts = await page.evaluate(() =>
    [...document.querySelectorAll('[role=tabpanel] ol > li:has(svg)')].map((li) =>
      ['svg', 'strong, .fui-Link'].map((s) => li.querySelector(s)?.getBoundingClientRect().top ?? NaN),
    ),
  );
  expect(hauts.length).toBeGreaterThan(5);
  expect(hauts.filter(([signe = NaN, mot = NaN]) => !(Math.abs(signe - mot) < 16))).toEqual([]);
});

test('à 160 px, les messages et la fenêtre d’un geste ne coupent aucun mot', async () => {
  const page = await ouvrir({ viewport: { width: 160, height: 600 } });
  await page.getByText('En chiffres').waitFor();
  await ouvrirOnglet(page, 'Vérifier');
  await page.getByRole('button', { name: 'Vérifier le classeur' }).click();
  await page.getByText(/^Contrôle fait/).waitFor();
  expect(await coupes(page)).toEqual([]);
  // ni césure au milieu d'un mot : chaque mot tient sur une ligne
  expect(await motsBrises(page, '.message')).toEqual([]);
  await page.getByRole('button', { name: 'Justifier…' }).first().click();
  await page.getByRole('dialog').waitFor();
  expect(await coupes(page)).toEqual([]);
});

test('à 160 px, menus, messages et montants restent entiers et sous la main', async () => {
  const juste = classeur(projet('D-1', { 'Autres recettes': 14_811 }));
  const page = await ouvrir({ viewport: { width: 160, height: 600 } }, juste);
  await page.getByText('En chiffres').waitFor();
  await ouvrirOnglet(page, 'Vérifier');
  await page.getByRole('button', { name: 'Écrire', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Écrire la feuille Anomalies' }).waitFor();
  expect(await sortis(page, '[role^=menuitem]')).toEqual([]);
  await page.keyboard.press('Escape');
  await ouvrirOnglet(page, 'Payer');
  await page.getByRole('heading', { name: 'À payer' }).waitFor();
  expect(await sortis(page, 'b.fin')).toEqual([]);
  await ouvrirOnglet(page, 'Clôturer');
  await page.getByRole('region', { name: 'Balance' }).waitFor();
  await toutOuvrir(page);
  expect(new Set(await lignesDe(page, 'td.fin'))).toEqual(new Set([0, 1]));
  await page.getByRole('button', { name: 'Générer le fichier' }).click();
  await page.locator('.message').getByRole('link', { name: 'Télécharger' }).waitFor();
  expect(await sortis(page, '.message :is(button, a)')).toEqual([]);
});

/** Les mots que leur boîte coupe en deux lignes. */
const motsBrises = (page: Page, selecteur: string): Promise<string[]> =>
  page.evaluate((s) => {
    const brises: string[] = [];
    for (const racine of document.querySelectorAll(s)) {
      const textes = document.createTreeWalker(racine, NodeFilter.SHOW_TEXT);
      for (let noeud = textes.nextNode(); noeud; noeud = textes.nextNode())
        for (const { 0: mot, index } of (noeud.textContent ?? '').matchAll(/\p{L}+/gu)) {
          const etendue = document.createRange();
          etendue.setStart(noeud, index);
          etendue.setEnd(noeud, index + mot.length);
          if (new Set([...etendue.getClientRects()].map((r) => Math.round(r.top))).size > 1) brises.push(mot);
        }
    }
    return brises;
  }, selecteur);

test('à 160 px, le geste d’une cause passe sous sa phrase, qui garde sa largeur', async () => {
  const page = await ouvrir({ viewport: { width: 160, height: 600 } });
  await page.getByText('En chiffres').waitFor();
  await ouvrirOnglet(page, 'Vérifier');
  await page.getByRole('treeitem').first().waitFor();
  const largeurs = await page.evaluate(() =>
    [...document.querySelectorAll('[role=treeitem] .fui-TreeItemLayout__main')].map((e) => e.clientWidth),
  );
  expect(Math.min(...largeurs)).toBeGreaterThanOrEqual(80);
});

test('dans Payer, le montant est sur la ligne de son dossier ; « Écrire » n’est pas rogné dans sa carte', async () => {
  const page = await ouvrir({}, classeur(projet('D-1', { 'Autres recettes': 14_811, 'Bonus parents': 'x' })));
  await page.getByText('En chiffres').waitFor();
  await ouvrirOnglet(page, 'Vérifier');
  await page.getByRole('treeitem').first().waitFor();
  await page.getByRole('button', { name: 'Suivante (F8)' }).click();
  const dansLaCarte = page.locator('.fui-Input button', { hasText: 'Écrire' });
  expect(await dansLaCarte.evaluate((e) => e.scrollWidth - e.clientWidth)).toBe(0);
  await ouvrir({}, classeur(projet('D-1', { 'Autres recettes': 14_811 })));
  await page.getByText('En chiffres').waitFor();
  await ouvrirOnglet(page, 'Payer');
  await page.getByRole('heading', { name: 'À payer' }).waitFor();
  const hauts = await page.evaluate(() =>
    ['label strong', 'b.fin'].map((s) => {
      const texte = document.createRange();
      texte.selectNodeContents(document.querySelector(`[role=tabpanel] ${s}`) as Element);
      return Math.round(texte.getBoundingClientRect().bottom);
    }),
  );
  expect(hauts[1]).toBe(hauts[0]);
});

test('en couleurs imposées, ce qui est versé se voit dans l’escalier', async () => {
  const page = await ouvrir({ forcedColors: 'active' });
  await page.getByText('En chiffres').waitFor();
  await page.evaluate(() => window.hote.selectionner('Projets!A2'));
  await ouvrirOnglet(page, 'Dossier');
  const verse = page.locator('.palier .gris').first();
  await verse.waitFor();
  const [barre, fond] = await verse.evaluate((e) => [
    getComputedStyle(e).backgroundColor,
    getComputedStyle(document.body).backgroundColor,
  ]);
  expect(barre).not.toBe(fond);
  expect(await verse.evaluate((e) => getComputedStyle(e).forcedColorAdjust)).toBe('none');
});

test('en couleurs imposées, la légende de Payer distingue le versé du reste', async () => {
  const lignes = classeur(projet('D-1', { 'Autres recettes': 14_811, 'Acomptes N': 1000 }));
  const page = await ouvrir({ forcedColors: 'active' }, lignes);
  await page.getByText('En chiffres').waitFor();
  await ouvrirOnglet(page, 'Payer');
  await page.getByRole('heading', { name: /^Payable/ }).waitFor();
  const [verse, payable] = await page
    .locator('.jauge .fui-Badge')
    .evaluateAll((marques) => marques.map((e) => getComputedStyle(e).backgroundColor));
  expect(verse).not.toBe(payable);
});

test('les onglets tiennent sur une ligne à 320 px, pastille comprise ; à 160 px, un menu prend les autres', async () => {
  const page = await ouvrir();
  await page.getByRole('tab', { name: /bloquante/ }).waitFor();
  const hauts = (): Promise<number[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll('[role=tab]')].map((o) => Math.round(o.getBoundingClientRect().top)),
    );
  expect(new Set(await hauts()).size).toBe(1);
  expect(await page.getByRole('button', { name: 'Autres onglets' }).count()).toBe(0);
  await page.setViewportSize({ width: 160, height: 600 });
  await page.getByRole('button', { name: 'Autres onglets' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Clôturer' }).press('Enter');
  await page.getByRole('tab', { name: 'Clôturer', selected: true }).waitFor();
});

test('toute cible fait au moins 24 px', async () => {
  const page = await ouvrir();
  const petites = await chaqueOnglet(page, (nom) =>
    page.evaluate(
      (n) =>
        [...document.querySelectorAll('button, select, input, summary, a[href]')]
          .map((e) => [n, e.textContent, (e.closest('label') ?? e).getBoundingClientRect()] as const)
          .filter(([, , r]) => r.height > 0 && (r.height < 24 || r.width < 24))
          .map(([o, texte, r]) => `${o} ${texte ?? ''} ${r.width}×${r.height}`),
      nom,
    ),
  );
  expect(petites.flat()).toEqual([]);
});

test('au clavier seul : onglets aux flèches, vérifier, corriger, annuler, sans perdre le focus', async () => {
  const page = await ouvrir();
  await page.getByText('En chiffres').waitFor();
  const focus = (): Promise<string> =>
    page.evaluate(() =>
      (
        document.activeElement?.getAttribute('aria-label') ??
        document.activeElement?.textContent ??
        ''
      ).trim(),
    );
  const jusqua = async (nom: RegExp): Promise<void> => {
    for (let i = 0; i < 60; i++) {
      if (nom.test(await focus())) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`${String(nom)} ne s'atteint pas au clavier ; focus : ${await focus()}`);
  };
  await page.keyboard.press('Tab');
  expect(await focus()).toBe('État');
  await page.keyboard.press('ArrowLeft');
  expect(await focus()).toBe('Clôturer');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  expect(await focus()).toMatch(/^Vérifier/);
  await jusqua(/^Vérifier le classeur$/);
  await page.keyboard.press('Enter');
  await page.getByText(/^Contrôle fait/).waitFor();
  await jusqua(/^Chercher$/);
  await page.keyboard.type('saisi en texte');
  await jusqua(/^information.: Nombre saisi en texte/);
  await page.keyboard.press('ArrowDown');
  await jusqua(/^Corriger Projets!N2/);
  await page.keyboard.press('Enter');
  await page.getByText(/1\scorrection faite/).waitFor();
  expect(await focus()).not.toBe('');
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
  for (let i = 0; i < 60 && !/^Annuler la dernière correction$/.test(await focus()); i++)
    await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Space');
  await page.getByText(/1\scorrection annulée/).waitFor();
});

test('« Justifier… » : Entrée dans le motif vaut le bouton ; sans motif, la fenêtre reste', async () => {
  const page = await ouvrir({}, classeur(projet('D-1', { 'Coût réel': 30_000, 'Autres recettes': 14_811 })));
  await page.getByRole('tab', { name: 'Vérifier' }).click();
  await page.getByRole('button', { name: 'Justifier…' }).first().click();
  await page.waitForFunction(() => document.activeElement?.matches('[role=dialog] input'));
  await page.keyboard.press('Enter');
  expect(await page.getByRole('dialog').count()).toBe(1);
  await page.keyboard.type('Vu avec le gestionnaire');
  await page.keyboard.press('Enter');
  await page.getByText(/1.alerte justifiée/).waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
});

test('ce qui est dit l’est dans une zone annoncée', async () => {
  const page = await ouvrir();
  await page.getByRole('tab', { name: 'Vérifier' }).click();
  await page.getByRole('button', { name: 'Vérifier le classeur' }).click();
  await page.locator('[role=status]', { hasText: /^Contrôle fait/ }).waitFor();
});

test.each(['light', 'dark'] as const)('en %s, le fond du volet est celui du thème', async (colorScheme) => {
  const page = await ouvrir({ colorScheme });
  const clarte = await page.evaluate(() => {
    const fond = getComputedStyle(document.querySelector('header') as Element).backgroundColor;
    return Math.min(...(fond.match(/\d+/g) ?? []).slice(0, 3).map(Number));
  });
  expect([colorScheme, clarte > 128]).toEqual([colorScheme, colorScheme === 'light']);
});

test('les en-têtes : un h1, le français, les repères', async () => {
  const page = await ouvrir();
  const vus = await page.evaluate(() => ({
    langue: document.documentElement.lang,
    h1: document.querySelectorAll('h1').length,
    reperes: ['header', 'main', 'footer'].map((nom) => document.querySelectorAll(nom).length),
  }));
  expect(vus).toEqual({ langue: 'fr', h1: 1, reperes: [1, 1, 1] });
});

test('un bouton empêché dit pourquoi ; un mot du métier et une section se définissent, au clavier', async () => {
  const page = await ouvrir();
  await page.getByRole('tab', { name: 'Clôturer' }).click();
  const bulle = (texte: RegExp): Promise<void> =>
    page.getByRole('tooltip').filter({ hasText: texte }).waitFor();
  await page.getByRole('button', { name: 'Générer le fichier' }).focus();
  await bulle(/anomalies? bloquantes? à corriger d’abord/);
  await page.locator('dt span', { hasText: 'mois 13' }).first().focus();
  await bulle(/mois comptable de clôture/);
  await page.getByRole('tab', { name: 'Dossier' }).click();
  await page.evaluate(() => window.hote.selectionner('Projets!A2'));
  await page
    .getByRole('button', { name: /^Accordé/ })
    .first()
    .click();
  await page.locator('span[tabindex]', { hasText: '§ 3.2' }).first().focus();
  await bulle(/prix plafond par collectif/);
});
