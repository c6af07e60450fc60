/** Ce qui entoure l'année sans la changer : « Année scolaire 2021-2022 », « N = 2021 ». */
const AUTOUR = /^(?:annees?)?(?:scolaires?)?(?:campagne|rentree|exercice)?(?:n[=:])?[:=]?(?:de|du)?/;

/** L'année scolaire « N-N+1 », désignée par N (2021), « 2021 », « 2021-2022 » avec tout tiret, « 2021/2022 » ou « 21-22 ». */
export function lireAnnee(valeur: unknown): number | undefined {
  const texte = String(valeur)
    .normalize('NFD')
    .replace(/[\s\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '')
    .toLowerCase()
    .replace(AUTOUR, '');
  const lu = /^(\d{4}|\d{2})(?:[-/\u2010-\u2015\u2212](\d{4}|\d{2}))?$/.exec(texte);
  if (!lu?.[1]) return undefined;
  const siecle = (a: string): number => Number(a) + (a.length === 2 ? 2000 : 0);
  const annee = siecle(lu[1]);
  if (lu[2] === undefined) return lu[1].length === 4 && annee >= 1900 && annee < 2200 ? annee : undefined;
  return siecle(lu[2]) === annee + 1 ? annee : undefined;
}

/** « 2021-2022 » */
export const anneeScolaire = (annee: number): string => `${annee}-${annee + 1}`;
