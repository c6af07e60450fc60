import type { Hote } from '../hote';

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
export const ENSEMBLES_DU_MANIFESTE: Ensembles = {
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

/** Ce qu'Excel dit de lui-même à la page, le même quelle que soit la façon de le demander. */
export interface Identite {
  readonly langue: string;
  readonly version: string;
  readonly document: string;
  readonly instance: string;
  /** Ensembles d'exigences, en JSON. */
  readonly matrice: string;
  readonly theme: () => string;
}

export function identite(hote: Hote, ensembles: Ensembles): Identite {
  hote.versionExcelApi = ensembles['ExcelApi'] ?? '0';
  return {
    langue: hote.langue,
    version: `16.0.${hote.construction}.20158`,
    document: hote.classeur.nom,
    instance: hote.instance,
    matrice: JSON.stringify(
      Object.fromEntries([
        ...Object.entries(INTERNES),
        ...Object.entries(ensembles).map(([nom, version]) => [nom.toLowerCase(), version]),
      ]),
    ),
    theme: () => JSON.stringify(themeDuPoste()),
  };
}

/** ooeSettingsCannotSave. doc : office/dev/add-ins/reference/javascript-api-for-office-error-codes (4001) */
const REGLAGES_NON_GARDES = 4001;

/** Office.context.document.settings : garde des couples clé, valeur sérialisée ; rend 0, ou le code du refus. */
export function garderReglages(hote: Hote, cles: readonly string[], valeurs: readonly string[]): number {
  const { classeur } = hote;
  if (classeur.lectureSeule || hote.prendrePanneReglages()) return REGLAGES_NON_GARDES;
  // enregistrer les réglages vide aussi la liste « Annuler » : office-js#3141
  classeur.annulation.vider();
  classeur.reglages.clear();
  cles.forEach((cle, i) => classeur.reglages.set(cle, valeurs[i] ?? 'null'));
  return 0;
}

/** Drapeaux 3 : moteur partagé (1) et fonctions personnalisées (2). */
export const infoHote = (plateforme: string, fichier: string, langue: string): string =>
  `Excel$${plateforme}$${fichier}$${langue}$telemetry$$$3`;
