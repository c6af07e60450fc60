/** L'archive qu'une équipe informatique dépose : le complément construit, ses sommes, sa licence, et comment le déployer. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';

/** La même pour tous les fichiers : l'archive ne dépend que de son contenu. fflate l'écrit à l'heure du poste, comme elle est lue ici. */
const DATE = new Date(1980, 0, 1);

const SOMMES = 'SHA256SUMS';
/** Ce qui accompagne `dist/`. */
const COMPAGNONS = ['LICENSE', 'CHANGELOG.md', 'docs/deploiement.md', 'docs/de-0.1-a-1.0.md'];

const sha256 = (octets: Uint8Array): string => createHash('sha256').update(octets).digest('hex');

const fichiersDe = (dossier: string): string[] =>
  readdirSync(dossier, { recursive: true, encoding: 'utf8' })
    .filter((nom) => statSync(join(dossier, nom)).isFile())
    .map((nom) => nom.replaceAll('\\', '/'))
    .sort();

/** @param dist dossier du complément construit @param racine dossier du dépôt */
export function archive(dist: string, racine: string): { readonly nom: string; readonly octets: Uint8Array } {
  const { version } = JSON.parse(readFileSync(join(racine, 'package.json'), 'utf8')) as { version: string };
  const contenu = new Map<string, Uint8Array>([
    ...COMPAGNONS.map((chemin) => [chemin, readFileSync(join(racine, chemin))] as const),
    ...fichiersDe(dist).map((nom) => [`dist/${nom}`, readFileSync(join(dist, nom))] as const),
  ]);
  // au format de « sha256sum -c »
  const sommes = [...contenu].map(([nom, octets]) => `${sha256(octets)}  ${nom}\n`).join('');
  contenu.set(SOMMES, Buffer.from(sommes));
  const dossier = `clas-${version}`;
  const entrees = [...contenu].map(([nom, octets]) => [`${dossier}/${nom}`, new Uint8Array(octets)]);
  return {
    nom: `${dossier}.zip`,
    octets: zipSync(Object.fromEntries(entrees) as Record<string, Uint8Array>, { level: 9, mtime: DATE }),
  };
}

/** La somme de l'archive elle-même, à côté d'elle. */
export const somme = (nom: string, octets: Uint8Array): string => `${sha256(octets)}  ${nom}\n`;
