/**
 * Le seul serveur de fichiers : l'atelier, les mesures et les essais. La boucle locale seulement, en lecture seulement, et
 * rien de ce qu'on lui demande ne l'arrête : ce qu'il ne sait pas lire est introuvable.
 */
import { readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, extname, join, normalize, sep } from 'node:path';
import { entetesDe } from '../webpack/entetes.js';

const HOTE = '127.0.0.1';

/** La bibliothèque d'Office installée ; son adresse de production est dans webpack/office.js. */
export const OFFICE = join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.xml': 'text/xml; charset=utf-8',
};
export const typeDe = (chemin: string): string => TYPES[extname(chemin)] ?? 'application/octet-stream';

export interface Reponse {
  readonly corps: string | Buffer;
  readonly type: string;
  readonly entetes?: Readonly<Record<string, string>>;
}

/** Un fichier de ce dossier, jamais d'un autre ; null s'il n'y est pas. */
export function fichier(dossier: string, chemin: string): Reponse | null {
  const complet = normalize(join(dossier, chemin));
  if (!complet.startsWith(normalize(dossier + sep))) return null;
  if (!statSync(complet, { throwIfNoEntry: false })?.isFile()) return null;
  return { corps: readFileSync(complet), type: typeDe(complet) };
}

/** Un fichier du complément construit, avec les en-têtes de son hébergement. */
export function publie(dist: string, chemin: string): Reponse | null {
  const trouve = fichier(dist, chemin.slice(1));
  return trouve && { ...trouve, entetes: entetesDe(chemin) };
}

/** Ce qu'un chemin désigne ; une exception du disque (nom trop long, droit refusé, fichier parti) vaut « introuvable ». */
export type Chercher = (chemin: string) => Reponse | null;

export interface Servi {
  /** Avec sa barre finale. */
  readonly adresse: string;
  readonly serveur: Server;
  fermer(): Promise<void>;
}

export async function servir(chercher: Chercher, port = 0): Promise<Servi> {
  const serveur = createServer((requete, reponse) => repondre(requete, reponse, chercher));
  // une demande qui n'est pas de l'HTTP se ferme, sans plus
  serveur.on('clientError', (_, prise) => prise.destroy());
  await ecouter(serveur, port);
  return {
    adresse: `http://${HOTE}:${(serveur.address() as AddressInfo).port}/`,
    serveur,
    fermer: () => {
      serveur.closeAllConnections();
      return new Promise((fini) => serveur.close(() => fini()));
    },
  };
}

/** Le port demandé, ou n'importe quel port libre s'il est pris. */
async function ecouter(serveur: Server, port: number): Promise<void> {
  const essayer = (numero: number): Promise<void> =>
    new Promise((reussir, echouer) => {
      serveur.once('error', echouer);
      serveur.listen(numero, HOTE, () => {
        serveur.off('error', echouer);
        reussir();
      });
    });
  await essayer(port).catch((erreur: NodeJS.ErrnoException) => {
    if (erreur.code !== 'EADDRINUSE') throw erreur;
    return essayer(0);
  });
}

function repondre(requete: IncomingMessage, reponse: ServerResponse, chercher: Chercher): void {
  // Une page étrangère pourrait viser 127.0.0.1 sous un autre nom : on ne répond qu'au nôtre.
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(requete.headers.host ?? '')) return refuser(reponse, 403);
  if (requete.method !== 'GET' && requete.method !== 'HEAD') return refuser(reponse, 405);
  const trouvee = trouver(requete.url ?? '/', chercher);
  if (!trouvee) return refuser(reponse, 404);
  reponse.writeHead(200, {
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    ...trouvee.entetes,
    'Content-Type': trouvee.type,
    'Content-Length': Buffer.byteLength(trouvee.corps),
  });
  reponse.end(requete.method === 'HEAD' ? undefined : trouvee.corps);
}

function trouver(adresse: string, chercher: Chercher): Reponse | null {
  try {
    const chemin = decodeURIComponent(new URL(adresse, 'http://local').pathname);
    return chemin.includes('\0') || chemin.includes('\\') || chemin.includes('..') ? null : chercher(chemin);
  } catch {
    return null;
  }
}

function refuser(reponse: ServerResponse, code: number): void {
  reponse.writeHead(code, { 'Content-Type': 'text/plain; charset=utf-8' });
  reponse.end('Introuvable.');
}
