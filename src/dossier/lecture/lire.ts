/** Lire le classeur de l'agent : paramètres et feuilles de données, avec les anomalies de structure et de format. */
import { s } from '../../valeurs/pluriel';
import { anomalie, type Anomalie } from '../anomalies/anomalie';
import { COLONNES_AVENANTS } from '../colonnes/avenants';
import { COLONNES_BONUS_VERSES } from '../colonnes/bonusVerses';
import { estFavorable } from '../colonnes/choix';
import { COLONNES_COLLECTIFS } from '../colonnes/collectifs';
import type { Colonnes } from '../colonnes/colonne';
import { COLONNES_ECRITURES_PASSEES } from '../colonnes/ecrituresPassees';
import { COLONNES_PROJETS, type Projet } from '../colonnes/projets';
import { COLONNES_VERSEMENTS, type Versement } from '../colonnes/versements';
import { ErreurClasseur } from '../formes/erreurs';
import type { ParEtapes } from '../formes/etapes';
import {
  estGeneree,
  estPage,
  estUnBareme,
  estUneSortie,
  FEUILLES_AGENT,
  LISTES,
  MENTION,
  feuillesCandidates,
  porteLeNom,
  type CleFeuille,
} from '../feuilles';
import type { ClasseurLu, Feuille } from '../formes/grille';
import { SANS_MEMOIRE, type Memoire } from '../formes/memoire';
import { BILAN_VIDE, type BilanTable, type FeuilleLue } from './bilan';
import { peutEtreEnTete, trouverEntetes, type OptionsEntetes, type Pointage } from './entetes';
import { AUTRES_INTITULES } from './lignes/sorts';
import { lireJustifications, type Justification } from './justifications';
import { lireLibelles } from './libelles';
import { lireParametres, type Parametres } from './parametres';
import { lireTable, type Table } from './table';
import { anneeDuTitre } from './titres';
import { anneeScolaire } from '../../reglement/annee';
import { cleDossier, estVide, normaliser } from '../../valeurs/texte';

/** Ce que l'agent désigne à la main : feuilles par leur nom, colonnes par leur intitulé. */
export interface Designations {
  readonly feuilles?: Partial<Record<CleFeuille, string>> | undefined;
  readonly colonnes?: Partial<Record<CleFeuille, Pointage>> | undefined;
  /** Intitulés dont l'agent dit que « ce n'est pas une colonne de Clas », et feuilles qui n'en sont pas non plus. */
  readonly ignorees?: readonly string[] | undefined;
}

const TABLES = {
  projets: COLONNES_PROJETS,
  collectifs: COLONNES_COLLECTIFS,
  versements: COLONNES_VERSEMENTS,
  bonusVerses: COLONNES_BONUS_VERSES,
  avenants: COLONNES_AVENANTS,
  ecrituresPassees: COLONNES_ECRITURES_PASSEES,
} as const satisfies Readonly<Record<Exclude<CleFeuille, 'parametres'>, Colonnes>>;

export type CleTable = keyof typeof TABLES;

/** Les colonnes de chaque feuille de données. */
export const colonnesDe = (cle: CleTable): Colonnes => TABLES[cle];
export const CLES_TABLES = Object.keys(TABLES) as readonly CleTable[];

/** La table lue dans cette feuille. */
export const tableDe = (
  feuille: string,
  lecture: Lecture,
): Pick<Table<Colonnes>, 'feuille' | 'definitions' | 'entetes'> | undefined =>
  CLES_TABLES.map((cle) => lecture[cle]).find((t) => t?.feuille.nom === feuille) ?? undefined;

/** La ligne Excel des intitulés ; celle du haut de la feuille quand elle n'en a pas. */
export const ligneDesIntitules = ({
  feuille,
  entetes,
}: Pick<Table<Colonnes>, 'feuille' | 'entetes'>): number => feuille.premiereLigne + (entetes?.indice ?? 0);

