/** Argument refusé : la phrase française montrée à l'agent sous la cellule, et l'erreur d'Excel qui la porte. */
export class Refus extends Error {
  override readonly name = 'Refus';
  constructor(
    message: string,
    /** Vrai : la valeur manque (#N/A), et non : l'argument est mauvais (#VALEUR!). */
    readonly indisponible = false,
  ) {
    super(message);
  }
}
