import { pixelsMin } from './visible.json';

/** Une page cachée que le navigateur dit visible (cadre d'un runtime lancé pour les formules) n'a que 0 ou 1 pixel. */
export const seVoit = (): boolean =>
  document.visibilityState === 'visible' && innerWidth >= pixelsMin && innerHeight >= pixelsMin;
