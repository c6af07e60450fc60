/**
 * Typographie française : un guillemet ou un deux-points ne passe jamais seul à la ligne (espaces insécables), et un
 * nombre négatif porte un vrai signe moins (U+2212), que rien ne coupe de son nombre. Entre guillemets, une valeur citée
 * garde son tiret : c'est ce qui est écrit dans la cellule.
 */
export const typographier = (phrase: string): string =>
  phrase
    .replace(/ (?=[»:;?!%€])/g, '\u00a0')
    .replace(/« /g, '«\u00a0')
    .replace(/«[^»]*»|(?<=^|[\s(\u00a0\u202f+×=−])-(?=\d)/gu, (trouve) =>
      trouve === '-' ? '\u2212' : trouve,
    );
