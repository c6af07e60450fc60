/**
 * Les couleurs que le volet pose sur les cellules en anomalie : des mises en forme conditionnelles toujours vraies
 * (« =N("Clas")=0 »). Univer n'en a pas le greffon : on les peint à l'affichage, sans toucher aux cellules.
 */
import { InterceptorEffectEnum, type IStyleData } from '@univerjs/core';
import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/sheets';
import type { FeuilleHote, Json } from '../hote/classeur/modele';
import type { Hote } from '../hote/hote';
import type { GrillePage } from './grille';

const TOUJOURS_VRAIE = /^=N\("[^"]*"\)=0$/i;
/** Après la mise en forme des cellules, devant le reste. */
const PRIORITE = 40;

export function montrerCouleurs(hote: Hote, grille: GrillePage): void {
  let peintes = new Map<string, IStyleData>();
  let signature = '';
  grille.moteurUniver
    .__getInjector()
    .get(SheetInterceptorService)
    .intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      priority: PRIORITE,
      effect: InterceptorEffectEnum.Style,
      handler: (cellule, { subUnitId, row, col, workbook }, suivant) => {
        const couleur = peintes.size === 0 ? undefined : peintes.get(`${subUnitId} ${row} ${col}`);
        if (!couleur) return suivant(cellule);
        return suivant({ ...cellule, s: { ...workbook.getStyles().getStyleByCell(cellule), ...couleur } });
      },
    });

  /** Vrai si quelque chose a changé. */
  const relire = (): boolean => {
    const nouvelle = signer(hote.classeur.feuilles);
    if (nouvelle === signature) return false;
    signature = nouvelle;
    peintes = new Map(hote.classeur.feuilles.flatMap(peindre));
    return true;
  };
  relire();
  // Le volet ne les change que par ses requêtes.
  const executer = hote.executer.bind(hote);
  hote.executer = (id, parametres, rappel) =>
    executer(id, parametres, (reponse) => {
      rappel(reponse);
      if (relire()) grille.feuilleVue(hote.classeur.active.id).refreshCanvas();
    });
}

const signer = (feuilles: readonly FeuilleHote[]): string =>
  feuilles
    .map(({ misesEnForme }) =>
      misesEnForme.map(({ id, proprietes }) => id + [...proprietes.values()].join()).join(),
    )
    .join();

function peindre({ id, misesEnForme }: FeuilleHote): [string, IStyleData][] {
  return misesEnForme
    .filter(({ proprietes }) => TOUJOURS_VRAIE.test(String((proprietes.get('rule.formula') ?? '') as string)))
    .flatMap(({ rects, proprietes }) => {
      const [fond, encre] = [proprietes.get('fill.color'), proprietes.get('font.color')];
      const style: IStyleData = { ...teinte('bg', fond), ...teinte('cl', encre) };
      return rects.flatMap(({ ligne, colonne, lignes, colonnes }) =>
        Array.from({ length: lignes * colonnes }, (_, i): [string, IStyleData] => [
          `${id} ${ligne + Math.floor(i / colonnes)} ${colonne + (i % colonnes)}`,
          style,
        ]),
      );
    });
}

const teinte = (cle: 'bg' | 'cl', couleur: Json | undefined): IStyleData =>
  typeof couleur === 'string' && couleur !== '' ? { [cle]: { rgb: couleur } } : {};
