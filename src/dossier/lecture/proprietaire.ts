/** À qui est une anomalie : le dossier de sa ligne, en quelque feuille qu'elle soit, et son gestionnaire. */
import { cleDossier } from '../../valeurs/texte';
import { unParObjet } from '../../valeurs/unParObjet';
import type { Anomalie } from '../anomalies/anomalie';
import type { Lecture } from './lecture';

export interface Proprietaire {
  readonly dossier: string;
  readonly gestionnaire: string | null;
}

type Lignes = Pick<Lecture, 'projets' | 'collectifs' | 'versements' | 'bonusVerses' | 'avenants'>;

const place = (feuille: string, ligne: number | null): string => `${feuille}!${ligne ?? ''}`;

/** Prépare la recherche, une fois par lecture, pour toutes les anomalies ; `null` : l'anomalie n'est d'aucun dossier. */
export const proprietaires = unParObjet(preparer);

function preparer({
  projets,
  collectifs,
  versements,
  bonusVerses,
  avenants,
}: Lignes): (anomalie: Pick<Anomalie, 'feuille' | 'ligne'>) => Proprietaire | null {
  const gestionnaires = new Map(
    projets.lignes.map(({ dossier, gestionnaire }) => [cleDossier(dossier ?? ''), gestionnaire]),
  );
  const parPlace = new Map<string, Proprietaire>();
  for (const table of [projets, collectifs, versements, bonusVerses, avenants])
    for (const { ligne, dossier } of table?.lignes ?? [])
      if (table && dossier !== null)
        parPlace.set(place(table.feuille.nom, ligne), {
          dossier,
          gestionnaire: gestionnaires.get(cleDossier(dossier)) ?? null,
        });
  // deux projets sous un même numéro : chacun a son gestionnaire
  for (const { ligne, dossier, gestionnaire } of projets.lignes)
    if (dossier !== null) parPlace.set(place(projets.feuille.nom, ligne), { dossier, gestionnaire });
  return ({ feuille, ligne }) => parPlace.get(place(feuille, ligne)) ?? null;
}
