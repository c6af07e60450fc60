/**
 * Le sort d'une cellule, selon le type de sa colonne : la valeur lue, et s'il y a lieu ce qui s'en dit (une seule chose)
 * avec la correction que la lecture propose. Les lecteurs sont dans `src/valeurs` ; ici, ce qu'une feuille en signale.
 */
import { anomalie, type Anomalie, type Correction, type Lieu } from '../anomalies/anomalie';
import type { Colonne, TypeColonne } from '../colonnes/colonne';
import { enFrancais, euros } from '../../reglement/explication';
import { lireChoix, lireOuiNon } from '../../valeurs/choix';
import { dateFrancaise, lireDate, serieDeDate } from '../../valeurs/date';
import { genreDeFormat, nombreAffiche, type GenreDeFormat } from '../../valeurs/formatNombre';
import { auCentime, type Decimal } from '../../valeurs/montant';
import { lireDuree, lireNombre } from '../../valeurs/nombre';
import { lireSiret } from '../../valeurs/siret';
import { montrerInvisibles, texteDe } from '../../valeurs/texte';
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

const avec = (
  valeur: ValeurLue | null,
  a: Anomalie | undefined,
  correction: Correction | null = null,
): CelluleLue => {
  if (!a) return { valeur };
  if (a.gravite === 'bloquante') return { valeur: null, anomalie: a };
  return { valeur, anomalie: correction ? { ...a, correction } : a };
};

/** Une donnée du journal qui ne se lit pas n'est pas comptée : c'est cela qu'il faut dire. */
const bloquer = (a: Anomalie, colonne: Colonne, lieu: Lieu): CelluleLue => ({
  valeur: null,
  anomalie:
    !colonne.nonCompte || a.gravite !== 'bloquante'
      ? a
      : anomalie('versement.non-compte', lieu, {
          fait: `${colonne.entete.toLowerCase()} « ${String(a.parametres?.v ?? '')} » illisible`,
        }),
});

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
    if (genre !== 'nombre' && !(genre === 'heure' && type === 'duree'))
      return bloquer(
        anomalie('cellule.nombre-en-date', lieu, {
          v: nombreAffiche(brut, format, dates1904),
          genre: GENRES_DITS[genre],
          attendu,
        }),
        colonne,
        lieu,
      );
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

function lireErreur(v: string, colonne: Colonne, lieu: Lieu): CelluleLue {
  const { type, entete: col } = colonne;
  if (ATTENDUS[type] !== undefined)
    return bloquer(anomalie('cellule.nombre-illisible', lieu, { v, col }), colonne, lieu);
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
  return bloquer(anomalie('cellule.valeur-illisible', lieu, { v, col, attendu }), colonne, lieu);
}

/** Au-delà de quinze chiffres, Excel remplace les suivants par des zéros. */
const CHIFFRES_MAX = 1e15;

