/** Relire la feuille Justifications, que Clas a écrite. */
import { texteDe } from '../../valeurs/texte';
import { COLONNES_JUSTIFICATIONS } from '../colonnes/justifications';
import { FEUILLES_CLAS } from '../feuilles';
import type { Feuille } from '../formes/grille';
import { trouverEntetes } from './entetes';

/** Une ligne de la feuille Justifications ; « » : la case est vide. */
export type Justification = Readonly<Record<keyof typeof COLONNES_JUSTIFICATIONS, string>>;

const CLES = Object.keys(COLONNES_JUSTIFICATIONS) as (keyof Justification)[];

export function lireJustifications(feuilles: readonly Feuille[]): readonly Justification[] {
  const nom = FEUILLES_CLAS.justifications.toLowerCase();
  const feuille = feuilles.find((f) => f.nom.toLowerCase() === nom);
  // ses intitulés ne portent pas d'année
  const entetes = feuille && trouverEntetes(feuille, COLONNES_JUSTIFICATIONS, { annee: 0, dates1904: false });
  if (!feuille || !entetes) return [];
  return feuille.lignes.slice(entetes.indice + 1).flatMap((ligne): Justification[] => {
    const lue = Object.fromEntries(
      CLES.map((cle) => [cle, texteDe(ligne[entetes.colonnes.get(cle) ?? -1] ?? null) ?? '']),
    ) as Justification;
    return lue.reference === '' || lue.motif === '' ? [] : [lue];
  });
}
