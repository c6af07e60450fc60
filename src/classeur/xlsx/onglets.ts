/** Ce que la partie principale d'un classeur (`workbook.xml`) dit de ses feuilles et de ses dates. */
import type { Visibilite } from '../../dossier/formes/grille';
import { refus } from './phrases';
import { ONGLETS_MAX } from './limites';
import type { Balise, Receveur } from './xml';

export interface Onglet {
  readonly nom: string;
  /** Relation vers la partie de la feuille ; vide pour un onglet qu'aucune partie ne porte. */
  readonly id: string;
  readonly visibilite: Visibilite;
}

const VISIBILITES: ReadonlyMap<string | null, Visibilite> = new Map([
  ['hidden', 'masquee'],
  ['veryHidden', 'tresMasquee'],
]);

export class LecteurOnglets implements Receveur {
  readonly onglets: Onglet[] = [];
  dates1904 = false;

  ouvre(balise: Balise): void {
    const { nom, niveau } = balise;
    if (nom === 'sheet' && niveau === 3) {
      if (this.onglets.length >= ONGLETS_MAX) throw refus('tropDeParties');
      this.onglets.push({
        nom: balise.attribut('name') ?? '',
        id: balise.renvoi('id') ?? '',
        visibilite: VISIBILITES.get(balise.attribut('state')) ?? 'visible',
      });
    } else if (nom === 'workbookPr' && niveau === 2) this.dates1904 = estVrai(balise.attribut('date1904'));
  }
}

/** Un booléen du format s'écrit de deux façons. */
export const estVrai = (valeur: string | null): boolean => valeur === '1' || valeur === 'true';
