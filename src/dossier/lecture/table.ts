/** Lire une feuille de données : en-têtes, lignes typées, anomalies de structure et de format, valeur brute gardée. */
import { adresseDe } from '../formes/adresses';
import type { Anomalie, Lieu } from '../anomalies/anomalie';
import type { Colonne, Colonnes, Rangee } from '../colonnes/colonne';
import { ErreurClasseur } from '../formes/erreurs';
import { estUnArret, type ParEtapes } from '../formes/etapes';
import type { Feuille } from '../formes/grille';
import type { Valeur } from '../../valeurs/valeur';
import type { Memoire } from '../formes/memoire';
import { enFrancais } from '../../reglement/explication';
import { BILAN_VIDE, type BilanTable } from './bilan';
import { trouverEntetes, type Entetes, type OptionsEntetes } from './entetes';
import { couvertesParFusion, verifierEntetes, verifierPresentation } from './forme';
import { ecarterAutresIntitules } from './autresIntitules';
import { direIgnoree, ignoreesParBloc } from './lignes/ignorees';
import type { ColonneLue } from './lignes/rangees';
import { trierLignes } from './lignes/trier';
import { lireLigne, type LigneLue } from './ligne';
import { colonnesNonLues, direSemblables, type NonLue } from './nonLues';
import { colonnesRivales } from './rivales';
import { estVide } from '../../valeurs/texte';

export interface Table<D extends Colonnes> {
  readonly feuille: Feuille;
  readonly definitions: D;
  readonly lignes: readonly Rangee<D>[];
  readonly entetes: Entetes | undefined;
  /** Ce qui a été lu, et ce qui a été laissé. */
  readonly bilan: BilanTable;
  /** Vrai quand la colonne a été trouvée. */
  readonly a: (cle: keyof D & string) => boolean;
  /** L'intitulé que l'agent a donné à la colonne. */
  readonly intitule: (cle: keyof D & string) => string;
  /** L'endroit d'une cellule, avec sa valeur brute, pour une anomalie. */
  readonly lieu: (ligne: number | null, cle: (keyof D & string) | null) => Lieu;
}

export interface OptionsTable extends Pick<OptionsEntetes, 'annee' | 'dates1904' | 'pointage' | 'ignorees'> {
  readonly memoire: Memoire;
  /** Lignes remplies admises ; les mesures de croissance vont au-delà du plafond des classeurs. */
  readonly lignesMax?: number | undefined;
  /** Un titre de la feuille peut dire que les lignes du dessous sont d'une autre année. */
  readonly titresDAnnee?: boolean | undefined;
  /** Une colonne « Campagne » peut dire que des lignes sont d'une autre année. */
  readonly campagnes?: boolean | undefined;
  /** Colonnes qu'une autre feuille dispense de trouver : rien ne leur ressemble. */
  readonly dispensees?: ReadonlySet<string> | undefined;
}

/** Bien plus que la plus grande Caf n'en aura ; au-delà, dire toutes les anomalies épuiserait la mémoire. */
const LIGNES_MAX = 20_000;
const tropDeLignes = (nom: string, admises: number): string =>
  `La feuille « ${nom} » compte plus de ${enFrancais(admises, 0)} lignes remplies : supprimer celles qui ne sont pas des données.`;

/** Une formule se corrige à sa source : y écrire une valeur la perdrait. */
const laisserFormule = (a: Anomalie, { formules }: Feuille): Anomalie =>
  a.correction !== null && formules.has(adresseDe(a.ligne ?? 0, a.colonne ?? 0))
    ? { ...a, correction: null }
    : a;

/** L'endroit d'une cellule de la table, avec sa valeur brute. */
function lieuDans(
  feuille: Feuille,
  entetes: Entetes | undefined,
  ligne: number | null,
  cle: string | null,
): Lieu {
  const indice = entetes?.colonnes.get(cle ?? '');
  return {
    feuille: feuille.nom,
    ligne,
    colonne: indice === undefined ? null : feuille.premiereColonne + indice,
    champ: cle,
    valeur: feuille.lignes[(ligne ?? 0) - feuille.premiereLigne]?.[indice ?? -1] ?? null,
  };
}

export function* lireTable<D extends Colonnes>(
  feuille: Feuille,
  definitions: D,
  options: OptionsTable,
): ParEtapes<{ table: Table<D>; anomalies: Anomalie[] }> {
  const entetes = trouverEntetes(feuille, definitions, options);
  yield;
  const lieu = (ligne: number | null, cle: string | null): Lieu => lieuDans(feuille, entetes, ligne, cle);
  const ligneEntete = entetes ? feuille.premiereLigne + entetes.indice : null;
  const anomalies: Anomalie[] = verifierEntetes(
    definitions,
    entetes,
    (cle) => lieu(ligneEntete, cle),
    (i) => adresseDe(ligneEntete ?? 0, feuille.premiereColonne + i),
  );
  const contenu = entetes && (yield* lireContenu(feuille, definitions, entetes, options, anomalies));
  const table: Table<D> = {
    feuille,
    definitions,
    lignes: contenu?.lignes ?? [],
    entetes,
    bilan: contenu?.bilan ?? BILAN_VIDE,
    a: (cle) => entetes?.colonnes.has(cle) ?? false,
    intitule: (cle) => entetes?.intitules[entetes.colonnes.get(cle) ?? -1] ?? '',
    lieu,
  };
  return { table, anomalies };
}

