/** Lire une feuille de données : en-têtes, lignes typées, anomalies de structure et de format, valeur brute gardée. */
import { lettres } from '../formes/adresses';
import { anomalie, type Anomalie, type Lieu } from '../anomalies/anomalie';
import type { Colonne, Colonnes, Rangee } from '../colonnes/colonne';
import { ErreurClasseur } from '../formes/erreurs';
import { estUnArret, type ParEtapes } from '../formes/etapes';
import type { Feuille } from '../formes/grille';
import type { Valeur } from '../../valeurs/valeur';
import type { Memoire } from '../formes/memoire';
import { anneeScolaire } from '../../reglement/annee';
import { enFrancais } from '../../reglement/explication';
import { BILAN_VIDE, type BilanTable, type LigneIgnoree } from './bilan';
import { contenuVa, trouverEntetes, type Entetes, type OptionsEntetes } from './entetes';
import { couvertesParFusion, verifierEntetes, verifierPresentation } from './forme';
import { ecarterAutresIntitules } from './autresIntitules';
import { AUTRE_ANNEE, AUTRE_CAMPAGNE, AUTRES_INTITULES, type Sort } from './lignes/sorts';
import { trierLignes } from './lignes/trier';
import { ressemblances } from './intitules';
import { lireLigne } from './ligne';
import { colonnesRivales } from './rivales';
import { estVide, normaliser } from '../../valeurs/texte';

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
  formules.has(`${lettres(a.colonne ?? 0)}${a.ligne ?? ''}`) ? { ...a, correction: null } : a;

