/** Ouvrir une page dans Chromium comme Excel l'ouvrirait : servie sur le poste, office.js authentique, hôte émulé. */
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import type { Browser } from 'playwright-core';
import { ADRESSE_OFFICE } from '../webpack/office.js';
import { propre } from '../scripts/exemples/propre';
import { feuillesPourExcel } from './classeurs';

const OFFICE = ADRESSE_OFFICE;
const BIBLIOTHEQUE = join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
};

export const compresse = (fichier: string): number => gzipSync(readFileSync(fichier), { level: 9 }).length;

/** Sert chaque dossier sous son nom ; office.js vient de sa bibliothèque installée. */
export async function servirDossiers(dossiers: Readonly<Record<string, string>>) {
  const racines: Readonly<Record<string, string>> = { ...dossiers, office: BIBLIOTHEQUE };
  const serveur = createServer((demande, reponse) => {
    const [, nom = '', ...reste] = new URL(demande.url ?? '/', 'http://local').pathname.split('/');
    const fichier = join(racines[nom] ?? BIBLIOTHEQUE, ...reste);
    if (!statSync(fichier, { throwIfNoEntry: false })?.isFile()) return void reponse.writeHead(404).end();
    const corps = readFileSync(fichier);
    reponse.setHeader('content-type', TYPES[extname(fichier)] ?? 'application/octet-stream');
    reponse.end(extname(fichier) === '.html' ? corps.toString().replace(OFFICE, '/office/office.js') : corps);
  });
  await new Promise<void>((pret) => serveur.listen(0, '127.0.0.1', pret));
  const fermer = (): void => {
    serveur.closeAllConnections();
    serveur.close();
  };
  return { adresse: `http://127.0.0.1:${(serveur.address() as AddressInfo).port}`, fermer };
}

const hote = (): string =>
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
    await onglet.goto(`${adresse}/${page}`);
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
