/**
 * Typographie française : un guillemet ou un deux-points ne passe jamais seul à la ligne (espaces insécables), et un
 * nombre négatif porte un vrai signe moins (U+2212), que rien ne coupe de son nombre.
 */
export const typographier = (phrase: string): string =>
  phrase
    .replace(/ (?=[»:;?!%€])/g, '\u00a0')
    .replace(/« /g, '«\u00a0')
    .replace(/(?<=^|[\s(\u00a0\u202f«+×=−])-(?=\d)/gu, '\u2212');
