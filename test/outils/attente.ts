/** Attendre un fait, jamais une durée : la vitesse d'une machine ne fait ni réussir ni échouer un essai. */

/** Au-delà, ce qui devait venir ne viendra plus ; assez pour que la plus lente des machines n'y arrive jamais. */
export const DELAI = 120_000;

/** Redemande jusqu'à ce que la réponse convienne ; rend la dernière. */
export async function attendre<T>(
  demander: () => T | Promise<T>,
  convient: (reponse: T) => boolean,
): Promise<T> {
  const limite = Date.now() + DELAI;
  for (;;) {
    const reponse = await demander();
    if (convient(reponse) || Date.now() > limite) return reponse;
    await new Promise((suite) => setTimeout(suite, 10));
  }
}

export async function jusqua(fait: () => boolean): Promise<void> {
  expect(await attendre(fait, Boolean)).toBe(true);
}
