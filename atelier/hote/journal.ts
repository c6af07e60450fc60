import type { CodeOffice } from './classeur/erreurs';

/** Un aller-retour entre le complément et l'hôte : un ProcessQuery qui travaille. */
export interface AllerRetour {
  readonly numero: number;
  readonly actions: readonly string[];
  readonly octetsRequete: number;
  octetsReponse: number;
  /** Code de l'erreur rendue, ou null. */
  erreur: string | null;
}

export type Panne =
  | 'edition'
  | 'debit'
  | 'requete-trop-grande'
  | 'reponse-trop-grande'
  /** La demande n'est pas arrivée jusqu'à Excel. */
  | 'reseau'
  /** Excel a fait ce qui était demandé ; sa réponse s'est perdue. */
  | 'reponse-perdue'
  | 'session-expiree'
  | 'boite-ouverte'
  | { readonly action: number; readonly code: CodeOffice; readonly message?: string };

/** Codes de transport que le vrai Excel rend à la bibliothèque. */
export const CODES_TRANSPORT = {
  edition: 5004,
  debit: 5102,
  'requete-trop-grande': 5103,
  'reponse-trop-grande': 5104,
  reseau: 5001,
  'reponse-perdue': 5001,
  'session-expiree': 5012,
  'boite-ouverte': 5016,
} as const;

/** Compte les allers-retours et rend la panne prévue pour chacun. */
export class Journal {
  readonly allersRetours: AllerRetour[] = [];
  private readonly pannes = new Map<number, Panne>();

  ouvrir(actions: readonly string[], octetsRequete: number): AllerRetour {
    const entree: AllerRetour = {
      numero: this.allersRetours.length + 1,
      actions,
      octetsRequete,
      octetsReponse: 0,
      erreur: null,
    };
    this.allersRetours.push(entree);
    return entree;
  }

  /** `rang` : 1 pour le prochain aller-retour, 2 pour le suivant… */
  prevoir(rang: number, panne: Panne): void {
    this.pannes.set(this.allersRetours.length + rang, panne);
  }

  prendrePanne(numero: number): Panne | null {
    const panne = this.pannes.get(numero) ?? null;
    this.pannes.delete(numero);
    return panne;
  }

  /** Pannes prévues et jamais rencontrées : un test qui en laisse ne prouve rien. */
  get pannesRestantes(): number {
    return this.pannes.size;
  }
}
