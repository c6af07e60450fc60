/** Ouvrir une page dans Chromium comme Excel l'ouvrirait : servie sur le poste, office.js authentique, hôte émulé. */
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import type { Browser } from 'playwright-core';
import { ADRESSE_OFFICE } from '../webpack/office.js';
import { fichier, OFFICE, servir, type Servi } from '../outils/serveur';
import { propre } from '../scripts/exemples/propre';
import { feuillesPourExcel } from './classeurs';

export const compresse = (fichier: string): number => gzipSync(readFileSync(fichier), { level: 9 }).length;

/** Sert chaque dossier sous son nom ; office.js vient de sa bibliothèque installée. */
export async function servirDossiers(dossiers: Readonly<Record<string, string>>): Promise<Servi> {
  const racines = new Map(Object.entries({ ...dossiers, office: OFFICE }));
  return servir((chemin) => {
    const [, nom = '', ...reste] = chemin.split('/');
    const trouve = fichier(racines.get(nom) ?? OFFICE, reste.join('/'));
    if (!trouve || extname(chemin) !== '.html') return trouve;
    return {
      ...trouve,
      corps: trouve.corps.toString().replace(ADRESSE_OFFICE, '/office/office.js'),
    };
  });
}

export const hote = (): string =>
  buildSync({
    entryPoints: ['bench/hotePage.ts'],
    bundle: true,
    format: 'iife',
    write: false,
    logLevel: 'error',
  }).outputFiles[0]?.text ?? '';

interface Ouverture {
  readonly utilisable: number;
  readonly complete: number;
  readonly lus: readonly string[];
}

/** De quoi ouvrir une page, cache vide, sur le classeur d'exemple ; rend ses instants (ms) et les fichiers lus. */
export function ouvreur(navigateur: Browser, adresse: string) {
  const script = `window.classeurMesure = ${JSON.stringify(feuillesPourExcel(propre()))};\n${hote()}`;
  return async (page: string, dernierTexte: string): Promise<Ouverture> => {
    const session = await navigateur.newContext({ viewport: { width: 320, height: 720 }, locale: 'fr-FR' });
    const onglet = await session.newPage();
    await onglet.addInitScript({
      content: `window.dernierTexte = ${JSON.stringify(dernierTexte)};\n${script}`,
    });
    const lus: string[] = [];
    onglet.on('requestfinished', (demande) => lus.push(new URL(demande.url()).pathname));
    const erreurs: string[] = [];
    onglet.on('pageerror', ({ message }) => erreurs.push(message));
    await onglet.goto(adresse + page);
    await onglet.waitForFunction(() => window.utilisable !== undefined);
    // utilisable pour de bon : on le presse
    await onglet.locator('button:not(:disabled)').first().click();
    await onglet.waitForFunction(() => window.complete !== undefined);
    const { utilisable = NaN, complete = NaN } = await onglet.evaluate(() => ({
      utilisable: window.utilisable,
      complete: window.complete,
    }));
    await session.close();
    if (erreurs.length > 0) throw new Error(`${page} : ${erreurs.join(' ; ')}`);
    return { utilisable, complete, lus };
  };
}
