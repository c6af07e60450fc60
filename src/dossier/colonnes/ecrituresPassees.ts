/** Feuille Écritures passées (facultative) : ce que le comptable a passé à l'arrêté des comptes. */
import type { Colonnes, Rangee } from './colonne';
import { COLONNES_PROJETS } from './projets';

export const COLONNES_ECRITURES_PASSEES = {
  mois: {
    entete: 'Mois',
    type: 'texte',
    exigence: 'oui',
    synonymes: ['mois comptable', 'période'],
    aide: 'Mois comptable : 12 ou 13.',
  },
  exercice: {
    entete: 'Exercice',
    type: 'texte',
    exigence: 'oui',
    synonymes: ['année', 'année comptable'],
    aide: 'Année civile de l’exercice.',
  },
  compte: {
    entete: 'Compte',
    type: 'texte',
    exigence: 'oui',
    synonymes: ['n° de compte', 'numéro de compte'],
    aide: 'Compte mouvementé.',
  },
  libelle: {
    entete: 'Libellé',
    type: 'texte',
    exigence: 'non',
    synonymes: ['libellé de l’écriture'],
    aide: 'Libellé de l’écriture.',
  },
  debit: {
    entete: 'Débit',
    type: 'montant',
    exigence: 'oui',
    synonymes: ['montant au débit'],
    aide: 'Montant au débit, en euros.',
  },
  credit: {
    entete: 'Crédit',
    type: 'montant',
    exigence: 'oui',
    synonymes: ['montant au crédit'],
    aide: 'Montant au crédit, en euros.',
  },
  dossier: { ...COLONNES_PROJETS.dossier, exigence: 'non' },
} as const satisfies Colonnes;

export type EcriturePassee = Rangee<typeof COLONNES_ECRITURES_PASSEES>;
