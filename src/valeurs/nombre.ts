/**
 * Les nombres comme les agents les saisissent : « 1 234,56 € », « € 1.234,56 », « 1'234.56 »…
 * Un montant ne s'arrondit pas ici ; un texte qui n'est pas un nombre ne devient jamais zéro.
 */
import { Decimal } from './montant';
import { aDesChiffres, blancsReduits } from './texte';
import { ILLISIBLE, type Verdict } from './verdict';

/** Quinze chiffres significatifs, ceux qu'Excel montre et compare : 652,9299999999999 est 652,93. */
export function decimalDe(nombre: number): Decimal {
  if (Number.isInteger(nombre)) return new Decimal(nombre);
  return new Decimal(nombre.toPrecision(15));
}

/** Au-delà, un nombre d'Excel (15 chiffres) ne porte plus les centimes : ce n'est pas un montant. */
const MONTANT_LIMITE = 1e12;
/** Plus de collectifs, d'enfants ou de séances qu'aucune Caf n'en compte : un Siret, un téléphone d'une autre colonne. */
export const COMPTE_LIMITE = 1e6;
/** Aucun montant ne s'écrit plus long ; au-delà, ce n'est pas une saisie. */
const LONGUEUR_MAX = 40;
const DEVISE_DEVANT = /^(?:€|eur(?:os?)?(?![a-z])) ?/i;
const DEVISE_DERRIERE = / ?(?:€|eur(?:os?)?)$/i;

