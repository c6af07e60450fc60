/** Une ligne qui attend son sort, telle que les règles la regardent. */
import type { Valeur } from '../../../valeurs/valeur';
import type { Numeros } from './numeros';
import type { ColonneLue, Rangees } from './rangees';

export class Candidate {
  /** Ses colonnes de saisie qui ont une valeur ; au moins une. */
  readonly pleines: readonly ColonneLue[];

  constructor(
    readonly rangees: Rangees,
    readonly numeros: Numeros,
    /** Son rang dans la feuille. */
    readonly l: number,
  ) {
    this.pleines = rangees.remplies(l);
  }

  cellule({ i }: Pick<ColonneLue, 'i'>): Valeur {
    return this.rangees.cellule(this.l, i);
  }
  formule({ i }: Pick<ColonneLue, 'i'>): string | undefined {
    return this.rangees.formule(this.l, i);
  }
  lisible(colonne: ColonneLue): boolean {
    return this.rangees.lisible(this.l, colonne);
  }
  estTexte(colonne: ColonneLue): boolean {
    return this.rangees.estTexte(this.l, colonne);
  }
  /** La cellule de la colonne des numéros de dossier. */
  get numero(): Valeur {
    return this.rangees.numero(this.l);
  }
  /** Le numéro est de la forme de ceux des autres lignes. */
  get numeroConnu(): boolean {
    return this.numeros.connu(this.l);
  }
}
