import type { Json } from './modele';

/** Numéros des événements tels que la bibliothèque authentique les inscrit. */
export const EVENEMENTS = {
  feuilleModifiee: 10,
  feuilleActivee: 11,
  feuilleDesactivee: 12,
  feuilleAjoutee: 13,
  selection: 14,
  feuilleSupprimee: 15,
  calcul: 16,
  format: 18,
  lignesTriees: 19,
  lignesMasquees: 22,
  tableauSelection: 100,
  tableauModifie: 101,
  tableauAjoute: 102,
  tableauSupprime: 103,
  volet: 65_539,
} as const;

/** Cible des événements de collection (« Workbook » dans la bibliothèque). */
export const CIBLE_CLASSEUR = 'Workbook';

export type Entree = readonly [categorie: number, type: number, cible: string, message: string];

/** Abonnements pris par `_Register…Event` : sans eux, l'hôte ne dit rien. */
export class Evenements {
  /** Runtime.enableEvents : un complément peut se taire lui-même. */
  actifs = true;
  private readonly abonnements = new Map<string, number>();

  constructor(private readonly diffuser: (entrees: readonly Entree[]) => void) {}

  abonner(type: number, cible: string, sens: 1 | -1): void {
    const cle = `${type} ${cible}`;
    this.abonnements.set(cle, Math.max(0, (this.abonnements.get(cle) ?? 0) + sens));
  }

  abonnes(type: number, cible: string): boolean {
    return (this.abonnements.get(`${type} ${cible}`) ?? 0) > 0;
  }

  emettre(type: number, cibles: readonly string[], message: { [cle: string]: Json }): void {
    if (!this.actifs) return;
    const utiles = cibles.filter((cible) => this.abonnes(type, cible));
    if (utiles.length === 0) return;
    this.diffuser(utiles.map((cible) => [65_536, type, cible, JSON.stringify(message)] as const));
  }

  /** Un rechargement de la page du complément oublie ses abonnements. */
  oublier(): void {
    this.abonnements.clear();
  }
}
