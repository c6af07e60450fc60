/**
 * Ce que sert l'atelier : sa page, la bibliothèque d'Office, les classeurs, et le complément tel que publié. Une seule
 * chose change : dans volet.html, l'adresse d'office.js devient locale et le pont vers l'Excel émulé se charge juste avant.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { complementConstruit, pageConstruite } from '../../outils/construction';
import { ADRESSE_OFFICE } from '../../webpack/office.js';
import { fichier, OFFICE, publie, servir, typeDe, type Reponse, type Servi } from '../../outils/serveur';

/** La balise d'office.js, avec ou sans guillemets selon que la page est réduite. */
const BALISE_OFFICE = new RegExp(`<script src=(["']?)${ADRESSE_OFFICE.replace(/[.]/g, '\\.')}\\1`);
const LOCALES = '<script src="/atelier/pont.js"></script><script src="/office/office.js"';

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

interface Lieux {
  readonly classeur: string;
  readonly page: string;
  readonly dist: string;
}

function chercher(chemin: string, { classeur, page, dist }: Lieux): Reponse | null {
  if (chemin === '/') {
    const accueil = fichier(page, 'index.html');
    return accueil && { ...accueil, entetes: { 'Content-Security-Policy': CSP_PAGE } };
  }
  if (chemin === '/classeur.json')
    return { corps: JSON.stringify({ nom: basename(classeur) }), type: typeDe(chemin) };
  if (chemin === '/classeur.xlsx') return { corps: readFileSync(classeur), type: typeDe(chemin) };
  for (const [prefixe, dossier] of [
    ['/atelier/', page],
    ['/office/', OFFICE],
    ['/exemples/', 'assets/exemples'],
  ] as const) {
    if (chemin.startsWith(prefixe)) return fichier(dossier, chemin.slice(prefixe.length));
  }
  const trouve = publie(dist, chemin);
  if (!trouve || chemin !== '/volet.html') return trouve;
  const volet = trouve.corps.toString();
  if (!BALISE_OFFICE.test(volet)) throw new Error('volet.html ne charge plus office.js comme prévu.');
  return { ...trouve, corps: volet.replace(BALISE_OFFICE, LOCALES) };
}

/** Construit ce qui manque, la page et le complément de front, puis sert l'atelier sur ce classeur. */
export async function servirAtelier(classeur: string, port = 0): Promise<Servi> {
  const [dist, page] = await Promise.all([complementConstruit(), pageConstruite()]);
  return servir((chemin) => chercher(chemin, { classeur, page, dist }), port);
}
