/** Une page cachée que le navigateur dit visible (cadre d'un runtime lancé pour les formules) n'a que 0 ou 1 pixel ; volet.html ne demande rien du volet sous la même taille. */
const PIXELS_MIN = 2;

export const seVoit = (): boolean =>
  document.visibilityState === 'visible' && innerWidth >= PIXELS_MIN && innerHeight >= PIXELS_MIN;
