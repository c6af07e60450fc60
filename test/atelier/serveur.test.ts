import { readFileSync } from 'node:fs';
import { request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { ADRESSE_OFFICE } from '../../webpack/office.js';
import { servir } from '../../scripts/atelier/serveur';
import { complementConstruit } from '../navigateur/outils/construction';
import { EXEMPLE } from './outils';

const DIST = complementConstruit();
let serveur: Server;
let port: number;

/** `fetch` refuse de mentir sur l'en-tête Host et nettoie les chemins : on écrit la requête soi-même. */
function demander(
  path: string,
  { method = 'GET', host = '' } = {},
): Promise<{ code: number; corps: string }> {
  return new Promise((reussir, echouer) => {
    const headers = host === '' ? {} : { host };
    request({ host: '127.0.0.1', port, path, method, headers }, (reponse) => {
      let corps = '';
      reponse.on('data', (morceau: Buffer) => (corps += morceau.toString()));
      reponse.on('end', () => reussir({ code: reponse.statusCode ?? 0, corps }));
    })
      .on('error', echouer)
      .end();
  });
}

beforeAll(async () => {
  ({ serveur } = await servir({ classeur: resolve(EXEMPLE), port: 0, dist: DIST }));
  port = (serveur.address() as AddressInfo).port;
});
afterAll(() => new Promise((fini) => serveur.close(fini)));

describe('Le serveur de l’atelier', () => {
  it('n’écoute que la boucle locale', () => {
    expect((serveur.address() as AddressInfo).address).toBe('127.0.0.1');
  });

  it('passe à un port libre quand le sien est pris', async () => {
    const autre = await servir({ classeur: resolve(EXEMPLE), port, dist: DIST });
    expect(autre.adresse).not.toContain(`:${port}/`);
    await new Promise((fini) => autre.serveur.close(fini));
  });

  it.each([
    ['/../package.json', 404],
    ['/atelier/..%2f..%2fpackage.json', 404],
    ['/exemples/%2e%2e/%2e%2e/package.json', 404],
    ['/office/../package.json', 404],
    ['/package.json', 404],
    ['/office/office.js', 200],
  ])('%s : %i', async (chemin, code) => {
    expect((await demander(chemin)).code).toBe(code);
  });

  it('refuse un autre nom d’hôte et toute écriture', async () => {
    expect((await demander('/', { host: 'exemple.fr' })).code).toBe(403);
    expect((await demander('/classeur.xlsx', { method: 'POST' })).code).toBe(405);
  });

  it('sert le complément tel que construit ; seule change, dans volet.html, l’adresse d’office.js', async () => {
    const publie = readFileSync(join(DIST, 'volet.html'), 'utf8');
    const servi = (await demander('/volet.html')).corps;
    const ramene = servi
      .replace('<script src="/atelier/pont.js"></script>', '')
      .replace('src="/office/office.js"', `src=${ADRESSE_OFFICE}`);
    expect(ramene).toBe(publie);
    expect((await demander('/fonctions.js')).corps).toBe(readFileSync(join(DIST, 'fonctions.js'), 'utf8'));
  });
});
