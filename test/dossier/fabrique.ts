/** Un petit classeur juste, à abîmer : chaque test change une chose et attend une raison. */
import { adresse } from '../../src/dossier/anomalies/anomalie';
import { COLONNES_AVENANTS } from '../../src/dossier/colonnes/avenants';
import { COLONNES_BONUS_VERSES } from '../../src/dossier/colonnes/bonusVerses';
import { COLONNES_COLLECTIFS } from '../../src/dossier/colonnes/collectifs';
import type { Colonnes } from '../../src/dossier/colonnes/colonne';
import { COLONNES_PROJETS } from '../../src/dossier/colonnes/projets';
import { COLONNES_VERSEMENTS } from '../../src/dossier/colonnes/versements';
import { examiner, type Examen } from '../../src/dossier/examiner';
import type { ClasseurLu, Feuille, Visibilite } from '../../src/dossier/formes/grille';
import type { Valeur } from '../../src/valeurs/valeur';
import { serieDeDate } from '../../src/valeurs/date';
import type { Designations } from '../../src/dossier/lecture/roles';

type ChampProjet = keyof typeof COLONNES_PROJETS;
export type Ligne = Readonly<Record<string, Valeur>>;
export const jour = (iso: string): number => serieDeDate(iso);

/** Trois collectifs, un coût moyen sous le plafond, un budget équilibré, un bonus de chaque genre. */
export const PROJET: Ligne = {
  dossier: 'P-1',
  gestionnaire: 'Association Les Marronniers',
  siret: '99900001100018',
  typeGestionnaire: 'association',
  action: 'Clas des Marronniers',
  commune: 'Orléans',
  public: 'collège',
  rural: 'non',
  agrement: 'favorable',
  dateAgrement: jour('2021-10-12'),
  collectifsAgrees: 3,
  collectifsReels: null,
  enfants: 30,
  axeEnfants: 'oui',
  axeParents: 'oui',
  axeEcole: 'oui',
  axeTerritoire: 'oui',
  aideAuxDevoirsSeule: 'non',
  coutPrevisionnel: 18000,
  coutReel: null,
  fondsLocaux: 0,
  autresBrancheFamille: 0,
  autresRecettes: 11550,
  bonusEnfants: 1,
  bonusParents: 1,
  projetBonus: 'oui',
  acomptesN: null,
  acomptesN1: null,
  coutControle: null,
  collectifsControles: null,
  debutConvention: jour('2021-09-01'),
  finConvention: jour('2022-08-31'),
  observations: null,
};

const COLLECTIF: Ligne = {
  dossier: 'P-1',
  collectif: 'Groupe 1',
  lieu: 'Maison de quartier',
  enfants: 10,
  handicap: 'non',
  rural: 'non',
  seances: 2,
  duree: 1.5,
  derogation: 'non',
  semaines: 28,
  intervenants: 2,
  debut: jour('2021-11-08'),
  fin: jour('2022-06-15'),
  cout: null,
  bonusEnfants: null,
  bonusParents: null,
  evenements: null,
};

const VERSEMENT: Ligne = {
  dossier: 'P-1',
  nature: 'acompte',
  gestion: 'N',
  date: jour('2021-11-20'),
  montant: 1000,
  reference: 'SPC 1',
};

const BAREME_2021: readonly Valeur[] = [2021, 0.325, 7885, 2563, 300, 300, 'Circ. 2021-006, § 3.2 et 3.3'];

export interface Reglages {
  readonly projets?: readonly Ligne[];
  readonly collectifs?: readonly Ligne[];
  readonly versements?: readonly Ligne[];
  readonly bonusVerses?: readonly Ligne[];
  readonly avenants?: readonly Ligne[];
  readonly parametres?: Readonly<Record<string, Valeur>>;
  readonly bareme?: readonly (readonly Valeur[])[];
  /** Colonnes de Projets retirées du classeur ; puis celles des autres feuilles. */
  readonly sans?: readonly string[];
  readonly sansCollectifs?: readonly string[];
  readonly sansVersements?: readonly string[];
  readonly formules?: Readonly<Record<string, string>>;
  /** Formats de nombre de la feuille Projets, par champ, les mêmes sur toutes ses lignes. */
  readonly formats?: Readonly<Record<string, string>>;
  /** Intitulés de la feuille Projets que l'agent a changés, par champ. */
  readonly intitules?: Readonly<Record<string, string>>;
  readonly nomProjets?: string;
  readonly visibilites?: Readonly<Record<string, Visibilite>>;
  /** Feuilles de plus, après les autres. */
  readonly autres?: readonly Feuille[];
  readonly lignesMasquees?: readonly number[];
  readonly colonnesMasquees?: readonly number[];
  readonly lignesBarrees?: readonly number[];
  readonly fusions?: readonly string[];
  readonly au?: string;
  readonly dates1904?: boolean;
  readonly designations?: Designations;
}

