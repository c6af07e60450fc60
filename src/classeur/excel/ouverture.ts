/** Ouvrir un classeur neuf dans Excel : l'agent l'enregistre où il veut. */
import { ErreurClasseur } from '../../dossier/formes/erreurs';
import { aSaPhrase } from './erreurs';

const REFUS =
  'Excel n’a pas ouvert le fichier : une stratégie de sécurité du poste peut l’interdire. Prendre une autre voie : le télécharger, ou copier le tableau.';

/** Par morceaux : `String.fromCharCode(...octets)` déborderait la pile. */
function enBase64(octets: Uint8Array): string {
  let binaire = '';
  for (let i = 0; i < octets.length; i += 8_192)
    binaire += String.fromCharCode(...octets.subarray(i, i + 8_192));
  return btoa(binaire);
}

export async function ouvrirClasseur(octets: Uint8Array): Promise<void> {
  try {
    await Excel.createWorkbook(enBase64(octets));
  } catch (erreur) {
    throw aSaPhrase(erreur) ? erreur : new ErreurClasseur(REFUS, { cause: erreur });
  }
}
