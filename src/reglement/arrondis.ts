/** Arrondis de la Ps tels que l'agent les choisit. */
export const ARRONDIS = {
  bareme: ['barème publié', 'barème', 'montant publié'],
  centime: ['centime', 'au centime'],
  euro: ['euro', 'à l’euro'],
} as const;
