/**
 * Empreinte SHA-256 des données d'une remontée : les mêmes données donnent la même, quels que soient le
 * programme qui a écrit le fichier, l'ordre des lignes et le jour. La recette est dans `docs/remontee.md`.
 */
import { CLES_BLOC, CLES_LIGNE, CLES_TOTAL, type LigneRemontee, type TotauxRemontee } from './presentation';
import type { IdentiteCaf } from '../../cafs';
import { Decimal } from '../../../valeurs/montant';

export interface DonneesRemontee extends IdentiteCaf {
  readonly annee: number;
  readonly accordes: readonly LigneRemontee[];
  readonly verses: readonly LigneRemontee[];
  readonly totaux: TotauxRemontee;
}

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

/** Lignes « genre ⇥ champ ⇥ champ… » en UTF-8, triées. */
function serialiser(d: DonneesRemontee): Uint8Array<ArrayBuffer> {
  const encodeur = new TextEncoder();
  const lignes = [
    ligne('caf', d.caf, d.nomCaf, d.codeOrganisme),
    ligne('annee', d.annee),
    ...CLES_BLOC.flatMap((bloc) => d[bloc].map((l) => ligne(bloc, ...CLES_LIGNE.map((cle) => l[cle])))),
    ...CLES_TOTAL.map((cle) => ligne('total', cle, d.totaux[cle])),
  ]
    .map((texte) => encodeur.encode(texte))
    .sort(comparer);
  const octets = new Uint8Array(lignes.reduce((n, l) => n + l.length, 0));
  let position = 0;
  for (const l of lignes) {
    octets.set(l, position);
    position += l.length;
  }
  return octets;
}

export async function empreinteDe(donnees: DonneesRemontee): Promise<string> {
  const condense = await globalThis.crypto.subtle.digest('SHA-256', serialiser(donnees));
  return [...new Uint8Array(condense)].map((octet) => octet.toString(16).padStart(2, '0')).join('');
}
