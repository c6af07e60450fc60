/** Ce que les colonnes apprennent d'une ligne, par leur clé. */

/** Où un total porte son libellé, avec la première colonne du tableau. */
export const LIBELLES: ReadonlySet<string> = new Set(['dossier', 'gestionnaire', 'action', 'commune']);
/** Sans numéro de dossier, un total peut aussi être dit où l'on nomme la ligne. */
export const NOMS_DE_LIGNE: ReadonlySet<string> = new Set(['collectif', 'lieu', 'nature']);
/** Ce qui fait exister une ligne : sans rien de cela, elle n'est peut-être que préparée. */
export const IDENTITES: ReadonlySet<string> = new Set(
  'dossier gestionnaire siret action commune collectif lieu reference compte libelle'.split(' '),
);
/** Du texte libre à côté d'un total ne le défait pas. */
export const LIBRES: ReadonlySet<string> = new Set(['observations', 'reference', 'misAlEcart']);
/** Des choix que l'on recopie d'avance. */
export const RECOPIES: ReadonlySet<string> = new Set(['gestion', 'exercice', 'mois']);
