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

/** Durées de chaque travail, tour par tour, en ms, après un tour pour rien ; `avant` prépare chacun, hors mesure. */
export async function alternerTours<N extends string>(
  travaux: Readonly<Record<N, () => unknown>>,
  tours: number,
  avant: () => unknown = () => undefined,
): Promise<Record<N, number[]>> {
  const noms = Object.keys(travaux) as N[];
  const durees = Object.fromEntries(noms.map((nom) => [nom, [] as number[]])) as Record<N, number[]>;
  for (let tour = 0; tour <= tours; tour++)
    for (const nom of noms) {
      await avant();
      const duree = await chronometrer(travaux[nom]);
      if (tour > 0) durees[nom].push(duree);
    }
  return durees;
}

export const medianes = <N extends string>(durees: Readonly<Record<N, number[]>>): Record<N, number> =>
  Object.fromEntries(
    Object.entries<number[]>(durees).map(([nom, valeurs]) => [nom, mediane(valeurs)]),
  ) as Record<N, number>;

/** Médiane de chaque travail. */
export const alterner = async <N extends string>(
  travaux: Readonly<Record<N, () => unknown>>,
  tours: number,
): Promise<Record<N, number>> => medianes(await alternerTours(travaux, tours));

/** Médiane des rapports d'un même tour : une machine occupée ralentit les deux, pas leur rapport. */
export const rapportMedian = (a: readonly number[], b: readonly number[]): number =>
  mediane(a.map((duree, tour) => duree / (b[tour] ?? NaN)));

/** Octets que retient le résultat d'un travail. */
export function memoireDe(travail: () => unknown): number {
  nettoyer();
  const avant = process.memoryUsage().heapUsed;
  const garde = [travail()];
  nettoyer();
  const apres = process.memoryUsage().heapUsed;
  // lu après coup : le ramasse-miettes n'a pas pu l'emporter
  return garde.length * (apres - avant);
}
