/**
 * Le volet construit, dans un vrai Chromium, sur l'Office.js authentique et l'hôte émulé. Rien ne passe par le
 * réseau : notre origine est lue dans le dossier construit, avec les en-têtes publiés ; l'adresse d'Office.js,
 * dans sa bibliothèque installée ; toute autre demande est notée et refusée.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser, BrowserContextOptions, Page, Route } from 'playwright-core';
import type { Metadonnees } from '../../../atelier/hote/fonctions';
import { lancerChromium } from '../../../outils/chromium';
import { DELAI } from '../../outils/attente';
import { complementConstruit, hoteEmpaquete } from './construction';
import { DOSSIERS_OFFICE } from '../../../webpack/office.js';
import type { DonneesDePage, FeuilleDePage } from './hotePage';

export const ORIGINE = 'https://clas.test';
const OFFICE = join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  png: 'image/png',
};

interface Regle {
  readonly chemin: string;
  readonly entetes: Readonly<Record<string, string>>;
}

export const ouvrirNavigateur = (): Promise<Browser> => lancerChromium(DELAI);

const typeDe = (chemin: string): string => TYPES[chemin.split('.').pop() ?? ''] ?? 'application/octet-stream';

/** Les en-têtes du fichier publié, de la règle générale à la plus précise. */
function entetesDe(regles: readonly Regle[], chemin: string): Record<string, string> {
  const convient = (motif: string): boolean =>
    motif.endsWith('*') ? chemin.startsWith(motif.slice(0, -1)) : chemin === motif;
  return Object.assign({}, ...regles.filter((r) => convient(r.chemin)).map((r) => r.entetes)) as Record<
    string,
    string
  >;
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
}

export async function ouvrirVolet(
  navigateur: Browser,
  { feuilles, contexte = {} }: OptionsVolet,
): Promise<VoletOuvert> {
  const dist = complementConstruit();
  const regles = JSON.parse(readFileSync(join(dist, 'en-tetes.json'), 'utf8')) as Regle[];
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
    const cdn = DOSSIERS_OFFICE.find((dossier) => adresse.startsWith(dossier));
    const fichier = origin === ORIGINE ? join(dist, pathname) : join(OFFICE, adresse.slice(cdn?.length ?? 0));
    if (origin === ORIGINE && existsSync(fichier)) {
      const headers = { ...entetesDe(regles, pathname), 'content-type': typeDe(pathname) };
      return route.fulfill({ body: readFileSync(fichier), headers });
    }
    if (cdn !== undefined && existsSync(fichier)) {
      const headers = { 'content-type': typeDe(pathname), 'access-control-allow-origin': '*' };
      return route.fulfill({ body: readFileSync(fichier), headers });
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
  await page.addInitScript({ content: hoteEmpaquete() });
  await page.goto(`${ORIGINE}/volet.html`);
  await page.getByRole('tab', { name: 'État' }).waitFor();
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
