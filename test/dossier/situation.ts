/** Écrire une situation en une ligne : ce qu'on change d'un projet, d'un collectif, d'un versement, et le rapport attendu. */
import { collectif, projet, versement, type Ligne, type Reglages } from './fabrique';

export interface Situation {
  readonly titre: string;
  readonly reglages: Reglages;
  readonly rapport: readonly string[];
}

export const p = (
  titre: string,
  change: Ligne,
  rapport: readonly string[],
  reste: Reglages = {},
): Situation => ({
  titre,
  reglages: { projets: [projet(change)], ...reste },
  rapport,
});
/** Les enfants du projet sont ceux de ses collectifs, s'ils sont tous lisibles : un seul fait par situation. */
const avecEnfants = (duProjet: Ligne, collectifs: readonly Ligne[]): Ligne => {
  const nombres = collectifs.flatMap(({ enfants }) => (typeof enfants === 'number' ? enfants : []));
  return nombres.length === collectifs.length
    ? { enfants: nombres.reduce((n, e) => n + e, 0), ...duProjet }
    : duProjet;
};
const duDossier = (duProjet: Ligne, collectifs: readonly Ligne[]) => ({
  projets: [projet(avecEnfants(duProjet, collectifs))],
  collectifs,
});

/** Trois collectifs pour le projet, dont le premier est changé. */
export const c = (
  titre: string,
  change: Ligne,
  rapport: readonly string[],
  duProjet: Ligne = {},
): Situation => ({
  titre,
  reglages: duDossier(duProjet, [
    collectif(change),
    collectif({ collectif: 'Groupe 2' }),
    collectif({ collectif: 'Groupe 3' }),
  ]),
  rapport,
});
/** Examiné le dernier jour de l'année scolaire : les versements des situations sont passés. */
export const v = (
  titre: string,
  lignes: readonly Ligne[],
  rapport: readonly string[],
  duProjet: Ligne = {},
  reste: Reglages = {},
): Situation => ({
  titre,
  reglages: { projets: [projet(duProjet)], versements: lignes.map(versement), au: '2022-06-30', ...reste },
  rapport,
});

export const SANS_BONUS: Ligne = { bonusEnfants: 0, bonusParents: 0, autresRecettes: 12150 };
/** Trois collectifs ordinaires. */
export const [G1, G2, G3]: readonly [Ligne, Ligne, Ligne] = [
  { collectif: 'Groupe 1' },
  { collectif: 'Groupe 2' },
  { collectif: 'Groupe 3' },
];

/** Trois collectifs du projet, chacun changé à sa guise. */
export const trois = (
  titre: string,
  lignes: readonly [Ligne, Ligne, Ligne],
  rapport: readonly string[],
  duProjet: Ligne = {},
  reste: Reglages = {},
): Situation => ({
  titre,
  reglages: {
    ...duDossier(
      duProjet,
      lignes.map((ligne, i) => collectif({ collectif: `Groupe ${i + 1}`, ...ligne })),
    ),
    ...reste,
  },
  rapport,
});
/** La feuille Bonus versés, à côté du projet juste. */
export const verses = (
  titre: string,
  lignes: readonly Ligne[],
  rapport: readonly string[],
  reste: Reglages = {},
): Situation => ({ titre, reglages: { bonusVerses: lignes, ...reste }, rapport });
