/** Ce que la grille montre de chaque cellule : les erreurs sous leur nom français, les textes sans détour. */
import { CellValueType, InterceptorEffectEnum, type Univer } from '@univerjs/core';
import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/sheets';
import { OCCUPE } from '../hote/grille/univerFonction';

const ERREURS: Readonly<Record<string, string>> = {
  '#VALUE!': '#VALEUR!',
  '#NUM!': '#NOMBRE!',
  '#NAME?': '#NOM?',
  '#NULL!': '#NUL!',
  '#SPILL!': '#PROPAGATION!',
  '#CYCLE!': '0',
  [String(OCCUPE)]: '#OCCUPÉ!',
};
/** Devant les affichages d'Univer, qui en sont à 10. */
const DEVANT = 50;

export function reglerAffichage(univer: Univer): void {
  const service = univer.__getInjector().get(SheetInterceptorService);
  service.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    priority: DEVANT,
    effect: InterceptorEffectEnum.Value,
    handler: (cellule, _lieu, suivant) => {
      const francais =
        typeof cellule?.v === 'string' && cellule.v.startsWith('#') ? ERREURS[cellule.v] : undefined;
      return suivant(francais === undefined ? cellule : { ...cellule, v: francais });
    },
  });
  service.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    priority: DEVANT,
    effect: InterceptorEffectEnum.Style,
    handler: (cellule, _lieu, suivant) => {
      // À chaque image, Univer cherche une date dans tout texte forcé : un texte sans chiffre n'en cache pas.
      const simple = cellule?.t === CellValueType.FORCE_STRING && !/\d/.test(String(cellule.v));
      return suivant(simple ? { ...cellule, t: null } : cellule);
    },
  });
}
