/**
 * Pourquoi une formule de Clas est en erreur : la phrase de la fonction elle-même, appelée sur les mêmes cellules. Excel
 * ne la montre pas partout. Une formule composée, ou qui cite autre chose que des cellules, n'a que l'explication générale.
 */
import { valeurEn } from '../dossier/formes/grille';
import { adresseDe, lirePlage } from '../dossier/formes/adresses';
import type { ClasseurLu, FormuleSituee } from '../dossier/formes/grille';
import { FONCTIONS } from '../fonctions';
import { Refus } from '../fonctions/refus';
import { estIllisible, type Valeur } from '../valeurs/valeur';

const APPEL = /^=CLAS\.([A-Z0-9_]+)\((.*)\)$/i;
/** Un argument, jusqu'à la virgule : texte, nom de feuille cité, ou ce qui n'a ni parenthèse ni guillemet. */
const ARGUMENT = /\s*("(?:[^"]|"")*"|(?:'(?:[^']|'')*'!)?[^,"'()]*)\s*(?:,|$)/gy;
const CELLULES = /^(?:('(?:[^']|'')*'|[^!]+)!)?\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/i;

/** Comme Excel passe une cellule à une fonction : vide, zéro ; en erreur, un objet qui porte son code. */
const commeExcel = (valeur: Valeur): unknown => {
  if (valeur === null) return 0;
  return estIllisible(valeur) ? { code: valeur.illisible } : valeur;
};

function arguments_(texte: string): string[] | null {
  if (texte.trim() === '') return [];
  const lus = [...texte.matchAll(ARGUMENT)];
  const fin = lus.reduce((longueur, [tout]) => longueur + tout.length, 0);
  // la dernière lecture, vide, est la fin du texte
  return fin === texte.length
    ? lus.slice(0, texte.endsWith(',') ? undefined : -1).map(([, a = '']) => a.trim())
    : null;
}

/** La valeur d'un argument ; `undefined` : il ne se lit pas d'ici. */
function valeurDe(texte: string, feuille: string, { feuilles }: ClasseurLu): unknown {
  if (texte === '') return null;
  if (texte.startsWith('"')) return texte.slice(1, -1).replaceAll('""', '"');
  if (/^(?:TRUE|FALSE)$/i.test(texte)) return texte.toUpperCase() === 'TRUE';
  if (/^-?\d+(?:\.\d+)?%?$/.test(texte))
    return texte.endsWith('%') ? Number.parseFloat(texte) / 100 : Number(texte);
  const lues = CELLULES.exec(texte);
  if (!lues) return undefined;
  const [, nommee, , , fin] = lues;
  const nom = nommee?.replace(/^'|'$/g, '').replaceAll("''", "'") ?? feuille;
  const source = feuilles.find((f) => f.nom === nom);
  if (!source) return undefined;
  const plage = lirePlage(texte.slice(texte.lastIndexOf('!') + 1).toUpperCase());
  const lire = (ligne: number, colonne: number): unknown => commeExcel(valeurEn(source, ligne, colonne));
  if (fin === undefined) return lire(plage.ligne1, plage.colonne1);
  return Array.from({ length: plage.ligne2 - plage.ligne1 + 1 }, (_, i) =>
    Array.from({ length: plage.colonne2 - plage.colonne1 + 1 }, (__, j) =>
      lire(plage.ligne1 + i, plage.colonne1 + j),
    ),
  );
}

/** La phrase de la fonction, ou `undefined` quand elle ne se redemande pas d'ici. */
export function refusDeFormule(
  { formule, ligne, colonne }: Pick<FormuleSituee, 'formule' | 'ligne' | 'colonne'>,
  feuille: string,
  classeur: ClasseurLu,
): string | undefined {
  const appel = APPEL.exec(formule);
  const textes = appel && arguments_(appel[2] ?? '');
  const fonction = FONCTIONS[`CLAS.${appel?.[1]?.toUpperCase().replaceAll('_', '') ?? ''}`];
  if (!textes || !fonction) return undefined;
  const ici = adresseDe(ligne, colonne);
  const valeurs = textes.map((texte) =>
    texte.replaceAll('$', '') === ici ? undefined : valeurDe(texte, feuille, classeur),
  );
  if (valeurs.includes(undefined)) return undefined;
  try {
    (fonction as (...v: unknown[]) => unknown)(...valeurs);
    return undefined;
  } catch (erreur) {
    return erreur instanceof Refus ? erreur.message : undefined;
  }
}
