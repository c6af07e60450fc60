/** L'atelier comme l'ouvre `npm start`, dans un vrai Chromium ; les tests y agissent comme un agent. */
import { resolve } from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { servirAtelier } from '../../scripts/atelier/servir';
import type { Cellule, Contenu } from '../../atelier/hote/grille/types';
import type { Atelier } from '../../atelier/page/atelier';
import { ouvrirNavigateur } from '../navigateur/outils/page';
import { DELAI, attendre } from '../outils/attente';

export const EXEMPLE = 'assets/exemples/clas-2021-2022.xlsx';
const SANS_RECOURS = ['blob:', 'data:', 'about:'];

declare global {
  interface Window {
    atelier?: Atelier;
  }
}

export interface AtelierOuvert {
  readonly page: Page;
  readonly volet: FrameLocator;
  /** Demandes hors de la boucle locale, erreurs de la console, réponses en échec. */
  readonly ecarts: string[];
  readonly adresse: string;
  /** La même page, neuve. */
  rouvrir(): Promise<void>;
  fermer(): Promise<void>;
}

export interface Options {
  readonly classeur?: string;
  readonly taille?: { readonly width: number; readonly height: number };
}

export async function ouvrirAtelier({
  classeur = EXEMPLE,
  taille = { width: 1440, height: 900 },
}: Options = {}): Promise<AtelierOuvert> {
  const { adresse, fermer } = await servirAtelier(resolve(classeur));
  const navigateur: Browser = await ouvrirNavigateur();
  const page = await navigateur.newPage({ viewport: taille, locale: 'fr-FR' });
  page.setDefaultTimeout(DELAI);
  const ecarts: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') ecarts.push(message.text());
  });
  page.on('pageerror', (erreur) => ecarts.push(erreur.message));
  page.on('response', (reponse) => {
    if (reponse.status() >= 400) ecarts.push(`${reponse.status()} ${reponse.url()}`);
  });
  page.on('request', (demande) => {
    const { protocol, hostname } = new URL(demande.url());
    if (hostname !== '127.0.0.1' && !SANS_RECOURS.includes(protocol)) ecarts.push(demande.url());
  });
  const rouvrir = async (): Promise<void> => {
    await page.mouse.move(0, 0);
    await page.goto(adresse);
    await attendreOuvert(page, classeur.split('/').pop() ?? '');
  };
  await rouvrir();
  return {
    page,
    volet: page.frameLocator('#volet iframe'),
    ecarts,
    adresse,
    rouvrir,
    fermer: async () => {
      await navigateur.close();
      await fermer();
    },
  };
}

export async function attendreOuvert(page: Page, nom: string): Promise<void> {
  await page.locator(`html[data-pret="${nom}"]`).waitFor({ state: 'attached' });
}

export async function lire(page: Page, adresse: string): Promise<Cellule> {
  const cellules = await page.evaluate((a) => window.atelier?.seance?.hote.lire(a), adresse);
  const cellule = cellules?.[0]?.[0];
  if (!cellule) throw new Error(`cellule illisible : ${adresse}`);
  return cellule;
}

export const valeur = async (page: Page, adresse: string): Promise<Contenu> =>
  (await lire(page, adresse)).valeur;

/** Choisit la cellule et porte le clavier dans la grille. */
export function choisir(page: Page, adresse: string): Promise<void> {
  return page.evaluate((a) => {
    window.atelier?.seance?.hote.selectionner(a);
    window.atelier?.seance?.grille.entrer();
  }, adresse);
}

/** Choisit la cellule, tape et valide. */
export async function taper(page: Page, adresse: string, texte: string): Promise<void> {
  await choisir(page, adresse);
  await page.keyboard.type(texte, { delay: 10 });
  await page.keyboard.press('Enter');
}

/** Une formule répond après un aller-retour. */
export async function attendreValeur(page: Page, adresse: string, attendue: Contenu): Promise<void> {
  const egale = (lue: Contenu): boolean => JSON.stringify(lue) === JSON.stringify(attendue);
  const lue = await attendre(() => valeur(page, adresse), egale);
  if (!egale(lue)) throw new Error(`${adresse} : ${JSON.stringify(lue)}`);
}

export const choisie = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const classeur = window.atelier?.seance?.hote.classeur;
    return classeur ? `${classeur.active.nom} ${classeur.selection.ligne} ${classeur.selection.colonne}` : '';
  });

/** Ce que la page propose de télécharger. */
export async function telecharger(
  page: Page,
  geste: () => Promise<void>,
): Promise<{ nom: string; chemin: string }> {
  const [telechargement] = await Promise.all([page.waitForEvent('download'), geste()]);
  return { nom: telechargement.suggestedFilename(), chemin: await telechargement.path() };
}
