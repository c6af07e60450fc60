/** L'en-tête, encore : ses intitulés à chaque page, ou les numéros de ses colonnes. */
import { normaliser, texteDe } from '../../../valeurs/texte';
import type { Candidate } from './candidate';

const NUMERO_DE_COLONNE = /^[([]?\s*(?:col(?:onne)?\.?\s*)?(\d{1,3}|[a-z])\s*[)\].]?$/i;
/** En dessous, deux nombres voisins pourraient être des données. */
const NUMEROS_MIN = 3;

/** Chaque cellule dit l'intitulé de sa colonne. */
export const repeteLEntete = (ligne: Candidate): boolean =>
  ligne.pleines.every((colonne) => {
    const texte = normaliser(texteDe(ligne.cellule(colonne)) ?? '');
    const { indice, intitules } = ligne.rangees.entetes;
    return [ligne.rangees.cellule(indice, colonne.i), intitules[colonne.i] ?? null].some(
      (intitule) => normaliser(texteDe(intitule) ?? '') === texte,
    );
  });

const seSuivent = (ecarts: readonly number[]): boolean => new Set(ecarts).size === 1;

/** « (1) (2) (3) », « 1 2 3 », « A B C » : chaque cellule donne le rang de sa colonne. */
export function numeroteLesColonnes(ligne: Candidate): boolean {
  if (ligne.pleines.length < NUMEROS_MIN) return false;
  const rangs: { readonly i: number; readonly rang: number }[] = [];
  for (const colonne of ligne.pleines) {
    const lu = NUMERO_DE_COLONNE.exec(texteDe(ligne.cellule(colonne)) ?? '')?.[1];
    if (lu === undefined) return false;
    rangs.push({ i: colonne.i, rang: /\d/.test(lu) ? Number(lu) : lu.toLowerCase().charCodeAt(0) - 96 });
  }
  rangs.sort((a, b) => a.i - b.i);
  return seSuivent(rangs.map(({ rang }, k) => rang - k)) || seSuivent(rangs.map(({ i, rang }) => rang - i));
}
