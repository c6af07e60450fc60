/**
 * Entrée inutilisable (fichier, usage) : le message est la phrase française montrée à l'agent, telle quelle.
 * Les problèmes de données, eux, sont des valeurs (les anomalies), jamais des exceptions.
 */
export class ErreurClasseur extends Error {
  override readonly name = 'ErreurClasseur';
}

/** Des cellules ne contiennent plus ce qui y avait été lu : rien n'a été écrit. */
export class CellulesChangees extends ErreurClasseur {
  constructor(
    message: string,
    readonly cellules: readonly { feuille: string; ligne: number; colonne: number }[],
  ) {
    super(message);
  }
}