/** L'intitulé de Clas pour la colonne visée ; `null` : le lieu n'est pas d'une colonne. */
export function intituleDe(
  { feuille, champ }: { readonly feuille: string; readonly champ: string | null },
  lecture: Lecture,
): string | null {
  return tableDe(feuille, lecture)?.definitions[champ ?? '']?.entete ?? null;
}

type Tables = {
  readonly [C in Exclude<CleTable, 'projets'>]: Table<(typeof TABLES)[C]> | null;
};

export interface Lecture extends Tables {
  readonly parametres: Parametres;
  readonly projets: Table<typeof COLONNES_PROJETS>;
  /** Vrai quand le classeur a un journal que rien ne permet de lire : tout ce qui a été versé est inconnu. */
  readonly journalNonLu: boolean;
  /** Noms des feuilles dans l'ordre du classeur. */
  readonly feuilles: readonly string[];
  /** Ce qui a été lu de chaque feuille, et ce qui a été laissé. */
  readonly bilan: readonly FeuilleLue[];
  readonly anomalies: readonly Anomalie[];
  /** Ce que l'agent a déjà justifié. */
  readonly justifications: readonly Justification[];
}

export interface OptionsLecture {
  readonly designations?: Designations | undefined;
  /** Celle de l'examen précédent : ce qui n'a pas changé n'est pas refait. */
  readonly memoire?: Memoire | undefined;
  /** Lignes admises par feuille, au lieu du plafond : pour mesurer, pas pour un classeur venu d'ailleurs. */
  readonly lignesMax?: number | undefined;
}

/**
 * Une feuille facultative vide compte comme absente. Remplie sous des intitulés inconnus, elle se signale :
 * des versements ne s'ignorent pas en silence.
 */
const estSansDonnees = (cle: CleTable, feuille: Feuille, table: Pick<Table<Colonnes>, 'entetes'>): boolean =>
  table.entetes !== undefined ||
  !porteLeNom(feuille.nom, cle) ||
  feuille.lignes.filter((ligne) => !ligne.every(estVide)).length <= 1;

/** Le journal se reconnaît à sa nature ou à sa gestion ; les autres feuilles, à une colonne obligatoire. */
function ressembleA(feuille: Feuille, cle: CleFeuille, annee: number, dates1904: boolean): boolean {
  if (cle === 'parametres') return lireLibelles(feuille).size > 0;
  const lues = trouverEntetes(feuille, TABLES[cle], { annee, dates1904 });
  const a = (champ: string): boolean =>
    lues?.colonnes.has(champ) === true || lues?.doubles.has(champ) === true;
  if (cle === 'versements') return a('nature') || a('gestion');
  return Object.entries<Colonnes[string]>(TABLES[cle]).some(([champ, c]) => c.exigence === 'oui' && a(champ));
}

/** Une feuille laissée de côté y ferait perdre des montants en silence. */
const NON_LUES = { versements: 'feuille.journal-non-lu', bonusVerses: 'feuille.bonus-non-lus' } as const;

/** À côté de la feuille lue, une autre a des lignes que celle-ci n'a pas. */
const A_PART = { projets: 'feuille.projets-a-part', versements: 'feuille.versements-a-part' } as const;
const A_PART_MAX = 100;
/** Une copie, un modèle, un historique ne sont pas des données de l'année. */
const DE_COTE = /archive|histori|ancien|sauvegarde|copie|modele|exemple|essai|test|brouillon/;

/** Sans eux, une feuille n'a pas ce rôle ; sans nombre de bonus, dossier et montant se trouvent partout. */
const requisDe = (cle: CleTable): readonly [string, Colonnes[string]][] =>
  Object.entries<Colonnes[string]>(TABLES[cle]).filter(
    ([champ, { exigence }]) => exigence === 'oui' || (cle === 'bonusVerses' && champ === 'bonusEnfants'),
  );

