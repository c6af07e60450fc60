/** Les options de la ligne de commande, et leur lecture : toute faute d'usage devient une phrase. */
import { parseArgs } from 'node:util';
import type * as z from 'zod/mini';
import { ErreurUsage } from './erreurs';
import { FORMES, lireFormes, type Forme } from './formes';
import { plusProche } from '../valeurs/suggestion';

/** `valeur` : un exemple de ce qui s'écrit, `null` pour un drapeau ; `forme` : ce qui s'y lit, un texte par défaut. */
interface Definition {
  readonly valeur: string | null;
  readonly aide: string;
  readonly repetable?: true;
  readonly forme?: Forme;
}

const OPTIONS = {
  annee: { valeur: '2021-2022', aide: 'année scolaire du classeur', forme: FORMES.anneeScolaire },
  caf: { valeur: '45', aide: 'code du département de la Caf', forme: FORMES.caf },
  'nom-caf': { valeur: 'NOM', aide: 'nom de la Caf (obligatoire dans le 64, qui en a deux)' },
  sortie: { valeur: 'FICHIER', aide: 'classeur à écrire ; s’il existe, il est remplacé' },
  projets: { valeur: 'NOM', aide: 'nom de la feuille des projets, si ce n’est pas « Projets »' },
  parametres: { valeur: 'NOM', aide: 'nom de la feuille des paramètres' },
  collectifs: { valeur: 'NOM', aide: 'nom de la feuille des collectifs' },
  versements: { valeur: 'NOM', aide: 'nom de la feuille des versements' },
  'bonus-verses': { valeur: 'NOM', aide: 'nom de la feuille des bonus versés' },
  avenants: { valeur: 'NOM', aide: 'nom de la feuille des avenants' },
  'ecritures-passees': { valeur: 'NOM', aide: 'nom de la feuille des écritures passées' },
  colonne: {
    valeur: 'INTITULÉ=CHAMP',
    aide: 'la colonne qui tient lieu d’une autre, par exemple --colonne "1er acompte=acomptesN" ; se répète',
    repetable: true,
  },
  ignorer: {
    valeur: 'INTITULÉ',
    aide: 'une colonne ou une feuille qui n’est pas à Clas, bien qu’elle ressemble à l’une des siennes ; se répète',
    repetable: true,
  },
  au: { valeur: 'AAAA-MM-JJ', aide: 'jour de l’examen (aujourd’hui par défaut)', forme: FORMES.jour },
  modele: { valeur: 'FICHIER', aide: 'modèle Word (.docx) du courrier, avec ses {champs}' },
  pour: {
    valeur: 'CHOIX',
    aide: 'dossiers concernés : agrees (par défaut), refuses, solde, indu ou tous',
    forme: FORMES.destinataires,
  },
  figer: {
    valeur: 'FICHIER',
    aide: 'copie du classeur où l’arrêté est figé (feuille Écritures passées, mois 13)',
  },
  csv: { valeur: 'DOSSIER', aide: 'écrit aussi les écritures et la liquidation en CSV dans ce dossier' },
  suivi: { valeur: null, aide: 'rapproche deux années : accordé en N, versé d’après N+1' },
  precedent: {
    valeur: 'FICHIER',
    aide: 'classeur de l’année précédente, dont le journal donne les bonus versés',
  },
  notifiee: {
    valeur: 'MONTANT',
    aide: 'enveloppe notifiée par la Cnaf pour l’année civile, si ce n’est celle des Paramètres',
    forme: FORMES.montant,
  },
  siret: {
    valeur: 'SIRET',
    aide: 'Siret de la Caf, s’il n’est pas dans Paramètres',
    forme: FORMES.siret,
  },
  tout: { valeur: null, aide: 'chaque anomalie, au lieu de ses causes' },
  json: { valeur: null, aide: 'un objet JSON sur la sortie standard, et rien d’autre' },
  couleur: { valeur: null, aide: 'couleurs même hors d’un terminal' },
  'sans-couleur': { valeur: null, aide: 'jamais de couleurs (comme la variable NO_COLOR)' },
  aide: { valeur: null, aide: 'cette aide' },
  version: { valeur: null, aide: 'la version de Clas' },
} as const satisfies Readonly<Record<string, Definition>>;

export type NomOption = keyof typeof OPTIONS;
export type NomValeur = {
  [N in NomOption]: (typeof OPTIONS)[N]['valeur'] extends string ? N : never;
}[NomOption];
type NomListe = {
  [N in NomOption]: (typeof OPTIONS)[N] extends { repetable: true } ? N : never;
}[NomOption];

