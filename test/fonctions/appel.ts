/** Appelle une fonction CLAS comme le fait Excel : par son identifiant, avec des valeurs sans type garanti. */
import { FONCTIONS } from '../../src/fonctions';

export type Appel = (id: string, ...valeurs: unknown[]) => unknown;

export const appeler: Appel = (id, ...valeurs) => {
  const fonction = FONCTIONS[`CLAS.${id}`];
  if (!fonction) throw new Error(`fonction inconnue : ${id}`);
  return (fonction as (...arguments_: unknown[]) => unknown)(...valeurs);
};

/** La phrase d'un refus ; un calcul réussi fait échouer le test. */
export function phrase(travail: () => unknown): string {
  let resultat: unknown;
  try {
    resultat = travail();
  } catch (erreur) {
    return (erreur as Error).message;
  }
  throw new Error(`un refus était attendu, et non ${String(resultat)}`);
}
