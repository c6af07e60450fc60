/** Espaces insécables de la typographie française : un guillemet ou un deux-points ne passe jamais seul à la ligne. */
export const typographier = (phrase: string): string =>
  phrase.replace(/ (?=[»:;?!%€])/g, '\u00a0').replace(/« /g, '«\u00a0');
