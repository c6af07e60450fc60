/** Feuille Collectifs (facultative) : une ligne par collectif, recoupée avec Projets. */
import type { Colonnes, Rangee } from './colonne';
import { COLONNES_PROJETS } from './projets';

export const COLONNES_COLLECTIFS = {
  dossier: COLONNES_PROJETS.dossier,
  collectif: {
    entete: 'Collectif',
    type: 'texte',
    exigence: 'non',
    synonymes: ['groupe', 'nom du collectif', 'nom du groupe'],
    aide: 'Nom du collectif.',
  },
  lieu: {
    entete: 'Lieu',
    type: 'texte',
    exigence: 'non',
    synonymes: ['adresse', 'lieu d’accueil', 'site'],
    aide: 'Lieu unique, accessible aux parents.',
  },
  enfants: {
    entete: 'Enfants',
    type: 'entier',
    exigence: 'non',
    synonymes: ['nb enfants', 'effectif', 'nombre d’enfants'],
    aide: 'Places simultanées du collectif (8 à 12).',
  },
  handicap: {
    entete: 'Handicap',
    type: 'ouiNon',
    exigence: 'non',
    synonymes: ['situation de handicap', 'enfant en situation de handicap'],
    aide: 'Oui si un enfant est en situation de handicap (5 enfants au moins).',
  },
  rural: {
    entete: 'Milieu rural',
    type: 'ouiNon',
    exigence: 'non',
    synonymes: ['zone rurale', 'rural'],
    aide: 'Oui en milieu rural ; vide : celui du projet.',
  },
  seances: {
    entete: 'Séances par semaine',
    type: 'nombre',
    exigence: 'non',
    synonymes: ['nb séances', 'séances', 'séances hebdomadaires'],
    aide: 'Nombre de séances par semaine.',
  },
  duree: {
    entete: "Durée d'une séance (h)",
    type: 'duree',
    exigence: 'non',
    synonymes: ['durée', 'durée séance', 'durée d’une séance', 'durée (h)'],
    aide: 'Durée d’une séance en heures (1,5 ou 1 h 30).',
  },
  derogation: {
    entete: 'Dérogation locaux',
    type: 'ouiNon',
    exigence: 'non',
    synonymes: ['dérogation'],
    aide: 'Oui si l’agrément acte une séance unique faute de locaux.',
  },
  semaines: {
    entete: 'Semaines',
    type: 'nombre',
    exigence: 'non',
    synonymes: ['nb semaines', 'nombre de semaines'],
    aide: 'Semaines de fonctionnement dans l’année.',
  },
  intervenants: {
    entete: 'Intervenants',
    type: 'nombre',
    exigence: 'non',
    synonymes: ['nb intervenants', 'animateurs', 'encadrants'],
    aide: 'Nombre d’intervenants par séance.',
  },
  debut: {
    entete: 'Début',
    type: 'date',
    exigence: 'non',
    synonymes: ['date de début', 'démarrage'],
    aide: 'Première séance (jj/mm/aaaa).',
  },
  fin: {
    entete: 'Fin',
    type: 'date',
    exigence: 'non',
    synonymes: ['date de fin'],
    aide: 'Dernière séance (jj/mm/aaaa).',
  },
  cout: {
    entete: 'Coût',
    type: 'montant',
    exigence: 'non',
    synonymes: ['coût du collectif', 'budget'],
    aide: 'Coût propre du collectif, en euros, s’il est connu.',
  },
  bonusEnfants: {
    entete: 'Bonus enfants',
    type: 'ouiNon',
    exigence: 'non',
    synonymes: [],
    aide: 'Oui si le collectif a le bonus enfants.',
  },
  bonusParents: {
    entete: 'Bonus parents',
    type: 'ouiNon',
    exigence: 'non',
    synonymes: [],
    aide: 'Oui si le collectif a le bonus parents.',
  },
  evenements: {
    entete: 'Événements collectifs par mois',
    type: 'nombre',
    exigence: 'non',
    synonymes: ['événements collectifs', 'événements par mois'],
    aide: 'Pour un accompagnement à domicile : au moins un par mois.',
  },
} as const satisfies Colonnes;

export type Collectif = Rangee<typeof COLONNES_COLLECTIFS>;
