/**
 * Reconnaître un intitulé : exact, synonyme, ou « large » (millésime, singulier et pluriel, « nb », « montant », unités).
 * Ce qui ferait répondre deux colonnes reste inconnu : un intitulé ne se devine pas.
 */
import { anneeScolaire } from '../../reglement/annee';
import { normaliser } from '../../valeurs/texte';
import type { Colonne, Colonnes, TypeColonne } from '../colonnes/colonne';

/** Du plus sûr au moins sûr : désigné à la main, exact, synonyme, large. */
export const RANGS = ['pointes', 'exacts', 'synonymes', 'larges'] as const;
export type Rang = (typeof RANGS)[number];

export interface Reconnu {
  readonly cle: string;
  readonly rang: Rang;
}

const LIAISONS: ReadonlySet<string> = new Set(
  'a au aux avec d de des du en et l la le les nb nbre nombre par pour sur total'.split(' '),
);
/** Mots qui n'ajoutent rien à un montant : « montant versé des acomptes », « total des acomptes (gestion N) ». */
const DE_MONTANT: ReadonlySet<string> = new Set(
  // « cla » : un mot se compare au singulier
  'montant euro eur € verse versee paye payee gestion exercice annee civile cla'.split(' '),
);
const VERSE: ReadonlySet<string> = new Set(['verse', 'versee', 'paye', 'payee']);
const UNE_PART = /^\s*(?:%|taux|parts?|pourcentages?)(?!\p{L})/iu;
/** « Acompte n° 1 » est un rang, et non N+1 ; « n° de versement » un numéro. */
const RANG = /(?<![a-z])(?:n[°º]|num(?:[eé]ro|\.)?)\s*(?=\d\d?(?!\d))/gi;
const APPEL_DE_NOTE = /(?<=(?<![a-z])n)\s*\(\s*\d\s*\)\s*$/i;
/** Le rang d'une colonne, devant ou derrière son intitulé : « 3. Commune », « Coût prévisionnel (P) » ; « (N) » est l'année. */
const RANG_DE_COLONNE = /^\s*\d{1,2}\s*[.)]\s+(?=\p{L})|\s*\(\s*[a-mo-z]\s*\)\s*$/giu;
const UNITES: ReadonlySet<string> = new Set(['euro', 'eur', '€', 'ttc']);
const COMPTE = /(?<![a-z])(?:nb|nbre|nombre)(?![a-z])/;
const ARGENT = /€|(?<![a-z])(?:montants?|euros?|eur)(?![a-z])/;
const TOTAL = /(?<![a-z])tota(?:l|ux)(?![a-z])/;
const COMPTES: ReadonlySet<TypeColonne> = new Set(['entier', 'nombre', 'duree']);

const plat = (texte: string): string =>
  texte
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '')
    .toLowerCase()
    .replace(/œ/g, 'oe');

/** « locaux » est « local », « niveaux » est « niveau ». */
const auSingulier = (mot: string): string => mot.replace(/(?<!e)aux$/, 'al').replace(/[sx]$/, '');

const scolaires = new Map<number, RegExp>();
/** « 2021-2022 », « 2021/22 » dans un intitulé. */
function scolaireDe(annee: number): RegExp {
  const connu = scolaires.get(annee);
  if (connu) return connu;
  const motif = anneeScolaire(annee)
    .replace('-', '\\s*[-/\u2010-\u2015]\\s*(?:20)?')
    .replace(/20(\d\d)$/, '$1');
  const scolaire = new RegExp(motif, 'g');
  scolaires.set(annee, scolaire);
  return scolaire;
}

