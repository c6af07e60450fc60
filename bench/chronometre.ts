/** Mesurer côte à côte : les travaux alternent dans le même processus, la médiane écarte les accidents. */

/** Le ramasse-miettes, quand node est lancé avec --expose-gc : chaque mesure part d'une mémoire propre. */
const nettoyer = (globalThis as { gc?: () => void }).gc ?? ((): void => undefined);

async function chronometrer(travail: () => unknown): Promise<number> {
  nettoyer();
  const debut = performance.now();
  await travail();
  return performance.now() - debut;
}

export function mediane(valeurs: readonly number[]): number {
  const triees = [...valeurs].sort((a, b) => a - b);
  const milieu = Math.floor(triees.length / 2);
  const haut = triees[milieu] ?? NaN;
  return triees.length % 2 ? haut : ((triees[milieu - 1] ?? NaN) + haut) / 2;
}

/** Médiane de chaque travail, en ms, après un tour pour rien. */
export async function alterner<N extends string>(
  travaux: Readonly<Record<N, () => unknown>>,
  tours: number,
): Promise<Record<N, number>> {
  const noms = Object.keys(travaux) as N[];
  const durees = Object.fromEntries(noms.map((nom) => [nom, [] as number[]])) as Record<N, number[]>;
  for (let tour = 0; tour <= tours; tour++)
    for (const nom of noms) {
      const duree = await chronometrer(travaux[nom]);
      if (tour > 0) durees[nom].push(duree);
    }
  return Object.fromEntries(noms.map((nom) => [nom, mediane(durees[nom])])) as Record<N, number>;
}
