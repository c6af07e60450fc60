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
  justifications: 'Justifications',
} as const;

/**
 * Pages que Clas fait pour d'autres, dans des fichiers à elles : leurs noms ne sont pas réservés, un classeur d'agent peut
 * avoir les siennes, qui restent à lui.
 */
export const FEUILLES_SORTIES = {
  liquidation: 'Liquidation',
  paiements: 'Paiements',
  comite: 'Comité',
  tableauDeBord: 'Tableau de bord',
  aLiquider: 'À liquider',
} as const;

const SORTIES = new Set<string>(Object.values(FEUILLES_SORTIES).map(normaliser));
/** Nom d'une page que Clas fait pour d'autres : recopiée dans le classeur, elle n'y apporte rien. */
export const estUneSortie = (nom: string): boolean => SORTIES.has(normaliser(nom));

/** Le début de la mention que toute page porte, et sa place : avec son nom, c'est à elle que la page se reconnaît. */
export const MENTION = { debut: 'Règles : ', ligne: 3, colonne: 1 } as const;

/** Une page écrite par Clas dans le classeur de l'agent ; une feuille de même nom sans la mention est à lui. */
export const estPage = (nom: string, mention: unknown): boolean =>
  estUneSortie(nom) && typeof mention === 'string' && mention.startsWith(MENTION.debut);

/** Les choix du modèle, sur une feuille masquée : son nom et son premier intitulé la disent de Clas. */
export const LISTES = { nom: 'Listes', premierIntitule: 'Oui ou non' } as const;

export type CleFeuille = keyof typeof FEUILLES_AGENT;

const SYNONYMES: Readonly<Record<CleFeuille, readonly string[]>> = {
  parametres: ['paramètre', 'réglages'],
  projets: ['projet', 'fiches projets', 'liste des projets'],
  collectifs: ['collectif', 'groupes'],
  versements: ['versement', 'paiements', 'acomptes', 'journal des versements'],
  bonusVerses: ['bonus versé', 'bonus payés', 'bonus versés n-1'],
  avenants: ['avenant'],
  ecrituresPassees: ['écriture passée', 'écritures comptables passées'],
};

/** Ce qui entoure un nom sans le changer : « Suivi des versements Clas 2021-2022 (2) ». */
const AUTOUR =
  /\(\s*\d+\s*\)|(?<=\p{L}\s)\d{1,2}\s*$|(?:19|20)\d\d(?:\s*[-/_\u2010-\u2015]\s*(?:20)?\d\d)?|(?<!\d)\d\d\s*[-/_]\s*\d\d(?!\d)/gu;
const MOTS_AUTOUR: ReadonlySet<string> = new Set(
  'clas suivi des de du la le les l d feuille feuil onglet tableau table liste campagne annee scolaire exercice'.split(
    ' ',
  ),
);

/** L'année du classeur, sans chiffres ; un journal a aussi ses pages « N+1 », que rien ne doit faire oublier. */
const ANNEE_RELATIVE: Partial<Record<CleFeuille, RegExp>> = {
  projets: /(?<![a-z0-9])n(?:\s*[-/]\s*n\s*\+\s*1(?!\d)|(?![a-z0-9]|\s*[-+]\s*\d))/g,
  versements: /(?<![a-z0-9])n(?:\s*\+\s*1(?!\d)|\s*[-/]\s*n\s*\+\s*1(?!\d)|(?![a-z0-9]|\s*[-+]\s*\d))/g,
};

const coeur = (nom: string, cle: CleFeuille): string =>
  nom
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(AUTOUR, ' ')
    .replace(ANNEE_RELATIVE[cle] ?? /(?!)/, ' ')
    .split(/[^a-z0-9]+/)
    .map((mot) => mot.replace(/[sx]$/, ''))
    .filter((mot) => mot !== '' && !MOTS_AUTOUR.has(mot) && !MOTS_AUTOUR.has(`${mot}s`))
    .join(' ');

/** Les feuilles qui peuvent tenir ce rôle, au meilleur rang : le nom exact, un synonyme, puis le nom entouré d'autres mots. */
export function feuillesCandidates<F extends { readonly nom: string }>(
  feuilles: readonly F[],
  cle: CleFeuille,
  nomDesigne?: string,
): readonly F[] {
  const parNom = (nom: string): readonly F[] => {
    const exacte = feuilles.filter((f) => f.nom === nom);
    return exacte.length > 0 ? exacte : feuilles.filter((f) => normaliser(f.nom) === normaliser(nom));
  };
  if (nomDesigne !== undefined) return parNom(nomDesigne);
  const noms = [FEUILLES_AGENT[cle], ...SYNONYMES[cle]];
  const exactes = parNom(noms[0] ?? '');
  if (exactes.length > 0) return exactes;
  const formes = new Set(noms.map(normaliser));
  const coeurs = new Set(noms.map((nom) => coeur(nom, cle)));
  return feuilles.filter((f) => formes.has(normaliser(f.nom)) || coeurs.has(coeur(f.nom, cle)));
}

/** « Barème », « Barèmes Clas 2021 » : l'agent le tient à côté de ses paramètres. */
export const estUnBareme = (nom: string): boolean => coeur(nom, 'parametres') === 'bareme';

/** La feuille de l'agent pour une clé, par son seul nom : désignée à la main, sinon la première candidate. */
export const trouverFeuille = <F extends { readonly nom: string }>(
  feuilles: readonly F[],
  cle: CleFeuille,
  nomDesigne?: string,
): F | undefined => feuillesCandidates(feuilles, cle, nomDesigne)[0];

/** Le nom est exactement celui de la feuille, aux accents et à la casse près : elle est de Clas quoi qu'elle contienne. */
export const porteLeNom = (nom: string, cle: CleFeuille): boolean =>
  normaliser(nom) === normaliser(FEUILLES_AGENT[cle]);

const GENEREES = new Set<string>(Object.values(FEUILLES_CLAS).map((nom) => nom.toLowerCase()));
/** Feuille que Clas fait et refait : Excel ne distingue pas les majuscules dans un nom, mais distingue les accents. */
export const estGeneree = (nom: string): boolean => GENEREES.has(nom.toLowerCase());

/** De ses propres feuilles, Clas ne relit que les justifications ; celles de l'agent, toutes. */
export const seLit = (nom: string): boolean =>
  !estGeneree(nom) || nom.toLowerCase() === FEUILLES_CLAS.justifications.toLowerCase();
