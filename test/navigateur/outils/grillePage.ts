/** Univer sans écran dans une page : il ne calcule qu'une fois « affiché », ce que rien ne lui dit ici. */
import { LifecycleService, LifecycleStages, LocaleType, LogLevel, Univer } from '@univerjs/core';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import { UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import { GrilleUniver } from '../../../atelier/hote/grille/univer';
import type { FonctionsDeGrille, GrilleHote } from '../../../atelier/hote/grille/types';

export function creerGrilleDePage(fonctions: FonctionsDeGrille): GrilleHote {
  const univer = new Univer({
    locale: LocaleType.FR_FR,
    locales: { [LocaleType.FR_FR]: {} },
    logLevel: LogLevel.ERROR,
  });
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin);
  const grille = new GrilleUniver(univer, fonctions);
  // le cycle de vie ne part qu'avec le premier classeur
  setTimeout(() => {
    univer.__getInjector().get(LifecycleService).stage = LifecycleStages.Rendered;
  });
  return grille;
}
