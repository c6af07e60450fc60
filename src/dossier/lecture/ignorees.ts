/**
 * Les lignes d'un tableau qui ne sont pas des données : vides, totaux, intitulés répétés, notes et titres, unités et
 * numéros de colonnes, lignes préremplies. Aucune ne compte, et chacune se dit ; une ligne douteuse est une donnée.
 */
import { lettres } from '../formes/adresses';
import { NUMERIQUES, type Colonne } from '../colonnes/colonne';
import type { Feuille } from '../formes/grille';
import { estIllisible, type Valeur } from '../../valeurs/valeur';
import { genreDeFormat } from '../../valeurs/formatNombre';
import { avantPourCent, lireNombre } from '../../valeurs/nombre';
import { estVide, normaliser, sansAccents, texteDe } from '../../valeurs/texte';
import { lireCellule, SANS_LIEU } from './cellule';
import type { Entetes } from './entetes';
import { anneeDuTitre, type AnneeDite } from './titres';
import { lireAnnee } from '../../reglement/annee';

export interface ColonneLue {
  readonly cle: string;
  readonly i: number;
  readonly definition: Colonne;
}

/** Des données, mais sous un titre qui dit une autre année. */
export const AUTRE_ANNEE = 'ligne d’une autre année';
/** Sa propre colonne « Campagne » le dit : un journal qui en réunit plusieurs n'a pas de faute. */
export const AUTRE_CAMPAGNE = 'ligne d’une autre campagne';
/** Un second tableau, que l'en-tête de la feuille ne permet pas de lire. */
export const AUTRES_INTITULES = 'ligne sous d’autres intitulés';

type Motif =
  | 'ligne de total'
  | 'intitulés répétés'
  | 'numéros de colonnes'
  | 'note ou titre'
  | 'unités, consignes ou signature'
  | 'ligne préremplie, sans saisie'
  | typeof AUTRE_ANNEE
  | typeof AUTRE_CAMPAGNE
  | typeof AUTRES_INTITULES;

/** `vide` : rien dans les colonnes lues. */
export type Sort = 'donnee' | 'vide' | Motif;

/** Où un total porte son libellé, avec la première colonne du tableau. */
const LIBELLES_DE_TOTAL: ReadonlySet<string> = new Set(['dossier', 'gestionnaire', 'action', 'commune']);
/** Sans numéro de dossier et avec rien que des nombres, un total peut aussi être dit où l'on nomme la ligne. */
const NOMS_DE_LIGNE: ReadonlySet<string> = new Set(['collectif', 'lieu', 'nature']);
/** Ce qui fait exister une ligne : sans rien de cela, elle n'est peut-être que préparée. */
const IDENTITES: ReadonlySet<string> = new Set(
  'dossier gestionnaire siret action commune collectif lieu reference compte libelle'.split(' '),
);
/** Du texte libre à côté d'un total ne le défait pas. */
const LIBRES: ReadonlySet<string> = new Set(['observations', 'reference', 'misAlEcart']);
/** Des choix que l'on recopie d'avance. */
const RECOPIES: ReadonlySet<string> = new Set(['gestion', 'exercice', 'mois']);

const MOTS_DE_TOTAL =
  /s ?\/ ?t|(?:sous)?tota(?:les?|l|ux)|[σ∑]|ensemble|sommes?|cumuls?|moyen(?:ne)?s?|medianes?|max(?:imum)?|min(?:imum)?|ecarts?|differences?|recap(?:itulatif)?s?|general|generaux|resultats?|reports?|reporter|dont/;
const MOT_DE_TOTAL = new RegExp(`^(?:${MOTS_DE_TOTAL.source})$`);
/** « Sous-total », « S/Total », « ss total » : un seul mot. */
const SOUS_TOTAL = /(?<![a-z0-9])s(?:ous|s)?\s*[-/ ]\s*tota/g;
const LETTRES_ESPACEES = /^(?:[a-z] )+[a-z]$/;
const MOTS_DU_LIBELLE = 6;
/** Seul sur sa ligne, sans rien à totaliser, un libellé plus long est une note : « en attente du compte de résultat ». */
const MOTS_D_UN_LIBELLE_SEUL = 3;
/** « NB : … » ouvre une note, « Nb dossiers » un compte. */
const NOMBRE_DE =
  /^(?:nombre d(?:e|es|u)?(?![a-z])|n(?:b|bre)\.? [a-z]|\d+ (?:projet|dossier|action|structure|gestionnaire)s?$)/;
