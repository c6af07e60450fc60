/** Réglages gardés dans le classeur, propres à ce complément : rien de personnel. */
import { ErreurClasseur } from '../../dossier/formes/erreurs';

const PREFIXE = 'clas.';

export function lireReglage(cle: string): string | null {
  const valeur: unknown = Office.context.document.settings.get(PREFIXE + cle);
  return typeof valeur === 'string' ? valeur : null;
}

export async function ecrireReglage(cle: string, valeur: string | null): Promise<void> {
  const { settings } = Office.context.document;
  if (valeur === null) settings.remove(PREFIXE + cle);
  else settings.set(PREFIXE + cle, valeur);
  await new Promise<void>((reussir, echouer) => {
    settings.saveAsync(({ status, error }) => {
      if (status === Office.AsyncResultStatus.Succeeded) reussir();
      else
        echouer(
          new ErreurClasseur('Le réglage n’a pas pu être gardé dans le classeur : recommencer.', {
            cause: error,
          }),
        );
    });
  });
}
