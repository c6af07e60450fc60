/** Donner une fonction à Excel : ses refus deviennent des erreurs de cellule, avec leur phrase. */
import type { Fonction } from '.';
import { Refus } from './refus';

function traduire(erreur: unknown): CustomFunctions.Error {
  const { invalidValue, notAvailable } = CustomFunctions.ErrorCode;
  if (erreur instanceof Refus) {
    return new CustomFunctions.Error(erreur.indisponible ? notAvailable : invalidValue, erreur.message);
  }
  // Excel tairait le message d'une erreur ordinaire : l'agent doit pouvoir la signaler
  return new CustomFunctions.Error(invalidValue, `Calcul impossible, à signaler : ${String(erreur)}`);
}

const pourExcel =
  (fonction: Fonction) =>
  (...valeurs: never[]) => {
    try {
      return fonction(...valeurs);
    } catch (erreur) {
      throw traduire(erreur);
    }
  };

export const associer = (id: string, fonction: Fonction): void =>
  CustomFunctions.associate(id, pourExcel(fonction));
