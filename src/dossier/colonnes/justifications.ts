/** Feuille Justifications : ce que l'agent a justifié. Clas l'écrit à sa demande, et la relit ; il n'y a rien à y saisir. */
import type { Colonnes } from './colonne';

const texte = (entete: string, aide: string) =>
  ({ entete, type: 'texte', exigence: 'non', synonymes: [], aide }) as const;

export const COLONNES_JUSTIFICATIONS = {
  dossier: texte('N° dossier', 'Dossier de l’alerte ; vide : elle n’est d’aucun.'),
  reference: texte('Référence', 'Référence de l’alerte (C-…).'),
  champ: texte('Champ', 'Colonne visée.'),
  valeur: texte('Valeur', 'Valeur justifiée : une autre se justifie de nouveau.'),
  motif: texte('Motif', 'Pourquoi cette alerte est acceptée.'),
  date: texte('Date', 'Jour de la justification.'),
} as const satisfies Colonnes;
