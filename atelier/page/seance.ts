/** Une séance : un classeur ouvert dans un Excel émulé, sa grille à l'écran, le volet à côté. Ouvrir un autre fichier en commence une autre. */
import type { Univer } from '@univerjs/core';
import { ouvrirComplet } from '../../src/classeur/xlsx/complet';
import type { Metadonnees } from '../hote/fonctions';
import { Hote } from '../hote/hote';
import { reglerAffichage } from './affichage';
import { exporter } from './exporter';
import { montrerCouleurs } from './couleurs';
import { expliquerErreurs } from './erreurs';
import { suivreFeuilles, suivreMasquages } from './feuilles';
import { comprendreLeFrancais } from './frappe';
import { GrillePage } from './grille';
import { importer } from './importer';
import { suivreInsertions } from './insertions';
import type { Origines } from './origines';
import { refuserVerrouillees, type SurProtegee } from './protections';
import { ouvrirListesParLaFleche, suivreModifications, suivreSaisie, validerSaisie } from './saisie';
import { creerUniver } from './univer';

export interface Surveillance {
  /** Le complément montre ou cache son volet. */
  readonly volet: (visible: boolean) => void;
  /** Le complément demande à Excel d'ouvrir un classeur neuf. */
  readonly classeurCree: (octets: Uint8Array) => void;
  /** La cellule choisie est en erreur, et voici pourquoi ; null : elle ne l'est pas, ou plus. */
  readonly expliquer: (phrase: string | null) => void;
  readonly protegee: SurProtegee;
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
    fonctions: Metadonnees,
    surveillance: Surveillance,
    avant: () => void,
  ): Promise<Seance> {
    const complet = await ouvrirComplet(octets);
    avant();
    const zone = document.createElement('div');
    conteneur.replaceChildren(zone);
    const univer = creerUniver(zone);
    const grilles: GrillePage[] = [];
    const hote = new Hote(
      (f) => {
        const grille = new GrillePage(univer, f);
        grilles.push(grille);
        return grille;
      },
      {
        surVolet: surveillance.volet,
        surClasseurCree: (base64) =>
          surveillance.classeurCree(Uint8Array.from(atob(base64), (signe) => signe.charCodeAt(0))),
      },
    );
    const [grille] = grilles;
    if (!grille) throw new Error('L’Excel émulé n’a pas créé sa grille.');
    const origines = importer(complet, hote, grille);
    hote.declarerFonctions(fonctions.functions, fonctions.allowErrorForDataTypeAny);
    comprendreLeFrancais(univer);
    reglerAffichage(univer);
    grille.ecran.getActiveWorkbook()?.setNumfmtLocal('fr');
    suivreFeuilles(hote, grille);
    suivreMasquages(hote, grille);
    suivreInsertions(hote, grille);
    suivreSaisie(hote, grille);
    refuserVerrouillees(hote, grille, surveillance.protegee);
    ouvrirListesParLaFleche(grille);
    expliquerErreurs(grille, surveillance.expliquer);
    montrerCouleurs(hote, grille);
    await hote.actualiser();
    // Univer met ses dessins en tête de l'ordre de tabulation : la grille entière en est une étape, à sa place.
    for (const dessin of zone.querySelectorAll('canvas')) dessin.tabIndex = -1;
    const seance = new Seance(nom, hote, grille, univer, zone, origines);
    suivreModifications(grille, () => (seance.modifiee = true));
    return seance;
  }

  /** Vrai dès que quelque chose a changé depuis l'ouverture, ou depuis la dernière copie. */
  modifiee = false;

  /** La frappe en cours entre dans le classeur. */
  valider(): Promise<void> {
    return validerSaisie(this.grille);
  }

  async enregistrer(): Promise<Uint8Array> {
    await this.valider();
    await this.hote.repos();
    const octets = await exporter(this.hote, this.grille, this.origines);
    this.modifiee = false;
    return octets;
  }

  fermer(): void {
    this.zone.remove();
    // Univer contrôle les saisies à ses moments perdus : défait avant eux, il chercherait un classeur disparu
    requestIdleCallback(() => this.univer.dispose());
  }
}
