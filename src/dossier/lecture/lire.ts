/** Lire le classeur de l'agent : paramètres et feuilles de données, avec les anomalies de structure et de format. */
import type { Anomalie } from '../anomalies/anomalie';
import type { Colonnes } from '../colonnes/colonne';
import { ErreurClasseur } from '../formes/erreurs';
import type { ParEtapes } from '../formes/etapes';
import { estUnBareme, porteLeNom } from '../feuilles';
import type { ClasseurLu, Feuille } from '../formes/grille';
import { SANS_MEMOIRE, type Memoire } from '../formes/memoire';
import { estVide } from '../../valeurs/texte';
import { direLaissee, projetsAPart, versementsAPart } from './aPart';
import { lireJustifications } from './justifications';
import type { Lecture } from './lecture';
import { AUTRES_INTITULES } from './lignes/sorts';
import { lireParametres } from './parametres';
import { DUNE_ANNEE, Roles, type Designations } from './roles';
import { lireTable, type Table } from './table';
import { ACOMPTES, TABLES, type CleTable } from './tables';

export interface OptionsLecture {
  readonly designations?: Designations | undefined;
  /** Celle de l'examen précédent : ce qui n'a pas changé n'est pas refait. */
  readonly memoire?: Memoire | undefined;
  /** Lignes admises par feuille, au lieu du plafond : pour mesurer, pas pour un classeur venu d'ailleurs. */
  readonly lignesMax?: number | undefined;
}

/** Un projet se contrôle et se calcule en quarante montants : il pèse quatre lignes d'une autre feuille. Le pays entier en a 3 000. */
const PROJETS_MAX = 5_000;

/** @throws ErreurClasseur sans feuille Projets ou sans année scolaire : rien ne peut être dit du classeur. */
export function* lireClasseur(
  classeur: ClasseurLu,
  { designations = {}, memoire = SANS_MEMOIRE, lignesMax }: OptionsLecture = {},
): ParEtapes<Lecture> {
  const { dates1904 } = classeur;
  const roles = new Roles(classeur, designations);
  const { anomalies } = roles;
  const dire = (dites: Iterable<Anomalie>): void => {
    for (const a of dites) anomalies.push(a);
  };
  roles.exigerProjets();

  const feuilleParametres = roles.trouver('parametres', 0);
  const baremes = classeur.feuilles.filter((f) => estUnBareme(f.nom));
  const {
    bilan,
    baremeAPart,
    anomalies: desParametres,
    ...parametres
  } = lireParametres(feuilleParametres, dates1904, baremes);
  if (feuilleParametres) roles.retenir(feuilleParametres, 'parametres', bilan);
  if (baremeAPart) roles.retenir(baremeAPart.feuille, 'parametres', baremeAPart.bilan);
  dire(desParametres);
  const options = { annee: parametres.annee, dates1904, memoire };

  const table = function* <C extends CleTable>(
    cle: C,
    dispensees?: ReadonlySet<string>,
  ): ParEtapes<Table<(typeof TABLES)[C]> | null> {
    const trouvee = roles.trouver(cle, parametres.annee);
    // entre deux journaux, aucun ne compte : l'agent tranche
    if (!trouvee || (roles.enDoute(cle) && cle !== 'projets')) return null;
    const lue = yield* lireTable(trouvee, TABLES[cle], {
      ...options,
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
      dire(lue.anomalies.filter((a) => a.code === 'ligne.ignoree'));
      if (lue.table.entetes) roles.retenir(trouvee, cle, lue.table.bilan);
      return null;
    }
    dire(lue.anomalies);
    roles.retenir(trouvee, cle, lue.table.bilan);
    return lue.table;
  };

  const versements = yield* table('versements');
  // le journal dispense Projets de ses colonnes d'acomptes : rien ne leur ressemble
  const projets = yield* table('projets', versements ? ACOMPTES : undefined);
  if (!projets) throw new ErreurClasseur('Feuille « Projets » illisible.');
  const collectifs = yield* table('collectifs');
  const bonusVerses = yield* table('bonusVerses');

  if (!roles.enDoute('projets')) dire(yield* projetsAPart(projets, roles, options));
  if (versements) dire(yield* versementsAPart(projets, versements, roles, options));
  // des acomptes saisis dans Projets disent où l'agent les tient
  const sansJournal = versements === null && !roles.enDoute('versements') && !aDesAcomptes(projets);
  const ailleurs = sansJournal ? direLaissee('versements', roles, options) : undefined;
  const sansBonus = bonusVerses === null && !roles.enDoute('bonusVerses');
  const bonusAilleurs = sansBonus ? direLaissee('bonusVerses', roles, options) : undefined;
  dire([ailleurs, bonusAilleurs].filter((a) => a !== undefined));

  return {
    parametres,
    projets,
    journalNonLu:
      ailleurs !== undefined || roles.enDoute('versements') || (versements !== null && nonLue(versements)),
    collectifs,
    versements,
    bonusVerses,
    avenants: yield* table('avenants'),
    ecrituresPassees: yield* table('ecrituresPassees'),
    feuilles: classeur.feuilles.map((f) => f.nom),
    anomalies,
    justifications: lireJustifications(classeur.feuilles),
    bilan: roles.bilan(),
  };
}

/**
 * Une feuille facultative vide compte comme absente. Remplie sous des intitulés inconnus, elle se signale :
 * des versements ne s'ignorent pas en silence.
 */
const estSansDonnees = (cle: CleTable, feuille: Feuille, table: Pick<Table<Colonnes>, 'entetes'>): boolean =>
  table.entetes !== undefined ||
  !porteLeNom(feuille.nom, cle) ||
  feuille.lignes.filter((ligne) => !ligne.every(estVide)).length <= 1;

/** Vrai quand des lignes de cette feuille ne se lisent pas, faute d'intitulés, ou sous d'autres. */
const nonLue = ({ entetes, bilan }: Pick<Table<Colonnes>, 'entetes' | 'bilan'>): boolean =>
  !entetes || bilan.lignesIgnorees.some(({ motif }) => motif === AUTRES_INTITULES);

const aDesAcomptes = ({ lignes }: Lecture['projets']): boolean =>
  lignes.some((p) =>
    [...ACOMPTES].some((champ) => p[champ as 'acomptesN']?.gt(0) || p.illisibles.has(champ)),
  );
