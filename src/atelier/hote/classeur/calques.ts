import { contient, englobe, intersection } from '../grille/adresses';
import type { Rect } from '../grille/types';

interface Calque {
  readonly rect: Rect;
  readonly valeur: unknown;
}

/** Une propriété de présentation peinte par rectangles : le dernier calque l'emporte. */
export class Calques {
  private liste: Calque[] = [];

  peindre(rect: Rect, valeur: unknown): void {
    this.liste = this.liste.filter((calque) => !englobe(rect, calque.rect));
    this.liste.push({ rect, valeur });
  }

  rects(): Rect[] {
    return this.liste.filter(({ valeur }) => valeur !== undefined).map(({ rect }) => rect);
  }

  /** undefined : jamais peinte ici. */
  en(ligne: number, colonne: number): unknown {
    return this.liste.findLast(({ rect }) => contient(rect, ligne, colonne))?.valeur;
  }

  /** Valeur commune à tout le rectangle ; null quand elle varie, comme le rend Office.js. */
  uniforme(rect: Rect, defaut: unknown): unknown {
    const utiles = this.liste.filter((calque) => intersection(calque.rect, rect));
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

  /** Rectangles peints, bornés ou non : Excel les compte dans l'étendue utilisée. */
  rects(): Rect[] {
    return [...this.parNom.values()].flatMap((calques) => calques.rects());
  }

  noms(): string[] {
    return [...this.parNom.keys()];
  }
}
