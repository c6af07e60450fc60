/** Feuille Bonus versés (facultative) : ce qui a été payé au titre de l'année scolaire précédente, (N-1)-N. */
import type { Colonnes, Rangee } from './colonne';
import { COLONNES_PROJETS } from './projets';

export const COLONNES_BONUS_VERSES = {
  dossier: COLONNES_PROJETS.dossier,
  gestionnaire: { ...COLONNES_PROJETS.gestionnaire, exigence: 'non' },
  bonusEnfants: COLONNES_PROJETS.bonusEnfants,
  bonusParents: COLONNES_PROJETS.bonusParents,
  montant: {
    entete: 'Montant versé',
    type: 'montant',
    exigence: 'oui',
    synonymes: ['montant', 'bonus versé', 'somme versée'],
    voisins: ['montant', 'bonus'],
    aide: 'Bonus payés pour (N-1)-N, en euros.',
  },
} as const satisfies Colonnes;

export type BonusVerse = Rangee<typeof COLONNES_BONUS_VERSES>;