const rolesVus = new WeakMap<Feuille, { readonly annee: number; readonly roles: readonly CleTable[] }>();
/** Les rôles que les mots de cette feuille n'excluent pas. */
function rolesPossibles(feuille: Feuille, annee: number): readonly CleTable[] {
  const vus = rolesVus.get(feuille);
  if (vus?.annee === annee) return vus.roles;
  const peut = peutEtreEnTete(feuille, annee);
  const roles = CLES_TABLES.filter((cle) => peut(requisDe(cle).map(([, colonne]) => colonne)));
  rolesVus.set(feuille, { annee, roles });
  return roles;
}

/** Celles qui ont tous les intitulés obligatoires de ce rôle, et des lignes dessous : elles lui ressemblent, sous un autre nom. */
function* feuillesRessemblantes(
  feuilles: readonly Feuille[],
  cle: CleTable,
  options: OptionsEntetes,
): Generator<Feuille, void> {
  const requis = requisDe(cle);
  for (const feuille of feuilles) {
    if (!rolesPossibles(feuille, options.annee).includes(cle)) continue;
    const lues = trouverEntetes(feuille, TABLES[cle], options);
    if (
      lues &&
      feuille.lignes.slice(lues.indice + 1).some((ligne) => !ligne.every(estVide)) &&
      requis.every(([champ]) => lues.colonnes.has(champ))
    )
      yield feuille;
  }
}

/** Une page que Clas a écrite là (« Paiements ») n'est pas une donnée de l'agent. */
const estPageLue = ({ nom, lignes, premiereLigne, premiereColonne }: Feuille): boolean =>
  estPage(nom, lignes[MENTION.ligne - premiereLigne]?.[MENTION.colonne - premiereColonne] ?? null);

const sontLesListes = ({ nom, lignes: [premiere] }: Feuille): boolean =>
  nom === LISTES.nom && premiere?.[0] === LISTES.premierIntitule;

interface Choix {
  readonly feuille: Feuille | undefined;
  /** Feuilles entre lesquelles rien ne tranche. */
  readonly doute: readonly Feuille[];
}

function choisir(
  { feuilles, dates1904 }: ClasseurLu,
  cle: CleFeuille,
  designee: string | undefined,
  annee: number,
): Choix {
  const deLAgent = designee === undefined ? feuilles.filter((f) => !estPageLue(f)) : feuilles;
  const candidates = feuillesCandidates(deLAgent, cle, designee);
  const [premiere] = candidates;
  if (designee !== undefined && !premiere) throw introuvable(designee, feuilles);
  if (designee !== undefined || (candidates.length === 1 && premiere && porteLeNom(premiere.nom, cle)))
    return { feuille: premiere, doute: [] };
  const ressemblantes = candidates.filter((f) => ressembleA(f, cle, annee, dates1904));
  // un onglet par année : le sien, s'il est seul à l'être
  const siennes = ressemblantes.filter((f) => !DUNE_ANNEE.has(cle) || !estDUneAutreAnnee(f, cle, annee));
  const semblables = siennes.length === 1 ? siennes : ressemblantes;
  // une seule feuille pour les projets ou les paramètres : mieux vaut dire ce qui lui manque que « introuvable »
  const admises =
    semblables.length === 0 && (cle === 'projets' || cle === 'parametres')
      ? candidates.slice(0, 1)
      : semblables;
  const [seule] = admises;
  if (admises.length === 1 && seule && cle !== 'projets' && estDUneAutreAnnee(seule, cle, annee))
    return { feuille: undefined, doute: [] };
  return { feuille: seule, doute: admises.length > 1 ? admises : [] };
}

/** Feuilles dont les lignes sont de l'année scolaire du classeur ; les autres en ont d'avant, ou de plusieurs. */
const DUNE_ANNEE: ReadonlySet<CleFeuille> = new Set<CleFeuille>([
  'projets',
  'collectifs',
  'versements',
  'avenants',
]);

