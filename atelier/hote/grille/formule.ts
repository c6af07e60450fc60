import { lireAdresse, separer } from './adresses';
import type { Contenu, Rect } from './types';

/** Formule réduite à des appels de fonctions, des constantes et des références. */
export type Noeud =
  | { readonly genre: 'constante'; readonly valeur: Contenu }
  | { readonly genre: 'omis' }
  | { readonly genre: 'reference'; readonly feuille: string | null; readonly rect: Rect }
  | { readonly genre: 'nom'; readonly nom: string }
  | { readonly genre: 'appel'; readonly nom: string; readonly arguments: readonly Noeud[] };

const JETON =
  /\s*(?:("(?:[^"]|"")*")|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?%?)(?![:\w])|((?:'(?:[^']|'')+'!|[\p{L}_][\p{L}\p{N}_.]*!)?\$?[A-Za-z]{0,3}\$?\d{0,7}(?::\$?[A-Za-z]{0,3}\$?\d{0,7})?)(?![\p{L}\p{N}_.(])|([\p{L}_][\p{L}\p{N}_.]*)|([(),]))/uy;

class Lecteur {
  private place = 0;

  constructor(private readonly texte: string) {}

  get fini(): boolean {
    return this.texte.slice(this.place).trim() === '';
  }

  suivant(): string | null {
    const reste = this.texte.slice(this.place).trimStart();
    return reste === '' ? null : (reste[0] ?? null);
  }

  mange(attendu: string): boolean {
    if (this.suivant() !== attendu) return false;
    this.place = this.texte.indexOf(attendu, this.place) + 1;
    return true;
  }

  /** null : la formule sort de ce que sait lire la grille en mémoire. */
  noeud(): Noeud | null {
    JETON.lastIndex = this.place;
    const trouve = JETON.exec(this.texte);
    if (!trouve || trouve[0].trim() === '') return null;
    this.place = JETON.lastIndex;
    const [, chaine, nombre, reference, mot] = trouve;
    if (chaine !== undefined) return { genre: 'constante', valeur: chaine.slice(1, -1).replace(/""/g, '"') };
    if (nombre !== undefined) {
      const valeur = nombre.endsWith('%') ? Number(nombre.slice(0, -1)) / 100 : Number(nombre);
      return { genre: 'constante', valeur };
    }
    if (reference !== undefined && reference !== '') return this.reference(reference);
    return mot === undefined ? null : this.mot(mot);
  }

  private reference(texte: string): Noeud | null {
    const { feuille, reste } = separer(texte);
    const rect = lireAdresse(reste);
    if (rect) return { genre: 'reference', feuille, rect };
    return feuille === null ? this.mot(texte) : null;
  }

  private mot(texte: string): Noeud | null {
    if (/^(TRUE|FALSE)$/i.test(texte) && this.suivant() !== '(')
      return { genre: 'constante', valeur: texte.toUpperCase() === 'TRUE' };
    if (!this.mange('(')) return { genre: 'nom', nom: texte };
    const liste: Noeud[] = [];
    if (this.mange(')')) return { genre: 'appel', nom: texte.toUpperCase(), arguments: liste };
    for (;;) {
      const vide = this.suivant() === ',' || this.suivant() === ')';
      const noeud: Noeud | null = vide ? { genre: 'omis' } : this.noeud();
      if (!noeud) return null;
      liste.push(noeud);
      if (this.mange(')')) return { genre: 'appel', nom: texte.toUpperCase(), arguments: liste };
      if (!this.mange(',')) return null;
    }
  }
}

/** Lit « =CLAS.PS(B2,3,,"centime") » ; null pour toute formule à opérateurs. */
export function lireFormule(formule: string): Noeud | null {
  const lecteur = new Lecteur(formule.replace(/^=/, ''));
  const noeud = lecteur.noeud();
  return noeud && lecteur.fini ? noeud : null;
}
