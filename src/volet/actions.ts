/**
 * Ce que le ruban peut demander au volet. Le volet s'y inscrit une fois monté ; une demande arrivée
 * avant lui (le bouton ouvre le volet, qui se charge) attend son inscription.
 */
export type Action = 'verifier' | 'genererFichier';
export type ActionsVolet = Readonly<Record<Action, () => void | Promise<void>>>;

let inscrites: ActionsVolet | undefined;
let enAttente: Action | undefined;

/** Le volet inscrit ses actions ; rend de quoi se désinscrire (à la fermeture). */
export function inscrireActions(actions: ActionsVolet): () => void {
  inscrites = actions;
  const demandee = enAttente;
  enAttente = undefined;
  if (demandee) void actions[demandee]();
  return () => {
    if (inscrites === actions) inscrites = undefined;
  };
}

/** Le ruban demande une action ; sans volet, seule la dernière demande est gardée. */
export function demanderAction(action: Action): void {
  if (inscrites) void inscrites[action]();
  else enAttente = action;
}
