import { CARACTERES_FORMULES_MAX, CASES_MAX, CELLULES_MAX, FORMULES_MAX, VALEURS_MAX } from './limites';
import { refus } from './phrases';

/** Compteurs communs à toutes les feuilles d'un classeur : un fichier hostile ne gagne rien à se diviser. */
export class Budget {
  private cellules = 0;
  private valeurs = 0;
  private cases = 0;
  private formules = 0;
  private caracteres = 0;

  cellule(): void {
    if (++this.cellules > CELLULES_MAX) throw refus('tropDeCellules');
  }

  /** Une valeur posée, et les cases qu'elle ajoute à sa ligne, trous compris. */
  valeur(casesAjoutees: number): void {
    if (casesAjoutees > 0) this.cases += casesAjoutees;
    if (++this.valeurs > VALEURS_MAX || this.cases > CASES_MAX) throw refus('tropDeCellules');
  }

  formule(longueur: number): void {
    this.caracteres += longueur;
    if (++this.formules > FORMULES_MAX || this.caracteres > CARACTERES_FORMULES_MAX)
      throw refus('tropDeCellules');
  }
}
