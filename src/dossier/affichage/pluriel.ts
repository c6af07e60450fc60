/** Un nombre et ce qu'il compte, en français : « 1 204 projets », et zéro au singulier. */
import { enFrancais } from '../../reglement/explication';

/** « 1 204 » */
export const entier = (n: number): string => enFrancais(n, 0);

/** « 1 projet », « 1 204 projets », « 0 anomalie ». */
export const pluriel = (n: number, un: string, plusieurs = `${un}s`): string =>
  `${entier(n)}\u00a0${n >= 2 ? plusieurs : un}`;
