/** Générateur à graine (Weyl + mélange de bits) : la suite est la même partout. */

/** Nommée ici : jest rend très lent chaque accès à un objet global. */
const { imul } = Math;

/** Un entier de 0 à `maximum` compris. */
export type Tirage = (maximum: number) => number;

export function tirage(graine: number): Tirage {
  let etat = graine >>> 0;
  return (maximum) => {
    etat = (etat + 0x9e3779b9) >>> 0;
    let x = etat;
    x = imul(x ^ (x >>> 16), 0x21f0aaad);
    x = imul(x ^ (x >>> 15), 0x735a2d97);
    return ((x ^ (x >>> 15)) >>> 0) % (maximum + 1);
  };
}
