/** Ce que la grille montre de chaque cellule : erreurs, nombres et booléens à la française, textes sans détour. */
import { CellValueType, InterceptorEffectEnum, type ICellData, type Univer } from '@univerjs/core';
import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/sheets';
import { afficher } from '../hote/classeur/affichage';
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
export const DEVANT = 50;
/** Derrière ses formats de nombre : ce qui reste un nombre n'en a pas. */
const DERRIERE = -0.5;

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
    priority: DERRIERE,
    effect: InterceptorEffectEnum.Value,
    handler: (cellule, _lieu, suivant) => {
      const texte = cellule && sansFormat(cellule);
      return suivant(texte ? { ...cellule, ...texte } : cellule);
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

/** Ce qu'aucun format n'a mis en forme : Univer montrerait « 8000.5 » et « FALSE ». */
function sansFormat({ v, t }: ICellData): Partial<ICellData> | null {
  if (t === CellValueType.BOOLEAN && typeof v !== 'string') return { v: afficher(Boolean(v), 'General') };
  return typeof v === 'number' && !Number.isInteger(v) ? { v: afficher(v, 'General') } : null;
}
