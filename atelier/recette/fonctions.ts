/** Les fonctions du produit et celles d'épreuve, sous le préfixe de la recette : deux compléments du même nom se gêneraient. */
import { FONCTIONS } from '../../src/fonctions';
import { associer } from '../../src/fonctions/pourExcel';
import * as epreuves from './echo';

export function associerRecette(): void {
  for (const [id, fonction] of Object.entries(FONCTIONS)) associer(id.replace('CLAS.', 'CLASR.'), fonction);
  for (const [nom, fonction] of Object.entries(epreuves)) {
    if (typeof fonction === 'function') associer(`CLASR.${nom.toUpperCase()}`, fonction);
  }
}