/** Les valeurs d'une demande, chacune lue selon sa forme. */
export type Valeurs = {
  readonly [N in NomValeur]?: (typeof OPTIONS)[N] extends { readonly forme: infer F extends Forme }
    ? z.output<F>
    : string;
};
/** Une option qu'une commande entend autrement : la même valeur, écrite autrement. */
export type Precisions = {
  readonly [N in NomValeur]?: Definition & { readonly valeur: string };
};

export const definitionDe = (nom: NomOption, precisions: Precisions = {}): Definition =>
  (precisions as Readonly<Partial<Record<NomOption, Definition>>>)[nom] ?? OPTIONS[nom];

/** @throws ErreurUsage : la phrase de la première option mal écrite. */
export const lireValeurs = (valeurs: Arguments['valeurs'], precisions?: Precisions): Valeurs =>
  lireFormes(
    Object.fromEntries(
      (Object.keys(valeurs) as NomValeur[]).map((nom) => [
        nom,
        definitionDe(nom, precisions).forme ?? FORMES.texte,
      ]),
    ),
    valeurs,
  );

const SYNONYMES: Readonly<Record<string, string>> = {
  help: 'aide',
  h: 'aide',
  v: 'version',
  color: 'couleur',
  'no-color': 'sans-couleur',
};

export interface Arguments {
  readonly mots: readonly string[];
  /** La première valeur donnée à chaque option. */
  readonly valeurs: Readonly<Partial<Record<NomValeur, string>>>;
  /** Toutes les valeurs d'une option qui se répète. */
  readonly listes: Readonly<Record<NomListe, readonly string[]>>;
  readonly drapeaux: ReadonlySet<NomOption>;
}

/** « --année » est « --annee » : l'accent n'est pas une faute. */
const sansAccents = (argument: string): string =>
  argument.replace(/^--[^=]+/, (nom) => nom.normalize('NFD').replace(/[\u0300-\u036f]/g, ''));

const existe = (nom: string): nom is NomOption => Object.hasOwn(OPTIONS, nom);
const estListe = (nom: NomValeur): nom is NomListe => 'repetable' in OPTIONS[nom];
const prendValeur = (nom: NomOption): nom is NomValeur => OPTIONS[nom].valeur !== null;

export function lireArguments(argv: readonly string[]): Arguments {
  const fin = argv.indexOf('--');
  const { tokens } = parseArgs({
    args: argv.map((a, i) => (fin === -1 || i < fin ? sansAccents(a) : a)),
    options: Object.fromEntries(
      Object.entries(OPTIONS).map(([nom, { valeur }]) => [
        nom,
        { type: valeur === null ? ('boolean' as const) : ('string' as const) },
      ]),
    ),
    strict: false,
    tokens: true,
    allowPositionals: true,
  });
  const mots: string[] = [];
  const valeurs: Partial<Record<NomValeur, string>> = {};
  const listes: Record<NomListe, string[]> = { colonne: [], ignorer: [] };
  const drapeaux = new Set<NomOption>();
  for (const jeton of tokens) {
    if (jeton.kind === 'positional') mots.push(jeton.value);
    if (jeton.kind !== 'option') continue;
    const nom = SYNONYMES[jeton.name] ?? jeton.name;
    if (!existe(nom)) throw inconnue(jeton.rawName);
    if (!prendValeur(nom)) {
      if (jeton.value !== undefined) throw new ErreurUsage(`L’option --${nom} ne prend pas de valeur.`);
      drapeaux.add(nom);
      continue;
    }
    const { value } = jeton;
    if (value === undefined || value === '' || (!jeton.inlineValue && value.startsWith('--')))
      throw new ErreurUsage(
        `L’option --${nom} attend une valeur, par exemple --${nom} ${OPTIONS[nom].valeur}.`,
      );
    if (estListe(nom)) {
      listes[nom].push(value);
      valeurs[nom] ??= value;
      continue;
    }
    if (valeurs[nom] !== undefined) throw new ErreurUsage(`L’option --${nom} est donnée deux fois.`);
    valeurs[nom] = value;
  }
  return { mots, valeurs, listes, drapeaux };
}

function inconnue(saisie: string): ErreurUsage {
  const proche = plusProche(saisie, Object.keys(OPTIONS));
  const suite = proche ? `vouliez-vous dire --${proche} ?` : 'clas --aide les présente.';
  return new ErreurUsage(`Option inconnue « ${saisie} » : ${suite}`);
}
