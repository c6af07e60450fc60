/** Les formules en erreur, vues dans le classeur déjà lu : aucun échange de plus avec Excel. */
import type { Cellule } from '../classeur/excel/port';
import { estIllisible, formulesDe, type ClasseurLu } from '../dossier/grille';

export interface FormuleEnErreur extends Cellule {
  readonly formule: string;
  /** Texte affiché : « #VALEUR! », « #NOM? »… */
  readonly erreur: string;
}

interface Sens {
  readonly forme: RegExp;
  /** Comme un Excel français l'affiche ; Office.js rend les erreurs en anglais. */
  readonly affichee: string;
  readonly sens: string;
}

const ERREURS: readonly Sens[] = [
  {
    forme: /^#(NAME|NOM\?)/,
    affichee: '#NOM?',
    sens: 'Excel ne reconnaît pas la fonction : Clas n’était pas chargé, ou le nom est mal écrit. Recalculer, sinon vérifier le nom.',
  },
  {
    forme: /^#(BUSY|OCCUP|CALC|GETTING)/,
    affichee: '#OCCUPÉ!',
    sens: 'Le calcul n’est pas fini. Attendre, sinon recalculer.',
  },
  {
    forme: /^#VAL/,
    affichee: '#VALEUR!',
    sens: 'Un argument est illisible : pointer le triangle de la cellule dit lequel, et quoi saisir.',
  },
  {
    forme: /^#N\/A/,
    affichee: '#N/A',
    sens: 'Une valeur manque, souvent le barème de l’année : employer CLAS.PS_BAREME avec le barème du classeur.',
  },
  { forme: /^#REF/, affichee: '#REF!', sens: 'La formule vise une cellule supprimée : la ressaisir.' },
  {
    forme: /^#(SPILL|PROPAG)/,
    affichee: '#PROPAGATION!',
    sens: 'Le résultat n’a pas la place de s’étendre : vider les cellules voisines.',
  },
  { forme: /^#DIV/, affichee: '#DIV/0!', sens: 'La formule divise par zéro : vérifier le diviseur.' },
  { forme: /^=/, affichee: 'rien', sens: 'Excel ne l’a pas encore calculée : recalculer.' },
];

const INCONNUE = 'Excel n’a pas pu calculer : vérifier les arguments de la formule.';

const afficher = (erreur: string): string =>
  ERREURS.find(({ forme }) => forme.test(erreur))?.affichee ?? erreur;

export const expliquer = (erreur: string): string =>
  ERREURS.find(({ forme }) => forme.test(erreur))?.sens ?? INCONNUE;

export const formulesEnErreur = ({ feuilles }: ClasseurLu): readonly FormuleEnErreur[] =>
  feuilles.flatMap((feuille) =>
    formulesDe(feuille).flatMap(({ ligne, colonne, formule, valeur }) =>
      estIllisible(valeur)
        ? [{ feuille: feuille.nom, ligne, colonne, formule, erreur: afficher(valeur.illisible) }]
        : [],
    ),
  );
