/**
 * Un tableau en CSV pour Excel en français : point-virgule, UTF-8 avec marque d'ordre, virgule décimale. Un texte qui
 * commencerait comme une formule est précédé d'une apostrophe : un fichier ouvert n'exécute rien.
 */
import { dateFrancaise } from '../../valeurs/date';
import type { ValeurTable } from './planTable';

const MARQUE = '\ufeff';
const FORMULE = /^[=+\-@\t\r]/;

const cellule = (valeur: ValeurTable): string => {
  if (valeur === null) return '';
  if (typeof valeur === 'number') return String(valeur).replace('.', ',');
  if (typeof valeur !== 'string') {
    if ('jour' in valeur) return dateFrancaise(valeur.jour);
    return ('taux' in valeur ? valeur.taux.toString() : valeur.toFixed(2)).replace('.', ',');
  }
  const sur = FORMULE.test(valeur) ? `'${valeur}` : valeur;
  return /[";\r\n]/.test(sur) ? `"${sur.replaceAll('"', '""')}"` : sur;
};

export interface ColonneCsv<L> {
  readonly entete: string;
  readonly valeur: (ligne: L) => ValeurTable;
}

export const csv = <L>(colonnes: readonly ColonneCsv<L>[], lignes: readonly L[]): string =>
  MARQUE +
  [colonnes.map((c) => cellule(c.entete)), ...lignes.map((l) => colonnes.map((c) => cellule(c.valeur(l))))]
    .map((ligne) => `${ligne.join(';')}\r\n`)
    .join('');
