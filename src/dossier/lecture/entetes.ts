/**
 * Trouver la ligne d'en-tête et les colonnes. L'intitulé exact l'emporte sur un synonyme, un synonyme sur une forme
 * large ; deux intitulés de même rang pour une colonne ne se devinent pas. Deux rangs d'intitulés se lisent ensemble.
 */
import { NUMERIQUES, type Colonne, type Colonnes, type TypeColonne } from '../colonnes/colonne';
import { estVide, normaliser, pleine, texteDe } from '../../valeurs/texte';
import type { Feuille } from '../formes/grille';
import { ditMilliers, genreDeFormat, nombreAffiche } from '../../valeurs/formatNombre';
import { estIllisible, type Valeur } from '../../valeurs/valeur';
import { lireAnnee } from '../../reglement/annee';
import { lirePlage } from '../formes/adresses';
import { lireCellule, SANS_LIEU } from './cellule';
import { anneeDuTitre } from './titres';
import { designablePar, dUneAutreAnnee, RANGS, reconnaitreIntitule, type Rang } from './intitules';

/** Au-delà, ce n'est plus un en-tête mais des données. */
export const LIGNES_CHERCHEES = 40;
/** Ce que tenait une feuille avant 2007, et aucun tableau de Caf : plus loin, un intitulé se nomme et ne se lit pas. */
const COLONNES_CHERCHEES = 256;
/** Cellules regardées pour dire si le contenu d'une colonne va à un mot commun. */
const CELLULES_JUGEES = 200;

/** Types dont une cellule illisible se dit à sa place : la colonne, elle, ne fait pas de doute. */
const SE_DISENT: ReadonlySet<TypeColonne> = new Set([...NUMERIQUES, 'texte']);

/** Types dont un tableau d'à côté reprend l'intitulé sans rien compter (« Commune | Nombre de projets »). */
const NOMS: ReadonlySet<TypeColonne> = new Set(['texte', 'choix', 'siret', 'date']);

/** Désignation à la main : clé de colonne → intitulé du classeur. */
export type Pointage = Readonly<Record<string, string>>;

export interface Entetes {
  /** Indice dans `feuille.lignes` de la dernière ligne d'en-tête : les données sont dessous. */
  readonly indice: number;
  /** L'intitulé de chaque colonne, les deux rangs réunis. */
  readonly intitules: readonly (string | null)[];
  /** Clé → indice de colonne dans la ligne. */
  readonly colonnes: ReadonlyMap<string, number>;
  /** Colonnes en double : clé → indices en cause. */
  readonly doubles: ReadonlyMap<string, readonly number[]>;
}

export interface OptionsEntetes {
  /** Année d'ouverture du classeur : un millésime vaut N ou N+1. */
  readonly annee: number;
  readonly dates1904: boolean;
  readonly pointage?: Pointage | undefined;
  /** Intitulés dont l'agent dit qu'ils ne sont pas à Clas. */
  readonly ignorees?: readonly string[] | undefined;
}

/** Un intitulé tel qu'il peut se lire : d'abord avec son groupe, puis seul. */
type Lectures = readonly string[];

/** Un texte, ou un millésime : au-dessous d'« Acomptes », 2021 en est un. */
const estIntitule = (v: Valeur): string | null =>
  typeof v === 'string' || lireAnnee(v) !== undefined ? texteDe(v) : null;

/** Une date, une part dans un intitulé est ce que l'agent voit : « 2021 », « 15/11/2021 » ou « 28 % » sous « Acomptes ». */
const rangDIntitules = ({ lignes, formats }: Feuille, l: number, dates1904: boolean): readonly Valeur[] =>
  (lignes[l] ?? []).slice(0, COLONNES_CHERCHEES).map((v, i) => {
    const format = formats[l]?.[i];
    return typeof v === 'number' && genreDeFormat(format, v) !== 'nombre'
      ? nombreAffiche(v, format, dates1904)
      : v;
  });

/** L'unité écrite juste sous l'intitulé, sans chiffre, quand elle n'est pas l'euro : « k€ ». */
function milliersDessous({ lignes }: Feuille, debut: number, i: number): string | null {
  const texte = lignes[debut]?.[i];
  return typeof texte === 'string' && !/\d/.test(texte) && ditMilliers(texte) ? texteDe(texte) : null;
}

