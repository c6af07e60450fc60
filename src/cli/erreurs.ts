/** Usage inutilisable (commande, option, chemin) : le message est la phrase française écrite sur la sortie d'erreur. */
export class ErreurUsage extends Error {
  override readonly name = 'ErreurUsage';
}