/** Rien que des traits et des points : la cellule n'a rien de saisi. */
const TRAITS = /^[\s\-–—_=.…*~/|]+$/;
const AGREGAT =
  /^=\s*\+?(?:_xlfn\.)?(?:SUM|SUMIFS?|SUBTOTAL|AGGREGATE|COUNT|COUNTA|COUNTIFS?|AVERAGE|AVERAGEIFS?|SUMPRODUCT|MIN|MAX)\(/i;
const ADDITION = /^=\s*\+?\$?[A-Z]{1,3}\$?\d+(?:\s*\+\s*\$?[A-Z]{1,3}\$?\d+)+$/i;
const NUMERO_DE_COLONNE = /^[([]?\s*(?:col(?:onne)?\.?\s*)?(\d{1,3}|[a-z])\s*[)\].]?$/i;

const plat = (texte: string): string =>
  sansAccents(texte)
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/^[\s*•.:=>→-]+|[\s*•.:=]+$/g, '');

/** Le premier ou le dernier mot dit un total. */
function diTotal(v: Valeur, motsAdmis = MOTS_DU_LIBELLE): boolean {
  if (typeof v !== 'string' || v.length > 200) return false;
  const nu = plat(v);
  const texte = LETTRES_ESPACEES.test(nu) ? nu.replaceAll(' ', '') : nu.replace(SOUS_TOTAL, 'soustota');
  if (NOMBRE_DE.test(texte)) return true;
  // presque aucune cellule n'en a un, où que ce soit : inutile d'en faire des mots
  if (!MOTS_DE_TOTAL.test(texte)) return false;
  const mots = texte.split(/[\s:;,()-]+/).filter((mot) => mot !== '');
  // une phrase qui finit par « résultat » est une note
  const bouts = mots.length > motsAdmis ? [mots[0]] : [texte, mots[0], mots.at(-1)];
  return bouts.some((mot = '') => MOT_DE_TOTAL.test(mot));
}

const estTraits = (v: Valeur): boolean => typeof v === 'string' && TRAITS.test(v);

/** Un nombre, un pourcentage, ou le tiret qui dit qu'il n'y en a pas : à côté d'un « Total », rien d'autre n'est saisi. */
const estUnNombreEcrit = (v: string): boolean =>
  estTraits(v) || lireNombre(avantPourCent(v) ?? v).etat !== 'illisible';

function estZero(v: Valeur): boolean {
  if (typeof v !== 'string') return v === 0;
  const lu = lireNombre(v);
  return lu.etat !== 'illisible' && lu.valeur.isZero();
}

