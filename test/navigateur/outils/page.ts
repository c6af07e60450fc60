/**
 * Le volet construit, dans un vrai Chromium, sur l'Office.js authentique et l'hôte émulé. Rien ne passe par le
 * réseau : notre origine est lue dans le dossier construit, avec les en-têtes publiés ; l'adresse d'Office.js,
 * dans sa bibliothèque installée ; toute autre demande est notée et refusée.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page, Route } from 'playwright-core';
import type { Metadonnees } from '../../../atelier/hote/fonctions';
import { lancerChromium } from '../../../outils/chromium';
import { DELAI } from '../../outils/attente';
import { complementConstruit, empaquete } from '../../../outils/construction';
import { fichier, OFFICE, publie, type Reponse } from '../../../outils/serveur';
import { DOSSIERS_OFFICE } from '../../../webpack/office.js';
import type { DonneesDePage, FeuilleDePage } from './hotePage';

export const ORIGINE = 'https://clas.test';

export const ouvrirNavigateur = (): Promise<Browser> => lancerChromium(DELAI);

/** La bibliothèque d'Office, comme la sert Microsoft. */
function bibliotheque(adresse: string): Reponse | null {
  const dossier = DOSSIERS_OFFICE.find((d) => adresse.startsWith(d));
  if (dossier === undefined) return null;
  const trouvee = fichier(OFFICE, adresse.slice(dossier.length));
  return trouvee && { ...trouvee, entetes: { 'access-control-allow-origin': '*' } };
}

export interface VoletOuvert {
  readonly page: Page;
  /** Ce qui n'aurait pas dû arriver : demandes étrangères, messages d'erreur, refus de la politique de contenu. */
  readonly ecarts: readonly string[];
  readonly fermer: () => Promise<void>;
}

export interface OptionsVolet {
  readonly feuilles: readonly FeuilleDePage[];
  readonly contexte?: BrowserContextOptions;
  /** Voit passer chaque demande, et peut la retenir : la page est alors rendue sans être attendue. */
  readonly surDemande?: (chemin: string) => Promise<void> | undefined;
}

export const ouvrirVolet = async (navigateur: Browser, options: OptionsVolet): Promise<VoletOuvert> => {
  const ouvert = await ouvrirPage(navigateur, 'volet.html', complementConstruit(), options);
  await ouvert.page.getByRole('tab', { name: 'État' }).waitFor();
  return ouvert;
};

/** Ouvre un onglet, au besoin par le menu de ceux qui n'ont pas leur place. */
export async function ouvrirOnglet(page: Page, nom: string): Promise<void> {
  const onglet = page.getByRole('tab', { name: nom });
  if (await onglet.isVisible()) return onglet.click();
  await page.getByRole('button', { name: 'Autres onglets' }).click();
  await page.getByRole('menuitem', { name: nom }).click();
}

/** Une page construite, sur l'hôte émulé et ses propres fonctions. */
export async function ouvrirPage(
  navigateur: Browser,
  adresse: string,
  construction: Promise<string>,
  { feuilles, contexte = {}, surDemande }: OptionsVolet,
): Promise<VoletOuvert> {
  const [dist, hote] = await Promise.all([
    construction,
    empaquete('test/navigateur/outils/hotePage.ts', ['atelier/hote', 'src/dossier', 'src/valeurs']),
  ]);
  const fonctions = JSON.parse(readFileSync(join(dist, 'fonctions.json'), 'utf8')) as Metadonnees;
  const ecarts: string[] = [];
  const session = await navigateur.newContext({
    viewport: { width: 320, height: 720 },
    locale: 'fr-FR',
    ...contexte,
  });
  session.setDefaultTimeout(DELAI);

  const repondre = async (route: Route): Promise<void> => {
    const adresse = route.request().url();
    const { origin, pathname } = new URL(adresse);
    await surDemande?.(pathname);
    const trouvee = origin === ORIGINE ? publie(dist, pathname) : bibliotheque(adresse);
    if (trouvee) {
      const headers = { ...trouvee.entetes, 'content-type': trouvee.type };
      return route.fulfill({ body: trouvee.corps, headers });
    }
    ecarts.push(`demande étrangère : ${adresse}`);
    return route.abort();
  };
  await session.route('**/*', repondre);

  const page = await session.newPage();
  page.on('pageerror', (erreur) => ecarts.push(`exception : ${erreur.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') ecarts.push(`console : ${message.text()}`);
  });
  const donnees: DonneesDePage = { feuilles, fonctions };
  await page.addInitScript((d) => {
    window.donneesDePage = d;
  }, donnees as DonneesDePage);
  await page.addInitScript({ content: hote });
  await page.goto(`${ORIGINE}/${adresse}`, { waitUntil: surDemande ? 'commit' : 'load' });
  return { page, ecarts, fermer: () => session.close() };
}

/**
 * Un navigateur pour tout le fichier d'essais, un volet par essai, et rien d'inattendu quand il se ferme : ni demande
 * étrangère, ni message d'erreur, ni membre d'Office.js que l'hôte émulé ne connaît pas.
 */
export function voletParEssai(): (options: OptionsVolet) => Promise<Page> {
  let navigateur: Browser;
  let ouvert: VoletOuvert | undefined;
  beforeAll(async () => {
    navigateur = await ouvrirNavigateur();
  });
  afterEach(async () => {
    if (!ouvert) return;
    const { page, ecarts, fermer } = ouvert;
    ouvert = undefined;
    const inconnus = await page.evaluate(() => window.hote.inconnus.map(String));
    await fermer();
    expect([...ecarts, ...inconnus]).toEqual([]);
  });
  afterAll(() => navigateur.close());
  return async (options) => {
    ouvert = await ouvrirVolet(navigateur, options);
    return ouvert.page;
  };
}