/** Un texte est ce que l'agent voit : un nombre sous un masque (« 00123 ») en est le texte affiché. */
function lireTexte(brut: Brut, colonne: Colonne, { lieu, dates1904, format }: Contexte): CelluleLue {
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

type NombreLu = ReturnType<typeof lireNombre>;

/** Ce qui se dit de tout nombre ; sinon rien. */
function problemeDeNombre(
  lu: NombreLu,
  brut: Valeur,
  { entete: col, remedeNegatif: remede }: Colonne,
  lieu: Lieu,
  ecrire: (d: Decimal) => string,
): Anomalie | undefined {
  if (lu.etat === 'illisible') return anomalie('cellule.nombre-illisible', lieu, { v: cite(brut), col });
  const v = tel(brut);
  if (lu.valeur.isNeg() && !lu.valeur.isZero())
    return anomalie('cellule.nombre-negatif', lieu, { col, v: v.replace('.', ','), remede });
  if (lu.etat === 'ambigu') return anomalie('cellule.montant-ambigu', lieu, { v, n: ecrire(lu.valeur) });
  if (lu.etat === 'converti') return anomalie('cellule.montant-en-texte', lieu, { v, n: ecrire(lu.valeur) });
  return undefined;
}

function montant(brut: Brut, colonne: Colonne, lieu: Lieu): CelluleLue {
  const lu = lireNombre(brut);
  const probleme = problemeDeNombre(lu, brut, colonne, lieu, euros);
  if (lu.etat === 'illisible') return probleme ? bloquer(probleme, colonne, lieu) : { valeur: null };
  if (probleme?.gravite === 'bloquante') return avec(null, probleme);
  const arrondi = auCentime(lu.valeur);
  const correction = (): Correction => ({
    valeur: arrondi.toNumber(),
    texte: euros(arrondi),
    format: 'montant',
  });
  if (lu.valeur.decimalPlaces() <= 2)
    // ce qui est ambigu se confirme, et ne se corrige pas d'office
    return avec(lu.valeur, probleme, lu.etat === 'converti' ? correction() : null);
  const v = String(lu.valeur).replace('.', ',');
  return avec(
    arrondi,
    anomalie('cellule.plus-de-deux-decimales', lieu, { col: colonne.entete, v, n: euros(arrondi) }),
    correction(),
  );
}

const DEVISE = /€|(?<!\p{L})eur(?:os?)?(?!\p{L})/iu;

function compte(brut: Brut, colonne: Colonne, { lieu, format }: Contexte): CelluleLue {
  const { type, entete: col } = colonne;
  const formatHeure = type === 'duree' && typeof brut === 'number' && genreDeFormat(format, brut) === 'heure';
  // le cas de presque toutes les cellules : un compte entier, saisi en nombre
  if (typeof brut === 'number' && Number.isInteger(brut) && brut >= 0 && !formatHeure)
    return { valeur: brut };
  // « 300 € » de bonus : une somme n'est pas un nombre de collectifs
  const lu =
    typeof brut === 'string' && DEVISE.test(brut)
      ? ILLISIBLE
      : type === 'duree'
        ? lireDuree(brut, formatHeure)
        : lireNombre(brut);
  const ecrire = (d: Decimal): string => enFrancais(d, Math.min(d.decimalPlaces(), 2));
  // « 3,000 » collectifs : trois, ou trois mille ? un compte ne se devine pas
  if (lu.etat === 'ambigu')
    return avec(null, anomalie('cellule.nombre-illisible', lieu, { v: cite(brut), col }));
  const probleme = problemeDeNombre(lu, brut, colonne, lieu, ecrire);
  if (lu.etat === 'illisible' || probleme?.gravite === 'bloquante') return avec(null, probleme);
  if (type === 'entier' && !lu.valeur.isInteger())
    return avec(null, anomalie('cellule.nombre-non-entier', lieu, { col, v: tel(brut).replace('.', ',') }));
  return avec(lu.valeur.toNumber(), probleme, {
    valeur: lu.valeur.toNumber(),
    texte: ecrire(lu.valeur),
    format: type === 'entier' ? 'entier' : 'general',
  });
}

function jour(brut: Brut, { lieu, dates1904, format }: Contexte): CelluleLue {
  const lu = lireDate(brut, dates1904);
  if (lu.etat === 'illisible') {
    const v = typeof brut === 'number' ? nombreAffiche(brut, format, dates1904) : cite(brut);
    return avec(null, anomalie('cellule.date-illisible', lieu, { v }));
  }
  if (lu.etat === 'lu') return { valeur: lu.valeur };
  const n = dateFrancaise(lu.valeur);
  return avec(lu.valeur, anomalie('cellule.date-en-texte', lieu, { v: tel(brut), n }), {
    valeur: serieDeDate(lu.valeur, dates1904),
    texte: n,
    format: 'date',
  });
}

function ouiNon(brut: Brut, col: string, lieu: Lieu): CelluleLue {
  const lu = lireOuiNon(brut);
  if (lu.etat === 'illisible')
    return avec(
      null,
      anomalie('cellule.valeur-illisible', lieu, { v: cite(brut), col, attendu: 'saisir oui ou non' }),
    );
  if (lu.etat === 'lu') return { valeur: lu.valeur };
  const v = typeof brut === 'string' ? brut : tel(brut);
  const n = lu.valeur ? 'oui' : 'non';
  return avec(lu.valeur, anomalie('cellule.oui-non-normalise', lieu, { v, n: lu.valeur ? 'Oui' : 'Non' }), {
    valeur: n,
    texte: n,
  });
}

/** « favorable, refusé ou en attente » */
const enumerer = (valeurs: readonly string[]): string =>
  `${valeurs.slice(0, -1).join(', ')} ou ${valeurs.at(-1) ?? ''}`;

function choisir(brut: Brut, colonne: Colonne, lieu: Lieu): CelluleLue {
  const { entete: col, choix = {}, exigence } = colonne;
  const lu = lireChoix(brut, choix);
  const liste = enumerer(Object.keys(choix));
  const v = cite(brut);
  if (lu.etat === 'lu') return { valeur: lu.valeur };
  if (lu.etat === 'converti')
    return avec(lu.valeur, anomalie('cellule.choix-normalise', lieu, { v, n: lu.valeur, liste }), {
      valeur: lu.valeur,
      texte: lu.valeur,
    });
  // une colonne facultative n'arrête personne : la valeur n'est pas retenue, et cela se dit
  return exigence === 'non'
    ? avec(null, anomalie('cellule.valeur-inconnue', lieu, { v, col, attendu: `Choisir ${liste}` }))
    : bloquer(
        anomalie('cellule.valeur-illisible', lieu, { v, col, attendu: `choisir ${liste}` }),
        colonne,
        lieu,
      );
}

function lireNiveau(brut: Brut, { choix = {} }: Colonne, lieu: Lieu): CelluleLue {
  const direct = lireChoix(brut, choix);
  if (direct.etat === 'lu' || direct.etat === 'converti') return { valeur: direct.valeur };
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
      return avec(lu.valeur, anomalie('siret.stocke-en-nombre', lieu, { v, corrige: lu.valeur }), {
        valeur: lu.valeur,
        texte: lu.valeur,
        format: 'texte',
      });
    case 'arrondi':
      return avec(v, anomalie('siret.arrondi', lieu, { v: affiche }));
    case 'siren':
      return avec(v, anomalie('siret.siren', lieu, { v }));
    case 'illisible':
      return avec(v, anomalie('siret.invalide', lieu, { v }));
  }
}
