/** Les versements d'un dossier, du plus ancien au plus récent (ceux sans date d'abord) ; leur gestion dite par son année. */
import type { CalculProjet } from '../../calcul/montants';
import type { Contexte, VersementSitue } from '../../controle/contexte';
import { comparerTextes } from '../../../valeurs/ordre';

export function versementsDates({ projet }: CalculProjet, contexte: Contexte): readonly VersementSitue[] {
  const { annee } = contexte.lecture.parametres;
  return contexte
    .versementsDe(projet)
    .map(({ versement: v, gestion }) => ({
      gestion,
      // « N+1 » est de la maison ; une gestion qui ne se lit pas reste comme elle est saisie
      versement: gestion === null ? v : { ...v, gestion: String(gestion === 'n' ? annee : annee + 1) },
    }))
    .sort((a, b) => comparerTextes(a.versement.date ?? '', b.versement.date ?? ''));
}
