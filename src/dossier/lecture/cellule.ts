/**
 * Le sort d'une cellule, selon le type de sa colonne : la valeur lue, et s'il y a lieu ce qui s'en dit (une seule chose)
 * avec la correction que la lecture propose. Les lecteurs sont dans `src/valeurs` ; ici, ce qu'une feuille en signale.
 */
import { anomalie, type Anomalie, type Correction, type Lieu } from '../anomalies/anomalie';
import type { Colonne, TypeColonne } from '../colonnes/colonne';
import { enFrancais, euros } from '../../reglement/explication';
import { lireChoix, lireOuiNon, type Choix } from '../../valeurs/choix';
import { dateFrancaise, lireDate, serieDeDate } from '../../valeurs/date';
import { genreDeFormat, nombreAffiche, type GenreDeFormat } from '../../valeurs/formatNombre';
import { auCentime, type Decimal } from '../../valeurs/montant';
import { COMPTE_LIMITE, lireDuree, lireNombre } from '../../valeurs/nombre';
import { lireSiret } from '../../valeurs/siret';
import { montrerInvisibles, texteDe } from '../../valeurs/texte';
import { unParObjet } from '../../valeurs/unParObjet';
import { estIllisible, type Valeur } from '../../valeurs/valeur';
import { ILLISIBLE } from '../../valeurs/verdict';
import { lirePublic } from './publics';

export type ValeurLue = string | number | boolean | Decimal;

/** `valeur` nulle : la cellule est illisible, et `anomalie` dit pourquoi. */
export interface CelluleLue {
  readonly valeur: ValeurLue | null;
  readonly anomalie?: Anomalie;
}

type Brut = string | number | boolean;

/** Pour lire une cellule dont rien ne se dira. */
export const SANS_LIEU: Lieu = { feuille: '', ligne: null, colonne: null, champ: null, valeur: null };

/** Ce que la cellule a d'autre que sa valeur. */
export interface Contexte {
  readonly lieu: Lieu;
  readonly dates1904: boolean;
  /** Code de format de nombre, en syntaxe internationale. */
  readonly format?: string | undefined;
}

const tel = (valeur: Valeur): string => texteDe(valeur) ?? '';
/** La valeur d'une phrase « illisible » : ce qui s'y cache se voit. */
const cite = (valeur: Valeur): string =>
  typeof valeur === 'string' ? montrerInvisibles(valeur) : tel(valeur);

/** Une correction ne se compose que s'il y a quelque chose à corriger : presque aucune cellule n'en a. */
const avec = (
  valeur: ValeurLue | null,
  a: Anomalie | undefined,
  corriger?: (() => Correction) | null,
): CelluleLue => {
  if (!a) return { valeur };
  if (a.gravite === 'bloquante') return { valeur: null, anomalie: a };
  return { valeur, anomalie: corriger ? { ...a, correction: corriger() } : a };
};

/** Une donnée du journal qui ne se lit pas n'est pas comptée : c'est cela qu'il faut dire. */
const bloquer = (a: Anomalie, v: string, colonne: Colonne, lieu: Lieu): CelluleLue => ({
  valeur: null,
  anomalie: colonne.nonCompte
    ? anomalie('versement.non-compte', lieu, {
        fait: `${colonne.entete.toLowerCase()} « ${v} » illisible`,
        geste: gesteDeJournal(colonne),
      })
    : a,
});

/** Ce qui ferait compter le versement. */
export const gesteDeJournal = ({ choix }: Colonne): string =>
  choix ? `Choisir ${enumerer(choix)}` : 'Corriger la cellule';

const ATTENDUS: Partial<Record<TypeColonne, string>> = {
  montant: 'un montant',
  entier: 'un nombre',
  nombre: 'un nombre',
  duree: 'une durée',
};
export const GENRES_DITS: Readonly<Record<Exclude<GenreDeFormat, 'nombre'>, string>> = {
  date: 'une date',
  heure: 'une heure',
  pourcent: 'un pourcentage',
  milliers: 'un montant en milliers',
  autre: 'un nombre que son format change',
  cache: 'un nombre que son format cache',
};

