/**
 * Une table faite à la maison, d'un coup : pour chaque colonne que Clas ne lit pas, celle des siennes qu'elle est sans
 * doute, d'après son intitulé et ce qu'elle contient. L'agent accepte ou change : rien ne se lit sur une proposition.
 */
import { nombreAffiche } from '../../valeurs/formatNombre';
import { normaliser, pleine, texteDe } from '../../valeurs/texte';
import type { Valeur } from '../../valeurs/valeur';
import type { Colonne, Colonnes, TypeColonne } from '../colonnes/colonne';
import { estGeneree, estUneSortie } from '../feuilles';
import type { ClasseurLu, Feuille } from '../formes/grille';
import { lireCellule, SANS_LIEU } from './cellule';
import { contenuVa, LIGNES_CHERCHEES, trouverEntetes, type Entetes, type OptionsEntetes } from './entetes';
import { proximites } from './intitules';
import { ACOMPTES, CLES_TABLES, colonnesDe, type CleTable } from './tables';
import type { Lecture } from './lecture';

export interface ColonneProposee {
  /** Numéro Excel, A = 1. */
  readonly colonne: number;
  readonly entete: string;
  /** Les trois premières valeurs, telles que l'agent les voit. */
  readonly valeurs: readonly string[];
  /** La colonne de Clas proposée ; `null` : aucune, ou plusieurs également. */
  readonly champ: string | null;
  /** L'intitulé est proche, et les trois valeurs se lisent : sinon, à vérifier. */
  readonly sure: boolean;
}

export interface Proposition {
  readonly cle: CleTable;
  readonly feuille: string;
  /** Les colonnes que Clas ne lit pas encore, dans l'ordre de la feuille. */
  readonly colonnes: readonly ColonneProposee[];
  /** Les colonnes qui manquent, que l'agent peut choisir. */
  readonly champs: readonly string[];
}

type Options = Pick<OptionsEntetes, 'annee' | 'dates1904' | 'ignorees'> & {
  /** Colonnes qu'une autre feuille dispense de trouver. */
  readonly dispensees?: ReadonlySet<string> | undefined;
};

type Proche = ReturnType<typeof proximites>;

const VALEURS_MONTREES = 3;
/** En dessous, deux intitulés ne se ressemblent pas. */
const PROCHE = 0.6;
const SUR = 0.8;
/** Une colonne obligatoire sur deux : la feuille peut être celle des projets. */
const OBLIGATOIRES_MIN = 3;
/** Types que leur seul contenu fait reconnaître, sous n'importe quel intitulé. */
const PARLANTS: ReadonlySet<TypeColonne> = new Set(['siret', 'choix']);

interface Echantillon {
  readonly i: number;
  readonly entete: string;
  readonly valeurs: readonly { readonly brut: NonNullable<Valeur>; readonly format: string | undefined }[];
}

function echantillon({ lignes, formats }: Feuille, debut: number, i: number, entete: string): Echantillon {
  const valeurs: Echantillon['valeurs'][number][] = [];
  for (let l = debut; l < lignes.length && valeurs.length < VALEURS_MONTREES; l++) {
    const brut = pleine(lignes[l]?.[i]);
    if (brut !== null) valeurs.push({ brut, format: formats[l]?.[i] });
  }
  return { i, entete, valeurs };
}

/** Chaque valeur montrée est de ce type, sans réserve : un nombre n'est pas un nom, un Siret faux n'en est pas un. */
function seLisent({ valeurs }: Echantillon, definition: Colonne, dates1904: boolean): boolean {
  return valeurs.every(({ brut, format }) => {
    if (definition.type === 'texte' && !definition.identifiant && typeof brut === 'number') return false;
    const { valeur, anomalie } = lireCellule(brut, definition, { lieu: SANS_LIEU, dates1904, format });
    return valeur !== null && anomalie?.code !== 'siret.invalide';
  });
}

/** La seule valeur la plus haute ; `undefined` : aucune, ou deux à égalité. */
function meilleur<T>(candidats: readonly T[], note: (candidat: T) => number): T | undefined {
  const haut = Math.max(...candidats.map(note));
  const premiers = candidats.filter((c) => note(c) === haut);
  return premiers.length === 1 ? premiers[0] : undefined;
}

