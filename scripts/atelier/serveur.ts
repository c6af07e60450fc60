/**
 * Serveur de l'atelier : la boucle locale seulement, des fichiers seulement.
 * Le complément est servi tel que publié, avec les en-têtes de `dist/en-tetes.json`. Une seule chose change :
 * dans volet.html, l'adresse d'office.js devient locale et le pont vers l'Excel émulé se charge juste avant.
 */
import { readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { basename, extname, join, normalize, sep } from 'node:path';
import type { AddressInfo } from 'node:net';
import { SORTIE_PAGE } from './construire';

const HOTE = '127.0.0.1';
/** La balise d'office.js, avec ou sans guillemets selon que la page est réduite. */
const BALISE_OFFICE =
  /<script src=(["']?)https:\/\/appsforoffice\.microsoft\.com\/lib\/1\/hosted\/office\.js\1/;
const LOCALES = '<script src="/atelier/pont.js"></script><script src="/office/office.js"';
const OFFICE = 'node_modules/@microsoft/office-js/dist';

/** Univer pose ses styles et ses curseurs lui-même ; pour le reste, la page ne parle qu'à ce serveur. */
const CSP_PAGE = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

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

export interface OptionsServeur {
  readonly classeur: string;
  readonly port: number;
  /** Le complément construit. */
  readonly dist?: string;
}

interface Reponse {
  readonly corps: string | Buffer;
  readonly type: string;
  readonly entetes?: Readonly<Record<string, string>>;
}

export async function servir({
  classeur,
  port,
  dist = 'dist',
}: OptionsServeur): Promise<{ adresse: string; serveur: Server }> {
  const serveur = createServer((requete, reponse) =>
    repondre(requete, reponse, (chemin) => propre(chemin, classeur) ?? publie(chemin, dist)),
  );
  await ecouter(serveur, port);
  return { adresse: `http://${HOTE}:${(serveur.address() as AddressInfo).port}/`, serveur };
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

type Chercher = (chemin: string) => Reponse | null;

function repondre(requete: IncomingMessage, reponse: ServerResponse, chercher: Chercher): void {
  // Une page étrangère pourrait viser 127.0.0.1 sous un autre nom : on ne répond qu'au nôtre.
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(requete.headers.host ?? '')) return refuser(reponse, 403);
  if (requete.method !== 'GET' && requete.method !== 'HEAD') return refuser(reponse, 405);
  const chemin = lireChemin(requete.url ?? '/');
  const trouvee = chemin === null ? null : chercher(chemin);
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

function refuser(reponse: ServerResponse, code: number): void {
  reponse.writeHead(code, { 'Content-Type': 'text/plain; charset=utf-8' });
  reponse.end('Introuvable.');
}

/** Chemin sans remontée possible, ou null. */
function lireChemin(adresse: string): string | null {
  try {
    const chemin = decodeURIComponent(new URL(adresse, 'http://local').pathname);
    return chemin.includes('\0') || chemin.includes('\\') || chemin.includes('..') ? null : chemin;
  } catch {
    return null;
  }
}

function fichier(dossier: string, chemin: string): Reponse | null {
  const complet = normalize(join(dossier, chemin));
  if (!complet.startsWith(normalize(dossier + sep))) return null;
  if (!statSync(complet, { throwIfNoEntry: false })?.isFile()) return null;
  return { corps: readFileSync(complet), type: TYPES[extname(complet)] ?? 'application/octet-stream' };
}

/** Ce qui est à l'atelier : sa page, la bibliothèque d'Office, les classeurs. */
function propre(chemin: string, classeur: string): Reponse | null {
  if (chemin === '/') {
    const page = fichier(SORTIE_PAGE, 'index.html');
    return page && { ...page, entetes: { 'Content-Security-Policy': CSP_PAGE } };
  }
  if (chemin === '/classeur.json')
    return { corps: JSON.stringify({ nom: basename(classeur) }), type: TYPES['.json'] ?? '' };
  if (chemin === '/classeur.xlsx') return { corps: readFileSync(classeur), type: TYPES['.xlsx'] ?? '' };
  for (const [prefixe, dossier] of [
    ['/atelier/', SORTIE_PAGE],
    ['/office/', OFFICE],
    ['/exemples/', 'assets/exemples'],
  ] as const) {
    if (chemin.startsWith(prefixe)) return fichier(dossier, chemin.slice(prefixe.length));
  }
  return null;
}

/** Le complément, avec les en-têtes de son hébergement. */
function publie(chemin: string, dist: string): Reponse | null {
  const trouve = fichier(dist, chemin.slice(1));
  if (!trouve) return null;
  const entetes = entetesDe(chemin, dist);
  if (chemin !== '/volet.html') return { ...trouve, entetes };
  const page = trouve.corps.toString();
  if (!BALISE_OFFICE.test(page)) throw new Error('volet.html ne charge plus office.js comme prévu.');
  return { ...trouve, corps: page.replace(BALISE_OFFICE, LOCALES), entetes };
}

interface RegleEntetes {
  readonly chemin: string;
  readonly entetes: Readonly<Record<string, string>>;
}

function entetesDe(chemin: string, dist: string): Record<string, string> {
  const regles = JSON.parse(readFileSync(join(dist, 'en-tetes.json'), 'utf8')) as readonly RegleEntetes[];
  const convient = (motif: string): boolean =>
    motif.endsWith('*') ? chemin.startsWith(motif.slice(0, -1)) : chemin === motif;
  return Object.assign(
    {},
    ...regles.filter((regle) => convient(regle.chemin)).map(({ entetes }) => entetes),
  ) as Record<string, string>;
}