/** La plupart des valeurs de la colonne vont à son type ; une colonne vide va toujours. */
export function contenuVa(
  feuille: Feuille,
  debut: number,
  i: number,
  definition: Colonne,
  dates1904: boolean,
): boolean {
  let vues = 0;
  let vont = 0;
  const premiere = milliersDessous(feuille, debut, i) === null ? debut : debut + 1;
  for (let l = premiere; l < feuille.lignes.length && vues < CELLULES_JUGEES; l++) {
    const brut = pleine(feuille.lignes[l]?.[i]);
    if (brut === null) continue;
    vues++;
    if (
      lireCellule(brut, definition, { lieu: SANS_LIEU, dates1904, format: feuille.formats[l]?.[i] })
        .valeur !== null
    )
      vont++;
  }
  return vues === 0 || vont * 2 > vues;
}

const ANNEE_SCOLAIRE = /\d\s*[-/\u2010-\u2015]\s*\d/;

/** Surtout des années scolaires, ou rien que des années civiles dont la plupart sont N (N+1 dirait une gestion). */
function sontDesAnnees({ lignes }: Feuille, debut: number, i: number, annee: number): boolean {
  const textes = lignes.slice(debut).flatMap((l) => texteDe(l[i] ?? null) ?? []);
  const lues = textes.map((t) => lireAnnee(t));
  const scolaires = textes.filter((t, k) => lues[k] !== undefined && ANNEE_SCOLAIRE.test(t));
  if (scolaires.length * 2 > textes.length) return true;
  if (lues.length === 0 || lues.some((lue) => lue === undefined)) return false;
  return !lues.includes(annee + 1) && lues.filter((lue) => lue === annee).length * 2 > lues.length;
}

function reconnaitre(
  lectures: readonly Lectures[],
  feuille: Feuille,
  debut: number,
  definitions: Colonnes,
  { annee, dates1904, pointage = {}, ignorees = [] }: OptionsEntetes,
  milliers: ReadonlyMap<number, string>,
  noms: ReadonlyMap<number, string>,
): Omit<Entetes, 'indice'> {
  const pointes = new Map(Object.entries(pointage).map(([cle, intitule]) => [normaliser(intitule), cle]));
  const laissees = new Set(ignorees.map(normaliser));
  const candidats = new Map<string, number[]>();
  const retenir = (rang: Rang, cle: string, i: number): void => {
    const deja = candidats.get(`${rang} ${cle}`);
    if (deja) deja.push(i);
    else candidats.set(`${rang} ${cle}`, [i]);
  };
  const intitules: (string | null)[] = [];
  lectures.forEach((formes, i) => {
    const nom = noms.get(i);
    const designables = nom === undefined ? formes : [nom];
    intitules[i] = formes[0] ?? nom ?? null;
    if (laissees.size > 0 && formes.some((f) => laissees.has(normaliser(f)))) return;
    for (const f of pointes.size > 0 ? designables : []) {
      const pointe = pointes.get(normaliser(f));
      if (pointe === undefined) continue;
      intitules[i] = f;
      retenir('pointes', pointe, i);
      return;
    }
    for (const f of formes) {
      const reconnu = reconnaitreIntitule(f, definitions, annee);
      if (!reconnu) continue;
      const definition = definitions[reconnu.cle] as Colonne;
      const commun = definition.communs?.some((mot) => normaliser(mot) === normaliser(f));
      // « Payé » n'est une date de paiement que s'il en contient
      const large = reconnu.rang === 'larges';
      const aJuger = commun || (large && !SE_DISENT.has(definition.type));
      if (aJuger && !contenuVa(feuille, debut, i, definition, dates1904)) return;
      const unite =
        definition.type === 'montant' ? (milliers.get(i) ?? milliersDessous(feuille, debut, i)) : null;
      if (unite !== null) {
        // « Coût » sous « k€ », ou au-dessus, est une colonne de milliers : ni lue en euros, ni perdue
        intitules[i] = `${f} ${unite}`;
        return;
      }
      if (definition.millesime && (commun || large) && !sontDesAnnees(feuille, debut, i, annee)) return;
      intitules[i] = f;
      retenir(reconnu.rang, reconnu.cle, i);
      return;
    }
  });
  const candidatsDe = (cle: string): readonly number[] =>
    RANGS.map((rang) => candidats.get(`${rang} ${cle}`)).find((t) => t !== undefined) ?? [];
  const [dossier, autreDossier] = candidatsDe('dossier');
  /** Une colonne vide sépare deux tableaux ; un nom répété dans celui d'à côté n'en fait pas un double, un montant si. */
  const dansLeTableau = (trouves: readonly number[]): readonly number[] => {
    if (dossier === undefined || autreDossier !== undefined) return trouves;
    const vide = (c: number): boolean => feuille.lignes.slice(debut).every((l) => estVide(l[c] ?? null));
    const vides = intitules.flatMap((t, c) => (t === null && vide(c) ? [c] : []));
    const siens = trouves.filter((i) => vides.every((c) => c > i === c > dossier));
    return siens.length === 1 ? siens : trouves;
  };
  const colonnes = new Map<string, number>();
  const doubles = new Map<string, readonly number[]>();
  for (const [cle, { type }] of Object.entries(definitions)) {
    const trouves = candidatsDe(cle);
    const siens = trouves.length > 1 && NOMS.has(type) ? dansLeTableau(trouves) : trouves;
    if (siens.length > 1) doubles.set(cle, siens);
    else if (siens[0] !== undefined) colonnes.set(cle, siens[0]);
  }
  return { intitules, colonnes, doubles };
}

