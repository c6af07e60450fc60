/** Le volet sous la main, dans un vrai Chromium : changer d'onglet, ouvrir une longue liste, taper dans la feuille. */
import type { Browser, Page } from 'playwright-core';
import { ONGLETS } from '../src/volet/etat';
import { lancerChromium } from '../outils/chromium';
import { complementConstruit } from '../outils/construction';
import type { FeuilleTest } from '../outils/excel';
import { ms, tableau } from '../outils/rapport';
import { mediane } from './chronometre';
import { fautif, feuillesPourExcel } from './classeurs';
import { hote, servirDossiers } from './pages';
import type { Mesure } from './synthese';

const TOURS = 5;
const FRAPPES = 10;
/** Lignes qui donnent une quarantaine d'anomalies, et sept mille quatre cents. */
const LIGNES = { courte: 16, longue: 2_970 } as const;
type Taille = keyof typeof LIGNES;
const ONGLET_MAX = 100;
const LISTE_MAX = 300;
const TACHE_MAX = 100;
/** Une frappe se contrôle quand l'agent s'arrête, puis jamais plus du quart du temps. */
const ENTRE_FRAPPES = 1_500;

declare global {
  interface Window {
    taches: number[];
  }
}

/** Le volet ouvert sur le classeur, ses tâches longues notées. */
export async function ouvrirVolet(
  navigateur: Browser,
  adresse: string,
  feuilles: readonly FeuilleTest[],
): Promise<Page> {
  const session = await navigateur.newContext({ viewport: { width: 320, height: 720 }, locale: 'fr-FR' });
  session.setDefaultTimeout(120_000);
  const page = await session.newPage();
  const classeur = JSON.stringify(feuilles);
  await page.addInitScript({ content: `window.classeurMesure = ${classeur};\n${hote()}` });
  await page.goto(`${adresse}clas/volet.html`);
  await page.getByText('En chiffres').waitFor();
  return page;
}

const onglet = (page: Page, nom: string) => page.getByRole('tab', { name: nom });

/** Temps de script (ms) de l'ouverture de chaque onglet, déjà ouvert une fois. */
async function mesurerOnglets(page: Page): Promise<Record<string, number>> {
  const sonde = await page.context().newCDPSession(page);
  await sonde.send('Performance.enable');
  const scripts = async (): Promise<number> => {
    const { metrics } = await sonde.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? NaN);
  };
  const noms = Object.values(ONGLETS);
  const durees = Object.fromEntries(noms.map((nom) => [nom, [] as number[]]));
  for (let tour = 0; tour <= TOURS; tour++)
    for (const nom of noms) {
      const avant = await scripts();
      await onglet(page, nom).click();
      await page.getByRole('tabpanel', { name: nom }).waitFor();
      await page.evaluate(() => new Promise((suite) => requestAnimationFrame(() => setTimeout(suite))));
      if (tour > 0) durees[nom]?.push((await scripts()) - avant);
    }
  return Object.fromEntries(noms.map((nom) => [nom, mediane(durees[nom] ?? [])]));
}

/** Du clic sur Vérifier à sa première cause peinte (ms). */
async function mesurerListe(page: Page): Promise<number> {
  const durees: number[] = [];
  for (let tour = 0; tour <= TOURS; tour++) {
    await onglet(page, ONGLETS.etat).click();
    const duree = await page.evaluate(
      (nom) =>
        new Promise<number>((suite) => {
          const debut = performance.now();
          const veille = new MutationObserver(() => {
            if (!document.querySelector('[role=treeitem]')) return;
            veille.disconnect();
            requestAnimationFrame(() => setTimeout(() => suite(performance.now() - debut)));
          });
          veille.observe(document, { childList: true, subtree: true });
          [...document.querySelectorAll<HTMLElement>('[role=tab]')]
            .find((o) => o.textContent.startsWith(nom))
            ?.click();
        }),
      ONGLETS.verifier,
    );
    if (tour > 0) durees.push(duree);
  }
  return mediane(durees);
}

/** La plus longue tâche (ms) pendant que l'agent tape, contrôle à la frappe compris. */
async function mesurerFrappe(page: Page): Promise<number> {
  await onglet(page, ONGLETS.verifier).click();
  await page.evaluate(() => {
    window.taches = [];
    new PerformanceObserver((liste) =>
      window.taches.push(...liste.getEntries().map(({ duration }) => duration)),
    ).observe({ type: 'longtask' });
  });
  for (let i = 0; i < FRAPPES; i++) {
    await page.evaluate((n) => window.hoteMesure.saisir(`Projets!B${n + 2}`, `Porteur ${n}`), i);
    await page.waitForTimeout(ENTRE_FRAPPES);
  }
  return page.evaluate(() => Math.max(0, ...window.taches));
}

export async function mesurerVolet(): Promise<Mesure> {
  const { adresse, fermer } = await servirDossiers({ clas: await complementConstruit() });
  const navigateur = await lancerChromium();
  const mesurer = async (taille: Taille) => {
    const page = await ouvrirVolet(navigateur, adresse, feuillesPourExcel(fautif(LIGNES[taille])));
    const onglets = await mesurerOnglets(page);
    const liste = await mesurerListe(page);
    const anomalies = Number(
      await page.evaluate(() =>
        /^[\d\s]+(?=.anomalie)/m.exec(document.body.innerText)?.[0].replace(/\s/g, ''),
      ),
    );
    const tache = await mesurerFrappe(page);
    await page.context().close();
    return { onglets, liste, anomalies, tache };
  };
  const [courte, longue] = [await mesurer('courte'), await mesurer('longue')];
  await navigateur.close();
  await fermer();
  const pire = Math.max(...Object.values(courte.onglets), ...Object.values(longue.onglets));
  const ecart = longue.liste - courte.liste;
  const tache = Math.max(courte.tache, longue.tache);
  const dire = (n: number): string => n.toLocaleString('fr-FR');
  return {
    texte: [
      `Le volet construit, à 320 px, sur l’hôte émulé, qui travaille dans la même page : ses tâches sont comptées avec celles du volet. Médianes de ${TOURS} tours ; la frappe : la plus longue tâche de ${FRAPPES} saisies, contrôle compris (sous 50 ms, le navigateur n’en note aucune).`,
      tableau(
        ['', `${dire(courte.anomalies)} anomalies`, `${dire(longue.anomalies)} anomalies`],
        [
          ...Object.values(ONGLETS).map((nom) => [
            `Script pour rouvrir ${nom}`,
            ms(courte.onglets[nom] ?? NaN),
            ms(longue.onglets[nom] ?? NaN),
          ]),
          ['Du clic à la première cause peinte', ms(courte.liste), ms(longue.liste)],
          ['Plus longue tâche à la frappe', ms(courte.tache), ms(longue.tache)],
        ],
      ),
    ].join('\n\n'),
    synthese: [
      {
        mesure: 'Script pour rouvrir un onglet, le pire',
        clas: ms(pire),
        objectif: `≤ ${ms(ONGLET_MAX)}`,
        tenu: pire <= ONGLET_MAX,
      },
      {
        mesure: `Liste de ${dire(longue.anomalies)} anomalies utilisable`,
        clas: ms(longue.liste),
        aCote: `${ms(courte.liste)} (${dire(courte.anomalies)} anomalies)`,
        objectif: `≤ ${ms(LISTE_MAX)} de plus`,
        tenu: ecart <= LISTE_MAX,
      },
      {
        mesure: 'Plus longue tâche à la frappe',
        clas: ms(tache),
        objectif: `≤ ${ms(TACHE_MAX)}`,
        tenu: tache <= TACHE_MAX,
      },
    ],
  };
}
