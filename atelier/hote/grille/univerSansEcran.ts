import { LocaleType, LogLevel, Univer } from '@univerjs/core';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import { UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import { GrilleUniver } from './univer';
import type { FonctionsDeGrille, GrilleHote } from './types';

/** Univer sans page : le moteur de formules et le modèle de feuille, ni canevas ni DOM. */
export function creerGrilleSansEcran(fonctions: FonctionsDeGrille): GrilleHote {
  const univer = new Univer({
    locale: LocaleType.FR_FR,
    locales: { [LocaleType.FR_FR]: {} },
    logLevel: LogLevel.ERROR,
  });
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin);
  return new GrilleUniver(univer, fonctions);
}
