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

function date(texte: string): number | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(texte);
  if (iso) return numeroSerie(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const francaise = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(texte);
  return francaise ? numeroSerie(Number(francaise[3]), Number(francaise[2]), Number(francaise[1])) : null;
}

export interface Interpretee {
  readonly entree: Entree;
  /** Format que la saisie donne d'elle-même à une cellule Standard. */
  readonly format?: string;
}

/**
 * Un texte écrit dans une cellule est interprété comme une frappe au clavier, sauf au format Texte :
 * « 007 » devient 7. `locale` : nombres « 12,5 » à la française (frappe), sinon « 12.5 » (Office.js).
 * doc : excel/excel.range#values, excel/excel-add-ins-ranges-set-get-values
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
  if (/^(true|false|vrai|faux)$/i.test(texte)) return { entree: /^(true|vrai)$/i.test(texte) };
  if (ERREURS.includes(texte)) return { entree: { erreur: texte } };
  const nombre = francais ? texte.replace(/[\s\u00a0\u202f]/gu, '').replace(',', '.') : texte;
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(nombre)) return { entree: Number(nombre) };
  if (/^[+-]?\d+(\.\d+)?%$/.test(nombre)) return { entree: Number(nombre.slice(0, -1)) / 100, format: '0%' };
  const serie = date(texte);
  return serie === null ? { entree: brut } : { entree: serie, format: 'm/d/yyyy' };
}

export function typeDe(contenu: Contenu): string {
  if (contenu === null || contenu === '') return 'Empty';
  if (typeof contenu === 'object') return 'Error';
  return typeof contenu === 'number' ? 'Double' : typeof contenu === 'boolean' ? 'Boolean' : 'String';
}
