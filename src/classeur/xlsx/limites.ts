/**
 * Bornes de lecture : très au-dessus de tout classeur d'une Caf (3 000 projets, 15 000 collectifs),
 * assez basses pour qu'un fichier hostile soit refusé en moins de 2 s et de 300 Mo.
 */
export const OCTETS_MAX = 50 * 1024 * 1024;
/** Somme des tailles décompressées de toutes les parties. */
export const DECOMPRESSES_MAX = 64 * 1024 * 1024;
/** Une fiche par projet en fait plus de six mille. */
export const PARTIES_MAX = 10_000;
/** Au-delà d'un Mo décompressé, aucune partie honnête ne se compresse mieux. */
export const TAUX_MAX = 400;
export const LIGNES_MAX = 1_048_576;
export const COLONNES_MAX = 16_384;
/** Éléments `<c>` rencontrés, vides compris. */
export const CELLULES_MAX = 2_500_000;
/** Cellules qui portent une valeur, et textes partagés : au-dessus du plus grand classeur attendu (440 000). */
export const VALEURS_MAX = 500_000;
/** Cases réservées dans les lignes, trous compris : une cellule en XFD en réserve 16 384. */
export const CASES_MAX = 2_500_000;
/** Excel limite une cellule à 32 767 caractères ; écrit en entités, chacun en prend jusqu'à dix. */
export const TEXTE_BRUT_MAX = 400_000;
/** Caractères de tous les textes, comptés à chaque cellule : un seul texte partagé peut en remplir cent mille. */
export const CARACTERES_MAX = 20_000_000;
export const FORMULES_MAX = 400_000;
/** Caractères de formules, recopies des formules partagées comprises. */
export const CARACTERES_FORMULES_MAX = 12_000_000;
export const FUSIONS_MAX = 100_000;
/** Une balise plus longue n'existe dans aucun classeur ; sans cette borne, la mémoire tampon croîtrait. */
export const BALISE_MAX = 262_144;
/** Éléments emboîtés : une vingtaine dans un classeur. */
export const PROFONDEUR_MAX = 256;
/** Onglets d'un classeur. */
export const ONGLETS_MAX = 1_000;
