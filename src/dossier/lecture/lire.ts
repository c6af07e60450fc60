/** Lire le classeur de l'agent : paramètres et feuilles de données, avec les anomalies de structure et de format. */
import type { Anomalie } from '../anomalies/anomalie';
import { COLONNES_AVENANTS } from '../colonnes/avenants';
import { COLONNES_BONUS_VERSES } from '../colonnes/bonusVerses';
import { COLONNES_COLLECTIFS } from '../colonnes/collectifs';
import type { Colonnes } from '../colonnes/colonne';
import { COLONNES_ECRITURES_PASSEES } from '../colonnes/ecrituresPassees';
import { COLONNES_PROJETS } from '../colonnes/projets';
import { COLONNES_VERSEMENTS } from '../colonnes/versements';
import { ErreurClasseur } from '../formes/erreurs';
import type { ParEtapes } from '../formes/etapes';
import { FEUILLES_AGENT, trouverFeuille, type CleFeuille } from '../feuilles';
import type { ClasseurLu, Feuille } from '../formes/grille';
import { SANS_MEMOIRE, type Memoire } from '../formes/memoire';
import type { Pointage } from './entetes';
import { lireParametres, type Parametres } from './parametres';
import { lireTable, type Table } from './table';
import { formulesDUneAutreAnnee } from '../controle/formulesAutreAnnee';
import { estVide, normaliser } from '../../valeurs/texte';

/** Ce que l'agent désigne à la main : feuilles par leur nom, colonnes par leur intitulé. */
export interface Designations {
  readonly feuilles?: Partial<Record<CleFeuille, string>> | undefined;
  readonly colonnes?: Partial<Record<CleFeuille, Pointage>> | undefined;
}

export interface Lecture {
  readonly parametres: Parametres;
  readonly projets: Table<typeof COLONNES_PROJETS>;
  readonly collectifs: Table<typeof COLONNES_COLLECTIFS> | null;
  readonly versements: Table<typeof COLONNES_VERSEMENTS> | null;
  readonly bonusVerses: Table<typeof COLONNES_BONUS_VERSES> | null;
  readonly avenants: Table<typeof COLONNES_AVENANTS> | null;
  readonly ecrituresPassees: Table<typeof COLONNES_ECRITURES_PASSEES> | null;
  /** Noms des feuilles dans l'ordre du classeur. */
  readonly feuilles: readonly string[];
  readonly anomalies: readonly Anomalie[];
}

/**
 * Une feuille facultative vide compte comme absente. Remplie sous des intitulés inconnus, elle se signale :
 * des versements ne s'ignorent pas en silence. Trouvée par un synonyme, elle peut n'être pas de Clas : on la laisse.
 */
function estSansDonnees(cle: CleFeuille, feuille: Feuille, table: Pick<Table<Colonnes>, 'entetes'>): boolean {
  const remplie = feuille.lignes.filter((ligne) => !ligne.every(estVide)).length > 1;
  return (
    !remplie || table.entetes !== undefined || normaliser(feuille.nom) !== normaliser(FEUILLES_AGENT[cle])
  );
}

export interface OptionsLecture {
  readonly designations?: Designations | undefined;
  /** Celle de l'examen précédent : ce qui n'a pas changé n'est pas refait. */
  readonly memoire?: Memoire | undefined;
  /** Lignes admises par feuille, au lieu du plafond : pour mesurer, pas pour un classeur venu d'ailleurs. */
  readonly lignesMax?: number | undefined;
}

/** @throws ErreurClasseur sans feuille Projets ou sans année scolaire : rien ne peut être dit du classeur. */
export function* lireClasseur(
  classeur: ClasseurLu,
  { designations = {}, memoire = SANS_MEMOIRE, lignesMax }: OptionsLecture = {},
): ParEtapes<Lecture> {
  const feuille = (cle: CleFeuille) => trouverFeuille(classeur.feuilles, cle, designations.feuilles?.[cle]);
  const anomalies: Anomalie[] = [];
  const table = function* <D extends Colonnes>(cle: CleFeuille, definitions: D): ParEtapes<Table<D> | null> {
    const trouvee = feuille(cle);
    if (!trouvee) return null;
    const lue = yield* lireTable(trouvee, definitions, {
      dates1904: classeur.dates1904,
      memoire,
      pointage: designations.colonnes?.[cle],
      lignesMax,
    });
    if (cle !== 'projets' && lue.table.lignes.length === 0 && estSansDonnees(cle, trouvee, lue.table))
      return null;
    anomalies.push(...lue.anomalies);
    return lue.table;
  };
  if (!feuille('projets')) {
    const noms = classeur.feuilles.map((f) => `« ${f.nom} »`).join(', ') || 'aucune';
    const designee = designations.feuilles?.projets;
    throw new ErreurClasseur(
      designee === undefined
        ? `Feuille « Projets » introuvable (feuilles du classeur : ${noms}). Renommer la feuille des projets, ou la désigner.`
        : `Feuille « ${designee} » introuvable (feuilles du classeur : ${noms}). Désigner l’une d’elles.`,
    );
  }
  const parametres = lireParametres(feuille('parametres'));
  const projets = yield* table('projets', COLONNES_PROJETS);
  if (!projets) throw new ErreurClasseur('Feuille « Projets » illisible.');
  anomalies.push(...parametres.anomalies, ...formulesDUneAutreAnnee(classeur, parametres));
  return {
    parametres,
    projets,
    collectifs: yield* table('collectifs', COLONNES_COLLECTIFS),
    versements: yield* table('versements', COLONNES_VERSEMENTS),
    bonusVerses: yield* table('bonusVerses', COLONNES_BONUS_VERSES),
    avenants: yield* table('avenants', COLONNES_AVENANTS),
    ecrituresPassees: yield* table('ecrituresPassees', COLONNES_ECRITURES_PASSEES),
    feuilles: classeur.feuilles.map((f) => f.nom),
    anomalies,
  };
}
