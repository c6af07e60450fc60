import type { Hote } from './hote';

/** Ce que l'amorce pose dans la page du complément avant office.js. */
export interface FenetreHote {
  external?: unknown;
}

/**
 * Ensembles que la bibliothèque exige d'elle-même pour ses fonctions personnalisées, son attente de saisie
 * et son volet ; tout Excel récent les a. Ceux du manifeste s'y ajoutent.
 */
const INTERNES: Readonly<Record<string, string>> = {
  customfunctions: '1.9',
  delayforcelledit: '1.1',
  richapiruntime: '1.1',
};

export type Ensembles = Readonly<Record<string, string>>;

/** Exactement ce que déclare notre manifeste : plus haut, la bibliothèque authentique répond ApiNotFound. */
const ENSEMBLES_DU_MANIFESTE: Ensembles = {
  SharedRuntime: '1.1',
  CustomFunctionsRuntime: '1.3',
  ExcelApi: '1.14',
};

/** Les thèmes d'Office, clair et noir : l'hôte émulé prend celui du poste, comme Office réglé sur « Système ». */
const THEME_CLAIR = {
  bodyBackgroundColor: 0xffffff,
  bodyForegroundColor: 0x212121,
  controlBackgroundColor: 0xf3f2f1,
  controlForegroundColor: 0x212121,
};
const THEME_NOIR = {
  bodyBackgroundColor: 0x262626,
  bodyForegroundColor: 0xffffff,
  controlBackgroundColor: 0x333333,
  controlForegroundColor: 0xffffff,
};
const themeDuPoste = (): typeof THEME_CLAIR =>
  typeof matchMedia === 'function' && matchMedia('(prefers-color-scheme: dark)').matches
    ? THEME_NOIR
    : THEME_CLAIR;

function contexte(hote: Hote, ensembles: Ensembles): Readonly<Record<string, () => unknown>> {
  const matrice = Object.fromEntries([
    ...Object.entries(INTERNES),
    ...Object.entries(ensembles).map(([nom, version]) => [nom.toLowerCase(), version]),
  ]);
  return {
    GetActivationMode: () => 0,
    GetAppCapabilities: () => 1,
    GetAppDataLocale: () => hote.langue,
    GetAppType: () => 1,
    GetAppUILocale: () => hote.langue,
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetCommerceAllowed: () => true,
    GetControlIntegrationLevel: () => 0,
    GetDocUrl: () => 'Classeur1.xlsx',
    GetFeaturesForSolution: () => '{}',
    GetHostFullVersion: () => `16.0.${hote.construction}.20158`,
    GetInitialDisplayMode: () => 0,
    GetInstanceId: () => hote.instance,
    GetOfficeThemeInfo: () => JSON.stringify(themeDuPoste()),
    GetSettings: () => reglages(hote),
    GetSolutionRef: () => 'clas',
    GetSolutionToken: () => '',
    GetSupportedMatrix: () => JSON.stringify(matrice),
    GetTouchEnabled: () => false,
  };
}

/** ooeSettingsCannotSave. doc : office/dev/add-ins/reference/javascript-api-for-office-error-codes (4001) */
const REGLAGES_NON_GARDES = 4001;

/** Office.context.document.settings : des couples clé, valeur sérialisée. doc : office/office.settings */
function reglages(hote: Hote): {
  Read(cles: string[], valeurs: string[]): void;
  WriteAsync(cles: string[], valeurs: string[], fini: (code: number) => void): void;
} {
  const { reglages: gardes } = hote.classeur;
  return {
    Read: (cles, valeurs) => {
      for (const [cle, valeur] of gardes) {
        cles.push(cle);
        valeurs.push(valeur);
      }
    },
    WriteAsync: (cles, valeurs, fini) => {
      if (hote.classeur.lectureSeule || hote.prendrePanneReglages()) {
        fini(REGLAGES_NON_GARDES);
        return;
      }
      // enregistrer les réglages vide aussi la liste « Annuler » : office-js#3141
      hote.classeur.annulation.vider();
      gardes.clear();
      cles.forEach((cle, i) => gardes.set(cle, valeurs[i] ?? 'null'));
      fini(0);
    },
  };
}

/**
 * Pose `window.external` : la bibliothèque authentique croit parler à Excel pour Windows.
 * À appeler avant de charger office.js ; plusieurs pages peuvent partager le même hôte.
 */
export function poserPont(
  fenetre: FenetreHote,
  hote: Hote,
  ensembles: Ensembles = ENSEMBLES_DU_MANIFESTE,
): void {
  hote.versionExcelApi = ensembles['ExcelApi'] ?? '0';
  const appelable = contexte(hote, ensembles);
  const externe = {
    // Drapeaux 3 : moteur partagé (1) et fonctions personnalisées (2).
    GetHostInfo: () => `Excel$Win32$16.01$${hote.langue}$telemetry$$$3`,
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

/** Un Microsoft 365 d'aujourd'hui : il annonce plus que le manifeste n'exige, mais l'hôte n'en permet pas davantage. */
export function poserPontRecent(fenetre: FenetreHote, hote: Hote): void {
  poserPont(fenetre, hote, { ...ENSEMBLES_DU_MANIFESTE, ExcelApi: '1.20' });
  hote.versionExcelApi = '1.14';
}