export function feuille(
  nom: string,
  lignes: readonly (readonly Valeur[])[],
  reste: Partial<Feuille> = {},
): Feuille {
  return {
    nom,
    visibilite: 'visible',
    formats: [],
    lignesDeTotal: [],
    premiereLigne: 1,
    premiereColonne: 1,
    lignes,
    formules: new Map(),
    lignesMasquees: [],
    colonnesMasquees: [],
    lignesBarrees: [],
    fusions: [],
    ...reste,
  };
}

export function tableau(
  definitions: Colonnes,
  lignes: readonly Ligne[],
  sans: readonly string[] = [],
): Valeur[][] {
  // les colonnes que Clas ne fait que comparer n'y sont que si un test s'en sert
  const cles = Object.keys(definitions).filter(
    (cle) => !sans.includes(cle) && (!definitions[cle]?.calculee || lignes.some((l) => l[cle] !== undefined)),
  );
  return [
    cles.map((cle) => definitions[cle]?.entete ?? ''),
    ...lignes.map((l) => cles.map((cle) => l[cle] ?? null)),
  ];
}

/** La feuille Projets telle que l'agent l'a faite : ses intitulés, ses formats, ses formules. */
function feuilleProjets(r: Reglages): Feuille {
  const [entetes = [], ...lignes] = tableau(COLONNES_PROJETS, r.projets ?? [PROJET], r.sans);
  const parEntete = (change: Readonly<Record<string, string>> = {}) =>
    new Map<string, string>(
      Object.entries(change).map(([cle, dit]) => [COLONNES_PROJETS[cle as ChampProjet].entete, dit]),
    );
  const intitules = parEntete(r.intitules);
  const formats = parEntete(r.formats);
  const deLigne = entetes.map((e) => formats.get(String(e)));
  return feuille(r.nomProjets ?? 'Projets', [entetes.map((e) => intitules.get(String(e)) ?? e), ...lignes], {
    formules: new Map(Object.entries(r.formules ?? {})),
    formats: r.formats ? [undefined, ...lignes.map(() => deLigne)] : [],
    lignesMasquees: r.lignesMasquees ?? [],
    colonnesMasquees: r.colonnesMasquees ?? [],
    lignesBarrees: r.lignesBarrees ?? [],
    fusions: r.fusions ?? [],
  });
}

export function classeur(r: Reglages = {}): ClasseurLu {
  const parametres: Record<string, Valeur> = {
    Caf: '45',
    'Nom de la Caf': 'Caf du Loiret',
    'Code organisme': null,
    'Année scolaire': '2021-2022',
    'Arrondi Ps': 'barème publié',
    Contact: null,
    ...r.parametres,
  };
  const bareme = [
    ['Année N', 'Taux', 'Prix plafond', 'Montant maximal', 'Bonus enfants', 'Bonus parents', 'Source'],
    ...(r.bareme ?? [BAREME_2021]),
  ];
  const droite = Object.entries(parametres).map(([libelle, valeur], i): Valeur[] => [
    libelle,
    valeur,
    null,
    ...(bareme[i] ?? []),
  ]);
  return {
    dates1904: r.dates1904 ?? false,
    feuilles: [
      feuille('Paramètres', droite),
      feuilleProjets(r),
      ...(r.collectifs
        ? [feuille('Collectifs', tableau(COLONNES_COLLECTIFS, r.collectifs, r.sansCollectifs))]
        : []),
      ...(r.versements
        ? [feuille('Versements', tableau(COLONNES_VERSEMENTS, r.versements, r.sansVersements))]
        : []),
      ...(r.avenants ? [feuille('Avenants', tableau(COLONNES_AVENANTS, r.avenants))] : []),
      ...(r.bonusVerses ? [feuille('Bonus versés', tableau(COLONNES_BONUS_VERSES, r.bonusVerses))] : []),
      ...(r.autres ?? []),
    ].map((f) => ({ ...f, visibilite: r.visibilites?.[f.nom] ?? f.visibilite })),
  };
}

export const examen = (r: Reglages = {}): Examen =>
  examiner(classeur(r), { au: r.au ?? '2022-01-20', designations: r.designations });

/** Le rapport à plat : « Projets!S2 ps.plafond-applique ». */
export const rapport = (e: Examen): string[] =>
  e.anomalies.map((a) => `${adresse(a) ?? a.feuille} ${a.code}`);

export const projet = (change: Ligne): Ligne => ({ ...PROJET, ...change });
export const collectif = (change: Ligne): Ligne => ({ ...COLLECTIF, ...change });
export const versement = (change: Ligne): Ligne => ({ ...VERSEMENT, ...change });

/** Un classeur juste de l'année d'après, au même barème. */
export const SUIVANTE: Reglages = {
  parametres: { 'Année scolaire': '2022-2023' },
  bareme: [[2022, 0.325, 7885, 2563, 300, 300, 'essai'], BAREME_2021],
  projets: [projet({ dossier: 'S-1', dateAgrement: jour('2022-10-12'), finConvention: jour('2023-08-31') })],
  au: '2023-01-20',
};
