/** Écrire une mesure dans `docs/mesures.md`, entre ses repères : le reste de la page n'est pas touché. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

const PAGE = 'docs/mesures.md';
const reperes = (cle: string): [debut: string, fin: string] => [
  `<!-- ${cle} : début -->`,
  `<!-- ${cle} : fin -->`,
];
/** La synthèse a sa place en tête, avant qu'une mesure l'ait remplie. */
const DEBUT_DE_PAGE = [
  '# Les mesures',
  'Chaque section donne sa commande. Les durées dépendent du poste ; les rapports, bien moins.',
  ...reperes('synthese'),
  '',
].join('\n\n');

const francais = (n: number, decimales: number): string => n.toFixed(decimales).replace('.', ',');
export const ms = (duree: number, decimales = 0): string =>
  `${duree < 10 ? francais(duree, Math.max(1, decimales)) : francais(duree, decimales)} ms`;
export const fois = (quotient: number): string => `${francais(quotient, quotient < 100 ? 2 : 0)} fois`;
/** Kilo-octets de mille octets, comme les comptent les navigateurs. */
export const ko = (octets: number): string => `${francais(octets / 1000, 1)} ko`;
export const mo = (octets: number): string => `${francais(octets / 1e6, octets < 1e7 ? 1 : 0)} Mo`;

export const tableau = (entetes: readonly string[], lignes: readonly (readonly string[])[]): string =>
  [entetes, entetes.map(() => '---'), ...lignes].map((l) => `| ${l.join(' | ')} |`).join('\n');

/** « Node 20.20.2, 2 processeurs » : de quoi situer une durée, rien du poste. */
const conditions = (): string => `Node ${process.versions.node}, ${availableParallelism()} processeurs`;

const lirePage = (): string => (existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : DEBUT_DE_PAGE);

export function lireSection(cle: string): string {
  const [debut, fin] = reperes(cle);
  return lirePage().split(debut)[1]?.split(fin)[0] ?? '';
}

export function ecrireSection(cle: string, titre: string, commande: string, texte: string): void {
  const [debut, fin] = reperes(cle);
  const section = [debut, `## ${titre}`, `\`${commande}\` — ${conditions()}.`, texte, fin].join('\n\n');
  const page = lirePage();
  const [i, j] = [page.indexOf(debut), page.indexOf(fin)];
  const suite =
    i === -1 || j === -1 ? `${page}\n${section}\n` : page.slice(0, i) + section + page.slice(j + fin.length);
  writeFileSync(PAGE, suite);
}
