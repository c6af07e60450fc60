/** Ordre des textes par leurs codes de caractères : le même sur tous les postes, quelle que soit la langue. */
export const comparerTextes = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
