/** Les lignes d'une remontée, en cellules ; et la feuille « Données » qui les donne nues, pour un outil. */
import type { CellulePlan, FeuillePlan, Style } from '../../formes/plan';
import { anneeScolaire } from '../../../reglement/annee';
import { Decimal } from '../../../valeurs/montant';
import { entetes, entier, euros, texte, vide } from '../cellules';
import {
  BLOCS,
  CLES_BLOC,
  CLES_LIGNE,
  COLONNES_REMONTEE,
  IDENTITE,
  type CleLigne,
  type LigneRemontee,
} from './presentation';
import type { Remontee } from './donnees';

export const FEUILLE_DONNEES = 'Données';
/** Ce qui précède les colonnes de la ligne, pour que chaque ligne se suffise. */
export const ENTETES_DONNEES = [IDENTITE.caf, IDENTITE.nomCaf, IDENTITE.annee, 'Bonus'] as const;

export type Champ = string | number | Decimal | null;

export function celluleDe(cle: CleLigne, valeur: Champ, style?: Style): CellulePlan {
  if (Decimal.isDecimal(valeur)) return euros(valeur, style);
  if (typeof valeur === 'number') return entier(valeur, style);
  return valeur === null && COLONNES_REMONTEE[cle].type !== 'texte' ? vide(style) : texte(valeur, style);
}

export const celluleLigne = (ligne: LigneRemontee): CellulePlan[] =>
  CLES_LIGNE.map((cle) => celluleDe(cle, ligne[cle]));

/** Les mêmes lignes sans mise en page, une par ligne, chacune complète : ce que valide le Table Schema. */
const lignesDonnees = (r: Remontee): CellulePlan[][] =>
  CLES_BLOC.flatMap((bloc) =>
    r[bloc].map((ligne) => [
      texte(r.caf),
      texte(r.nomCaf),
      texte(anneeScolaire(BLOCS[bloc].annee(r.annee))),
      texte(BLOCS[bloc].bonus),
      ...celluleLigne(ligne),
    ]),
  );

/** Feuille Données d'une ou de plusieurs remontées (le bilan national les met bout à bout). */
export function planDonnees(remontees: readonly Remontee[]): FeuillePlan {
  const intitules = [...ENTETES_DONNEES, ...CLES_LIGNE.map((cle) => COLONNES_REMONTEE[cle].entete)];
  return {
    nom: FEUILLE_DONNEES,
    colonnes: intitules.map((_, i) => {
      const cle = CLES_LIGNE[i - ENTETES_DONNEES.length];
      return { largeur: cle ? COLONNES_REMONTEE[cle].largeur : 16 };
    }),
    lignes: [entetes(intitules), ...remontees.flatMap(lignesDonnees)],
    lignesFigees: 1,
    impression: { paysage: true, repeterLigne: 1 },
  };
}
