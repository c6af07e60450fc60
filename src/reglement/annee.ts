/** L'année scolaire « N-N+1 », désignée par N (2021), « 2021 », « 2021-2022 », « 2021/2022 » ou « 21-22 ». */
export function lireAnnee(valeur: unknown): number | undefined {
  const texte = String(valeur).replace(/[\s\u00a0\u202f]/g, '');
  const lu = /^(\d{4}|\d{2})(?:[-/–—](\d{4}|\d{2}))?$/.exec(texte);
  if (!lu?.[1]) return undefined;
  const siecle = (a: string): number => Number(a) + (a.length === 2 ? 2000 : 0);
  const annee = siecle(lu[1]);
  if (lu[2] === undefined) return lu[1].length === 4 && annee >= 1900 && annee < 2200 ? annee : undefined;
  return siecle(lu[2]) === annee + 1 ? annee : undefined;
}

/** « 2021-2022 » */
export const anneeScolaire = (annee: number): string => `${annee}-${annee + 1}`;
