/** Textes bruts d'une cellule → valeur exacte, selon le type que le fichier déclare. */
import type { Valeur } from '../../valeurs/valeur';
import { refus } from './phrases';
import { decoder, decoderTexte } from './xml';

export interface Contexte {
  readonly chaines: readonly string[];
  readonly dates1904: boolean;
}

/**
 * `brut` (`<v>`) et `enLigne` (`<is>`) sont `null` quand l'élément manque ; `formule` porte son « = », ou est vide. Le
 * type dit lequel compte ; l'autre ne sert que si celui-là manque, et jamais les deux à la fois.
 */
export function valeurLue(
  type: string,
  brut: string | null,
  enLigne: string | null,
  formule: string,
  contexte: Contexte,
): Valeur {
  const texte = type === 'inlineStr' ? (enLigne ?? brut) : brut === null ? enLigne : null;
  if (texte !== null) return texteLu(texte, formule);
  // Sans valeur, une formule n'a jamais été calculée : ce n'est pas zéro. Seul un texte calculé peut être vide.
  if (brut === null || (brut === '' && type !== 'str')) return formule === '' ? null : { illisible: formule };
  switch (type) {
    case 's':
      return partage(brut, formule, contexte.chaines);
    case 'str':
      return texteLu(brut, formule);
    case 'b':
      return booleenLu(brut.trim());
    case 'e':
      return { illisible: decoder(brut) };
    case 'd':
      return dateLue(decoder(brut).trim(), contexte.dates1904);
    default:
      return nombreLu(brut, formule);
  }
}

/** Un texte vide que l'agent a laissé dans une cellule ne se voit pas : la cellule est vide. */
const texteLu = (brut: string, formule: string): Valeur =>
  brut === '' && formule === '' ? null : copier(decoderTexte(brut));

function partage(brut: string, formule: string, chaines: readonly string[]): Valeur {
  const texte = chaines[Number(brut)];
  if (texte === undefined) throw refus('texteAbsent');
  return texte === '' && formule === '' ? null : texte;
}

function booleenLu(brut: string): Valeur {
  if (/^(?:1|true)$/i.test(brut)) return true;
  return /^(?:0|false)$/i.test(brut) ? false : { illisible: decoder(brut) };
}

function nombreLu(brut: string, formule: string): Valeur {
  const n = Number(brut);
  if (n === 0 && brut.trim() === '') return formule === '' ? null : { illisible: formule };
  // « 0x1F » ou « Infinity » seraient des nombres pour JavaScript, pas pour un classeur.
  const etranger =
    brut.length > 1 &&
    brut.charCodeAt(0) === 48 &&
    brut.charCodeAt(1) > 57 &&
    (brut.charCodeAt(1) | 32) !== 101;
  if (Number.isFinite(n) && !etranger) return n;
  const decode = decoder(brut);
  return decode === brut ? { illisible: brut } : nombreLu(decode, formule);
}

/** « 2021-10-12 », « 2021-10-12T14:30:00.5Z », « 14:30:00 » : ce qu'un classeur Strict écrit pour une date. */
const ISO =
  /^(?:(\d{4})-(\d\d)-(\d\d))?(?:(?:^|T)(\d\d):(\d\d)(?::(\d\d(?:\.\d{1,9})?))?)?(?:Z|[+-]\d\d:\d\d)?$/;
const JOUR = 86_400;

/** Le nombre de série que la cellule aurait dans ce calendrier ; un texte, si ce n'est pas une date. */
function dateLue(texte: string, dates1904: boolean): Valeur {
  const m = ISO.exec(texte);
  if (texte === '' || m === null) return texte;
  const [annee, mois, jour] = [m[1] ?? '', m[2] ?? '', m[3] ?? ''].map(Number) as [number, number, number];
  const [heures, minutes, secondes] = [m[4] ?? '', m[5] ?? '', m[6] ?? ''].map(Number) as [
    number,
    number,
    number,
  ];
  if (heures > 24 || minutes > 59 || secondes >= 60) return texte;
  const fraction = (heures * 3_600 + minutes * 60 + secondes) / JOUR;
  if (m[1] === undefined) return fraction;
  const serie = serieDe(annee, mois, jour, dates1904);
  return serie === null ? texte : serie + fraction;
}

/** Le calendrier de 1900 compte un 29 février qui n'a pas existé : ses jours d'avant mars se décalent. */
function serieDe(annee: number, mois: number, jour: number, dates1904: boolean): number | null {
  const instant = Date.UTC(annee, mois - 1, jour);
  const date = new Date(instant);
  if (date.getUTCMonth() !== mois - 1 || date.getUTCDate() !== jour || annee < 1900) return null;
  const jours = Math.round((instant - Date.UTC(1899, 11, 30)) / 1_000 / JOUR);
  if (dates1904) return jours < 1_462 ? null : jours - 1_462;
  return jours < 61 ? jours - 1 : jours;
}

/** Le format d'une cellule de type date : le sien si c'en est un, sinon celui de ce qu'elle dit. */
export function formatDeDate(code: string | undefined, brut: string): string {
  if (code !== undefined && /[dmyhs]/i.test(code.replace(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]/gi, '')))
    return code;
  if (!brut.includes(':')) return 'yyyy-mm-dd';
  return brut.includes('-') ? 'yyyy-mm-dd hh:mm:ss' : 'hh:mm:ss';
}

/** Un extrait de chaîne garde en mémoire tout le morceau de fichier d'où il vient : on en garde une copie. */
export function copier(texte: string): string {
  return texte.length < 13 ? texte : ` ${texte}`.slice(1);
}
