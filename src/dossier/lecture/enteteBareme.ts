/** Les intitulés du tableau du barème, et où il commence dans la feuille Paramètres. */
import type { Valeur } from '../../valeurs/valeur';
import { normaliser } from '../../valeurs/texte';

export const ENTETES_BAREME = {
  annee: ['Année N', 'année'],
  taux: ['Taux', 'taux ps'],
  prixPlafond: ['Prix plafond', 'plafond'],
  montantMaximal: ['Montant maximal', 'montant max', 'ps maximale'],
  bonusEnfants: ['Bonus enfants'],
  bonusParents: ['Bonus parents'],
  source: ['Source'],
} as const;

export const FORMES_BAREME = new Map(
  Object.entries(ENTETES_BAREME).flatMap(([cle, formes]) => formes.map((f) => [normaliser(f), cle] as const)),
);

/** Colonne où commence l'en-tête du barème dans cette ligne, s'il y est. */
export function ligneDeBareme(ligne: readonly Valeur[]): number | undefined {
  const cles = ligne.map((v) => (typeof v === 'string' ? FORMES_BAREME.get(normaliser(v)) : undefined));
  return cles.includes('prixPlafond') && cles.includes('annee') ? cles.indexOf('annee') : undefined;
}
