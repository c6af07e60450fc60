import type { Hote } from '../hote';
import { garderReglages, infoHote, type Identite } from './identite';

/** Office.context.document.settings. doc : office/office.settings */
function reglages(hote: Hote): {
  Read(cles: string[], valeurs: string[]): void;
  WriteAsync(cles: string[], valeurs: string[], fini: (code: number) => void): void;
} {
  return {
    Read: (cles, valeurs) => {
      for (const [cle, valeur] of hote.classeur.reglages) {
        cles.push(cle);
        valeurs.push(valeur);
      }
    },
    WriteAsync: (cles, valeurs, fini) => fini(garderReglages(hote, cles, valeurs)),
  };
}

function contexte(hote: Hote, excel: Identite): Readonly<Record<string, () => unknown>> {
  return {
    GetActivationMode: () => 0,
    GetAppCapabilities: () => 1,
    GetAppDataLocale: () => excel.langue,
    GetAppType: () => 1,
    GetAppUILocale: () => excel.langue,
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetCommerceAllowed: () => true,
    GetControlIntegrationLevel: () => 0,
    GetDocUrl: () => excel.document,
    GetFeaturesForSolution: () => '{}',
    GetHostFullVersion: () => excel.version,
    GetInitialDisplayMode: () => 0,
    GetInstanceId: () => excel.instance,
    GetOfficeThemeInfo: excel.theme,
    GetSettings: () => reglages(hote),
    GetSolutionRef: () => 'clas',
    GetSolutionToken: () => '',
    GetSupportedMatrix: () => excel.matrice,
    GetTouchEnabled: () => false,
  };
}

/** Excel pour Windows : la bibliothèque (excel-win32-16.01.js) appelle `window.external`. */
export function pontWindows(fenetre: object, hote: Hote, excel: Identite): void {
  const appelable = contexte(hote, excel);
  const externe = {
    GetHostInfo: () => infoHote('Win32', '16.01', excel.langue),
    GetContext: () => appelable,
    GetLoggingAllowed: () => false,
    Execute: (id: number, parametres: readonly unknown[], rappel: (reponse: unknown) => void) =>
      hote.executer(id, parametres, rappel),
    RegisterEvent: (
      id: number,
      cible: string,
      ecouteur: (id: number, charge: unknown) => void,
      rappel: (code: number) => void,
    ) => hote.inscrire(id, cible, ecouteur, rappel),
    UnregisterEvent: (id: number, cible: string, rappel: (code: number) => void) =>
      hote.desinscrire(id, cible, rappel),
  };
  Object.defineProperty(fenetre, 'external', { value: externe, configurable: true, writable: true });
}