/** Les colonnes de cette feuille que `entetes` ne lit pas, chacune avec celle de Clas qui lui va. */
function proposer(
  feuille: Feuille,
  definitions: Colonnes,
  { indice, intitules, colonnes }: Pick<Entetes, 'indice' | 'intitules' | 'colonnes'>,
  { dates1904, ignorees = [], dispensees, proche }: Options & { readonly proche: Proche },
): Pick<Proposition, 'colonnes' | 'champs'> {
  const lues = new Set(colonnes.values());
  const laissees = new Set(ignorees.map(normaliser));
  const champs = Object.keys(definitions).filter(
    (cle) => !colonnes.has(cle) && definitions[cle]?.calculee !== true && dispensees?.has(cle) !== true,
  );
  const manquantes = new Set(champs);
  const debut = indice + 1;
  const noms = intitules.map((t) => normaliser(t ?? ''));
  const aProposer = intitules.flatMap((entete, i) =>
    entete === null || noms[i] === '' || lues.has(i) || laissees.has(noms[i] ?? '')
      ? []
      : [echantillon(feuille, debut, i, entete)],
  );
  const choix = aProposer.map((e) => {
    // un intitulé répété ne se désigne pas
    if (noms.filter((nom) => nom === noms[e.i]).length > 1) return { e };
    const candidats = [...proche(e.entete)].flatMap(([cle, note]) => {
      const definition = definitions[cle];
      const assez = note >= PROCHE || (PARLANTS.has(definition?.type ?? 'texte') && e.valeurs.length > 0);
      if (!definition || !assez || !contenuVa(feuille, debut, e.i, definition, dates1904)) return [];
      const lisible = seLisent(e, definition, dates1904);
      if (note >= PROCHE) return lisible || definition.type !== 'texte' ? [{ cle, note, lisible }] : [];
      return lisible ? [{ cle, note: PROCHE, lisible }] : [];
    });
    return { e, retenu: meilleur(candidats, ({ note }) => note) };
  });
  const gagnants = new Map(
    champs.map((cle) => {
      const prises = choix.filter(({ retenu }) => retenu?.cle === cle);
      return [cle, meilleur(prises, ({ retenu }) => retenu?.note ?? 0)?.e.i] as const;
    }),
  );
  return {
    champs,
    colonnes: choix.map(({ e, retenu }): ColonneProposee => {
      const gagne = retenu && manquantes.has(retenu.cle) && gagnants.get(retenu.cle) === e.i;
      return {
        colonne: feuille.premiereColonne + e.i,
        entete: e.entete,
        valeurs: e.valeurs.map(({ brut, format }) =>
          typeof brut === 'number' ? nombreAffiche(brut, format, dates1904) : (texteDe(brut) ?? ''),
        ),
        champ: gagne ? retenu.cle : null,
        sure: gagne === true && retenu.note >= SUR && retenu.lisible && e.valeurs.length > 0,
      };
    }),
  };
}

const proposees = ({ colonnes }: Pick<Proposition, 'colonnes'>): number =>
  colonnes.filter(({ champ }) => champ !== null).length;

/** Sans en-tête reconnu, celui des premières lignes qui propose le plus de colonnes. */
function proposerPour(
  feuille: Feuille,
  definitions: Colonnes,
  entetes: Entetes | undefined,
  options: Options,
): Pick<Proposition, 'colonnes' | 'champs'> {
  const avec = { ...options, proche: proximites(definitions, options.annee) };
  if (entetes) return proposer(feuille, definitions, entetes, avec);
  let meilleure: Pick<Proposition, 'colonnes' | 'champs'> = { colonnes: [], champs: [] };
  feuille.lignes.slice(0, LIGNES_CHERCHEES).forEach((ligne, indice) => {
    const intitules = ligne.map((v) => (typeof v === 'string' ? texteDe(v) : null));
    if (intitules.filter((t) => t !== null).length < 2) return;
    const essai = proposer(feuille, definitions, { indice, intitules, colonnes: new Map() }, avec);
    if (proposees(essai) > proposees(meilleure)) meilleure = essai;
  });
  return meilleure;
}

/** Les feuilles lues dont des colonnes remplies attendent qu'on les reconnaisse. */
export function propositionsDe(
  lecture: Lecture,
  dates1904: boolean,
  ignorees: readonly string[] = [],
): readonly Proposition[] {
  return CLES_TABLES.flatMap((cle): Proposition[] => {
    const table = lecture[cle];
    if (table === null) return [];
    const { feuille, entetes, definitions } = table;
    const dispensees = cle === 'projets' && lecture.versements ? ACOMPTES : undefined;
    const options = { annee: lecture.parametres.annee, dates1904, ignorees, dispensees };
    const trouve = proposerPour(feuille, definitions, entetes, options);
    return proposees(trouve) === 0 ? [] : [{ cle, feuille: feuille.nom, ...trouve }];
  });
}

/** Les feuilles du classeur qui peuvent être celle des projets, sous un autre nom : celle de l'année et celle d'avant, à égalité. */
export function proposerProjets({ feuilles, dates1904 }: ClasseurLu): readonly Proposition[] {
  const definitions = colonnesDe('projets');
  // l'année n'est pas encore connue : aucun millésime n'est N
  const options = { annee: 0, dates1904 };
  const candidates = feuilles.flatMap((feuille) => {
    if (estGeneree(feuille.nom) || estUneSortie(feuille.nom)) return [];
    const entetes = trouverEntetes(feuille, definitions, options);
    const trouve = proposerPour(feuille, definitions, entetes, options);
    const tenues = new Set([
      ...(entetes?.colonnes.keys() ?? []),
      ...trouve.colonnes.flatMap(({ champ }) => champ ?? []),
    ]);
    const obligatoires = [...tenues].filter((cle) => definitions[cle]?.exigence === 'oui').length;
    return obligatoires < OBLIGATOIRES_MIN
      ? []
      : [{ obligatoires, proposition: { cle: 'projets' as const, feuille: feuille.nom, ...trouve } }];
  });
  const plus = Math.max(...candidates.map(({ obligatoires }) => obligatoires));
  return candidates.flatMap(({ obligatoires, proposition }) => (obligatoires === plus ? [proposition] : []));
}
