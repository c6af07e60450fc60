/** Univer dans la page : la feuille à l'écran, en français, sans ses barres d'outils (le ruban est celui du manifeste). */
import { LocaleType, LogLevel, mergeLocales, ThemeService, Univer } from '@univerjs/core';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import coreFr from '@univerjs/preset-sheets-core/locales/fr-FR';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import validationFr from '@univerjs/preset-sheets-data-validation/locales/fr-FR';
import { UniverSheetsNotePreset } from '@univerjs/preset-sheets-note';
import noteFr from '@univerjs/preset-sheets-note/locales/fr-FR';

export function creerUniver(conteneur: HTMLElement): Univer {
  const sombre = matchMedia('(prefers-color-scheme: dark)');
  const univer = new Univer({
    locale: LocaleType.FR_FR,
    locales: { [LocaleType.FR_FR]: mergeLocales(coreFr, validationFr, noteFr) },
    logLevel: LogLevel.ERROR,
    darkMode: sombre.matches,
  });
  const presets = [
    UniverSheetsCorePreset({
      container: conteneur,
      header: true,
      toolbar: false,
      formulaBar: true,
      disableAutoFocus: true,
      disableTextFormatAlert: true,
      disableTextFormatMark: true,
    }),
    UniverSheetsDataValidationPreset({ showSearchOnDropdown: false, showEditOnDropdown: false }),
    UniverSheetsNotePreset(),
  ];
  for (const { plugins } of presets)
    for (const greffon of plugins)
      if (Array.isArray(greffon)) univer.registerPlugin(greffon[0], greffon[1]);
      else univer.registerPlugin(greffon);
  // le volet et la page suivent le poste aussitôt : la grille aussi
  sombre.addEventListener('change', ({ matches }) =>
    univer.__getInjector().get(ThemeService).setDarkMode(matches),
  );
  return univer;
}
