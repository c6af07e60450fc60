/**
 * Entrée inutilisable (fichier, usage) : le message est la phrase française montrée à l'agent, telle quelle.
 * Les problèmes de données, eux, sont des valeurs (les anomalies), jamais des exceptions.
 */
export class ErreurClasseur extends Error {
  override readonly name = 'ErreurClasseur';
}
