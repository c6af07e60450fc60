/** « Vouliez-vous dire… » : le nom connu le plus proche d'une faute de frappe. */
import { normaliser } from './texte';

/** Distance de Damerau-Levenshtein : ajouts, oublis, remplacements, inversions de voisines. */
function distance(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) => [i]);
  const a_ = (i: number, j: number): number => d[i]?.[j] ?? i + j;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const cout = a[i - 1] === b[j - 1] ? 0 : 1;
      let min = Math.min(a_(i - 1, j) + 1, a_(i, j - 1) + 1, a_(i - 1, j - 1) + cout);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        min = Math.min(min, a_(i - 2, j - 2) + 1);
      (d[i] ??= [])[j] = min;
    }
    (d[i] ??= [])[0] = i;
  }
  return a_(a.length, b.length);
}

export function plusProche(saisi: string, connus: readonly string[]): string | undefined {
  const forme = normaliser(saisi);
  const notes = connus.map((nom) => {
    const connu = normaliser(nom);
    const debut = forme.length >= 2 && (connu.startsWith(forme) || forme.startsWith(connu));
    return { nom, note: debut ? 0 : distance(forme, connu) };
  });
  const meilleure = notes.sort((x, y) => x.note - y.note)[0];
  return meilleure && meilleure.note <= Math.max(1, Math.floor(forme.length / 3)) ? meilleure.nom : undefined;
}