export function* lireTable<D extends Colonnes>(
  feuille: Feuille,
  definitions: D,
  options: OptionsTable,
): ParEtapes<{ table: Table<D>; anomalies: Anomalie[] }> {
  const { lignesMax = LIGNES_MAX, dates1904 } = options;
  const entetes = trouverEntetes(feuille, definitions, options);
  yield;
  const colonneExcel = (i: number): number => feuille.premiereColonne + i;
  const ligneExcel = (i: number): number => feuille.premiereLigne + i;
  const lieu = (ligne: number | null, cle: string | null): Lieu => {
    const indice = entetes?.colonnes.get(cle ?? '');
    const valeur = feuille.lignes[(ligne ?? 0) - feuille.premiereLigne]?.[indice ?? -1] ?? null;
    return {
      feuille: feuille.nom,
      ligne,
      colonne: indice === undefined ? null : colonneExcel(indice),
      champ: cle,
      valeur,
    };
  };
  const ligneEntete = entetes ? ligneExcel(entetes.indice) : null;
  const anomalies: Anomalie[] = verifierEntetes(
    definitions,
    entetes,
    (cle) => lieu(ligneEntete, cle),
    (i) => `${lettres(colonneExcel(i))}${ligneEntete ?? ''}`,
  );

  const lignes: Rangee<D>[] = [];
  let bilan: BilanTable = BILAN_VIDE;
  if (entetes) {
    const colonnes = [...entetes.colonnes].map(([cle, i]) => ({
      cle,
      i,
      definition: definitions[cle] as Colonne,
    }));
    const { premiereColonne } = feuille;
    const nonLues = colonnesNonLues(feuille, definitions, entetes, options);
    const semblables = nonLues.filter(({ proches }) => proches.length > 0);
    for (const { i, entete, proches } of semblables) {
      const champ = proches[0] ?? null;
      anomalies.push(
        anomalie(
          'colonne.non-lue',
          { feuille: feuille.nom, ligne: ligneEntete, colonne: colonneExcel(i), champ, valeur: entete },
          { entete, col: proches.map((cle) => (definitions[cle] as Colonne).entete).join(' » ou « ') },
        ),
      );
    }
    // entre deux colonnes du même nom, rien ne tranche : pas plus lues que celle qui ressemble
    const enDoute = [
      ...semblables,
      ...[...entetes.doubles].flatMap(([cle, rangs]) => rangs.map((i) => ({ i, proches: [cle] }))),
    ].map(({ i, proches }) => ({ i, proches }));
    const fusionnees = couvertesParFusion(feuille, colonnes);
    let numero = 0;
    const champsDits = new Set<string | null>();
    const formatsDe = () => feuille.formats[numero - feuille.premiereLigne];
    const lire = options.memoire.garder(
      `lire ${feuille.nom}`,
      JSON.stringify([premiereColonne, dates1904, [...entetes.colonnes], enDoute]),
      (brutes: readonly Valeur[]) => {
        const lue = lireLigne<D>(
          brutes,
          { feuille: feuille.nom, ligne: numero, premiereColonne, formats: formatsDe() },
          colonnes,
          definitions,
          dates1904,
        );
        // ce qui ressemble à une colonne absente n'est pas lu : sa valeur est inconnue, comme d'une cellule illisible
        const inconnues = enDoute.flatMap(({ i, proches }) => (estVide(brutes[i] ?? null) ? [] : proches));
        const couvertes = fusionnees.get(numero) ?? [];
        if (inconnues.length + couvertes.length === 0) return lue;
        const illisibles = new Set([
          ...lue.rangee.illisibles,
          ...inconnues,
          ...couvertes.map(({ cle }) => cle),
        ]);
        return { ...lue, rangee: { ...lue.rangee, illisibles, nonLues: new Set(inconnues) } };
      },
      () => [
        numero,
        formatsDe()?.join('\n'),
        fusionnees
          .get(numero)
          ?.map(({ cle }) => cle)
          .join(' '),
      ],
    );
    yield;
    const sorts = ecarterAutresIntitules(
      trierLignes(feuille, entetes, colonnes, options),
      feuille,
      entetes,
      definitions,
      options.annee,
    );
    yield;
    const dites = ignoreesParBloc(sorts, ligneExcel);
    for (const { ligne, derniere, motif } of dites.anomalies) {
      const n = ligne === derniere ? ligne : `${ligne} à ${derniere}`;
      const annee = anneeScolaire(options.annee);
      const ou = lieu(ligne, null);
      if (motif === AUTRE_ANNEE || motif === AUTRE_CAMPAGNE)
        anomalies.push(anomalie('ligne.autre-annee', ou, { n, annee, parTitre: motif === AUTRE_ANNEE }));
      else if (motif === AUTRES_INTITULES)
        anomalies.push(anomalie('ligne.autres-intitules', ou, { n, entete: ligneEntete ?? 0 }));
      else anomalies.push(anomalie('ligne.ignoree', ou, { n, motif }));
    }
    for (const [i, sort] of sorts) {
      if (estUnArret(i)) yield;
      if (sort !== 'donnee') continue;
      if (lignes.length === lignesMax) throw new ErreurClasseur(tropDeLignes(feuille.nom, lignesMax));
      numero = ligneExcel(i);
      const lue = lire(feuille.lignes[i] as readonly Valeur[]);
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
    for (const a of colonnesRivales(feuille, definitions, entetes, autres, lignes, options))
      anomalies.push(a);
    for (const a of verifierPresentation(
      feuille,
      ligneEntete ?? 0,
      lignes,
      [...colonnes.map(({ i }) => i), ...[...entetes.doubles.values()].flat()].map(colonneExcel),
      lieu(ligneEntete, null),
    ))
      anomalies.push(a);
    bilan = {
      lignesLues: lignes.length,
      lignesIgnorees: dites.bilan,
      colonnesLues: colonnes
        .map(({ cle, i }) => ({ colonne: colonneExcel(i), entete: entetes.intitules[i] ?? '', champ: cle }))
        .sort((a, b) => a.colonne - b.colonne),
      colonnesNonLues: nonLues.map(({ i, entete, valeurs, proches }) => ({
        colonne: colonneExcel(i),
        entete,
        valeurs,
        proches,
      })),
    };
  }
  const table: Table<D> = {
    feuille,
    definitions,
    lignes,
    entetes,
    bilan,
    a: (cle) => entetes?.colonnes.has(cle) ?? false,
    intitule: (cle) => entetes?.intitules[entetes.colonnes.get(cle) ?? -1] ?? '',
    lieu,
  };
  return { table, anomalies };
}

interface NonLue {
  readonly i: number;
  readonly entete: string;
  readonly valeurs: number;
  readonly proches: readonly string[];
}

/** Les colonnes remplies que Clas ne lit pas, et celles des siennes, absentes, auxquelles chacune ressemble. */
function colonnesNonLues(
  feuille: Feuille,
  definitions: Colonnes,
  { indice, intitules, colonnes, doubles }: Entetes,
  { annee, dates1904, ignorees = [], dispensees }: OptionsTable,
): readonly NonLue[] {
  const lues = new Set(colonnes.values());
  const valeurs: number[] = [];
  for (const ligne of feuille.lignes.slice(indice + 1))
    ligne.forEach((v, i) => {
      if (!lues.has(i) && !estVide(v)) valeurs[i] = (valeurs[i] ?? 0) + 1;
    });
  const laissees = new Set(ignorees.map(normaliser));
  // une colonne en double est d'abord celle de son nom
  const enDouble = new Set([...doubles.values()].flat());
  const absente = (cle: string): boolean =>
    !colonnes.has(cle) && !doubles.has(cle) && dispensees?.has(cle) !== true;
  // une colonne sans valeur ne laisse rien ; `valeurs` n'en a pas la case
  return Object.keys(valeurs).map((rang): NonLue => {
    const i = Number(rang);
    const entete = intitules[i] ?? '';
    const proches =
      laissees.has(normaliser(entete)) || enDouble.has(i)
        ? []
        : ressemblances(entete, definitions, absente, annee).filter((cle) => {
            const definition = definitions[cle];
            return definition && contenuVa(feuille, indice + 1, i, definition, dates1904);
          });
    return { i, entete, valeurs: valeurs[i] ?? 0, proches };
  });
}

/** Motifs dont un bloc de lignes se dit une seule fois. */
const EN_BLOC: ReadonlySet<Sort> = new Set<Sort>([
  'note ou titre',
  'unités, consignes ou signature',
  'ligne préremplie, sans saisie',
  AUTRE_ANNEE,
  AUTRE_CAMPAGNE,
  AUTRES_INTITULES,
]);

/** Les lignes ignorées : chacune pour le bilan (un bloc prérempli n'en est qu'une), par bloc pour les anomalies. */
function ignoreesParBloc(
  sorts: ReadonlyMap<number, Sort>,
  ligneExcel: (i: number) => number,
): { readonly anomalies: readonly LigneIgnoree[]; readonly bilan: readonly LigneIgnoree[] } {
  const anomalies: LigneIgnoree[] = [];
  const bilan: LigneIgnoree[] = [];
  let vides: number[] = [];
  let avant: Sort | undefined;
  const etendre = (liste: LigneIgnoree[], derniere: number): void => {
    const bloc = liste.pop() as LigneIgnoree;
    liste.push({ ...bloc, derniere });
  };
  for (const [i, sort] of sorts) {
    const ligne = ligneExcel(i);
    if (sort === 'vide') {
      vides.push(ligne);
      continue;
    }
    const [premiere] = vides;
    // une ligne vide ne se signale que devant une donnée : la fin du tableau n'est pas un oubli
    if (premiere !== undefined && sort === 'donnee') {
      const derniere = vides.at(-1) ?? premiere;
      const motif = premiere === derniere ? 'ligne vide' : 'lignes vides';
      anomalies.push({ ligne: premiere, derniere, motif });
    }
    vides = [];
    if (sort !== 'donnee') {
      const suite = avant === sort && EN_BLOC.has(sort);
      const dite = { ligne, derniere: ligne, motif: sort };
      if (suite) etendre(anomalies, ligne);
      else anomalies.push(dite);
      if (suite && sort === 'ligne préremplie, sans saisie') etendre(bilan, ligne);
      else bilan.push(dite);
    }
    avant = sort;
  }
  return { anomalies, bilan };
}
