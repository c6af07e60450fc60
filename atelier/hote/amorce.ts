import type { Hote } from './hote';
import { ENSEMBLES_DU_MANIFESTE, identite, type Ensembles } from './ponts/identite';
import { pontMac } from './ponts/mac';
import { pontWeb } from './ponts/web';
import { pontWindows } from './ponts/windows';

/** Ce que l'amorce pose dans la page du complément avant office.js. */
export interface FenetreHote {
  external?: unknown;
}

const PONTS = { Mac: pontMac, Web: pontWeb, Win32: pontWindows } as const;

/**
 * Relie la page à l'hôte : la bibliothèque authentique croit parler à l'Excel de cette plateforme.
 * À appeler avant de charger office.js ; plusieurs pages peuvent partager le même hôte.
 */
export function poserPont(
  fenetre: FenetreHote,
  hote: Hote,
  ensembles: Ensembles = ENSEMBLES_DU_MANIFESTE,
): void {
  PONTS[hote.plateforme](fenetre, hote, identite(hote, ensembles));
}

/** Un Microsoft 365 d'aujourd'hui : il annonce plus que le manifeste n'exige, mais l'hôte n'en permet pas davantage. */
export function poserPontRecent(fenetre: FenetreHote, hote: Hote): void {
  poserPont(fenetre, hote, { ...ENSEMBLES_DU_MANIFESTE, ExcelApi: '1.20' });
  hote.versionExcelApi = '1.14';
}

export type { Ensembles };
