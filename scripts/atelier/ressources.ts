/**
 * Ce que l'atelier sert : sa page, la bibliothèque d'Office, les classeurs, et le complément tel que publié, avec les
 * en-têtes de `en-tetes.json`. Une seule chose change : dans volet.html, l'adresse d'office.js devient locale et le pont
 * vers l'Excel émulé se charge juste avant.
 */
import { readFileSync, statSync } from 'node:fs';
import { basename, extname, join, normalize, sep } from 'node:path';
import { ADRESSE_OFFICE } from '../../webpack/office.js';
import { SORTIE_PAGE } from './construire';

/** La balise d'office.js, avec ou sans guillemets selon que la page est réduite. */
const BALISE_OFFICE = new RegExp(`<script src=(["']?)${ADRESSE_OFFICE.replace(/[.]/g, '\\.')}\\1`);
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

export interface Reponse {
  readonly corps: string | Buffer;
  readonly type: string;
  readonly entetes?: Readonly<Record<string, string>>;
}

function fichier(dossier: string, chemin: string): Reponse | null {
  const complet = normalize(join(dossier, chemin));
  if (!complet.startsWith(normalize(dossier + sep))) return null;
  if (!statSync(complet, { throwIfNoEntry: false })?.isFile()) return null;
  return { corps: readFileSync(complet), type: TYPES[extname(complet)] ?? 'application/octet-stream' };
}

/** Ce qui est à l'atelier : sa page, la bibliothèque d'Office, les classeurs. */
export function propre(chemin: string, classeur: string): Reponse | null {
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
export function publie(chemin: string, dist: string): Reponse | null {
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