/** « P-001 » et « P-014 » ont la même forme : suites de lettres, de chiffres, et ce qui les sépare. */
const formeDeDossier = (v: Valeur): string =>
  (texteDe(v) ?? '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\p{L}+/gu, 'a')
    .replace(/\d+/g, '9');

/** Un numéro possible : un chiffre, et pas d'espace. */
const aUnChiffre = (v: Valeur): boolean => /^(?=\S*\d)\S+$/.test(texteDe(v) ?? '');

const compter = <K>(comptes: Map<K, number>, cle: K): void =>
  void comptes.set(cle, (comptes.get(cle) ?? 0) + 1);

/** Une ligne quatre fois moins remplie que la plus pleine n'apprend rien de la forme des numéros. */
const PLUS_PLEINE_MIN = 4;

interface OptionsTri {
  readonly dates1904: boolean;
  readonly annee: number;
  /** Les lignes de cette feuille sont d'une seule année scolaire : un titre peut en écarter. */
  readonly titresDAnnee?: boolean | undefined;
  /** Les lignes de cette feuille peuvent être de plusieurs campagnes : celles des autres s'écartent. */
  readonly campagnes?: boolean | undefined;
}

/** Le sort de chaque ligne sous l'en-tête, dans l'ordre de la feuille (rien pour celles du dessus). */
export function trierLignes(
  feuille: Feuille,
  entetes: Entetes,
  colonnes: readonly ColonneLue[],
  { dates1904, annee, titresDAnnee = false, campagnes = false }: OptionsTri,
): ReadonlyMap<number, Sort> {
  const deSaisie = colonnes.filter(({ definition }) => !definition.calculee);
  const dossier = deSaisie.find(({ cle }) => cle === 'dossier');
  const premiere = entetes.intitules.findIndex((t) => t !== null);
  const libelles = [
    ...new Set([...deSaisie.filter(({ cle }) => LIBELLES_DE_TOTAL.has(cle)).map(({ i }) => i), premiere]),
  ];
  /** Le libellé d'une écriture ne dit un total que si aucun compte n'est mouvementé. */
  const libelle = deSaisie.find(({ cle }) => cle === 'libelle');
  const totaux = new Set(feuille.lignesDeTotal);
  const debut = entetes.indice + 1;

  const enDouble = [...entetes.doubles.values()].flat();
  const cellule = (l: number, i: number): Valeur => feuille.lignes[l]?.[i] ?? null;
  const toutes = feuille.lignes.map((ligne) => deSaisie.filter(({ i }) => !estVide(ligne[i] ?? null)));
  const remplies = (l: number): readonly ColonneLue[] => toutes[l] as readonly ColonneLue[];
  const formule = (l: number, i: number): string | undefined =>
    feuille.formules.size === 0
      ? undefined
      : feuille.formules.get(`${lettres(feuille.premiereColonne + i)}${feuille.premiereLigne + l}`);

  // les formes que prennent les numéros des lignes bien remplies
  const formes = new Map<string, number>();
  const numeros = new Map<string, number>();
  const longueurs = new Map<number, number>();
  const bienRemplies = new Map<number, string>();
  const plusPleine = toutes.reduce((n, { length }) => Math.max(n, length), 0);
  if (dossier)
    for (let l = debut; l < feuille.lignes.length; l++) {
      const numero = cellule(l, dossier.i);
      if (estVide(numero) || diTotal(numero)) continue;
      // une petite table sous la grande ne fait pas des numéros de ses libellés
      if (remplies(l).length < Math.max(4, plusPleine / PLUS_PLEINE_MIN)) continue;
      const laSienne = formeDeDossier(numero);
      const texte = texteDe(numero) ?? '';
      compter(formes, laSienne);
      compter(numeros, texte);
      compter(longueurs, texte.length);
      bienRemplies.set(l, laSienne);
    }
  /** Le numéro ressemble à ceux des autres lignes ; sans autre ligne, il a un chiffre et pas d'espace. */
  const numeroConnu = (l: number): boolean => {
    const numero = dossier ? cellule(l, dossier.i) : null;
    if (estVide(numero)) return false;
    const laSienne = bienRemplies.get(l);
    const elleMeme = laSienne === undefined ? 0 : 1;
    if (bienRemplies.size === elleMeme) return aUnChiffre(numero);
    return (formes.get(laSienne ?? formeDeDossier(numero)) ?? 0) > elleMeme;
  };

  const lisible = (l: number, { i, definition }: ColonneLue): boolean => {
    const brut = cellule(l, i);
    if (brut === null) return false;
    const { valeur, anomalie } = lireCellule(brut, definition, {
      lieu: SANS_LIEU,
      dates1904,
      format: feuille.formats[l]?.[i],
    });
    return valeur !== null && (definition.type !== 'siret' || anomalie === undefined);
  };

  /** Du texte, ou une date dans une colonne de texte (« Édité le | 01/12/2021 »). */
  const estTexte = (l: number, { i, definition }: ColonneLue): boolean => {
    const v = cellule(l, i);
    if (formule(l, i) !== undefined) return false;
    if (typeof v === 'string') return true;
    if (typeof v !== 'number' || definition.type !== 'texte') return false;
    return genreDeFormat(feuille.formats[l]?.[i], v) === 'date';
  };

  /** Un numéro saisi, long comme ceux des autres et neuf, et trois cellules saisies : une donnée, quoi que dise un mot. */
  const estUneFiche = (l: number, pleines: readonly ColonneLue[]): boolean => {
    const numero = dossier ? texteDe(cellule(l, dossier.i)) : null;
    if (!dossier || numero === null || formule(l, dossier.i) !== undefined) return false;
    if (pleines.filter(({ i }) => formule(l, i) === undefined).length < 4 || !numeroConnu(l)) return false;
    const elleMeme = bienRemplies.has(l) ? 1 : 0;
    const autres = (longueurs.get(numero.length) ?? 0) - elleMeme;
    return autres > 0 && (numeros.get(numero) ?? 0) === elleMeme;
  };

  const nomsDeLigne = (pleines: readonly ColonneLue[]): readonly number[] => {
    const noms = pleines.filter(({ cle }) => NOMS_DE_LIGNE.has(cle)).map(({ i }) => i);
    const nus = pleines.every(({ i, definition }) => noms.includes(i) || NUMERIQUES.has(definition.type));
    return nus ? noms : [];
  };

  /** Le seul texte d'une ligne que rien n'identifie : « TOTAL » juste à gauche des nombres, sous un avis ou une date. */
  const seulTexte = (l: number, pleines: readonly ColonneLue[]): readonly number[] => {
    const [texte, autre] = pleines.filter(
      ({ cle, i }) => typeof cellule(l, i) === 'string' && !LIBRES.has(cle),
    );
    if (!texte || autre || NUMERIQUES.has(texte.definition.type)) return [];
    return pleines.some((c) => c !== texte && IDENTITES.has(c.cle)) ? [] : [texte.i];
  };

  const estTotal = (l: number, pleines: readonly ColonneLue[]): boolean => {
    const motsAdmis = pleines.length === 1 ? MOTS_D_UN_LIBELLE_SEUL : MOTS_DU_LIBELLE;
    const parLibelle = libelle && !pleines.some(({ cle }) => cle === 'compte' || cle === 'dossier');
    const noms =
      dossier && estVide(cellule(l, dossier.i)) ? [...nomsDeLigne(pleines), ...seulTexte(l, pleines)] : [];
    const candidats = [...libelles, ...noms, ...(parLibelle ? [libelle.i] : [])];
    const dites = candidats.filter((i) => diTotal(cellule(l, i), motsAdmis));
    if (dites.length > 0 && estUneFiche(l, pleines)) return false;
    if (dites.length > 0)
      return pleines.every(({ cle, i }) => {
        const v = cellule(l, i);
        if (dites.includes(i) || LIBRES.has(cle) || typeof v === 'number' || diTotal(v)) return true;
        // « #REF! » : la somme d'une colonne ôtée
        if (estIllisible(v)) return true;
        return formule(l, i) !== undefined || (typeof v === 'string' && estUnNombreEcrit(v));
      });
    if (feuille.formules.size === 0) return false;
    const titres = pleines.filter(({ i }) => {
      const f = formule(l, i);
      return f === undefined || !(AGREGAT.test(f) || ADDITION.test(f));
    });
    if (titres.length === pleines.length) return false;
    // rien que des agrégats, ou avec eux le titre de ce qu'ils totalisent (« SECTEUR NORD »)
    const [titre] = titres;
    return (
      titre === undefined ||
      (titres.length === 1 && libelles.includes(titre.i) && estTexte(l, titre) && !numeroConnu(l))
    );
  };

  const estPreremplie = (l: number, pleines: readonly ColonneLue[]): boolean =>
    pleines.every((colonne) => {
      const { cle, i, definition } = colonne;
      if (IDENTITES.has(cle)) return false;
      const v = cellule(l, i);
      if (estZero(v) || RECOPIES.has(cle)) return true;
      // une formule recopiée donne 0 ou rien ; un montant, lui, ne s'écarte pas avec elle
      if (formule(l, i) !== undefined) return typeof v !== 'number' || !NUMERIQUES.has(definition.type);
      return (definition.type === 'ouiNon' || definition.type === 'choix') && lisible(l, colonne);
    });

  const repeteIntitule = ({ i }: ColonneLue, brut: Valeur): boolean => {
    const texte = normaliser(texteDe(brut) ?? '');
    return [cellule(entetes.indice, i), entetes.intitules[i] ?? null].some(
      (intitule) => normaliser(texteDe(intitule) ?? '') === texte,
    );
  };
  const repete = (l: number, pleines: readonly ColonneLue[]): boolean =>
    pleines.every((colonne) => repeteIntitule(colonne, cellule(l, colonne.i)));

  /** « (1) (2) (3) », « 1 2 3 », « A B C » : chaque cellule donne le rang de sa colonne. */
  const numerote = (l: number, pleines: readonly ColonneLue[]): boolean => {
    if (pleines.length < 3) return false;
    const rangs: { readonly i: number; readonly rang: number }[] = [];
    for (const { i } of pleines) {
      const lu = NUMERO_DE_COLONNE.exec(texteDe(cellule(l, i)) ?? '')?.[1];
      if (lu === undefined) return false;
      rangs.push({ i, rang: /\d/.test(lu) ? Number(lu) : lu.toLowerCase().charCodeAt(0) - 96 });
    }
    rangs.sort((a, b) => a.i - b.i);
    const seSuivent = (ecarts: readonly number[]): boolean => new Set(ecarts).size === 1;
    return seSuivent(rangs.map(({ rang }, k) => rang - k)) || seSuivent(rangs.map(({ i, rang }) => rang - i));
  };

  /** Rien que du texte, là où l'on attend autre chose, et aucun numéro qui ressemble aux autres. */
  const queDuTexte = (l: number, pleines: readonly ColonneLue[]): boolean => {
    if (numeroConnu(l)) return false;
    return pleines.every(
      (colonne) => estTexte(l, colonne) && (colonne.definition.type === 'texte' || !lisible(l, colonne)),
    );
  };

  /** Les cellules d'une autre table (« Orléans | 2 | 45000 ») : des libellés, et un nombre là où il n'en va pas. */
  const estDUneAutreTable = (l: number, pleines: readonly ColonneLue[]): boolean => {
    if (pleines.length < 2 || numeroConnu(l)) return false;
    // un numéro d'une autre forme que ses voisins reste un numéro : la ligne se contrôle
    if (dossier && aUnChiffre(cellule(l, dossier.i))) return false;
    const ailleurs = (colonne: ColonneLue): boolean =>
      colonne.definition.type === 'texte' ? typeof cellule(l, colonne.i) === 'number' : !lisible(l, colonne);
    return (
      pleines.every(
        (colonne) =>
          formule(l, colonne.i) === undefined && (LIBELLES_DE_TOTAL.has(colonne.cle) || ailleurs(colonne)),
      ) && pleines.some(ailleurs)
    );
  };

  /** Une rangée de tirets, ou un numéro de dossier seul qui n'est pas de la forme des autres (« 2021 »). */
  const estOrnement = (l: number, pleines: readonly ColonneLue[]): boolean => {
    if (pleines.every(({ i }) => estTraits(cellule(l, i)))) return true;
    const [seule] = pleines;
    return (
      pleines.length === 1 &&
      seule?.cle === 'dossier' &&
      bienRemplies.size > 0 &&
      !numeroConnu(l) &&
      formule(l, seule.i) === undefined
    );
  };
  /** Une seule cellule remplie dans toute la ligne, et ce qu'elle dit de l'année. */
  const titreDe = (l: number): AnneeDite | undefined => {
    const ligne = feuille.lignes[l] as readonly Valeur[];
    const pleine = (v: Valeur): boolean => !estVide(v);
    const seule = ligne.findIndex(pleine);
    if (ligne.findLastIndex(pleine) !== seule || formule(l, seule) !== undefined) return undefined;
    const texte = texteDe(cellule(l, seule)) ?? '';
    // « N-1 » parmi des dossiers « N-12 », « N-13 » est l'un d'eux
    const initiale = /^[a-z]+/i.exec(texte)?.[0].toLowerCase();
    const commeUnDossier =
      dossier?.i === seule &&
      initiale !== undefined &&
      numeroConnu(l) &&
      [...bienRemplies.keys()].some((autre) =>
        (texteDe(cellule(autre, dossier.i)) ?? '').toLowerCase().startsWith(`${initiale}-`),
      );
    return commeUnDossier ? undefined : anneeDuTitre(texte, annee);
  };

  const sorts = new Map<number, Sort>();
  /** Lignes qui ne sont pas des données si elles touchent l'en-tête ou, pour certaines, la fin du tableau. */
  const auBord = new Map<number, { readonly motif: Motif; readonly enFin: boolean }>();
  const autresTables = new Set<number>();
  const consigne: Motif = 'unités, consignes ou signature';
  for (let l = debut; l < feuille.lignes.length; l++) {
    const pleines = remplies(l);
    // entre deux colonnes du même nom rien ne se lit : la ligne existe pourtant, et ce qu'elle porte est inconnu
    if (pleines.length === 0) sorts.set(l, enDouble.every((i) => estVide(cellule(l, i))) ? 'vide' : 'donnee');
    else if (totaux.has(feuille.premiereLigne + l) || (estTotal(l, pleines) && !estPreremplie(l, pleines)))
      sorts.set(l, 'ligne de total');
    else if (estPreremplie(l, pleines)) sorts.set(l, 'ligne préremplie, sans saisie');
    else if (repete(l, pleines)) sorts.set(l, 'intitulés répétés');
    else if (estOrnement(l, pleines)) sorts.set(l, 'note ou titre');
    else {
      sorts.set(l, 'donnee');
      const numero = dossier ? cellule(l, dossier.i) : null;
      if (numerote(l, pleines)) auBord.set(l, { motif: 'numéros de colonnes', enFin: false });
      else if (estDUneAutreTable(l, pleines)) {
        auBord.set(l, { motif: consigne, enFin: true });
        autresTables.add(l);
      } else if (queDuTexte(l, pleines)) {
        const types = pleines.map(({ definition }) => definition.type);
        if (types.length === 1) sorts.set(l, 'note ou titre');
        else if (types.length === 2 || types.some((type) => NUMERIQUES.has(type)))
          auBord.set(l, { motif: consigne, enFin: true });
        else if (types.some((type) => type !== 'texte') || !estVide(numero))
          auBord.set(l, { motif: consigne, enFin: false });
      }
    }
  }
  // un en-tête répété à chaque page ouvre et ferme un tableau, comme le premier et la fin de la feuille
  const parcourir = (lignes: Iterable<number>, admise: (l: number) => boolean): void => {
    let contreLeBord = true;
    for (const l of lignes) {
      const bord = auBord.get(l);
      if (contreLeBord && bord && admise(l)) sorts.set(l, bord.motif);
      else if (sorts.get(l) === 'donnee') contreLeBord = false;
      else if (sorts.get(l) === 'intitulés répétés') contreLeBord = true;
    }
  };
  const dessous = [...sorts.keys()];
  parcourir(dessous, () => true);
  // une petite table sous la grande, et son en-tête
  parcourir(dessous.reverse(), (l) => auBord.get(l)?.enFin === true || autresTables.has(l + 1));
  const campagne = campagnes ? colonnes.find(({ cle }) => cle === 'anneeScolaire') : undefined;
  for (const [l, sort] of campagne ? sorts : [])
    if (sort === 'donnee' && (lireAnnee(texteDe(cellule(l, campagne?.i ?? 0)) ?? '') ?? annee) !== annee)
      sorts.set(l, AUTRE_CAMPAGNE);
  if (titresDAnnee) ecarterAutresAnnees(sorts, titreDe, debut);
  return sorts;
}

/**
 * Sous « Pour mémoire 2020-2021 » et jusqu'au titre de l'année du classeur, les données sont d'une autre année. Le titre
 * du haut de la feuille, souvent recopié de l'an passé, n'écarte rien tant qu'aucun autre ne dit où l'année commence.
 */
function ecarterAutresAnnees(
  sorts: Map<number, Sort>,
  titreDe: (l: number) => AnneeDite | undefined,
  debut: number,
): void {
  const titres = new Map<number, AnneeDite>();
  const noter = (l: number): void => {
    const dite = titreDe(l);
    if (dite !== undefined) titres.set(l, dite);
  };
  for (let l = 0; l < debut; l++) noter(l);
  const duHaut = [...titres.values()].at(-1);
  titres.clear();
  for (const l of sorts.keys()) noter(l);
  if (titres.size === 0) return;
  let dite: AnneeDite | undefined = [...titres.values()].includes('courante') ? duHaut : undefined;
  for (const [l, sort] of [...sorts].sort(([a], [b]) => a - b)) {
    const titre = titres.get(l);
    if (titre !== undefined) {
      dite = titre;
      if (sort === 'donnee') sorts.set(l, 'note ou titre');
    } else if (dite === 'autre' && sort === 'donnee') sorts.set(l, AUTRE_ANNEE);
  }
}
