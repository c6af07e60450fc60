/**
 * Les nombres comme les agents les saisissent : « 1 234,56 € », « 1.234,56 », « 1'234.56 »…
 * Un montant ne s'arrondit pas ici ; un texte qui n'est pas un nombre ne devient jamais zéro.
 */
import { Decimal } from './montant';

export type NombreLu =
  | { readonly etat: 'nombre'; readonly valeur: Decimal }
  | { readonly etat: 'texte'; readonly valeur: Decimal }
  | { readonly etat: 'ambigu'; readonly valeur: Decimal }
  | { readonly etat: 'illisible' };

const ILLISIBLE: NombreLu = { etat: 'illisible' };

/** Quinze chiffres significatifs, ceux qu'Excel montre et compare : 652,9299999999999 est 652,93. */
export function decimalDe(nombre: number): Decimal {
  if (Number.isInteger(nombre)) return new Decimal(nombre);
  return new Decimal(nombre.toPrecision(15));
}

const SEPARATEURS_MILLIERS = /[ \u00a0\u202f\u2007'’]/g;

/** Lit la valeur d'une cellule numérique. */
export function lireNombre(valeur: string | number | boolean): NombreLu {
  if (typeof valeur === 'number')
    return Number.isFinite(valeur) ? { etat: 'nombre', valeur: decimalDe(valeur) } : ILLISIBLE;
  if (typeof valeur === 'boolean') return ILLISIBLE;
  let texte = valeur
    .trim()
    .replace(/(?:€|eur(?:os?)?)$/i, '')
    .trim();
  let signe = '';
  const negatif = /^(?:[-−–](.*)|\((.*)\))$/.exec(texte);
  if (negatif) {
    signe = '-';
    texte = (negatif[1] ?? negatif[2] ?? '').trim();
  } else if (texte.startsWith('+')) texte = texte.slice(1).trim();
  const lu = lireAbsolu(texte.replace(/’/g, "'"));
  return lu && texte.length <= 40
    ? { etat: lu.ambigu ? 'ambigu' : 'texte', valeur: new Decimal(signe + lu.chiffres) }
    : ILLISIBLE;
}

/** Chiffres d'un nombre sans signe, séparateurs compris ; `ambigu` : « 1.234 », lu en milliers. */
function lireAbsolu(texte: string): { chiffres: string; ambigu: boolean } | undefined {
  // blancs ou apostrophes en milliers, bien groupés par trois ; décimales après virgule ou point
  if (/^\d{1,3}(?:[ \u00a0\u202f\u2007']\d{3})+(?:[.,]\d+)?$/.test(texte))
    return { chiffres: texte.replace(SEPARATEURS_MILLIERS, '').replace(',', '.'), ambigu: false };
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

/** Une heure d'Excel est une part de jour. À partir de six heures, ce n'en est plus une : « 0,4 » est un nombre d'heures. */
const HEURE_EXCEL_MAX = 0.25;

/** Durée en heures : « 1,5 », « 1 h 30 », « 1:30 », « 90 min », ou l'heure d'Excel (0,0625 pour 1:30). */
export function lireDuree(valeur: string | number | boolean): NombreLu {
  if (typeof valeur === 'number' && valeur > 0 && valeur < HEURE_EXCEL_MAX)
    return { etat: 'nombre', valeur: decimalDe(Math.round(valeur * 24 * 60)).div(60) };
  if (typeof valeur === 'string') {
    const heures = /^(\d{1,2})\s*(?:h|:)\s*(\d{2})?(?::00)?\s*(?:min|mn)?$/i.exec(valeur.trim());
    if (heures)
      return { etat: 'texte', valeur: new Decimal(heures[1] ?? 0).plus(new Decimal(heures[2] ?? 0).div(60)) };
    const minutes = /^(\d{1,3})\s*(?:min|mn|minutes)$/i.exec(valeur.trim());
    if (minutes) return { etat: 'texte', valeur: new Decimal(minutes[1] ?? 0).div(60) };
    return lireNombre(valeur.trim().replace(/(?:h|heures?)$/i, ''));
  }
  return lireNombre(valeur);
}
