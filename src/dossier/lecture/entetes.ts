/**
 * Trouver la ligne d'en-tête et les colonnes. L'intitulé exact l'emporte sur un synonyme ; deux synonymes
 * d'une même colonne sans intitulé exact, ou deux fois le même intitulé, ne se devinent pas.
 */
import type { Colonnes } from '../colonnes/colonne';
import { normaliser, texteDe } from '../../valeurs/texte';
import type { Feuille } from '../formes/grille';
import type { Valeur } from '../../valeurs/valeur';

/** Au-delà, ce n'est plus un en-tête mais des données. */
const LIGNES_CHERCHEES = 40;

/** Désignation à la main : clé de colonne → intitulé du classeur. */
export type Pointage = Readonly<Record<string, string>>;

export interface Entetes {
  /** Indice dans `feuille.lignes` de la ligne d'en-tête. */
  readonly indice: number;
  /** Clé → indice de colonne dans la ligne. */
  readonly colonnes: ReadonlyMap<string, number>;
  /** Colonnes en double : clé → indices en cause. */
  readonly doubles: ReadonlyMap<string, readonly number[]>;
}

interface Formes {
  readonly exacts: ReadonlyMap<string, string>;
  readonly synonymes: ReadonlyMap<string, string>;
}

const formesConnues = new WeakMap<Colonnes, Formes>();

function formes(definitions: Colonnes): Formes {
  let connues = formesConnues.get(definitions);
  if (!connues) {
    const entrees = Object.entries(definitions);
    connues = {
      exacts: new Map(entrees.map(([cle, c]) => [normaliser(c.entete), cle])),
      synonymes: new Map(
        entrees.flatMap(([cle, c]) => c.synonymes.map((synonyme) => [normaliser(synonyme), cle] as const)),
      ),
    };
    formesConnues.set(definitions, connues);
  }
  return connues;
}

function reconnaitre(
  ligne: readonly Valeur[],
  definitions: Colonnes,
  pointage: Pointage,
): Omit<Entetes, 'indice'> {
  const { exacts, synonymes } = formes(definitions);
  const pointes = new Map(Object.entries(pointage).map(([cle, intitule]) => [normaliser(intitule), cle]));
  const candidats = {
    pointes: new Map<string, number[]>(),
    exacts: new Map<string, number[]>(),
    synonymes: new Map<string, number[]>(),
  };
  ligne.forEach((valeur, i) => {
    if (typeof valeur !== 'string') return;
    const forme = normaliser(valeur);
    if (forme === '') return;
    for (const [rang, table] of [
      ['pointes', pointes],
      ['exacts', exacts],
      ['synonymes', synonymes],
    ] as const) {
      const cle = table.get(forme);
      if (cle === undefined) continue;
      candidats[rang].set(cle, [...(candidats[rang].get(cle) ?? []), i]);
      return;
    }
  });
  const colonnes = new Map<string, number>();
  const doubles = new Map<string, readonly number[]>();
  for (const cle of Object.keys(definitions)) {
    const trouves =
      candidats.pointes.get(cle) ?? candidats.exacts.get(cle) ?? candidats.synonymes.get(cle) ?? [];
    if (trouves.length > 1) doubles.set(cle, trouves);
    else if (trouves[0] !== undefined) colonnes.set(cle, trouves[0]);
  }
  return { colonnes, doubles };
}

/** La ligne d'en-tête est celle des premières lignes qui reconnaît le plus de colonnes (au moins deux). */
export function trouverEntetes(
  feuille: Feuille,
  definitions: Colonnes,
  pointage: Pointage = {},
): Entetes | undefined {
  let meilleure: Entetes | undefined;
  let meilleurNombre = 1;
  feuille.lignes.slice(0, LIGNES_CHERCHEES).forEach((ligne, indice) => {
    const lus = reconnaitre(ligne, definitions, pointage);
    const nombre = lus.colonnes.size + lus.doubles.size;
    if (nombre > meilleurNombre) {
      meilleure = { indice, ...lus };
      meilleurNombre = nombre;
    }
  });
  return meilleure;
}

/** Les intitulés de la ligne d'en-tête tels qu'écrits, pour les proposer à l'agent. */
export const intitulesLus = (feuille: Feuille, entetes: Entetes | undefined): string[] =>
  (feuille.lignes[entetes?.indice ?? 0] ?? []).flatMap((v) => texteDe(v) ?? []);
