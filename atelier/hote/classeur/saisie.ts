import { ERREURS, type Contenu, type Entree } from '../grille/types';

const JOUR = 86_400_000;
const EPOQUE = Date.UTC(1899, 11, 30);

/** Numéro de série d'Excel (calendrier 1900), ou null si la date n'existe pas. */
export function numeroSerie(annee: number, mois: number, jour: number): number | null {
  const date = new Date(Date.UTC(annee, mois - 1, jour));
  const exacte =
    date.getUTCFullYear() === annee && date.getUTCMonth() === mois - 1 && date.getUTCDate() === jour;
  return exacte ? (date.getTime() - EPOQUE) / JOUR : null;
}

/** « 12/10/2021 » est le 12 octobre pour qui tape, le 10 décembre pour qui écrit par Office.js. */
function date(texte: string, francais: boolean): number | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(texte);
  if (iso) return numeroSerie(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const barres = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(texte);
  if (!barres) return null;
  const [premier, second, annee] = [Number(barres[1]), Number(barres[2]), Number(barres[3])];
  return francais ? numeroSerie(annee, second, premier) : numeroSerie(annee, premier, second);
}

function heure(texte: string): number | null {
  const lue = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?$/.exec(texte);
  return lue && Number(lue[1]) < 24
    ? (Number(lue[1]) * 3_600 + Number(lue[2]) * 60 + Number(lue[3] ?? 0)) / 86_400
    : null;
}

/** Ce que vaut un nombre écrit avec ses séparateurs ; NaN quand ce n'en est pas un. */
function nombre(texte: string, francais: boolean): { valeur: number; milliers: boolean } {
  const milliers = !francais && /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(texte);
  const nu = francais
    ? texte.replace(/[\s\u00a0\u202f]/gu, '').replace(',', '.')
    : milliers
      ? texte.replace(/,/g, '')
      : texte;
  const juste = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(nu);
  return { valeur: juste ? Number(nu) : NaN, milliers };
}

export interface Interpretee {
  readonly entree: Entree;
  /** Format que la saisie donne d'elle-même à une cellule Standard. */
  readonly format?: string;
}

/**
 * Un texte écrit dans une cellule est interprété comme une frappe au clavier, sauf au format Texte :
 * « 007 » devient 7. `francais` : une frappe (« 12,5 », « vrai », jour avant mois) ; Office.js, lui, écrit à
 * l'américaine quelle que soit la langue d'Excel (« 12.5 », « TRUE », mois avant jour, « 1,234 » vaut 1234).
 * doc : excel/excel.range#values, excel/excel-add-ins-ranges-set-get-values ; office-js#1559
 */
export function interpreter(
  brut: string | number | boolean,
  texteSeul: boolean,
  francais: boolean,
): Interpretee {
  if (texteSeul) return { entree: brut === '' ? null : String(brut) };
  if (typeof brut !== 'string') return { entree: brut };
  if (brut === '') return { entree: null };
  if (brut.startsWith("'")) return { entree: brut.slice(1) };
  if (brut.startsWith('=') && brut.length > 1) return { entree: { formule: brut } };
  const texte = brut.trim();
  const booleen = (francais ? ['faux', 'vrai'] : ['false', 'true']).indexOf(texte.toLowerCase());
  if (booleen >= 0) return { entree: booleen === 1 };
  if (ERREURS.includes(texte)) return { entree: { erreur: texte } };
  const { valeur, milliers } = nombre(texte, francais);
  if (!Number.isNaN(valeur)) return milliers ? { entree: valeur, format: '#,##0' } : { entree: valeur };
  const pourcent = texte.endsWith('%') ? nombre(texte.slice(0, -1).trim(), francais).valeur : NaN;
  if (!Number.isNaN(pourcent)) return { entree: pourcent / 100, format: '0%' };
  const [jour, instant] = [date(texte, francais), heure(texte)];
  if (instant !== null) return { entree: instant, format: 'h:mm' };
  return jour === null ? { entree: brut } : { entree: jour, format: 'm/d/yyyy' };
}

export function typeDe(contenu: Contenu): string {
  if (contenu === null || contenu === '') return 'Empty';
  if (typeof contenu === 'object') return 'Error';
  return typeof contenu === 'number' ? 'Double' : typeof contenu === 'boolean' ? 'Boolean' : 'String';
}
