import { aDesChiffres, sansAccents, sansInvisibles } from '../valeurs/texte';

/** Ce qui s'écrit autour d'une année sans la changer : « Année scolaire 2021-2022 », « Campagne 2021 », « 2021 (N) ». */
const AUTOUR = /^(?:annee|scolaire|civile|campagne|exercice|gestion|rentree|bareme|clas|ex|de|du|la|l|n)*$/;

/** L'année scolaire « N-N+1 », désignée par N (2021), « 2021 », « 2021-2022 », « 2021/2022 », « 21-22 » ou « Année 2021 ». */
export function lireAnnee(valeur: unknown): number | undefined {
  const ecrit = String(valeur);
  if (!aDesChiffres(ecrit)) return undefined;
  const texte = sansAccents(sansInvisibles(ecrit))
    .toLowerCase()
    .replace(/\s/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-');
  const lu = /^(\D*?)(\d{4}|\d{2})(?:[-/](\d{4}|\d{2}))?(\D*)$/.exec(texte);
  if (!lu?.[2] || !AUTOUR.test(`${lu[1]}${lu[4]}`.replace(/[^a-z]/g, ''))) return undefined;
  if (/[-−+/?]/.test(`${lu[1]}${lu[4]}`)) return undefined;
  const siecle = (a: string): number => Number(a) + (a.length === 2 ? 2000 : 0);
  const annee = siecle(lu[2]);
  if (lu[3] === undefined) return lu[2].length === 4 && annee >= 1900 && annee < 2200 ? annee : undefined;
  return siecle(lu[3]) === annee + 1 ? annee : undefined;
}

/** « 2021-2022 » */
export const anneeScolaire = (annee: number): string => `${annee}-${annee + 1}`;
