/** Les erreurs de cellule sous leur nom français, comme Excel les montre ; la grille garde le nom international. */
import { InterceptorEffectEnum, type Univer } from '@univerjs/core';
import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/sheets';
import { OCCUPE } from '../hote/grille/univerFonction';

const NOMS: Readonly<Record<string, string>> = {
  '#VALUE!': '#VALEUR!',
  '#NUM!': '#NOMBRE!',
  '#NAME?': '#NOM?',
  '#NULL!': '#NUL!',
  '#SPILL!': '#PROPAGATION!',
  '#CALC!': '#CALC!',
  '#CYCLE!': '0',
  [String(OCCUPE)]: '#OCCUPÉ!',
};
/** Devant tout autre affichage : une erreur n'a pas de format de nombre. */
const PRIORITE = 50;

export function direLesErreurs(univer: Univer): void {
  univer
    .__getInjector()
    .get(SheetInterceptorService)
    .intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      priority: PRIORITE,
      effect: InterceptorEffectEnum.Value,
      handler: (cellule, _lieu, suivant) => {
        const francais =
          typeof cellule?.v === 'string' && cellule.v.startsWith('#') ? NOMS[cellule.v] : undefined;
        return suivant(francais === undefined ? cellule : { ...cellule, v: francais });
      },
    });
}
