/** Un rectangle de cellules quand des lignes ou des colonnes s'insèrent ou disparaissent. */
import type { Rect } from '../hote/grille/types';

export type Sens = 'ligne' | 'colonne';

/** `ecart` > 0 : insertion avant `debut` ; < 0 : suppression à partir de `debut`. null : tout a disparu. */
export function decaler(rect: Rect, sens: Sens, debut: number, ecart: number): Rect | null {
  const nombre = sens === 'ligne' ? 'lignes' : 'colonnes';
  const [premier, fin] = [rect[sens], rect[sens] + rect[nombre]];
  if (ecart > 0) {
    if (debut <= premier) return { ...rect, [sens]: premier + ecart };
    return debut < fin ? { ...rect, [nombre]: rect[nombre] + ecart } : rect;
  }
  const otes = (borne: number): number => Math.min(Math.max(borne - debut, 0), -ecart);
  const reste = rect[nombre] - (otes(fin) - otes(premier));
  return reste > 0 ? { ...rect, [sens]: premier - otes(premier), [nombre]: reste } : null;
}
