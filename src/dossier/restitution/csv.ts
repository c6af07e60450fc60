/**
 * Un tableau en CSV. Pour Excel en français : point-virgule, UTF-8 avec marque d'ordre, virgule décimale ; un texte qui
 * commencerait comme une formule y est précédé d'une apostrophe : un fichier ouvert n'exécute rien.
 */
import { dateFrancaise } from '../../valeurs/date';
import type { ColonneTable, ValeurTable } from './planTable';

const MARQUE = '\ufeff';
const FORMULE = /^[=+\-@\t\r]/;

/** Les lignes, selon la RFC 4180 : CRLF, et des guillemets autour de ce qui en demande. */
export const lignesCsv = (lignes: readonly (readonly string[])[], separateur: ';' | ','): string => {
  const cellule = (texte: string): string =>
    texte.includes(separateur) || /["\r\n]/.test(texte) ? `"${texte.replaceAll('"', '""')}"` : texte;
  return lignes.map((ligne) => `${ligne.map(cellule).join(separateur)}\r\n`).join('');
};

const ecrire = (valeur: ValeurTable): string => {
  if (valeur === null) return '';
  if (typeof valeur === 'number') return String(valeur).replace('.', ',');
  if (typeof valeur === 'string') return FORMULE.test(valeur) ? `'${valeur}` : valeur;
  if ('jour' in valeur) return dateFrancaise(valeur.jour);
  return ('taux' in valeur ? valeur.taux.toString() : valeur.toFixed(2)).replace('.', ',');
};

export const csv = <L>(
  colonnes: readonly Pick<ColonneTable<L>, 'entete' | 'valeur'>[],
  lignes: readonly L[],
): string =>
  MARQUE +
  lignesCsv(
    [colonnes.map((c) => ecrire(c.entete)), ...lignes.map((l) => colonnes.map((c) => ecrire(c.valeur(l))))],
    ';',
  );
