/** Les feuilles du classeur : celles de l'agent et celles de Clas, par leur nom. */
import { normaliser } from '../valeurs/texte';

export const FEUILLES_AGENT = {
  parametres: 'Paramètres',
  projets: 'Projets',
  collectifs: 'Collectifs',
  versements: 'Versements',
  bonusVerses: 'Bonus versés',
  avenants: 'Avenants',
  ecrituresPassees: 'Écritures passées',
} as const;

/** Générées et réécrites entières ; Clas n'écrit nulle part ailleurs sans un geste de l'agent. */
export const FEUILLES_CLAS = {
  anomalies: 'Anomalies',
  calculs: 'Calculs',
  remontee: 'Remontée Cnaf',
  ecritures: 'Écritures',
  paiements: 'Paiements',
  comite: 'Comité',
  tableauDeBord: 'Tableau de bord',
  aLiquider: 'À liquider',
} as const;

export type CleFeuille = keyof typeof FEUILLES_AGENT;

const SYNONYMES: Readonly<Record<CleFeuille, readonly string[]>> = {
  parametres: ['paramètre', 'réglages'],
  projets: ['projet', 'fiches projets', 'liste des projets'],
  collectifs: ['collectif', 'groupes'],
  versements: ['versement', 'paiements'],
  bonusVerses: ['bonus versé', 'bonus payés'],
  avenants: ['avenant'],
  ecrituresPassees: ['écriture passée', 'écritures comptables passées'],
};

/** La feuille de l'agent pour une clé : désignée à la main, sinon par son nom, sinon par un synonyme. */
export function trouverFeuille<F extends { readonly nom: string }>(
  feuilles: readonly F[],
  cle: CleFeuille,
  nomDesigne?: string,
): F | undefined {
  const parNom = (nom: string): F | undefined =>
    feuilles.find((f) => f.nom === nom) ?? feuilles.find((f) => normaliser(f.nom) === normaliser(nom));
  if (nomDesigne !== undefined) return parNom(nomDesigne);
  return [FEUILLES_AGENT[cle], ...SYNONYMES[cle]].map(parNom).find((f) => f !== undefined);
}