/** Ce qui est sous l'en-tête. */
function* lireContenu<D extends Colonnes>(
  feuille: Feuille,
  definitions: D,
  entetes: Entetes,
  options: OptionsTable,
  anomalies: Anomalie[],
): ParEtapes<Pick<Table<D>, 'lignes' | 'bilan'>> {
  const dire = (dites: Iterable<Anomalie>): void => {
    for (const a of dites) anomalies.push(a);
  };
  const lieu = (ligne: number): Lieu => lieuDans(feuille, entetes, ligne, null);
  const { lignesMax = LIGNES_MAX, annee } = options;
  const ligneEntete = feuille.premiereLigne + entetes.indice;
  const colonnes = [...entetes.colonnes].map(([cle, i]) => ({
    cle,
    i,
    definition: definitions[cle] as Colonne,
  }));
  const nonLues = colonnesNonLues(feuille, definitions, entetes, options);
  dire(direSemblables(feuille, definitions, entetes, nonLues));
  const lire = lecteurDeLignes(feuille, definitions, entetes, colonnes, nonLues, options);
  yield;
  const sorts = ecarterAutresIntitules(
    trierLignes(feuille, entetes, colonnes, options),
    feuille,
    entetes,
    definitions,
    annee,
  );
  yield;
  const ignorees = ignoreesParBloc(sorts, (i) => feuille.premiereLigne + i);
  dire(ignorees.anomalies.map((bloc) => direIgnoree(bloc, lieu(bloc.ligne), { annee, ligneEntete })));

  const lignes: Rangee<D>[] = [];
  const champsDits = new Set<string | null>();
  for (const [i, sort] of sorts) {
    if (estUnArret(i)) yield;
    if (sort !== 'donnee') continue;
    if (lignes.length === lignesMax) throw new ErreurClasseur(tropDeLignes(feuille.nom, lignesMax));
    const lue = lire(i);
    lignes.push(lue.rangee);
    for (const a of lue.anomalies) {
      // une forme juridique hors liste est ordinaire : la colonne se dit une fois, pas chaque cellule
      const ordinaire =
        a.code === 'cellule.valeur-inconnue' && (definitions[a.champ ?? ''] as Colonne).type === 'choix';
      if (ordinaire && champsDits.has(a.champ)) continue;
      if (ordinaire) champsDits.add(a.champ);
      anomalies.push(laisserFormule(a, feuille));
    }
  }
  const autres = nonLues.filter(({ proches }) => proches.length === 0);
  dire(colonnesRivales(feuille, definitions, entetes, autres, lignes, options));
  const enColonne = (i: number): number => feuille.premiereColonne + i;
  const montrees = [
    ...colonnes.map(({ i, definition: { repliee } }) => ({ colonne: enColonne(i), repliee })),
    ...[...entetes.doubles.values()].flat().map((i) => ({ colonne: enColonne(i) })),
  ];
  dire(verifierPresentation(feuille, ligneEntete, lignes, montrees, lieu(ligneEntete)));
  return {
    lignes,
    bilan: {
      lignesLues: lignes.length,
      lignesIgnorees: ignorees.bilan,
      colonnesLues: colonnes
        .map(({ cle, i }) => ({ colonne: enColonne(i), entete: entetes.intitules[i] ?? '', champ: cle }))
        .sort((a, b) => a.colonne - b.colonne),
      colonnesNonLues: nonLues.map(({ i, ...reste }) => ({ colonne: enColonne(i), ...reste })),
    },
  };
}

/** Lit une ligne de données, par son rang ; celle qui n'a pas changé depuis l'examen précédent n'est pas relue. */
function lecteurDeLignes<D extends Colonnes>(
  feuille: Feuille,
  definitions: D,
  entetes: Entetes,
  colonnes: readonly ColonneLue[],
  nonLues: readonly NonLue[],
  { dates1904, memoire }: OptionsTable,
): (i: number) => LigneLue<D> {
  const { nom, premiereColonne, premiereLigne, lignes, formats } = feuille;
  // entre deux colonnes du même nom, rien ne tranche : pas plus lues que celle qui ressemble à une absente
  const enDoute = [
    ...nonLues.filter(({ proches }) => proches.length > 0),
    ...[...entetes.doubles].flatMap(([cle, rangs]) => rangs.map((i) => ({ i, proches: [cle] }))),
  ].map(({ i, proches }) => ({ i, proches }));
  const fusionnees = couvertesParFusion(feuille, colonnes);
  let rang = 0;
  const couvertes = (): readonly string[] =>
    fusionnees.get(premiereLigne + rang)?.map(({ cle }) => cle) ?? [];
  const lire = memoire.garder(
    `lire ${nom}`,
    JSON.stringify([premiereColonne, dates1904, [...entetes.colonnes], enDoute]),
    (brutes: readonly Valeur[]): LigneLue<D> => {
      const lue = lireLigne<D>(
        brutes,
        { feuille: nom, ligne: premiereLigne + rang, premiereColonne, formats: formats[rang] },
        colonnes,
        definitions,
        dates1904,
      );
      // sa valeur est inconnue, comme celle d'une cellule illisible
      const inconnues = enDoute.flatMap(({ i, proches }) => (estVide(brutes[i] ?? null) ? [] : proches));
      const cachees = couvertes();
      if (inconnues.length + cachees.length === 0) return lue;
      const illisibles = new Set([...lue.rangee.illisibles, ...inconnues, ...cachees]);
      return { ...lue, rangee: { ...lue.rangee, illisibles, nonLues: new Set(inconnues) } };
    },
    () => [premiereLigne + rang, formats[rang]?.join('\n'), couvertes().join(' ')],
  );
  return (i) => {
    rang = i;
    return lire(lignes[i] as readonly Valeur[]);
  };
}