/** Les cellules de la ligne que couvre une fusion commencée à gauche : colonne → celle qui porte le texte. */
function fusionsDeLigne({ fusions, premiereLigne, premiereColonne }: Feuille): ReadonlyMap<string, string> {
  const origines = new Map<string, string>();
  for (const plage of fusions) {
    const { ligne1, colonne1, colonne2 } = lirePlage(plage);
    const l = ligne1 - premiereLigne;
    if (l >= LIGNES_CHERCHEES) continue;
    const debut = colonne1 - premiereColonne;
    for (let c = debut + 1; c <= colonne2 - premiereColonne; c++) origines.set(`${l},${c}`, `${l},${debut}`);
  }
  return origines;
}

/** Les colonnes où la ligne du haut est un groupe, et son texte ; `undefined` : celle du bas a une donnée. */
function groupesDe(
  haut: readonly Valeur[],
  bas: readonly Valeur[],
  definitions: Colonnes,
  annee: number,
): ReadonlyMap<number, string> | undefined {
  const groupes = new Map<number, string>();
  haut.forEach((v, i) => {
    const texte = estIntitule(v);
    const numerotes = typeof bas[i] === 'number' && typeof bas[i + 1] === 'number';
    const deuxDessous =
      numerotes || (estIntitule(bas[i] ?? null) !== null && estIntitule(bas[i + 1] ?? null) !== null);
    if (texte !== null && estVide(haut[i + 1] ?? null) && deuxDessous) groupes.set(i, texte);
  });
  const uneDonnee = bas.some((v, i) => {
    const propre = estIntitule(haut[i] ?? null);
    if (estVide(v) || propre === null || groupes.has(i)) return false;
    if (!reconnaitreIntitule(propre, definitions, annee)) return false;
    const dessous = estIntitule(v);
    // sous un intitulé reconnu seul, ce qui n'en fait pas un autre avec lui est une donnée
    return (
      dessous === null ||
      ![`${propre} ${dessous}`, `${dessous} ${propre}`, dessous].some((f) =>
        reconnaitreIntitule(f, definitions, annee),
      )
    );
  });
  return uneDonnee ? undefined : groupes;
}

/**
 * Deux rangs : le texte du dessus vaut pour sa cellule, pour celles de sa fusion et pour les vides à sa droite. Un
 * groupe d'une autre année (« 2020 ») ne laisse pas lire ce qu'il couvre comme une donnée de celle-ci ; `toutes` : pour
 * compter ce qui se reconnaît, année mise à part.
 */