/** « Versements 2020-2021 » n'est pas le journal de 2021-2022. */
const estDUneAutreAnnee = ({ nom }: Feuille, cle: CleFeuille, annee: number): boolean =>
  DUNE_ANNEE.has(cle) && anneeDuTitre(nom, annee) === 'autre';

/** Au-delà, la phrase ne se lirait plus. */
const FEUILLES_NOMMEES_MAX = 10;

function nommer(feuilles: readonly Feuille[]): string {
  const noms = feuilles.slice(0, FEUILLES_NOMMEES_MAX).map((f) => `« ${f.nom} »`);
  const autres = feuilles.length - noms.length;
  return noms.join(', ') + (autres > 0 ? ` et ${autres} autre${s(autres)}` : '');
}
const introuvable = (nom: string, feuilles: readonly Feuille[]): ErreurClasseur =>
  new ErreurClasseur(
    `Feuille « ${nom} » introuvable (feuilles du classeur : ${nommer(feuilles) || 'aucune'}). Désigner l’une d’elles.`,
  );

/** @throws ErreurClasseur sans feuille Projets ou sans année scolaire : rien ne peut être dit du classeur. */
export function* lireClasseur(
  classeur: ClasseurLu,
  { designations = {}, memoire = SANS_MEMOIRE, lignesMax }: OptionsLecture = {},
): ParEtapes<Lecture> {
  const { dates1904 } = classeur;
  const anomalies: Anomalie[] = [];
  const roles = new Map<Feuille, { cle: CleFeuille; bilan: BilanTable }>();
  const retenir = (feuille: Feuille, cle: CleFeuille, bilan: BilanTable): void => {
    roles.set(feuille, { cle, bilan });
    if (feuille.visibilite === 'visible') return;
    const code = feuille.visibilite === 'masquee' ? 'feuille.masquee' : 'feuille.tres-masquee';
    anomalies.push(anomalie(code, lieuDe(feuille), { v: feuille.nom }));
  };
  const enDoute = new Set<CleFeuille>();
  const trouver = (cle: CleFeuille, annee: number): Feuille | undefined => {
    const { feuille, doute } = choisir(classeur, cle, designations.feuilles?.[cle], annee);
    const [premiere] = doute;
    // la seule feuille des projets se lit, et rien ne se fait d'officiel tant que l'agent n'a pas dit que c'est elle
    if (feuille && designations.feuilles?.[cle] === undefined && estDUneAutreAnnee(feuille, cle, annee))
      anomalies.push(
        anomalie('feuille.autre-annee', lieuDe(feuille), { v: feuille.nom, annee: anneeScolaire(annee) }),
      );
    if (!premiere) return feuille;
    enDoute.add(cle);
    anomalies.push(
      anomalie('feuille.en-double', lieuDe(premiere), { role: FEUILLES_AGENT[cle], feuilles: nommer(doute) }),
    );
    return feuille;
  };
  const table = function* <C extends CleTable>(
    cle: C,
    { annee }: Parametres,
    dispensees?: ReadonlySet<string>,
  ): ParEtapes<Table<(typeof TABLES)[C]> | null> {
    const trouvee = trouver(cle, annee);
    // entre deux journaux, aucun ne compte : l'agent tranche
    if (!trouvee || (enDoute.has(cle) && cle !== 'projets')) return null;
    const lue = yield* lireTable(trouvee, TABLES[cle], {
      annee,
      dates1904,
      memoire,
      lignesMax: lignesMax ?? (cle === 'projets' ? PROJETS_MAX : undefined),
      dispensees,
      titresDAnnee: DUNE_ANNEE.has(cle),
      // dans Projets, une autre année se corrige ou se sépare : la remontée n'en porte qu'une
      campagnes: cle !== 'projets',
      pointage: designations.colonnes?.[cle],
      ignorees: designations.ignorees,
    });
    const vide = cle !== 'projets' && lue.table.lignes.length === 0;
    if (vide && estSansDonnees(cle, trouvee, lue.table)) {
      for (const a of lue.anomalies) if (a.code === 'ligne.ignoree') anomalies.push(a);
      if (lue.table.entetes) retenir(trouvee, cle, lue.table.bilan);
      return null;
    }
    for (const a of lue.anomalies) anomalies.push(a);
    retenir(trouvee, cle, lue.table.bilan);
    return lue.table;
  };
  if (!choisir(classeur, 'projets', designations.feuilles?.projets, 0).feuille) {
    const probables = [...feuillesRessemblantes(classeur.feuilles, 'projets', { annee: 0, dates1904 })];
    const [premiere, seconde] = probables;
    const laquelle = seconde
      ? `${nommer(probables)} en ont les intitulés : nommer « Projets » la bonne`
      : premiere
        ? `${nommer(probables)} en a les intitulés : la nommer « Projets »`
        : 'Renommer la feuille des projets';
    throw new ErreurClasseur(
      `Feuille « Projets » introuvable (feuilles du classeur : ${nommer(classeur.feuilles) || 'aucune'}). ${laquelle}, ou la désigner.`,
    );
  }
  const feuilleParametres = trouver('parametres', 0);
  const baremes = classeur.feuilles.filter((f) => estUnBareme(f.nom));
  const {
    bilan: bilanParametres,
    baremeAPart,
    anomalies: dites,
    ...parametres
  } = lireParametres(feuilleParametres, dates1904, baremes);
  if (feuilleParametres) retenir(feuilleParametres, 'parametres', bilanParametres);
  if (baremeAPart) retenir(baremeAPart.feuille, 'parametres', baremeAPart.bilan);
  for (const a of dites) anomalies.push(a);
  const versements = yield* table('versements', parametres);
  // le journal dispense Projets de ses colonnes d'acomptes : rien ne leur ressemble
  const projets = yield* table('projets', parametres, versements ? ACOMPTES : undefined);
  if (!projets) throw new ErreurClasseur('Feuille « Projets » illisible.');
  const collectifs = yield* table('collectifs', parametres);
  const bonusVerses = yield* table('bonusVerses', parametres);
  const ignorees = new Set(designations.ignorees?.map(normaliser));
  /** Les feuilles que personne ne lit. */
  const sansRole = (): readonly Feuille[] =>
    classeur.feuilles.filter(
      (f) => !roles.has(f) && !estGeneree(f.nom) && !estUneSortie(f.nom) && !ignorees.has(normaliser(f.nom)),
    );
  const sansPointage = { annee: parametres.annee, dates1904 };
  /** Vrai quand une feuille que personne ne lit a les intitulés du rôle, que personne ne tient ; elle se dit. */
  const laissee = (cle: keyof typeof NON_LUES): boolean => {
    const trouvee = feuillesRessemblantes(sansRole(), cle, sansPointage).next().value;
    if (trouvee) anomalies.push(anomalie(NON_LUES[cle], lieuDe(trouvee), { v: trouvee.nom }));
    return trouvee !== undefined;
  };
  /** Celles qui ont les intitulés d'un rôle déjà tenu : au plus `A_PART_MAX`, une alerte chacune. */
  const aCote = (cle: keyof typeof A_PART): readonly Feuille[] => {
    const possibles = sansRole().filter(
      (f) => !DE_COTE.test(normaliser(f.nom)) && !estDUneAutreAnnee(f, cle, parametres.annee),
    );
    const trouvees: Feuille[] = [];
    for (const feuille of feuillesRessemblantes(possibles, cle, sansPointage)) {
      trouvees.push(feuille);
      if (trouvees.length >= A_PART_MAX) break;
    }
    return trouvees;
  };
  const direAPart = (cle: keyof typeof A_PART, f: Feuille, lue: Feuille): void =>
    void anomalies.push(anomalie(A_PART[cle], lieuDe(f), { v: f.nom, lue: lue.nom }));
  const options = {
    annee: parametres.annee,
    dates1904,
    memoire,
    titresDAnnee: true,
    campagnes: true,
    // une feuille que Clas ne lit pas n'en fait pas refuser le classeur
    lignesMax: Infinity,
  };
  const connus = new Set(projets.lignes.map(({ dossier }) => cleDossier(dossier ?? '')));
  const nouveau = ({ dossier, agrement, dateAgrement }: Projet): boolean =>
    dossier !== null &&
    !connus.has(cleDossier(dossier)) &&
    estFavorable(agrement) &&
    (dateAgrement === null || Number(dateAgrement.slice(0, 4)) >= parametres.annee);
  for (const f of enDoute.has('projets') ? [] : aCote('projets')) {
    const { table: autre } = yield* lireTable(f, COLONNES_PROJETS, options);
    if (autre.lignes.some(nouveau)) direAPart('projets', f, projets.feuille);
  }
  const fait = ({ dossier, nature, date, montant }: Versement): string =>
    [cleDossier(dossier ?? ''), nature, date, String(montant)].join(' ');
  const faits = new Set(versements?.lignes.map(fait));
  for (const f of versements ? aCote('versements') : []) {
    const { table: autre } = yield* lireTable(f, COLONNES_VERSEMENTS, options);
    const absent = autre.lignes.some((v) => connus.has(cleDossier(v.dossier ?? '')) && !faits.has(fait(v)));
    if (versements && absent) direAPart('versements', f, versements.feuille);
  }
  // des acomptes saisis dans Projets disent où l'agent les tient
  const ailleurs =
    versements === null && !enDoute.has('versements') && !aDesAcomptes(projets) && laissee('versements');
  if (bonusVerses === null && !enDoute.has('bonusVerses')) laissee('bonusVerses');
  const lecture = {
    parametres,
    projets,
    journalNonLu: ailleurs || enDoute.has('versements') || (versements !== null && nonLue(versements)),
    collectifs,
    versements,
    bonusVerses,
    avenants: yield* table('avenants', parametres),
    ecrituresPassees: yield* table('ecrituresPassees', parametres),
    feuilles: classeur.feuilles.map((f) => f.nom),
    anomalies,
    justifications: lireJustifications(classeur.feuilles),
  };
  const bilan = classeur.feuilles.map((feuille): FeuilleLue => {
    const lue = roles.get(feuille);
    return {
      feuille: feuille.nom,
      role:
        lue?.cle ??
        (estGeneree(feuille.nom) || estPageLue(feuille) || sontLesListes(feuille) ? 'generee' : null),
      visible: feuille.visibilite === 'visible',
      ...(lue?.bilan ?? BILAN_VIDE),
    };
  });
  return { ...lecture, bilan };
}

const lieuDe = ({ nom }: Feuille) => ({
  feuille: nom,
  ligne: null,
  colonne: null,
  champ: null,
  valeur: null,
});

/** Un projet se contrôle et se calcule en quarante montants : il pèse quatre lignes d'une autre feuille. Le pays entier en a 3 000. */
const PROJETS_MAX = 5_000;

/** Ce que le journal des versements dispense de trouver dans Projets. */
export const ACOMPTES: ReadonlySet<string> = new Set(['acomptesN', 'acomptesN1']);

/** Vrai quand des lignes de cette feuille ne se lisent pas, faute d'intitulés, ou sous d'autres. */
const nonLue = ({ entetes, bilan }: Pick<Table<Colonnes>, 'entetes' | 'bilan'>): boolean =>
  !entetes || bilan.lignesIgnorees.some(({ motif }) => motif === AUTRES_INTITULES);

const aDesAcomptes = ({ lignes }: Lecture['projets']): boolean =>
  lignes.some((p) =>
    [...ACOMPTES].some((champ) => p[champ as 'acomptesN']?.gt(0) || p.illisibles.has(champ)),
  );