/** Lit une cellule non vide. */
export function lireCellule(
  brut: Brut | { readonly illisible: string },
  colonne: Colonne,
  contexte: Contexte,
): CelluleLue {
  const { type, entete: col } = colonne;
  const { lieu, dates1904, format } = contexte;
  const attendu = ATTENDUS[type];
  if (estIllisible(brut)) return lireErreur(tel(brut), colonne, lieu);
  if (attendu !== undefined && typeof brut === 'number') {
    const genre = genreDeFormat(format, brut);
    if (genre !== 'nombre' && !(genre === 'heure' && type === 'duree')) {
      const v = nombreAffiche(brut, format, dates1904);
      const dite = anomalie('cellule.nombre-en-date', lieu, { v, genre: GENRES_DITS[genre], attendu });
      return bloquer(dite, v, colonne, lieu);
    }
  }
  if (colonne.etat && estUnAjout(brut, contexte)) {
    const phrase = 'saisir, sans le signe +, ce qui vaut en tout à partir de cette date';
    return avec(null, anomalie('cellule.valeur-illisible', lieu, { v: cite(brut), col, attendu: phrase }));
  }
  switch (type) {
    case 'texte':
      return lireTexte(brut, colonne, contexte);
    case 'siret':
      return siret(brut, contexte);
    case 'ouiNon':
      return ouiNon(brut, col, lieu);
    case 'choix':
      return colonne.vocabulaire === 'public'
        ? lireNiveau(brut, colonne, lieu)
        : choisir(brut, colonne, lieu);
    case 'date':
      return jour(brut, contexte);
    case 'montant':
      return montant(brut, colonne, lieu);
    case 'entier':
    case 'nombre':
    case 'duree':
      return compte(brut, colonne, contexte);
  }
}

/** « +500 », saisi en texte ou montré par le format. */
const estUnAjout = (brut: Brut, { format, dates1904 }: Contexte): boolean =>
  tel(typeof brut === 'number' ? nombreAffiche(brut, format, dates1904) : brut).startsWith('+');

function lireErreur(v: string, colonne: Colonne, lieu: Lieu): CelluleLue {
  const { type, entete: col } = colonne;
  if (ATTENDUS[type] !== undefined)
    return bloquer(anomalie('cellule.nombre-illisible', lieu, { v, col }), v, colonne, lieu);
  // une formule sans valeur n'est pas une date mal écrite : l'ouvrir et l'enregistrer suffit
  if (type === 'date' && !v.startsWith('='))
    return { valeur: null, anomalie: anomalie('cellule.date-illisible', lieu, { v }) };
  const attendu = 'corriger la formule ou saisir la valeur';
  // un texte ne porte aucun montant : une erreur n'y arrête personne, hors du numéro de dossier et du journal
  if (type === 'texte' && !colonne.identifiant && !colonne.nonCompte)
    return avec(
      null,
      anomalie('cellule.valeur-inconnue', lieu, {
        v,
        col,
        attendu: 'Corriger la formule, ou saisir la valeur',
      }),
    );
  return bloquer(anomalie('cellule.valeur-illisible', lieu, { v, col, attendu }), v, colonne, lieu);
}

/** Au-delà de quinze chiffres, Excel remplace les suivants par des zéros. */
const CHIFFRES_MAX = 1e15;

