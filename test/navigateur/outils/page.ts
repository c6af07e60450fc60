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
import type { FeuilleDePage } from './hotePage';

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
  /** La même page, neuve, sur un autre classeur : le moteur du navigateur garde ce qu'il a compilé. */
  readonly rouvrir: (options: Contenu) => Promise<void>;
  readonly fermer: () => Promise<void>;
}

interface Contenu {
  readonly feuilles: readonly FeuilleDePage[];
  /** L'heure de la page, arrêtée. */
  readonly heure?: Date;
  /** Passé dans la page avant Office.js. */
  readonly avant?: () => void;
}

export interface OptionsVolet extends Contenu {
  readonly contexte?: BrowserContextOptions;
  /** Voit passer chaque demande, et peut la retenir : la page est alors rendue sans être attendue. */
  readonly surDemande?: (chemin: string) => Promise<void> | undefined;
}

const pret = (page: Page): Promise<void> => page.getByRole('tab', { name: 'État' }).waitFor();

export const ouvrirVolet = async (navigateur: Browser, options: OptionsVolet): Promise<VoletOuvert> => {
  const ouvert = await ouvrirPage(navigateur, 'volet.html', complementConstruit(), options);
  await pret(ouvert.page);
  return ouvert;
};

/** Ouvre un onglet, au besoin par le menu de ceux qui n'ont pas leur place. */
export async function ouvrirOnglet(page: Page, nom: string): Promise<void> {
  const onglet = page.getByRole('tab', { name: nom });
  const auMenu = page.getByRole('menuitem', { name: nom });
  if (await onglet.isVisible()) return onglet.click();
  await page.getByRole('button', { name: 'Autres onglets' }).click();
  // la place des onglets se mesurait encore : celui qu'on cherche a pu retrouver la sienne
  await onglet.or(auMenu).first().waitFor();
  if (await auMenu.isVisible()) return auMenu.click();
  await page.keyboard.press('Escape');
  return onglet.click();
}

const ETROIT = { width: 320, height: 720 };

/** Une page construite, sur l'hôte émulé et ses propres fonctions. */
export async function ouvrirPage(
  navigateur: Browser,
  adresse: string,
  construction: Promise<string>,
  { contexte = {}, surDemande, ...contenu }: OptionsVolet,
): Promise<VoletOuvert> {
  const [dist, hote] = await Promise.all([
    construction,
    empaquete('test/navigateur/outils/hotePage.ts', [
      ...['atelier/hote', 'src/dossier', 'src/valeurs', 'test/navigateur/outils'],
    ]),
  ]);
  const fonctions = JSON.parse(readFileSync(join(dist, 'fonctions.json'), 'utf8')) as Metadonnees;
  const ecarts: string[] = [];
  const session = await navigateur.newContext({ viewport: ETROIT, locale: 'fr-FR', ...contexte });
  session.setDefaultTimeout(DELAI);

  const repondre = async (route: Route): Promise<void> => {
    const demandee = route.request().url();
    const { origin, pathname } = new URL(demandee);
    await surDemande?.(pathname);
    const trouvee = origin === ORIGINE ? publie(dist, pathname) : bibliotheque(demandee);
    if (trouvee) {
      const headers = { ...trouvee.entetes, 'content-type': trouvee.type };
      return route.fulfill({ body: trouvee.corps, headers });
    }
    ecarts.push(`demande étrangère : ${demandee}`);
    return route.abort();
  };
  await session.route('**/*', repondre);

  const page = await session.newPage();
  page.on('pageerror', (erreur) => ecarts.push(`exception : ${erreur.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') ecarts.push(`console : ${message.text()}`);
  });
  await page.addInitScript({ path: hote });
  // ce qu'une page quittée dit encore (un texte d'Office.js qu'elle n'attend plus) n'est pas de la suivante
  let quittee = false;
  page.on('framenavigated', (cadre) => {
    if (!quittee || cadre !== page.mainFrame()) return;
    quittee = false;
    ecarts.length = 0;
  });

  let poses: readonly Pose[] = [];
  const rouvrir = async ({ feuilles, heure, avant }: Contenu): Promise<void> => {
    for (const autre of session.pages()) if (autre !== page) await autre.close();
    for (const pose of poses) await pose.dispose();
    poses = [await page.addInitScript((d) => window.ouvrirHote(d), { feuilles, fonctions })];
    if (avant) poses = [...poses, await page.addInitScript(avant)];
    if (heure) await page.clock.setFixedTime(heure);
    await page.setViewportSize(contexte.viewport ?? ETROIT);
    await page.mouse.move(0, 0);
    quittee = true;
    await page.goto(`${ORIGINE}/${adresse}`, { waitUntil: surDemande ? 'commit' : 'load' });
  };
  await rouvrir(contenu);
  return { page, ecarts, rouvrir, fermer: () => session.close() };
}

type Pose = Awaited<ReturnType<Page['addInitScript']>>;

/**
 * Un navigateur pour tout le fichier d'essais, une page neuve par essai, et rien d'inattendu à sa fin : ni demande
 * étrangère, ni message d'erreur, ni membre d'Office.js que l'hôte émulé ne connaît pas.
 */
export function voletParEssai(): (options: Omit<OptionsVolet, 'surDemande'>) => Promise<Page> {
  let navigateur: Browser;
  let ouvert: VoletOuvert | undefined;
  let sur: string | undefined;
  beforeAll(async () => {
    navigateur = await ouvrirNavigateur();
  });
  afterEach(async () => {
    if (!ouvert) return;
    const inconnus = await ouvert.page.evaluate(() => window.hote.inconnus.map(String));
    expect([...ouvert.ecarts, ...inconnus]).toEqual([]);
  });
  afterAll(() => navigateur.close());
  return async ({ contexte = {}, ...contenu }) => {
    const voulu = JSON.stringify([contexte, contenu.heure]);
    if (ouvert && sur === voulu) {
      await ouvert.rouvrir(contenu);
      await pret(ouvert.page);
      return ouvert.page;
    }
    await ouvert?.fermer();
    [ouvert, sur] = [await ouvrirVolet(navigateur, { ...contenu, contexte }), voulu];
    return ouvert.page;
  };
}
