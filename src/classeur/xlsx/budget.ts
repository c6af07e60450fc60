import { estIllisible, type Valeur } from '../../valeurs/valeur';
import {
  CARACTERES_FORMULES_MAX,
  CARACTERES_MAX,
  CASES_MAX,
  CELLULES_MAX,
  FORMULES_MAX,
  VALEURS_MAX,
} from './limites';
import { refus } from './phrases';

/** Compteurs communs à toutes les feuilles d'un classeur : un fichier hostile ne gagne rien à se diviser. */
export class Budget {
  private cellules = 0;
  private valeurs = 0;
  private cases = 0;
  private formules = 0;
  private caracteres = 0;
  private caracteresFormules = 0;

  cellule(): void {
    if (++this.cellules > CELLULES_MAX) throw refus('tropDeCellules');
  }

  /** Une valeur posée, et les cases qu'elle ajoute à sa ligne, trous compris. */
  valeur(valeur: Valeur, casesAjoutees: number): void {
    if (casesAjoutees > 0) this.cases += casesAjoutees;
    this.caracteres += longueur(valeur);
    if (++this.valeurs > VALEURS_MAX || this.cases > CASES_MAX) throw refus('tropDeCellules');
    if (this.caracteres > CARACTERES_MAX) throw refus('tropEtendu');
  }

  formule(caracteres: number): void {
    this.caracteresFormules += caracteres;
    if (++this.formules > FORMULES_MAX || this.caracteresFormules > CARACTERES_FORMULES_MAX)
      throw refus('tropDeCellules');
  }
}

function longueur(valeur: Valeur): number {
  if (typeof valeur === 'string') return valeur.length;
  return estIllisible(valeur) ? valeur.illisible.length : 0;
}
