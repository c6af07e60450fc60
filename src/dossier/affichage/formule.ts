/** Une formule, comme Excel en français l'affiche et la lit : les fichiers et Office.js l'écrivent à l'anglaise. */

/** Un texte, un nom de feuille ou de colonne : ce qu'ils contiennent n'est pas de la formule. */
export const CITE = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]']|'.)*\]/.source;

/** Ce qui ne change pas (ce qui est cité, un nom), ou un nombre, ou un signe. */
const MORCEAU = new RegExp(`${CITE}|[\\p{L}_\\\\$][\\p{L}\\p{N}_.$]*|(\\d+\\.\\d*|\\.\\d+)|[,{}]`, 'gu');

/** « =CLAS.PS(24000,2.5) » devient « =CLAS.PS(24000;2,5) » ; entre accolades, la virgule devient un point. */
export function formuleAffichee(formule: string): string {
  let tableau = false;
  return formule.replace(MORCEAU, (morceau, nombre: string | undefined) => {
    if (nombre !== undefined) return nombre.replace('.', ',');
    if (morceau === ',') return tableau ? '.' : ';';
    if (morceau === '{' || morceau === '}') tableau = morceau === '{';
    return morceau;
  });
}