/** Un texte est ce que l'agent voit : un nombre sous un masque (« 00123 ») en est le texte affiché. */
/** « " », « idem » : la valeur du dessus, que rien ne répète quand les lignes se trient. */
const IDEM = /^(?:["'«»”“″〃]+|idem|id\.?|ibid\.?)$/i;

function lireTexte(brut: Brut, colonne: Colonne, { lieu, dates1904, format }: Contexte): CelluleLue {
  if (colonne.identifiant && typeof brut === 'string' && IDEM.test(tel(brut).trim())) {
    const attendu = 'répéter le numéro';
    return avec(
      null,
      anomalie('cellule.valeur-illisible', lieu, { v: cite(brut), col: colonne.entete, attendu }),
    );
  }
  if (typeof brut !== 'number') return { valeur: tel(brut) };
  const affiche = nombreAffiche(brut, format, dates1904);
  if (colonne.identifiant) {
    const genre = genreDeFormat(format, brut);
    if (genre === 'date' || genre === 'heure')
      return avec(null, anomalie('dossier.en-date', lieu, { v: affiche }));
    if (Math.abs(brut) >= CHIFFRES_MAX)
      return avec(null, anomalie('dossier.trop-long', lieu, { v: enFrancais(brut, 0) }));
  }
  return { valeur: tel(affiche) };
}

type NombreLu = Exclude<ReturnType<typeof lireNombre>, { readonly etat: 'illisible' }>;

/** Ce qui se dit d'un nombre lu ; sinon rien. */
function problemeDeNombre(
  { etat, valeur }: NombreLu,
  brut: Brut,
  { entete: col, remedeNegatif: remede }: Colonne,
  lieu: Lieu,
  ecrire: (d: Decimal) => string,
): Anomalie | undefined {
  if (valeur.isNeg() && !valeur.isZero())
    return anomalie('cellule.nombre-negatif', lieu, { col, v: tel(brut).replace('.', ','), remede });
  if (etat === 'ambigu') return anomalie('cellule.montant-ambigu', lieu, { v: tel(brut), n: ecrire(valeur) });
  if (etat === 'converti')
    return anomalie('cellule.montant-en-texte', lieu, { v: tel(brut), n: ecrire(valeur) });
  return undefined;
}

/** Un nombre d'Excel se lit toujours, à moins qu'aucun projet n'en ait de tel. */
const nombreIllisible = (brut: Brut, v: string, col: string, lieu: Lieu): Anomalie =>
  anomalie('cellule.nombre-illisible', lieu, { v, col, horsDePortee: typeof brut === 'number' });

function montant(brut: Brut, colonne: Colonne, lieu: Lieu): CelluleLue {
  const { entete: col } = colonne;
  const lu = lireNombre(brut);
  if (lu.etat === 'illisible') {
    const v = cite(brut);
    return bloquer(nombreIllisible(brut, v, col, lieu), v, colonne, lieu);
  }
  const probleme = problemeDeNombre(lu, brut, colonne, lieu, euros);
  const arrondi = auCentime(lu.valeur);
  const correction = (): Correction => ({
    valeur: arrondi.toNumber(),
    texte: euros(arrondi),
    format: 'montant',
  });
  if (arrondi.eq(lu.valeur) || probleme?.gravite === 'bloquante')
    // ce qui est ambigu se confirme, et ne se corrige pas d'office
    return avec(lu.valeur, probleme, lu.etat === 'converti' ? correction : null);
  const v = String(lu.valeur).replace('.', ',');
  return avec(
    arrondi,
    anomalie('cellule.plus-de-deux-decimales', lieu, { col, v, n: euros(arrondi) }),
    correction,
  );
}

const DEVISE = /€|(?<!\p{L})eur(?:os?)?(?!\p{L})/iu;

function compte(brut: Brut, colonne: Colonne, { lieu, format }: Contexte): CelluleLue {
  const { type, entete: col } = colonne;
  const formatHeure = genreDeFormat(format, Number(brut)) === 'heure';
  // le cas de presque toutes les cellules : un compte entier, saisi en nombre
  if (Number.isInteger(brut) && Number(brut) >= 0 && Number(brut) < COMPTE_LIMITE && !formatHeure)
    return { valeur: brut };
  // « 300 € » de bonus : une somme n'est pas un nombre de collectifs
  const lu = DEVISE.test(String(brut))
    ? ILLISIBLE
    : type === 'duree'
      ? lireDuree(brut, formatHeure)
      : lireNombre(brut);
  // « 3,000 » collectifs : trois, ou trois mille ? un compte ne se devine pas
  if (lu.etat === 'illisible' || lu.etat === 'ambigu' || lu.valeur.abs().gte(COMPTE_LIMITE))
    return avec(null, nombreIllisible(brut, cite(brut), col, lieu));
  const ecrire = (d: Decimal): string => enFrancais(d, Math.min(d.decimalPlaces(), 2));
  const probleme = problemeDeNombre(lu, brut, colonne, lieu, ecrire);
  if (type === 'entier' && !lu.valeur.isInteger() && probleme?.gravite !== 'bloquante')
    return avec(null, anomalie('cellule.nombre-non-entier', lieu, { col, v: tel(brut).replace('.', ',') }));
  return avec(lu.valeur.toNumber(), probleme, () => ({
    valeur: lu.valeur.toNumber(),
    texte: ecrire(lu.valeur),
    format: type === 'entier' ? 'entier' : 'general',
  }));
}

function jour(brut: Brut, { lieu, dates1904, format }: Contexte): CelluleLue {
  const lu = lireDate(brut, dates1904);
  if (lu.etat === 'illisible') {
    const v = typeof brut === 'number' ? nombreAffiche(brut, format, dates1904) : cite(brut);
    return avec(null, anomalie('cellule.date-illisible', lieu, { v }));
  }
  if (lu.etat === 'lu') return { valeur: lu.valeur };
  const n = dateFrancaise(lu.valeur);
  return avec(lu.valeur, anomalie('cellule.date-en-texte', lieu, { v: tel(brut), n }), () => ({
    valeur: serieDeDate(lu.valeur, dates1904),
    texte: n,
    format: 'date',
  }));
}

function ouiNon(brut: Brut, col: string, lieu: Lieu): CelluleLue {
  const lu = lireOuiNon(brut);
  if (lu.etat === 'illisible')
    return avec(
      null,
      anomalie('cellule.valeur-illisible', lieu, { v: cite(brut), col, attendu: 'saisir oui ou non' }),
    );
  if (lu.etat === 'lu') return { valeur: lu.valeur };
  const v = tel(brut);
  const n = lu.valeur ? 'oui' : 'non';
  return avec(
    lu.valeur,
    anomalie('cellule.oui-non-normalise', lieu, { v, n: lu.valeur ? 'Oui' : 'Non' }),
    () => ({
      valeur: n,
      texte: n,
    }),
  );
}

/** « favorable, refusé ou en attente » */
const enumerer = unParObjet((choix: Choix): string => {
  const valeurs = Object.keys(choix);
  return `${valeurs.slice(0, -1).join(', ')} ou ${valeurs.at(-1) ?? ''}`;
});

function choisir(brut: Brut, colonne: Colonne, lieu: Lieu): CelluleLue {
  const { entete: col, choix = {}, exigence } = colonne;
  const lu = lireChoix(brut, choix);
  if (lu.etat === 'lu') return { valeur: lu.valeur };
  const liste = enumerer(choix);
  const v = cite(brut);
  if (lu.etat === 'converti')
    return avec(lu.valeur, anomalie('cellule.choix-normalise', lieu, { v, n: lu.valeur, liste }), () => ({
      valeur: lu.valeur,
      texte: lu.valeur,
    }));
  // une colonne facultative n'arrête personne : la valeur n'est pas retenue, et cela se dit
  return exigence === 'non'
    ? avec(null, anomalie('cellule.valeur-inconnue', lieu, { v, col, attendu: `Choisir ${liste}` }))
    : bloquer(
        anomalie('cellule.valeur-illisible', lieu, { v, col, attendu: `choisir ${liste}` }),
        v,
        colonne,
        lieu,
      );
}

function lireNiveau(brut: Brut, { choix = {} }: Colonne, lieu: Lieu): CelluleLue {
  const direct = lireChoix(brut, choix);
  if (direct.etat !== 'illisible') return { valeur: direct.valeur };
  const v = cite(brut);
  const lu = lirePublic(tel(brut), choix);
  switch (lu.etat) {
    case 'lu':
      return { valeur: lu.valeur };
    case 'multiple':
      return avec(lu.valeur, anomalie('projet.publics-multiples', lieu, { v }));
    case 'horsChamp':
      return avec(null, anomalie('projet.public-hors-champ', lieu, { v }));
    case 'inconnu':
      return avec(null, anomalie('projet.public-inconnu', lieu, { v }));
  }
}

function siret(brut: Brut, { lieu, format, dates1904 }: Contexte): CelluleLue {
  const v = tel(brut);
  const affiche = typeof brut === 'number' ? nombreAffiche(brut, format, dates1904) : v;
  const lu = lireSiret(brut, affiche);
  switch (lu.etat) {
    case 'lu':
      return { valeur: lu.valeur };
    case 'converti':
      return avec(lu.valeur, anomalie('siret.stocke-en-nombre', lieu, { v, corrige: lu.valeur }), () => ({
        valeur: lu.valeur,
        texte: lu.valeur,
        format: 'texte',
      }));
    case 'arrondi':
      return avec(v, anomalie('siret.arrondi', lieu, { v: affiche }));
    case 'siren':
      return avec(v, anomalie('siret.siren', lieu, { v }));
    case 'illisible':
      return avec(v, anomalie('siret.invalide', lieu, { v }));
  }
}
