import { ENTETES, projet } from './port';

/** Vingt colonnes d'agent, qu'aucun intitulé de Clas ne nomme, aux valeurs d'un projet juste. */
const INTITULES: Readonly<Record<string, string>> = {
  'N° dossier': 'N° du dossier (Elan)',
  Gestionnaire: 'Nom du porteur',
  Siret: 'Siret asso',
  Action: 'Nom de l’action menée',
  Commune: 'Ville d’implantation',
  Public: 'Public visé en priorité',
  Agrément: 'Avis rendu',
  'Collectifs agréés': 'Nb groupes prévus',
  Enfants: 'Nb enf. inscrits',
  'Axe enfants': 'Axe n° 1 (enfants)',
  'Axe parents': 'Axe n° 2 (parents)',
  'Axe école': 'Axe n° 3 (école)',
  'Axe territoire': 'Axe n° 4 (territoire)',
  'Coût prévisionnel': 'Montant du budget déposé',
  'Autres recettes': 'Cofinancements obtenus',
  'Bonus enfants': 'Bonus enfants demandés',
  'Bonus parents': 'Bonus parents demandés',
  'Projet bonus validé': 'Projet spécifique validé (Caf)',
  'Début de convention': 'Convention : début',
  'Fin de convention': 'Convention : fin',
};
export const MAISON = ENTETES.map((entete) => INTITULES[entete] ?? 'Couleur de la pochette');

/** Un projet qui ne dit rien de ses acomptes : ils sont au journal. */
export const MUET = projet('D-1', { 'Acomptes N': null });
