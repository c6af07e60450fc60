/**
 * Les dates, en « AAAA-MM-JJ » : elles se comparent comme des textes, sans fuseau ni horloge.
 * Un nombre de série vient du calendrier du classeur (1900, avec son 29 février de trop, ou 1904).
 */
import { aDesChiffres, blancsReduits, sansAccents } from './texte';
import { ILLISIBLE, type Verdict } from './verdict';

const MOIS = [
  'janvier',
  'fevrier',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'aout',
  'septembre',
  'octobre',
  'novembre',
  'decembre',
];

/** Hors de ces années, c'est une faute de frappe ou un nombre qui n'est pas une date. */
const ANNEE_MIN = 1990;
const ANNEE_MAX = 2100;

const deuxChiffres = (n: number): string => String(n).padStart(2, '0');

function dateIso(annee: number, mois: number, jour: number): string | undefined {
  if (
    annee < ANNEE_MIN ||
    annee > ANNEE_MAX ||
    mois < 1 ||
    mois > 12 ||
    jour < 1 ||
    jour > joursDuMois(annee, mois)
  )
    return undefined;
  return `${annee}-${deuxChiffres(mois)}-${deuxChiffres(jour)}`;
}

function joursDuMois(annee: number, mois: number): number {
  if (mois === 2) return (annee % 4 === 0 && annee % 100 !== 0) || annee % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(mois) ? 30 : 31;
}

/** Jours depuis le 1er mars 0000 (calendrier grégorien), et retour : l'arithmétique sans objet Date. */
function numeroDeJour(iso: string): number {
  const [a, m, j] = [Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8))];
  const annee = m > 2 ? a : a - 1;
  const mois = m > 2 ? m - 3 : m + 9;
  return (
    365 * annee +
    Math.floor(annee / 4) -
    Math.floor(annee / 100) +
    Math.floor(annee / 400) +
    Math.floor((153 * mois + 2) / 5) +
    j
  );
}

function jourDeNumero(numero: number): string | undefined {
  let annee = Math.floor((numero - 1) / 365.2425);
  const debut = (a: number): number =>
    365 * a + Math.floor(a / 4) - Math.floor(a / 100) + Math.floor(a / 400);
  while (debut(annee + 1) < numero) annee++;
  const reste = numero - debut(annee) - 1;
  const mois = Math.floor((5 * reste + 2) / 153);
  const jour = reste - Math.floor((153 * mois + 2) / 5) + 1;
  return dateIso(mois >= 10 ? annee + 1 : annee, mois >= 10 ? mois - 9 : mois + 3, jour);
}

const MILLISECONDES = 86_400_000;
const EPOQUE_1900 = numeroDeJour('1899-12-30');
const EPOQUE_1904 = numeroDeJour('1904-01-01');

export function dateDeSerie(serie: number, dates1904: boolean): string | undefined {
  // à la milliseconde : 44561,9999999999 est le 1er janvier à minuit, que le calcul d'Excel a manqué de peu
  const jour = Math.floor(Math.round(serie * MILLISECONDES) / MILLISECONDES);
  return Number.isSafeInteger(jour)
    ? jourDeNumero((dates1904 ? EPOQUE_1904 : EPOQUE_1900) + jour)
    : undefined;
}

/** « 12/10/2021 », « 12-10-21 », « 2021-10-12 », « 12 octobre 2021 » : jour d'abord, à la française. */
export function dateDeTexte(texte: string): string | undefined {
  if (!aDesChiffres(texte)) return undefined;
  const t = blancsReduits(texte)
    .replace(/^['’]/, '')
    .replace(/ ?[\u2010-\u2015\u2212] ?/g, '-')
    .replace(/ ?([-/]) ?(?=\d)/g, '$1')
    .replace(
      /(?: (?:à )?|T)\d{1,2}(?::\d{2}(?::\d{2}(?:[.,]\d+)?)?| ?h(?: ?\d{2})?)(?: ?(?:UTC|GMT|Z))?(?:[+-]\d{2}:?\d{2})?$/,
      '',
    );
  // un fuseau derrière la date (« 2021-10-12Z », comme l'écrit un export XML) n'y change rien
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?: ?(?:UTC|GMT|Z)|[+-]\d{2}:\d{2})?$/.exec(t);
  if (iso) return dateIso(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const annee = (a: string): number => Number(a) + (a.length === 2 ? 2000 : 0);
  const chiffres =
    /^(?:(?:le|lun|mar|mer|jeu|ven|sam|dim)[a-z]*\.? )?(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/i.exec(t);
  if (chiffres) return dateIso(annee(chiffres[3] ?? ''), Number(chiffres[2]), Number(chiffres[1]));
  const lettres = /^(?:\p{L}+\.? )?(\d{1,2})(?:er)?[- ](\p{L}+)\.?[- ](\d{4}|\d{2})$/u.exec(t);
  if (!lettres) return undefined;
  const nom = sansAccents(lettres[2] ?? '').toLowerCase();
  const mois = MOIS.findIndex((m) => nom.length >= 3 && m.startsWith(nom) && nom !== 'jui');
  return dateIso(annee(lettres[3] ?? ''), mois + 1, Number(lettres[1]));
}

/** La date d'une cellule : un nombre de série, ou un texte. */
export function lireDate(valeur: string | number | boolean, dates1904: boolean): Verdict<string> {
  if (typeof valeur === 'boolean') return ILLISIBLE;
  const iso = typeof valeur === 'number' ? dateDeSerie(valeur, dates1904) : dateDeTexte(valeur);
  if (iso === undefined) return ILLISIBLE;
  return { etat: typeof valeur === 'number' ? 'lu' : 'converti', valeur: iso };
}

/** « 08/11/2021 » */
export const dateFrancaise = (iso: string): string => `${iso.slice(8)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`;

/** Vrai quand les deux dates sont connues, et la première avant la seconde. */
export const precede = (premiere: string | null | undefined, seconde: string | null | undefined): boolean =>
  Boolean(premiere && seconde && premiere < seconde);

/** Vrai quand la date est connue, et au plus tard ce jour. */
export const auPlusTard = (date: string | null, jour: string): boolean => Boolean(date && date <= jour);

/** Jours de `debut` à `fin`, bornes comprises. */
export const nombreDeJours = (debut: string, fin: string): number =>
  numeroDeJour(fin) - numeroDeJour(debut) + 1;

/** Nombre de série d'une date, pour l'écrire dans un classeur. */
export const serieDeDate = (iso: string, dates1904 = false): number =>
  numeroDeJour(iso) - (dates1904 ? EPOQUE_1904 : EPOQUE_1900);

/** Vrai pour un jour réel du calendrier, écrit AAAA-MM-JJ. */
export const estDateIso = (texte: string): boolean => dateDeTexte(texte) === texte;