function lecturesDeDeuxRangs(
  haut: readonly Valeur[],
  bas: readonly Valeur[],
  l: number,
  origines: ReadonlyMap<string, string>,
  groupes: ReadonlyMap<number, string>,
  annee: number,
  toutes: boolean,
): readonly Lectures[] {
  let groupe: { readonly texte: string; readonly debut: number } | null = null;
  return Array.from({ length: Math.max(haut.length, bas.length) }, (_, i): Lectures => {
    const propre = estIntitule(haut[i] ?? null);
    const origine = origines.get(`${l},${i}`);
    if (propre !== null) groupe = { texte: propre, debut: i };
    // un groupe fusionné s'arrête à sa fusion ; posé sur des vides, à la première cellule qui ne l'est pas
    else if (!estVide(haut[i] ?? null)) groupe = null;
    else if (groupe && origines.get(`${l},${groupe.debut + 1}`) !== undefined && origine === undefined)
      groupe = null;
    const dessous = estIntitule(bas[i] ?? null);
    if (dessous === null) return propre === null ? [] : [propre];
    if (groupe === null) return [dessous];
    const reunis = [`${groupe.texte} ${dessous}`, `${dessous} ${groupe.texte}`];
    if (dUneAutreAnnee(groupe.texte, annee)) return toutes ? [...reunis, dessous] : reunis;
    return propre === null || groupes.has(i) ? [...reunis, dessous] : [...reunis, dessous, propre];
  });
}

/** Calculé à la première demande : la plupart des feuilles n'ont ni groupe ni fusion. */
function uneFois<T>(calculer: () => T): () => T {
  let fait: { readonly valeur: T } | undefined;
  return () => (fait ??= { valeur: calculer() }).valeur;
}

/** L'intitulé d'une colonne dont les nombres se somment. */
function estComptee(texte: string, definitions: Colonnes, annee: number): boolean {
  const type = definitions[reconnaitreIntitule(texte, definitions, annee)?.cle ?? '']?.type;
  return type !== undefined && NUMERIQUES.has(type);
}

/** Au-delà, ce qui est au-dessus des intitulés est le titre de la feuille, pas un groupe de colonnes. */
const COLONNES_DU_GROUPE = 6;

interface Rangs {
  readonly haut: readonly Valeur[];
  readonly bas: readonly Valeur[];
  readonly groupes: ReadonlyMap<number, string> | undefined;
}

const SANS_GROUPE: Rangs = { haut: [], bas: [], groupes: undefined };

/** La colonne qui suit ce que couvre un texte du rang du dessus : sa fusion, ou les vides à sa droite. */
function finDuGroupe(
  debut: number,
  { haut, bas }: Pick<Rangs, 'haut' | 'bas'>,
  l: number,
  origines: ReadonlyMap<string, string>,
): number {
  const fusionne = origines.has(`${l},${debut + 1}`);
  let fin = debut + 1;
  while (
    fin < bas.length &&
    (fusionne ? origines.get(`${l},${fin}`) === `${l},${debut}` : estVide(haut[fin] ?? null))
  )
    fin++;
  return fin;
}

/** Le groupe écrit au-dessus de chaque colonne. */
function groupesAuDessus(
  { haut, bas, groupes }: Rangs,
  l: number,
  origines: ReadonlyMap<string, string>,
): ReadonlyMap<number, string> {
  const noms = new Map<number, string>();
  for (const [debut, texte] of groupes ?? []) {
    const fin = finDuGroupe(debut, { haut, bas }, l, origines);
    if (fin - debut <= COLONNES_DU_GROUPE) for (let c = debut; c < fin; c++) noms.set(c, texte);
  }
  return noms;
}

/** Les colonnes dont le rang du dessus change la lecture : il les dit d'une autre année, ou en milliers. */
function colonnesSous(
  { haut, bas }: Pick<Rangs, 'haut' | 'bas'>,
  l: number,
  origines: ReadonlyMap<string, string>,
  dit: (texte: string) => boolean,
): ReadonlyMap<number, string> {
  const autres = new Map<number, string>();
  const premiere = bas.findIndex((v) => !estVide(v));
  haut.forEach((v, debut) => {
    const texte = estIntitule(v);
    if (texte === null || !dit(texte)) return;
    let fin = finDuGroupe(debut, { haut, bas }, l, origines);
    const large = fin - debut > COLONNES_DU_GROUPE;
    // au coin du tableau, ce qui est large est le titre de la feuille
    if (large && debut <= premiere) return;
    // rien ne dit où il s'arrête : il vaut au moins pour sa colonne
    if (large && !origines.has(`${l},${debut + 1}`) && fin >= haut.length) fin = debut + 1;
    for (let c = debut; c < fin; c++) autres.set(c, texte);
  });
  return autres;
}

