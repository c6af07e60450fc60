/**
 * Mesures de l'atelier : `node scripts/lancer.mjs scripts/mesurer-atelier.ts`.
 * Temps jusqu'à la page utilisable, puis, sur 3 000 projets et contrôle à la frappe, les tâches longues pendant la frappe.
 */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { ecrireXlsx, lireXlsx } from '../src/classeur/xlsx';
import { estIllisible } from '../src/valeurs/valeur';
import type { CellulePlan, ClasseurPlan } from '../src/dossier/formes/plan';
import type { Atelier } from '../atelier/page/atelier';
import { lancerChromium } from '../outils/chromium';
import { complementConstruit, pageConstruite } from '../outils/construction';
import { servirAtelier } from './atelier/servir';

const EXEMPLE = resolve('assets/exemples/clas-2021-2022.xlsx');
const PROJETS = 3_000;
const FRAPPES = ['12345,6', '9999', '8000,25', '15000', '7000'];

interface FenetreMesuree extends Window {
  atelier?: Atelier;
  longues?: number[];
}

async function grandClasseur(): Promise<string> {
  const { feuilles } = await lireXlsx(readFileSync(EXEMPLE));
  const plan: ClasseurPlan = {
    feuilles: feuilles
      .filter(({ nom }) => nom === 'Paramètres' || nom === 'Projets')
      .map(({ nom, lignes }) => {
        const cellules = lignes.map((ligne) =>
          ligne.map((valeur): CellulePlan => ({
            valeur: valeur !== null && estIllisible(valeur) ? null : valeur,
          })),
        );
        const [entete = [], ...projets] = cellules;
        const repetes = Array.from({ length: PROJETS }, (_, i) => [
          { valeur: `045-2021-${String(i + 1).padStart(5, '0')}` },
          ...(projets[i % projets.length] ?? []).slice(1),
        ]);
        return {
          nom,
          colonnes: entete.map(() => ({ largeur: 14 })),
          lignes: nom === 'Projets' ? [entete, ...repetes] : cellules,
        };
      }),
    proprietes: { titre: 'Mesure', sujet: 'Mesure', auteur: 'Clas' },
  };
  const chemin = join(mkdtempSync(join(tmpdir(), 'atelier-')), 'grand.xlsx');
  writeFileSync(chemin, await ecrireXlsx(plan));
  return chemin;
}

/** Tâches de plus de 50 ms, vues de la page (Excel émulé et grille) ou du volet (le complément). */
async function observer(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const fenetre = window as FenetreMesuree;
    fenetre.longues = [];
    new PerformanceObserver((liste) => {
      for (const tache of liste.getEntries())
        if (tache.name === 'self') fenetre.longues?.push(Math.round(tache.duration));
    }).observe({ type: 'longtask' });
  });
}

async function mesurer(classeur: string, taper: boolean): Promise<void> {
  const { adresse, fermer } = await servirAtelier(classeur);
  const chrome = await lancerChromium();
  const page = await chrome.newPage({ viewport: { width: 1440, height: 900 }, locale: 'fr-FR' });
  await observer(page);
  const debut = performance.now();
  await page.goto(adresse);
  await page.frameLocator('#volet iframe').getByText('En chiffres').waitFor({ timeout: 60_000 });
  console.log(`page et volet utilisables : ${Math.round(performance.now() - debut)} ms`);
  const volet = page.frames().find((cadre) => cadre.url().endsWith('/volet.html'));
  if (taper && volet) {
    await page.evaluate(() => {
      const { atelier } = window as FenetreMesuree;
      atelier?.seance?.hote.selectionner('Projets!S10');
      atelier?.seance?.grille.entrer();
    });
    await page.waitForTimeout(2_000);
    for (const cadre of [page, volet]) await cadre.evaluate(() => ((window as FenetreMesuree).longues = []));
    for (const frappe of FRAPPES) {
      await page.keyboard.type(frappe, { delay: 60 });
      await page.keyboard.press('Enter');
      await page.waitForTimeout(2_500);
    }
    const longues = (cadre: Pick<Page, 'evaluate'>): Promise<number[]> =>
      cadre.evaluate(() => (window as FenetreMesuree).longues ?? []);
    console.log(
      `tâches longues pendant ${FRAPPES.length} saisies, volet : ${JSON.stringify(await longues(volet))} ms`,
    );
    console.log(`  page (Excel émulé et grille) : ${JSON.stringify(await longues(page))} ms`);
  }
  await chrome.close();
  await fermer();
}

const debut = performance.now();
await Promise.all([complementConstruit(), pageConstruite()]);
console.log(`construction : ${Math.round(performance.now() - debut)} ms`);
console.log('Exemple, 40 projets');
await mesurer(EXEMPLE, false);
console.log(`${PROJETS} projets`);
await mesurer(await grandClasseur(), true);
