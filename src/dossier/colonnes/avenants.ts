/** Feuille Avenants (facultative) : l'état d'un dossier à partir d'une date ; une cellule vide y vaut celle de Projets. */
import type { Colonnes, Rangee } from './colonne';
import { CAMPAGNE, COLONNES_PROJETS } from './projets';

export const COLONNES_AVENANTS = {
  dossier: COLONNES_PROJETS.dossier,
  date: {
    entete: 'Date',
    type: 'date',
    exigence: 'oui',
    synonymes: ['date de l’avenant', 'date d’effet', 'à compter du'],
    aide: 'Jour à partir duquel cet état vaut (jj/mm/aaaa).',
  },
  coutPrevisionnel: { ...COLONNES_PROJETS.coutPrevisionnel, exigence: 'non', etat: true },
  collectifsAgrees: { ...COLONNES_PROJETS.collectifsAgrees, exigence: 'non', etat: true },
  montantAccorde: { ...COLONNES_PROJETS.montantAccorde, etat: true },
  anneeScolaire: CAMPAGNE,
} as const satisfies Colonnes;

export type Avenant = Rangee<typeof COLONNES_AVENANTS>;
