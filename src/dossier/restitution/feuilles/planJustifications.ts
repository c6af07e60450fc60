/** La feuille « Justifications » : ce que l'agent a justifié, et rien que cela ; réécrite entière à chaque geste. */
import { COLONNES_JUSTIFICATIONS } from '../../colonnes/justifications';
import { FEUILLES_CLAS } from '../../feuilles';
import type { FeuillePlan } from '../../formes/plan';
import type { Justification } from '../../lecture/justifications';
import { entetes, texte } from '../cellules';

const CLES = Object.keys(COLONNES_JUSTIFICATIONS) as (keyof Justification)[];
const LARGEURS: Readonly<Record<keyof Justification, number>> = {
  dossier: 18,
  reference: 12,
  champ: 28,
  valeur: 22,
  motif: 50,
  date: 12,
};

export const planJustifications = (justifications: readonly Justification[]): FeuillePlan => ({
  nom: FEUILLES_CLAS.justifications,
  colonnes: CLES.map((cle) => ({ largeur: LARGEURS[cle] })),
  lignes: [
    entetes(CLES.map((cle) => COLONNES_JUSTIFICATIONS[cle].entete)),
    ...justifications.map((j) => CLES.map((cle) => texte(j[cle] || null))),
  ],
  lignesFigees: 1,
  impression: { paysage: true, repeterLigne: 1 },
});
