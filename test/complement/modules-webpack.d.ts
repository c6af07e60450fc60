/** Les outils de construction sont du JavaScript (Node les lit tels quels) ; voici ce que les tests en emploient. */
declare module '*/webpack/entetes.js' {
  export const CSP: string;
  export const CSP_META: string;
  export const REGLES: readonly { chemin: string; entetes: Readonly<Record<string, string>> }[];
  export function entetesDe(chemin: string): Record<string, string>;
  export function fichierHeaders(): string;
  export function fichierNginx(): string;
}

declare module '*/webpack/office.js' {
  export const ADRESSE_OFFICE: string;
  export const ADRESSES_OFFICE: readonly string[];
  export const DOSSIERS_OFFICE: readonly string[];
  export const ORIGINES_OFFICE: readonly string[];
}

declare module '*/webpack/publier.js' {
  export const ADRESSE_LOCALE: string;
}

declare module '*/webpack/fonctions-declarees.js' {
  export function ancre(nom: string): string;
  export function lireFonctions(
    racine: string,
    adresse: string,
  ): Promise<{ fonctions: readonly unknown[]; json: string }>;
}
