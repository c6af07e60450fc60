/**
 * Un long travail fait par petites étapes : il s'arrête souvent (`yield`), et qui le conduit choisit de reprendre
 * aussitôt (essais) ou de laisser d'abord passer une touche (volet), une interruption (ligne de commande). Le moteur reste sans horloge.
 */
export type ParEtapes<T> = Generator<void, T, void>;

/** Lignes traitées entre deux arrêts : quelques millisecondes. */
const PAS = 100;

/** Conduit le travail jusqu'au bout, d'une traite. */
export function achever<T>(travail: ParEtapes<T>): T {
  for (;;) {
    const pas = travail.next();
    if (pas.done) return pas.value;
  }
}

/** Conduit le travail jusqu'au bout ; à chaque arrêt, `ceder` laisse passer ce qui attend, ou rien quand il ne rend rien. */
export async function conduire<T>(travail: ParEtapes<T>, ceder: () => Promise<void> | undefined): Promise<T> {
  for (;;) {
    const pas = travail.next();
    if (pas.done) return pas.value;
    const pause = ceder();
    if (pause) await pause;
  }
}

/** `flatMap` qui s'arrête toutes les `PAS` lignes. */
export function* parLignes<A, B>(
  lignes: readonly A[],
  faire: (ligne: A) => B | readonly B[],
): ParEtapes<B[]> {
  const resultats: B[] = [];
  for (const [i, ligne] of lignes.entries()) {
    if (i % PAS === PAS - 1) yield;
    const fait = faire(ligne);
    // un à un : un projet peut en donner des dizaines de milliers, plus qu'un appel n'a d'arguments
    if (Array.isArray(fait)) for (const un of fait as readonly B[]) resultats.push(un);
    else resultats.push(fait as B);
  }
  return resultats;
}

/** Vrai quand il est temps de s'arrêter, à la ligne `i`. */
export const estUnArret = (i: number): boolean => i % PAS === PAS - 1;
