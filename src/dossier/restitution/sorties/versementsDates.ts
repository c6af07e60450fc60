/** Les versements d'un dossier, du plus ancien au plus récent ; ceux sans date d'abord. */
import type { CalculProjet } from '../../calcul/montants';
import type { Contexte, VersementSitue } from '../../controle/contexte';
import { comparerTextes } from '../../../valeurs/ordre';

export const versementsDates = ({ projet }: CalculProjet, contexte: Contexte): readonly VersementSitue[] =>
  [...contexte.versementsDe(projet)].sort((a, b) =>
    comparerTextes(a.versement.date ?? '', b.versement.date ?? ''),
  );
