/** Ce qu'un format de nombre d'Excel (syntaxe internationale) fait voir d'une valeur. */
export type FamilleDeFormat = 'date' | 'heure' | 'pourcentage';

/** Textes entre guillemets, caractères protégés, espaces et remplissages : ils s'affichent, ils ne disent pas la nature. */
const LITTERAUX = /"[^"]*"|\\.|_.|\*./g;
const DUREE = /\[(?:h+|m+|s+)\]/i;

/** `undefined` : un nombre (monétaire, comptable, arrondi, en couleur…). */
export function familleDeFormat(code: string | undefined): FamilleDeFormat | undefined {
  if (code === undefined || /^(?:general|standard|@)$/i.test(code)) return undefined;
  const nu = (code.replace(LITTERAUX, '').split(';')[0] ?? '').replace(/general/gi, '');
  if (DUREE.test(nu)) return 'heure';
  const lettres = nu.replace(/\[[^\]]*\]/g, '').toLowerCase();
  if (lettres.includes('%')) return 'pourcentage';
  if (/[yd]/.test(lettres)) return 'date';
  if (/[hs]/.test(lettres)) return 'heure';
  return lettres.includes('m') ? 'date' : undefined;
}
