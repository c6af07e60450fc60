/**
 * Les noms de fonctions tels que le classeur les range, et tels que l'agent les lit.
 * Excel range les fonctions récentes avec un préfixe (« _xlfn. ») et celles d'un complément sous la forme
 * « _xldudf_CLAS_PS » : dans un fichier, un nom « CLAS.PS » nu resterait #NOM? jusqu'à ce que l'agent revalide la cellule ;
 * un Excel où le complément n'est pas encore chargé montre le nom de rangement.
 */
import { CITE } from './formule';

/** Noms des fonctions récentes et des fonctions CLAS comme l'agent les tape ; LibreOffice les réécrit en minuscules. */
export function versLecture(formule: string): string {
  if (!/_xl|clas\./i.test(formule)) return formule;
  return formule
    .replace(/_xl(?:fn|ws|udf|pm)\./gi, '')
    .replace(
      /"(?:[^"]|"")*"|(?<![\w.])(?:_xldudf_CLAS_|CLAS\.)([A-Z][A-Z0-9_]*)(?=\()/gi,
      (tout, nom: string | undefined) => (nom === undefined ? tout : `CLAS.${nom.toUpperCase()}`),
    );
}

/** Ce qui est cité, et pourrait avoir l'air d'un appel ; ou un appel, avant sa parenthèse. */
const APPEL = new RegExp(`${CITE}|(?<![\\w.])CLAS\\.([A-Z][A-Z0-9_]*)(?=\\()`, 'gi');

/** Préfixe les fonctions CLAS hors des textes entre guillemets et des noms. */
export function versFichier(formule: string): string {
  if (!APPEL_CLAS.test(formule)) return formule;
  return formule.replace(APPEL, (tout, nom: string | undefined) =>
    nom === undefined ? tout : `_xldudf_CLAS_${nom.toUpperCase()}`,
  );
}

/** Une formule qui appelle Clas. */
export const APPEL_CLAS = /(?<![\w.])CLAS\.[A-Z]/i;

/** Les fonctions CLAS qu'appelle une formule, et où commencent leurs arguments. */
export function appelsClas(formule: string): readonly { readonly nom: string; readonly debut: number }[] {
  if (!APPEL_CLAS.test(formule)) return [];
  return [...formule.matchAll(APPEL)].flatMap(({ 0: appel, 1: nom, index }) =>
    nom === undefined ? [] : [{ nom: nom.toUpperCase(), debut: index + appel.length + 1 }],
  );
}
