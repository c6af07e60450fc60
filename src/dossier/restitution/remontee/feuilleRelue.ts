/** Relire une feuille que Clas a écrite : chaque cellule est à sa place, et ce qui n'y est pas se dit. */
import { valeurEn } from '../../formes/grille';
import { adresse } from '../../anomalies/anomalie';
import { adresseDe } from '../../formes/adresses';
import { ErreurClasseur } from '../../formes/erreurs';
import type { ClasseurLu, Feuille } from '../../formes/grille';
import { estIllisible, type Valeur } from '../../../valeurs/valeur';
import { decimalDe } from '../../../valeurs/nombre';
import { texteDe } from '../../../valeurs/texte';
import type { Decimal } from '../../../valeurs/montant';

const DEMANDER = 'Demander à la Caf un fichier généré par Clas et non modifié.';

export const refus = (fait: string): ErreurClasseur => new ErreurClasseur(`${fait} ${DEMANDER}`);

export class FeuilleRelue {
  private constructor(private readonly feuille: Feuille) {}

  static de(classeur: ClasseurLu, nom: string): FeuilleRelue {
    const feuille = classeur.feuilles.find((f) => f.nom === nom);
    if (!feuille)
      throw new ErreurClasseur(
        `Ce classeur n’est pas un fichier de remontée Clas : la feuille « ${nom} » manque. Donner le fichier CLAS_BONUS_….xlsx généré par Clas.`,
      );
    return new FeuilleRelue(feuille);
  }

  /** Ce qui, dans un fichier de Clas, n'existe pas : caché ou fusionné, un chiffre ne se lit pas tel qu'il compte. */
  refuserCache(): void {
    const { nom, visibilite, lignesMasquees, fusions } = this.feuille;
    if (visibilite !== 'visible') throw refus(`Feuille « ${nom} » masquée.`);
    if (lignesMasquees.length > 0) throw refus(`Ligne ${lignesMasquees[0] ?? ''} de « ${nom} » masquée.`);
    if (fusions.length > 0) throw refus(`Cellules ${fusions[0] ?? ''} de « ${nom} » fusionnées.`);
  }

  /** Formule d'une cellule, sans « = » ni blanc. */
  formule(ligne: number, colonne: number): string | null {
    const formule = this.feuille.formules.get(adresseDe(ligne, colonne));
    return formule === undefined ? null : formule.replace(/^=/, '').replaceAll(/\s/g, '').toUpperCase();
  }

  /** Dernière ligne Excel de la feuille. */
  get derniere(): number {
    return this.feuille.premiereLigne + this.feuille.lignes.length - 1;
  }

  /** Dernière colonne occupée d'une ligne. */
  largeur(ligne: number): number {
    const valeurs = this.feuille.lignes[ligne - this.feuille.premiereLigne];
    return valeurs ? this.feuille.premiereColonne + valeurs.length - 1 : 0;
  }

  valeur(ligne: number, colonne: number): Valeur {
    return valeurEn(this.feuille, ligne, colonne);
  }

  ou(ligne: number, colonne: number): string {
    return adresse({ feuille: this.feuille.nom, ligne, colonne }) ?? this.feuille.nom;
  }

  texte(ligne: number, colonne: number): string | null {
    const valeur = this.valeur(ligne, colonne);
    if (estIllisible(valeur))
      throw refus(`Cellule ${this.ou(ligne, colonne)} illisible (${texteDe(valeur) ?? ''}).`);
    return texteDe(valeur);
  }

  nombre(ligne: number, colonne: number): Decimal | null {
    const valeur = this.valeur(ligne, colonne);
    if (valeur === null || valeur === '') return null;
    if (typeof valeur !== 'number')
      throw refus(`Cellule ${this.ou(ligne, colonne)} : « ${texteDe(valeur) ?? ''} » n’est pas un nombre.`);
    return decimalDe(valeur);
  }

  /** Ligne dont la première cellule porte ce texte, à partir d'une ligne. */
  ligneDe(libelle: string, depuis = 1): number {
    const ligne = this.ligneSi(libelle, depuis);
    if (ligne !== null) return ligne;
    throw refus(`« ${libelle} » manque dans la feuille « ${this.feuille.nom} ».`);
  }

  /** La même, quand elle n'est pas de tous les fichiers. */
  ligneSi(libelle: string, depuis = 1): number | null {
    for (let ligne = Math.max(depuis, this.feuille.premiereLigne); ligne <= this.derniere; ligne++) {
      const valeur = this.valeur(ligne, 1);
      if (typeof valeur === 'string' && texteDe(valeur) === libelle) return ligne;
    }
    return null;
  }
}
