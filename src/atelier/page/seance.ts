/** Une séance : un classeur ouvert dans un Excel émulé, sa grille à l'écran, le volet à côté. Ouvrir un autre fichier en commence une autre. */
import type { Univer } from '@univerjs/core';
import { ouvrirComplet } from '../../classeur/xlsx/complet';
import type { FonctionDeclaree } from '../hote/fonctions';
import { Hote } from '../hote/hote';
import { reglerAffichage } from './affichage';
import { exporter } from './exporter';
import { montrerCouleurs } from './couleurs';
import { suivreFeuilles } from './feuilles';
import { comprendreLeFrancais } from './frappe';
import { GrillePage } from './grille';
import { importer } from './importer';
import { suivreInsertions } from './insertions';
import type { Origines } from './origines';
import { creerUniver } from './univer';

export interface Surveillance {
  /** Le complément montre ou cache son volet. */
  readonly volet: (visible: boolean) => void;
  /** Le complément demande à Excel d'ouvrir un classeur neuf. */
  readonly classeurCree: (octets: Uint8Array) => void;
}

export class Seance {
  private constructor(
    readonly nom: string,
    readonly hote: Hote,
    readonly grille: GrillePage,
    private readonly univer: Univer,
    private readonly zone: HTMLElement,
    private readonly origines: Origines,
  ) {}

  /** Le fichier est lu avant de toucher à l'écran : s'il est refusé, la séance en cours reste. */
  static async ouvrir(
    octets: Uint8Array,
    nom: string,
    conteneur: HTMLElement,
    fonctions: readonly FonctionDeclaree[],
    surveillance: Surveillance,
    avant: () => void,
  ): Promise<Seance> {
    const complet = await ouvrirComplet(octets);
    avant();
    const zone = document.createElement('div');
    conteneur.replaceChildren(zone);
    const univer = creerUniver(zone);
    const grilles: GrillePage[] = [];
    const hote = new Hote((f) => {
      const grille = new GrillePage(univer, f);
      grilles.push(grille);
      return grille;
    });
    const [grille] = grilles;
    if (!grille) throw new Error('L’Excel émulé n’a pas créé sa grille.');
    const origines = importer(complet, hote, grille);
    hote.declarerFonctions(fonctions);
    comprendreLeFrancais(univer);
    reglerAffichage(univer);
    grille.ecran.getActiveWorkbook()?.setNumfmtLocal('fr');
    suivreFeuilles(hote, grille);
    suivreInsertions(hote, grille);
    surveiller(hote, surveillance);
    montrerCouleurs(hote, grille);
    await hote.actualiser();
    // Univer met ses dessins en tête de l'ordre de tabulation : la grille entière en est une étape, à sa place.
    for (const dessin of zone.querySelectorAll('canvas')) dessin.tabIndex = -1;
    return new Seance(nom, hote, grille, univer, zone, origines);
  }

  enregistrer(): Promise<Uint8Array> {
    return exporter(this.hote, this.grille, this.origines);
  }

  fermer(): void {
    this.univer.dispose();
    this.zone.remove();
  }
}

/** L'hôte tient l'état ; la page en suit deux champs pour réagir à l'écran, sans que l'hôte connaisse la page. */
function surveiller(hote: Hote, { volet, classeurCree }: Surveillance): void {
  let etat = hote.volet;
  Object.defineProperty(hote, 'volet', {
    get: () => etat,
    set: (nouvel: typeof etat) => {
      etat = nouvel;
      volet(nouvel === 'Visible');
    },
  });
  const { classeursCrees } = hote.classeur;
  Object.defineProperty(classeursCrees, 'push', {
    value: (base64: string) => {
      Array.prototype.push.call(classeursCrees, base64);
      classeurCree(Uint8Array.from(atob(base64), (signe) => signe.charCodeAt(0)));
    },
  });
}
