/** Premier script chargé par Excel : donne les fonctions à Excel, et traduit leurs refus en erreurs lisibles. */
import { FONCTIONS, type Fonction } from '.';
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

for (const [id, fonction] of Object.entries(FONCTIONS)) CustomFunctions.associate(id, pourExcel(fonction));
