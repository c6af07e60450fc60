/** Écrire une mesure dans `docs/mesures.md`, entre ses repères : le reste de la page n'est pas touché. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

const PAGE = 'docs/mesures.md';
const DEBUT_DE_PAGE =
  '# Les mesures\n\nChaque section donne sa commande. Les durées dépendent du poste ; les rapports, bien moins.\n';

const francais = (n: number, decimales: number): string => n.toFixed(decimales).replace('.', ',');
export const ms = (duree: number, decimales = 0): string =>
  `${duree < 10 ? francais(duree, Math.max(1, decimales)) : francais(duree, decimales)} ms`;
export const fois = (quotient: number): string => `${francais(quotient, quotient < 100 ? 2 : 0)} fois`;

export const tableau = (entetes: readonly string[], lignes: readonly (readonly string[])[]): string =>
  [entetes, entetes.map(() => '---'), ...lignes].map((l) => `| ${l.join(' | ')} |`).join('\n');

/** « Node 20.20.2, 2 processeurs » : de quoi situer une durée, rien du poste. */
const conditions = (): string => `Node ${process.versions.node}, ${availableParallelism()} processeurs`;

export function ecrireSection(cle: string, titre: string, commande: string, texte: string): void {
  const [debut, fin] = [`<!-- ${cle} : début -->`, `<!-- ${cle} : fin -->`];
  const section = [debut, `## ${titre}`, `\`${commande}\` — ${conditions()}.`, texte, fin].join('\n\n');
  const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : DEBUT_DE_PAGE;
  const [i, j] = [page.indexOf(debut), page.indexOf(fin)];
  const suite =
    i === -1 || j === -1 ? `${page}\n${section}\n` : page.slice(0, i) + section + page.slice(j + fin.length);
  writeFileSync(PAGE, suite);
}
