export interface Place {
  readonly nom: string;
  readonly motif: RegExp;
  readonly places: readonly string[];
}
export const PLACES: readonly Place[];
export function refusDe(de: string, vers: string): string | undefined;