/** Les mots d'un intitulé, au singulier ; l'année civile y est « n » ou « nplus1 », une autre reste elle-même. */
function motsDe(texte: string, annee: number): readonly string[] {
  const mots = plat(texte)
    .replace(scolaireDe(annee), ' ')
    // l'appel d'une note n'est pas un mot
    .replace(/\(\s*\d\s*\)\s*$/, ' ')
    .replace(/(?:\(|(?<![a-z])en )\s*(?:en )?(?:h|heures?|places?)(?![a-z])/g, ' ')
    .replace(RANG, ' ')
    .replace(/(?<![a-z])(?:n[°º]|num\.)/g, ' numero ')
    .replace(/(?<![a-z0-9])n\s*\+\s*1(?!\d)/g, ' nplus1 ')
    .replace(/(?<![a-z0-9])n\s*[-\u2010-\u2015\u2212]\s*1(?!\d)/g, ' nmoins1 ')
    .replace(/(?<!\d)(\d{4})(?!\d)/g, (vu) =>
      vu === String(annee) ? ' n ' : vu === String(annee + 1) ? ' nplus1 ' : ` ${vu} `,
    )
    .split(/[^a-z0-9€]/)
    .map((mot) => (mot.length > 3 ? auSingulier(mot) : mot))
    .filter((mot) => mot !== '');
  return [...new Set(mots)];
}

const sans = (mots: readonly string[], retires: ReadonlySet<string>): readonly string[] =>
  mots.filter((mot) => !retires.has(mot));
const forme = (mots: readonly string[]): string => [...mots].sort().join(' ');

/** « Montant bonus enfants » n'est pas un nombre de bonus, « Nb dossiers » un numéro, ni « Total Caf » un nom. */
function unitesVont(texte: string, { type }: Colonne): boolean {
  const nu = plat(texte);
  if (type === 'texte' && (TOTAL.test(nu) || UNE_PART.test(nu))) return false;
  return (type === 'montant' || !ARGENT.test(nu)) && (COMPTES.has(type) || !COMPTE.test(nu));
}

interface Formes {
  readonly exacts: ReadonlyMap<string, string>;
  readonly synonymes: ReadonlyMap<string, string>;
  /** Forme large → clé ; `null` : deux colonnes y répondraient. */
  readonly larges: ReadonlyMap<string, string | null>;
  /** Les mots des formes larges : un texte qui en a un autre n'en est pas une. */
  readonly motsLarges: ReadonlySet<string>;
  /** Ce que les textes déjà vus désignent : la même ligne s'essaie en en-tête, en groupe, et à chaque contrôle. */
  readonly vus: Vus<Reconnu | undefined>;
}

interface Vus<T> {
  readonly parTexte: Map<string, T>;
  /** De tous ces textes. */
  caracteres: number;
}
const rienVu = <T>(): Vus<T> => ({ parTexte: new Map(), caracteres: 0 });

/** Plus que les premières lignes d'une feuille, que l'on parcourt plusieurs fois ; un classeur hostile ne remplit pas la mémoire. */
const CARACTERES_MAX = 1_000_000;

/** Calculé une fois par texte, tant qu'il n'en est pas venu beaucoup d'autres. */
function garder<T>(vus: Vus<T>, texte: string, calculer: () => T): T {
  const { parTexte } = vus;
  const deja = parTexte.get(texte);
  if (deja !== undefined || parTexte.has(texte)) return deja as T;
  const nouveau = calculer();
  if (vus.caracteres > CARACTERES_MAX) {
    parTexte.clear();
    vus.caracteres = 0;
  }
  parTexte.set(texte, nouveau);
  vus.caracteres += texte.length;
  return nouveau;
}

const formesConnues = new WeakMap<Colonnes, Map<number, Formes>>();

function formesDe(definitions: Colonnes, annee: number): Formes {
  const parAnnee = formesConnues.get(definitions) ?? new Map<number, Formes>();
  formesConnues.set(definitions, parAnnee);
  const connues = parAnnee.get(annee);
  if (connues) return connues;
  const larges = new Map<string, string | null>();
  for (const [cle, c] of Object.entries(definitions))
    for (const intitule of [c.entete, ...c.synonymes]) {
      const { tous, mots } = analyser(intitule, annee);
      // « nb bonus par » : abrégé, il ne vaut que mot pour mot
      if (LIAISONS.has(tous.at(-1) ?? '')) continue;
      const large = forme(mots);
      const deja = larges.get(large);
      larges.set(large, deja === undefined || deja === cle ? cle : null);
    }
  const formes: Formes = {
    exacts: new Map(Object.entries(definitions).map(([cle, c]) => [normaliser(c.entete), cle])),
    synonymes: new Map(
      Object.entries(definitions).flatMap(([cle, c]) =>
        c.synonymes.map((synonyme) => [normaliser(synonyme), cle] as const),
      ),
    ),
    larges,
    motsLarges: new Set([...larges.keys()].flatMap((large) => large.split(' '))),
    vus: rienVu(),
  };
  parAnnee.set(annee, formes);
  return formes;
}

/** Plus long, ce n'est pas un intitulé : un tableau d'Excel n'en admet pas la moitié. */
export const INTITULE_MAX = 600;

/** La colonne que cet intitulé désigne, et comment. */
export function reconnaitreIntitule(
  texte: string,
  definitions: Colonnes,
  annee: number,
): Reconnu | undefined {
  if (texte.length > INTITULE_MAX) return undefined;
  const formes = formesDe(definitions, annee);
  return garder(formes.vus, texte, () => {
    const reconnu = chercher(texte, formes, definitions, annee);
    // « Durée d'une séance (h) » est un intitulé, « Budget (b) » celui d'une colonne numérotée
    const nu = reconnu ? texte : texte.replace(RANG_DE_COLONNE, '');
    return nu === texte ? reconnu : chercher(nu, formes, definitions, annee);
  });
}

/** Ce qu'un texte a en propre, quelles que soient les colonnes auxquelles il se compare. */
interface Analyse {
  readonly normal: string;
  readonly tous: readonly string[];
  /** Tous ses mots, sauf les liaisons. */
  readonly mots: readonly string[];
}

const analyses = new Map<number, Vus<Analyse>>();
function analyser(texte: string, annee: number): Analyse {
  let deLAnnee = analyses.get(annee);
  if (!deLAnnee) analyses.set(annee, (deLAnnee = rienVu()));
  return garder(deLAnnee, texte, () => analyserSeul(texte, annee));
}

function analyserSeul(texte: string, annee: number): Analyse {
  const tous = motsDe(texte, annee);
  // « Acomptes N (1) » renvoie à une note : ce n'est pas N+1
  const normal = normaliser(texte.replace(APPEL_DE_NOTE, '').replace(RANG, ' '));
  return { normal, tous, mots: sans(tous, LIAISONS) };
}

/** Le reste se retranche d'un montant, et n'empêche pas de reconnaître sa colonne. */
const seRetranche = (mot: string): boolean => DE_MONTANT.has(mot) || UNITES.has(mot);

/**
 * Ces textes peuvent-ils, seuls ou réunis, désigner cette colonne ? Non : aucun ne le fait. C'est de quoi laisser, sans
 * les lire intitulé par intitulé, les feuilles qui n'en sont pas. Un texte qui a un mot de trop n'y aide pas.
 */
export function designablePar(
  textes: Iterable<string>,
  annee: number,
): (definition: Pick<Colonne, 'entete' | 'synonymes'>) => boolean {
  const normaux = new Set<string>();
  /** Mot → les mots de chaque texte qui l'a. */
  const parMot = new Map<string, (readonly string[])[]>();
  const retenir = (texte: string): void => {
    // une feuille ainsi laissée ne se relit pas : rien n'est à garder de ses textes
    const { normal, mots } = analyserSeul(texte, annee);
    normaux.add(normal);
    for (const mot of mots) {
      const deja = parMot.get(mot);
      if (deja) deja.push(mots);
      else parMot.set(mot, [mots]);
    }
  };
  for (const texte of textes) {
    if (texte.length > INTITULE_MAX) continue;
    retenir(texte);
    const nu = texte.replace(RANG_DE_COLONNE, '');
    if (nu !== texte) retenir(nu);
  }
  return ({ entete, synonymes }) =>
    [entete, ...synonymes].some((terme) => {
      const { normal, mots: siens } = analyser(terme, annee);
      const sansMotDeTrop = (mots: readonly string[]): boolean =>
        mots.every((mot) => siens.includes(mot) || seRetranche(mot));
      return normaux.has(normal) || siens.every((mot) => parMot.get(mot)?.some(sansMotDeTrop));
    });
}

function chercher(
  texte: string,
  { exacts, synonymes, larges, motsLarges }: Omit<Formes, 'vus'>,
  definitions: Colonnes,
  annee: number,
): Reconnu | undefined {
  const { normal, mots } = analyser(texte, annee);
  if (normal === '') return undefined;
  for (const [rang, connus] of [
    ['exacts', exacts],
    ['synonymes', synonymes],
  ] as const) {
    const cle = connus.get(normal);
    const definition = cle === undefined ? undefined : definitions[cle];
    // « Bonus enfants (€) » n'est pas un nombre de bonus
    if (cle !== undefined && definition && unitesVont(texte, definition)) return { cle, rang };
  }
  if (!mots.every((mot) => motsLarges.has(mot) || seRetranche(mot))) return undefined;
  for (const large of [mots, sans(mots, UNITES), sans(mots, DE_MONTANT)]) {
    if (!large.every((mot) => motsLarges.has(mot))) continue;
    const cle = larges.get(forme(large));
    const definition = typeof cle === 'string' ? definitions[cle] : undefined;
    // ce qui a été versé n'est pas ce que Clas calcule
    const verse = definition?.calculee === true && mots.some((mot) => VERSE.has(mot));
    if (typeof cle === 'string' && definition && unitesVont(texte, definition) && !verse)
      return { cle, rang: 'larges' };
  }
  return undefined;
}

/** « 2020 », « N-1 », « 2019-2020 » : l'intitulé parle d'une autre année que celle du classeur. */
export const dUneAutreAnnee = (texte: string, annee: number): boolean =>
  analyser(texte, annee).tous.some((mot) => mot === 'nmoins1' || /^(?:19|20)\d\d$/.test(mot));

/** « N » ou « N+1 » en toutes lettres ; un millésime est aussi bien le jour du paiement que la gestion. */
function gestionEcrite(texte: string): 'n' | 'n1' | undefined {
  const nu = plat(texte);
  const n1 = /(?<![a-z0-9])n\s*\+\s*1(?!\d)/.test(nu);
  const n = /(?<![a-z0-9])n(?![a-z0-9°º]|\s*[-+\u2010-\u2015\u2212]\s*\d)/.test(nu);
  return n === n1 ? undefined : n ? 'n' : 'n1';
}

/** Les colonnes absentes dont un intitulé inconnu porte les mots : il leur ressemble. */
export function ressemblances(
  texte: string,
  definitions: Colonnes,
  absentes: (cle: string) => boolean,
  annee: number,
): readonly string[] {
  if (dUneAutreAnnee(texte, annee)) return [];
  const mots = new Set(analyser(texte, annee).tous);
  // une date, une part d'un montant ne sont pas ce montant
  if (mots.has('date') || UNE_PART.test(texte)) return [];
  const porte = (termes: string): boolean => analyser(termes, annee).tous.every((mot) => mots.has(mot));
  const gestion = gestionEcrite(texte);
  const autreGestion = ({ entete }: Colonne): boolean =>
    gestion !== undefined && ![gestion, undefined].includes(gestionEcrite(entete));
  return Object.entries(definitions).flatMap(([cle, definition]) => {
    const { voisins = [], sauf = [] } = definition;
    return absentes(cle) && voisins.some(porte) && !sauf.some(porte) && !autreGestion(definition)
      ? [cle]
      : [];
  });
}

/** Un mot abrégé (« prév ») vaut moins que le mot. */
const ABREGE = 0.8;
const ABREGE_MIN = 3;
const memeMot = (lu: string, connu: string): number =>
  lu === connu ? 1 : lu.length >= ABREGE_MIN && connu.startsWith(lu) ? ABREGE : 0;

/** De 0 à 1 : les mots partagés, et davantage quand l'intitulé porte tous ceux du terme. */
function partage(mots: readonly string[], terme: readonly string[]): number {
  if (mots.length === 0 || terme.length === 0) return 0;
  const notes = terme.map((mot) => Math.max(...mots.map((lu) => memeMot(lu, mot))));
  const communs = notes.reduce((n, note) => n + note, 0);
  const part = (2 * communs) / (mots.length + terme.length);
  return notes.every((note) => note > 0) ? (0.4 * communs) / terme.length + 0.6 * part : part;
}

/**
 * Ce que chaque colonne partage avec un intitulé, de 0 (rien) à 1 (les mêmes mots) ; une autre année, une date, un compte
 * ou un montant que la colonne n'est pas, ne partagent rien. C'est de quoi proposer, jamais de quoi lire.
 */
export function proximites(
  definitions: Colonnes,
  annee: number,
): (texte: string) => ReadonlyMap<string, number> {
  const connus = Object.entries(definitions).map(([cle, definition]) => {
    const { entete, synonymes, voisins = [], sauf = [] } = definition;
    const enMots = (termes: readonly string[]) => termes.map((t) => analyser(t, annee).mots);
    return { cle, definition, termes: enMots([entete, ...synonymes, ...voisins]), sauf: enMots(sauf) };
  });
  return (texte) => {
    if (dUneAutreAnnee(texte, annee)) return new Map();
    const tous = analyser(texte, annee).mots;
    return new Map(
      connus.flatMap(({ cle, definition, termes, sauf }): [string, number][] => {
        const exclue = sauf.some((terme) => terme.every((mot) => tous.includes(mot)));
        const autre = tous.includes('date') && definition.type !== 'date';
        if (exclue || autre || !unitesVont(texte, definition)) return [];
        const mots = definition.type === 'montant' ? sans(tous, DE_MONTANT) : tous;
        return [
          [cle, Math.max(...termes.map((terme) => Math.max(partage(tous, terme), partage(mots, terme))))],
        ];
      }),
    );
  };
}
