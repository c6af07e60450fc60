/**
 * Empreinte SHA-256 des données d'une remontée : les mêmes données donnent la même, quels que soient le
 * programme qui a écrit le fichier, l'ordre des lignes et le jour. La recette est dans `docs/remontee.md`.
 */
import { CLES_BLOC, CLES_LIGNE, CLES_TOTAL } from './presentation';
import type { DonneesRemontee } from './donnees';
import { Decimal } from '../../../valeurs/montant';

type Champ = string | number | Decimal | null;

/** Un nombre de collectifs s'écrit « 3 », un montant « 900.00 », l'absence ne s'écrit pas. */
function ecrire(champ: Champ): string {
  if (champ === null) return '';
  if (Decimal.isDecimal(champ)) return champ.toFixed(2);
  return String(champ);
}

const ligne = (...champs: readonly Champ[]): string => `${champs.map(ecrire).join('\t')}\n`;

/** Compare octet par octet, comme `LC_ALL=C sort`. */
function comparer(a: Uint8Array, b: Uint8Array): number {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) {
    const ecart = (a[i] ?? 0) - (b[i] ?? 0);
    if (ecart !== 0) return ecart;
  }
  return a.length - b.length;
}

/** Lignes « genre ⇥ champ ⇥ champ… » en UTF-8, triées, et leur SHA-256. */
export async function condenser(lignes: readonly (readonly Champ[])[]): Promise<string> {
  const encodeur = new TextEncoder();
  const encodees = lignes.map((champs) => encodeur.encode(ligne(...champs))).sort(comparer);
  const octets = new Uint8Array(encodees.reduce((n, l) => n + l.length, 0));
  let position = 0;
  for (const l of encodees) {
    octets.set(l, position);
    position += l.length;
  }
  const condense = await globalThis.crypto.subtle.digest('SHA-256', octets);
  return [...new Uint8Array(condense)].map((octet) => octet.toString(16).padStart(2, '0')).join('');
}

export const empreinteDe = (d: DonneesRemontee): Promise<string> =>
  condenser([
    ['caf', d.caf, d.nomCaf, d.codeOrganisme],
    ['annee', d.annee],
    ['ecartes', d.ecartes.length],
    ...CLES_BLOC.flatMap((bloc) => d[bloc].map((l) => [bloc, ...CLES_LIGNE.map((cle) => l[cle])])),
    ...CLES_TOTAL.map((cle) => ['total', cle, d.totaux[cle]]),
  ]);
