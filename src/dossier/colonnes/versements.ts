/** Feuille Versements (facultative) : le journal des paiements. */
import { NATURES } from './choix';
import type { Colonnes, Rangee } from './colonne';
import { CAMPAGNE, COLONNES_PROJETS } from './projets';

export const COLONNES_VERSEMENTS = {
  dossier: { ...COLONNES_PROJETS.dossier, nonCompte: true },
  nature: {
    entete: 'Nature',
    type: 'choix',
    choix: NATURES,
    nonCompte: true,
    exigence: 'oui',
    synonymes: ['type', 'type de versement', 'nature du versement'],
    communs: ['type'],
    aide: 'Acompte, solde, bonus, rappel ou indu.',
  },
  gestion: {
    entete: 'Gestion',
    type: 'texte',
    exigence: 'non',
    synonymes: ['exercice', 'année de gestion'],
    voisins: ['gestion', 'exercice'],
    aide: 'Gestion payée : N, N+1, ou l’année civile (2021).',
    nonCompte: true,
  },
  date: {
    entete: 'Date',
    type: 'date',
    exigence: 'non',
    synonymes: ['date de versement', 'date de paiement', 'date de mandatement', 'payé le'],
    aide: 'Date du paiement (jj/mm/aaaa).',
  },
  montant: {
    entete: 'Montant',
    type: 'montant',
    exigence: 'oui',
    synonymes: [
      ...['somme', 'montant versé', 'montant payé', 'montant réglé', 'montant mandaté'],
      ...['somme versée', 'somme payée', 'somme réglée'],
    ],
    voisins: ['montant', 'somme'],
    aide: 'Montant payé, en euros.',
    nonCompte: true,
    remedeNegatif: 'Pour une annulation, saisir un reversement (nature « reversement »).',
  },
  reference: {
    entete: 'Référence',
    type: 'texte',
    exigence: 'non',
    synonymes: ['réf', 'référence de paiement', 'mandat'],
    aide: 'Référence du paiement.',
  },
  anneeScolaire: CAMPAGNE,
} as const satisfies Colonnes;

export type Versement = Rangee<typeof COLONNES_VERSEMENTS>;