/** Une des premières lignes, seule ou avec la suivante, peut-elle désigner toutes ces colonnes ? Bien plus vite dit que lu. */
export function peutEtreEnTete(
  feuille: Feuille,
  annee: number,
): (colonnes: readonly Pick<Colonne, 'entete' | 'synonymes'>[]) => boolean {
  const textes = feuille.lignes
    .slice(0, LIGNES_CHERCHEES + 1)
    .map((ligne) => ligne.slice(0, COLONNES_CHERCHEES).flatMap((v) => estIntitule(v) ?? []));
  // ce que toutes ensemble ne désignent pas, aucune ne le désigne : presque aucune feuille ne se regarde ligne à ligne
  const ensemble = designablePar(textes.flat(), annee);
  const parLigne = uneFois(() =>
    textes.map((t, l) => designablePar([...t, ...(textes[l + 1] ?? [])], annee)),
  );
  return (colonnes) =>
    colonnes.every(ensemble) && parLigne().some((designable) => colonnes.every(designable));
}

/** La ligne d'en-tête est celle des premières lignes qui reconnaît le plus de colonnes (au moins deux). */
export function trouverEntetes(
  feuille: Feuille,
  definitions: Colonnes,
  options: OptionsEntetes,
): Entetes | undefined {
  let meilleure: Entetes | undefined;
  let meilleurNombre = 1;
  const obligatoires = ({ colonnes, doubles }: Omit<Entetes, 'indice'>): number =>
    Object.entries(definitions).filter(
      ([cle, { exigence }]) => exigence === 'oui' && (colonnes.has(cle) || doubles.has(cle)),
    ).length;
  /** `l` : le rang du haut, où sont les fusions et les groupes. */
  const essayer = (indice: number, l: number, lectures: (toutes: boolean) => readonly Lectures[]): void => {
    const dessus = debut[indice - 1] ?? SANS_GROUPE;
    const milliers = colonnesSous(dessus, indice - 1, origines, ditMilliers);
    const lire = (toutes: boolean) => {
      const lues = [...lectures(toutes)];
      const noms = new Map<number, string>();
      for (const [c, { texte, seul }] of couvertes()[l] ?? []) {
        if ((lues[c]?.length ?? 0) > 0 || (dernieresRemplies()[c] ?? 0) <= indice) continue;
        while (lues.length <= c) lues.push([]);
        // deux colonnes de montants sous un même intitulé fusionné sont celles de son nom
        if (seul && estComptee(texte, definitions, annee)) lues[c] = [texte];
        else noms.set(c, texte);
      }
      return reconnaitre(lues, feuille, indice + 1, definitions, options, milliers, noms);
    };
    const lus = lire(true);
    const nombre = lus.colonnes.size + lus.doubles.size;
    // à égalité, un groupe se lit avec le rang qu'il couvre : ses noms ne sont pas une ligne de données
    const sonGroupe =
      indice > l &&
      meilleure?.indice === l &&
      nombre === meilleurNombre &&
      (debut[l]?.groupes?.size ?? 0) > 0;
    if (nombre <= meilleurNombre && !sonGroupe) return;
    const deLAnnee = lire(false);
    // un titre resté de l'an passé ne cache pas une colonne obligatoire : ce n'est pas un groupe
    meilleure = { indice, ...(obligatoires(deLAnnee) < obligatoires(lus) ? lus : deLAnnee) };
    meilleurNombre = nombre;
  };
  const { annee, dates1904 } = options;
  const origines = fusionsDeLigne(feuille);
  const rangs = feuille.lignes
    .slice(0, LIGNES_CHERCHEES + 1)
    .map((_, l) => rangDIntitules(feuille, l, dates1904));
  const debut = rangs.slice(0, LIGNES_CHERCHEES).map((haut, i): Rangs => {
    const bas = rangs[i + 1] ?? [];
    return { haut, bas, groupes: groupesDe(haut, bas, definitions, annee) };
  });
  /** Par ligne et par colonne, ce qui est écrit au-dessus d'une colonne sans intitulé : un groupe et son rang du bas, ou une fusion, `seul`. */
  const couvertes = uneFois(() => {
    const parLigne = debut.map(() => new Map<number, { readonly texte: string; readonly seul: boolean }>());
    for (const [cle, origine] of origines) {
      const [l = 0, c = 0] = cle.split(',').map(Number);
      const texte = estIntitule(rangs[l]?.[Number(origine.split(',')[1])] ?? null);
      if (texte !== null) parLigne[l]?.set(c, { texte, seul: true });
    }
    debut.forEach(({ haut, bas, groupes }, l) => {
      for (const [de, groupe] of groupes ?? [])
        for (let c = de, fin = finDuGroupe(de, { haut, bas }, l, origines); c < fin; c++) {
          const dessous = estIntitule(bas[c] ?? null);
          parLigne[l]?.set(c, { texte: dessous === null ? groupe : `${groupe} ${dessous}`, seul: false });
        }
    });
    return parLigne;
  });
  const dernieresRemplies = uneFois(() => {
    const dernieres: number[] = [];
    feuille.lignes.forEach((ligne, l) => {
      ligne.forEach((v, c) => {
        if (!estVide(v)) dernieres[c] = l;
      });
    });
    return dernieres;
  });
  debut.forEach(({ haut, groupes }, i) => {
    const rangDuDessus = debut[i - 1] ?? SANS_GROUPE;
    const dessus = groupesAuDessus(rangDuDessus, i - 1, origines);
    const autres = colonnesSous(
      rangDuDessus,
      i - 1,
      origines,
      (titre) => anneeDuTitre(titre, annee) === 'autre',
    );
    essayer(i, i, (toutes) =>
      haut.map((v, c) => {
        const texte = typeof v === 'string' && groupes?.has(c) !== true ? texteDe(v) : null;
        const nom = texte ?? (typeof v === 'number' ? String(v) : null);
        const autre = autres.get(c);
        if (autre !== undefined && nom !== null && !toutes) return [`${autre} ${nom}`];
        const groupe = dessus.get(c);
        // sous « Acomptes », « 1er » et « 2e » sont des acomptes : le groupe nomme ce qui ne se reconnaît pas seul
        if (groupe !== undefined && nom !== null && !reconnaitreIntitule(nom, definitions, annee))
          return [`${groupe} ${nom}`, nom];
        return texte === null ? [] : [texte];
      }),
    );
  });
  debut.forEach(({ haut, bas, groupes }, i) => {
    if (groupes && bas.some((v) => estIntitule(v) !== null))
      essayer(i + 1, i, (toutes) => lecturesDeDeuxRangs(haut, bas, i, origines, groupes, annee, toutes));
  });
  return meilleure && { ...meilleure, intitules: avecLesSuivants(meilleure, feuille) };
}

/** Au-delà de ce qui se cherche, les intitulés ne servent qu'à nommer ce qui n'est pas lu. */
function avecLesSuivants({ indice, intitules }: Entetes, { lignes }: Feuille): readonly (string | null)[] {
  const suivants = (lignes[indice] ?? []).slice(COLONNES_CHERCHEES).map(estIntitule);
  if (suivants.length === 0) return intitules;
  return Array.from({ length: COLONNES_CHERCHEES + suivants.length }, (_, i) =>
    i < COLONNES_CHERCHEES ? (intitules[i] ?? null) : (suivants[i - COLONNES_CHERCHEES] ?? null),
  );
}

/** Les intitulés de l'en-tête tels qu'écrits, pour les proposer à l'agent. */
export const intitulesLus = (feuille: Feuille, entetes: Entetes | undefined): string[] =>
  entetes
    ? entetes.intitules.flatMap((t) => t ?? [])
    : feuille.lignes
        .slice(0, 1)
        .flat()
        .flatMap((v) => (estIllisible(v) ? [] : (texteDe(v) ?? [])));
