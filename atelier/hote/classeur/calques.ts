import { contient, englobe, intersection } from '../grille/adresses';
import type { Rect } from '../grille/types';

interface Calque {
  readonly rang: number;
  readonly rect: Rect;
  readonly valeur: unknown;
}

/** Une petite zone se range par cellule : une colonne aux formats alternés ferait des milliers de calques. */
const PETITE = 16;

const cleDe = (ligne: number, colonne: number): string => `${ligne},${colonne}`;

/** Une propriété de présentation peinte par rectangles : le dernier calque l'emporte. */
export class Calques {
  private liste: Calque[] = [];
  private readonly cellules = new Map<string, Calque>();
  private rang = 0;

  peindre(rect: Rect, valeur: unknown): void {
    this.rang += 1;
    if (rect.lignes * rect.colonnes <= PETITE) {
      for (let i = rect.ligne; i < rect.ligne + rect.lignes; i += 1)
        for (let j = rect.colonne; j < rect.colonne + rect.colonnes; j += 1)
          this.peindreCellule(i, j, valeur);
      return;
    }
    for (const [cle, calque] of this.cellules) if (englobe(rect, calque.rect)) this.cellules.delete(cle);
    this.liste = this.liste.filter((calque) => !englobe(rect, calque.rect));
    this.liste.push({ rang: this.rang, rect, valeur });
  }

  private peindreCellule(ligne: number, colonne: number, valeur: unknown): void {
    const rect = { ligne, colonne, lignes: 1, colonnes: 1 };
    this.cellules.set(cleDe(ligne, colonne), { rang: this.rang, rect, valeur });
  }

  private tous(): Calque[] {
    return [...this.liste, ...this.cellules.values()];
  }

  rects(): Rect[] {
    return this.tous()
      .filter(({ valeur }) => valeur !== undefined)
      .map(({ rect }) => rect);
  }

  /** Des lignes ou des colonnes vont et viennent ; `suivre` rend null pour ce qui disparaît. */
  deplacer(suivre: (rect: Rect) => Rect | null): void {
    const deplacer = (calque: Calque): Calque[] => {
      const rect = suivre(calque.rect);
      return rect ? [{ ...calque, rect }] : [];
    };
    this.liste = this.liste.flatMap(deplacer);
    const cellules = [...this.cellules.values()].flatMap(deplacer);
    this.cellules.clear();
    for (const calque of cellules) this.cellules.set(cleDe(calque.rect.ligne, calque.rect.colonne), calque);
  }

  /** undefined : jamais peinte ici. */
  en(ligne: number, colonne: number): unknown {
    const grand = this.liste.findLast(({ rect }) => contient(rect, ligne, colonne));
    const petit = this.cellules.get(cleDe(ligne, colonne));
    return (petit && petit.rang > (grand?.rang ?? 0) ? petit : grand)?.valeur;
  }

  /** Valeur commune à tout le rectangle ; null quand elle varie, comme le rend Office.js. */
  uniforme(rect: Rect, defaut: unknown): unknown {
    const utiles = this.tous()
      .filter((calque) => intersection(calque.rect, rect))
      .sort((a, b) => a.rang - b.rang);
    const dernier = utiles.at(-1);
    if (!dernier) return defaut;
    if (englobe(dernier.rect, rect)) return dernier.valeur ?? defaut;
    const reference = this.en(rect.ligne, rect.colonne) ?? defaut;
    for (const coupe of this.coupes(utiles, rect)) {
      if ((this.en(coupe.ligne, coupe.colonne) ?? defaut) !== reference) return null;
    }
    return reference;
  }

  /** Un point par case du quadrillage que forment les bords des calques : inutile de visiter chaque cellule. */
  private coupes(utiles: readonly Calque[], rect: Rect): { ligne: number; colonne: number }[] {
    const lignes = new Set([rect.ligne]);
    const colonnes = new Set([rect.colonne]);
    for (const { rect: r } of utiles) {
      for (const ligne of [r.ligne, r.ligne + r.lignes])
        if (ligne > rect.ligne && ligne < rect.ligne + rect.lignes) lignes.add(ligne);
      for (const colonne of [r.colonne, r.colonne + r.colonnes])
        if (colonne > rect.colonne && colonne < rect.colonne + rect.colonnes) colonnes.add(colonne);
    }
    return [...lignes].flatMap((ligne) => [...colonnes].map((colonne) => ({ ligne, colonne })));
  }
}

/** Les propriétés de présentation d'une feuille, nommées par leur chemin (« fill.color »). */
export class Presentations {
  private readonly parNom = new Map<string, Calques>();

  peindre(nom: string, rect: Rect, valeur: unknown): void {
    const calques = this.parNom.get(nom) ?? new Calques();
    this.parNom.set(nom, calques);
    calques.peindre(rect, valeur);
  }

  en(nom: string, ligne: number, colonne: number): unknown {
    return this.parNom.get(nom)?.en(ligne, colonne);
  }

  uniforme(nom: string, rect: Rect, defaut: unknown): unknown {
    const calques = this.parNom.get(nom);
    return calques ? calques.uniforme(rect, defaut) : defaut;
  }

  deplacer(suivre: (rect: Rect) => Rect | null): void {
    for (const calques of this.parNom.values()) calques.deplacer(suivre);
  }

  /** Rectangles peints, bornés ou non : Excel les compte dans l'étendue utilisée. */
  rects(): Rect[] {
    return [...this.parNom.values()].flatMap((calques) => calques.rects());
  }

  noms(): string[] {
    return [...this.parNom.keys()];
  }
}
