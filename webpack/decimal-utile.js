/**
 * Ce que Clas emploie de decimal.js. Ses méthodes vivent sur un prototype, qu'aucun outil n'élague : sans cette
 * liste, logarithmes et sinus pèseraient 8 ko dans le chemin d'une formule. Un test relit nos sources et refuse
 * un membre absent d'ici ; un autre rejoue tous les exemples chiffrés sur le script construit.
 */

/** Méthodes gardées, sous le nom que nos sources emploient ; `cmp` et `isFinite` servent aux autres. */
export const METHODES = [
  'abs',
  'cmp',
  'decimalPlaces',
  'div',
  'divToInt',
  'eq',
  'gt',
  'gte',
  'isFinite',
  'isInteger',
  'isNeg',
  'isPos',
  'isZero',
  'lt',
  'lte',
  'minus',
  'neg',
  'plus',
  'times',
  'toDecimalPlaces',
  'toFixed',
  'toNumber',
  'toString',
  'valueOf',
];

/** Membres du constructeur gardés, en plus des modes d'arrondi. */
export const STATIQUES = ['config', 'clone', 'isDecimal'];

/** Constantes réduites à zéro : mille chiffres de π et du logarithme de 10, que plus rien ne lit. */
export const CONSTANTES = ['LN10', 'PI'];
