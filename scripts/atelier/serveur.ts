/** Serveur de l'atelier : la boucle locale seulement, des fichiers seulement (`ressources.ts`). */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { propre, publie, type Reponse } from './ressources';

const HOTE = '127.0.0.1';

export interface OptionsServeur {
  readonly classeur: string;
  readonly port: number;
  /** Le complément construit. */
  readonly dist?: string;
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
