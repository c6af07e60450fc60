/** Feuille masquée « Listes » : les valeurs proposées à la saisie, tirées des mêmes définitions que la lecture. */
import { CAFS } from '../../cafs';
import { AGREMENTS, NATURES, PUBLICS, TYPES_GESTIONNAIRE } from '../../colonnes/choix';
import { ARRONDIS } from '../../../reglement/arrondis';
import type { Choix } from '../../../valeurs/choix';
import type { FeuillePlan } from '../../formes/plan';
import { lettres } from '../../formes/adresses';
import { LISTES } from '../../feuilles';
import { entetes, texte, vide } from '../cellules';

const CHOIX = {
  ouiNon: { intitule: LISTES.premierIntitule, valeurs: ['oui', 'non'] },
  typeGestionnaire: { intitule: 'Types de gestionnaire', valeurs: Object.keys(TYPES_GESTIONNAIRE) },
  public: { intitule: 'Publics', valeurs: Object.keys(PUBLICS) },
  agrement: { intitule: 'Agréments', valeurs: Object.keys(AGREMENTS) },
  nature: { intitule: 'Natures de versement', valeurs: Object.keys(NATURES) },
  gestion: { intitule: 'Gestions', valeurs: ['N', 'N+1'] },
  arrondi: { intitule: 'Arrondis de la Ps', valeurs: Object.values(ARRONDIS).map(([forme]) => forme) },
  codeCaf: { intitule: 'Codes des Caf', valeurs: [...new Set(CAFS.map((caf) => caf.code))] },
  nomCaf: { intitule: 'Noms des Caf', valeurs: CAFS.map((caf) => caf.nom) },
} as const satisfies Record<string, { intitule: string; valeurs: readonly string[] }>;

export type CleListe = keyof typeof CHOIX;
const CLES = Object.keys(CHOIX) as CleListe[];

/** « Listes!$A$2:$A$3 » ; on peut n'en prendre qu'une suite de valeurs. */
export function sourceListe(cle: CleListe, seulement?: readonly string[]): string {
  const colonne = lettres(CLES.indexOf(cle) + 1);
  const valeurs: readonly string[] = CHOIX[cle].valeurs;
  const debut = seulement?.[0] === undefined ? 0 : valeurs.indexOf(seulement[0]);
  const nombre = seulement?.length ?? valeurs.length;
  return `${LISTES.nom}!$${colonne}$${debut + 2}:$${colonne}$${debut + 1 + nombre}`;
}

const PAR_CHOIX = new Map<Choix, CleListe>([
  [TYPES_GESTIONNAIRE, 'typeGestionnaire'],
  [PUBLICS, 'public'],
  [AGREMENTS, 'agrement'],
  [NATURES, 'nature'],
]);

/** La liste d'une colonne à choix. */
export const listeDuChoix = (choix: Choix): CleListe | undefined => PAR_CHOIX.get(choix);

export function planListes(): FeuillePlan {
  const hauteur = Math.max(...CLES.map((cle) => CHOIX[cle].valeurs.length));
  return {
    nom: LISTES.nom,
    masquee: true,
    colonnes: CLES.map(() => ({ largeur: 24 })),
    lignes: [
      entetes(CLES.map((cle) => CHOIX[cle].intitule)),
      ...Array.from({ length: hauteur }, (_, i) =>
        CLES.map((cle) => {
          const valeur: string | undefined = CHOIX[cle].valeurs[i];
          return valeur === undefined ? vide() : texte(valeur);
        }),
      ),
    ],
  };
}
