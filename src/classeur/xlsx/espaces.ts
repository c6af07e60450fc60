/** Espaces de noms des classeurs, dans leurs deux écritures : la courante, et celle d'Office Open XML « Strict ». */
const COURANTE = 'http://schemas.openxmlformats.org';
const STRICTE = 'http://purl.oclc.org/ooxml';

type Espaces = ReadonlySet<string>;

/** Feuilles, textes partagés, styles, tableaux et classeur. */
export const CLASSEUR: Espaces = new Set([
  `${COURANTE}/spreadsheetml/2006/main`,
  `${STRICTE}/spreadsheetml/main`,
]);
/** Attributs qui renvoient à une relation (« r:id »). */
export const RENVOIS: Espaces = new Set([
  `${COURANTE}/officeDocument/2006/relationships`,
  `${STRICTE}/officeDocument/relationships`,
]);
/** Parties « .rels » de l'archive. */
export const RELATIONS: Espaces = new Set([`${COURANTE}/package/2006/relationships`]);
/** Contenus de rechange (ECMA-376, partie 3). */
export const RECHANGE = `${COURANTE}/markup-compatibility/2006`;