/** Lit la valeur d'une cellule numérique, ou d'un argument. */
export function lireNombre(valeur: string | number | boolean): Verdict<Decimal> {
  if (typeof valeur === 'number')
    return Math.abs(valeur) < MONTANT_LIMITE ? { etat: 'lu', valeur: decimalDe(valeur) } : ILLISIBLE;
  if (typeof valeur === 'boolean' || !aDesChiffres(valeur)) return ILLISIBLE;
  // l'apostrophe de tête est celle par laquelle Excel garde un texte
  let texte = blancsReduits(valeur).replace(/^['’]/, '').replace(/’/g, "'");
  if (texte.length > LONGUEUR_MAX) return ILLISIBLE;
  texte = sansDevise(texte);
  let signe = '';
  const negatif = /^(?:[-\u2010-\u2015\u2212] ?(.*)|\((.*)\))$/.exec(texte);
  if (negatif) {
    signe = '-';
    texte = sansDevise((negatif[1] ?? negatif[2] ?? '').trim());
  } else if (texte.startsWith('+')) texte = texte.slice(1).trim();
  const lu = lireAbsolu(texte);
  if (!lu) return ILLISIBLE;
  const nombre = new Decimal(signe + lu.chiffres);
  return nombre.abs().lt(MONTANT_LIMITE)
    ? { etat: lu.ambigu ? 'ambigu' : 'converti', valeur: nombre }
    : ILLISIBLE;
}

/** Une devise, d'un seul côté : « € 24 000 € » ne se devine pas. */
function sansDevise(texte: string): string {
  const nu = texte.replace(DEVISE_DEVANT, '');
  return nu === texte ? texte.replace(DEVISE_DERRIERE, '') : nu;
}

/** Chiffres d'un nombre sans signe, séparateurs compris ; `ambigu` : « 1.234 », lu en milliers. */
function lireAbsolu(texte: string): { chiffres: string; ambigu: boolean } | undefined {
  // blancs ou apostrophes en milliers, bien groupés par trois ; décimales après virgule ou point
  if (/^\d{1,3}(?:[ ']\d{3})+(?:[.,]\d+)?$/.test(texte))
    return { chiffres: texte.replace(/[ ']/g, '').replace(',', '.'), ambigu: false };
  if (/^\d+$/.test(texte)) return { chiffres: texte, ambigu: false };
  // un euro n'a jamais trois décimales : « 1.234 » se lit en milliers, et se confirme
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(texte)) return { chiffres: texte.replace(/[.,]/, ''), ambigu: true };
  if (/^\d+[.,]\d+$/.test(texte)) return { chiffres: texte.replace(',', '.'), ambigu: false };
  if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(texte))
    return { chiffres: texte.replaceAll('.', '').replace(',', '.'), ambigu: false };
  if (/^\d{1,3}(?:,\d{3})+\.\d+$/.test(texte)) return { chiffres: texte.replaceAll(',', ''), ambigu: false };
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(texte) || /^\d{1,3}(?:,\d{3}){2,}$/.test(texte))
    return { chiffres: texte.replace(/[.,]/g, ''), ambigu: false };
  return undefined;
}

/** Ce qui précède un signe « % » final ; `null` : il n'y en a pas. */
export function avantPourCent(texte: string): string | null {
  const nu = texte.trimEnd();
  return nu.endsWith('%') ? nu.slice(0, -1) : null;
}

/** Taux entre 0 et 1 : 0,325, « 32,5 % » ; 32,5 sans signe est ambigu, et vaut sans doute 32,5 %. */
export function lireTaux(valeur: string | number | boolean): Verdict<Decimal> {
  const enPourCent = typeof valeur === 'string' ? avantPourCent(valeur) : null;
  const lu = lireNombre(enPourCent ?? valeur);
  if (lu.etat === 'illisible' || lu.valeur.isNeg()) return lu;
  const enCent = lu.valeur.div(100);
  if (enPourCent !== null) return enCent.gt(1) ? ILLISIBLE : { etat: 'converti', valeur: enCent };
  if (lu.valeur.lte(1)) return lu;
  return enCent.gt(1) ? ILLISIBLE : { etat: 'ambigu', valeur: enCent };
}

/** Une heure d'Excel est une part de jour. À partir de six heures, ce n'en est plus une : « 0,4 » est un nombre d'heures. */
const HEURE_EXCEL_MAX = 0.25;
const MINUTES = 60;
const HEURES_DU_JOUR = 24;

/**
 * Durée en heures : « 1,5 », « 1 h 30 », « 1:30 », « 90 min », ou l'heure d'Excel (0,0625 pour 1:30). Une durée n'a pas
 * de milliers : « 1,500 » est 1,5. `formatHeure` : la cellule a un format d'heure, c'est donc toujours une part de jour.
 */
export function lireDuree(valeur: string | number | boolean, formatHeure = false): Verdict<Decimal> {
  if (typeof valeur === 'number') {
    if (valeur > 0 && (formatHeure || valeur < HEURE_EXCEL_MAX))
      return { etat: 'lu', valeur: new Decimal(Math.round(valeur * HEURES_DU_JOUR * MINUTES)).div(MINUTES) };
    return lireNombre(valeur);
  }
  if (typeof valeur === 'boolean' || !aDesChiffres(valeur)) return ILLISIBLE;
  const texte = blancsReduits(valeur).replace(/^['’]/, '');
  const heures = /^(\d{1,2}) ?(?:h(?:eures?)?|:) ?(\d{1,2})(?::00)? ?(?:min|mn|minutes)?$/i.exec(texte);
  if (heures) {
    const minutes = Number(heures[2]);
    return minutes < MINUTES
      ? { etat: 'converti', valeur: new Decimal(heures[1] ?? 0).plus(new Decimal(minutes).div(MINUTES)) }
      : ILLISIBLE;
  }
  const minutes = /^(\d{1,3}) ?(?:min|mn|minutes)$/i.exec(texte);
  if (minutes) return { etat: 'converti', valeur: new Decimal(minutes[1] ?? 0).div(MINUTES) };
  const decimal = /^(-?\d{1,3}(?:[.,]\d+)?) ?(?:h(?:eures?)?)?$/i.exec(texte);
  return decimal
    ? { etat: 'converti', valeur: new Decimal((decimal[1] ?? '').replace(',', '.')) }
    : ILLISIBLE;
}
