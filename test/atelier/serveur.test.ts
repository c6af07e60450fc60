import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ADRESSE_OFFICE } from '../../webpack/office.js';
import { servirAtelier } from '../../scripts/atelier/servir';
import { complementConstruit } from '../../outils/construction';
import { tirage } from '../../outils/tirage';
import { EXEMPLE } from './outils';

let DIST: string;
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
  DIST = await complementConstruit();
  ({ serveur } = await servirAtelier(resolve(EXEMPLE)));
  port = (serveur.address() as AddressInfo).port;
});
afterAll(() => new Promise((fini) => serveur.close(fini)));

describe('Le serveur de l’atelier', () => {
  it('n’écoute que la boucle locale', () => {
    expect((serveur.address() as AddressInfo).address).toBe('127.0.0.1');
  });

  it('passe à un port libre quand le sien est pris', async () => {
    const autre = await servirAtelier(resolve(EXEMPLE), port);
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

describe('Rien de ce qu’on demande ne l’arrête', () => {
  /** Des octets tels quels sur la prise : ce qu'aucune bibliothèque n'accepterait d'envoyer. */
  const envoyer = (port: number, texte: string): Promise<string> =>
    new Promise((rendre) => {
      let recu = '';
      const prise = connect(port, '127.0.0.1', () => prise.end(texte, 'latin1'));
      prise.on('data', (morceau) => (recu += morceau.toString()));
      prise.on('error', () => rendre(recu));
      prise.on('close', () => rendre(recu));
    });
  const lieu = (serveurOuvert: Server): number => (serveurOuvert.address() as AddressInfo).port;

  it('mille demandes bizarres, puis la page', async () => {
    const hasard = tirage(2021);
    const prefixes = [
      '/',
      '/atelier/',
      '/office/',
      '/exemples/',
      '/code/',
      '/volet.html/',
      '//',
      'http://',
      '',
    ];
    const morceaux = [
      'a',
      'é',
      '%',
      '%00',
      '%ff',
      '%2e%2e',
      '..',
      '\\',
      '/',
      '?',
      '#',
      ':',
      ' ',
      '\x01',
      '%E0%A4%A',
    ];
    const bizarre = (rang: number): string => {
      const longueur = rang % 4 === 0 ? 256 + hasard(12_000) : hasard(40);
      let chemin = prefixes[hasard(prefixes.length - 1)]!;
      while (chemin.length < longueur) chemin += morceaux[hasard(rang % 3 === 0 ? 0 : morceaux.length - 1)]!;
      const methode = ['GET', 'HEAD', 'GET', 'POST', 'G'][hasard(4)]!;
      return `${methode} ${chemin} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`;
    };
    const reponses = await Promise.all(
      Array.from({ length: 1_000 }, (_, rang) => envoyer(port, bizarre(rang))),
    );
    expect(reponses.filter((r) => /^HTTP\/1\.1 5/.test(r))).toEqual([]);
    // la plupart sont comprises, et refusées ; les autres n'étaient pas de l'HTTP
    expect(reponses.filter((r) => r.startsWith('HTTP/1.1 404')).length).toBeGreaterThan(200);
    expect((await demander(`/${'a'.repeat(300)}`)).code).toBe(404);
    expect((await demander('/')).code).toBe(200);
  }, 60_000);

  it('un classeur déplacé est introuvable, et le reste répond', async () => {
    const dossier = mkdtempSync(join(tmpdir(), 'clas-atelier-'));
    const classeur = join(dossier, 'classeur.xlsx');
    copyFileSync(EXEMPLE, classeur);
    const ouvert = await servirAtelier(classeur);
    rmSync(dossier, { recursive: true });
    const demande = (chemin: string): Promise<string> =>
      envoyer(lieu(ouvert.serveur), `GET ${chemin} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    expect(await demande('/classeur.xlsx')).toMatch(/^HTTP\/1\.1 404/);
    expect(await demande('/')).toMatch(/^HTTP\/1\.1 200/);
    await ouvert.fermer();
  });
});
