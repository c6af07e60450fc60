/** Ce qui a la même clé, ensemble et dans l'ordre reçu ; les groupes, dans l'ordre de leur premier. */
export function grouperPar<T, K>(elements: Iterable<T>, cleDe: (element: T) => K): Map<K, [T, ...T[]]> {
  const groupes = new Map<K, [T, ...T[]]>();
  for (const element of elements) {
    const cle = cleDe(element);
    const groupe = groupes.get(cle);
    if (groupe) groupe.push(element);
    else groupes.set(cle, [element]);
  }
  return groupes;
}
