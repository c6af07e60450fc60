/** Les formules en erreur, vues dans le classeur déjà lu : aucun échange de plus avec Excel. */
import type { Cellule } from '../classeur/excel/port';
import { erreurAffichee } from '../valeurs/erreursExcel';
import { formuleAffichee } from '../dossier/affichage/formule';
import { APPEL_CLAS } from '../dossier/affichage/nomsDeFonctions';
import type { Examen } from '../dossier/examiner';
import { adresseDe } from '../dossier/formes/adresses';
import { formulesDe, type ClasseurLu } from '../dossier/formes/grille';
import { estIllisible } from '../valeurs/valeur';
import { refusDeFormule } from './refusDeFormule';

export interface FormuleEnErreur extends Cellule {
  /** Comme Excel en français l'affiche. */
  readonly formule: string;
  /** Texte affiché : « #VALEUR! », « #NOM? »… */
  readonly erreur: string;
  /** La phrase de la fonction de Clas, quand elle refuse un argument. */
  readonly refus?: string;
}

/** Par ce que l'agent voit dans la cellule. */
const SENS: ReadonlyMap<string, string> = new Map([
  ['#OCCUPÉ!', 'Le calcul n’est pas fini. Attendre, sinon recalculer.'],
  ['#REF!', 'La formule vise une cellule supprimée : la ressaisir.'],
  ['#PROPAGATION!', 'Le résultat n’a pas la place de s’étendre : vider les cellules voisines.'],
  ['rien', 'Excel ne l’a pas encore calculée : recalculer.'],
]);

/** Ce que ces erreurs veulent dire d'une fonction de Clas. */
const SENS_CLAS: ReadonlyMap<string, string> = new Map([
  [
    '#NOM?',
    'Excel ne reconnaît pas la fonction : Clas n’était pas chargé, ou le nom est mal écrit. Recalculer, sinon vérifier le nom.',
  ],
  ['#VALEUR!', 'Un argument est illisible : vérifier chacune des cellules que cite la formule.'],
  [
    '#N/A',
    'Une valeur manque, souvent le barème de l’année : employer CLAS.PS_BAREME avec le barème du classeur.',
  ],
]);

const INCONNUE = 'Excel n’a pas pu calculer : vérifier les arguments de la formule.';

/** Une formule jamais calculée n'affiche rien. */
const afficher = (erreur: string): string => (erreur.startsWith('=') ? 'rien' : erreurAffichee(erreur));

export const expliquer = ({
  erreur,
  formule,
  refus,
}: Pick<FormuleEnErreur, 'erreur' | 'formule' | 'refus'>): string =>
  refus ?? (APPEL_CLAS.test(formule) ? SENS_CLAS.get(erreur) : undefined) ?? SENS.get(erreur) ?? INCONNUE;

/** Une fonction de Clas qu'Excel n'a pas calculée : inconnue de lui, ou restée occupée. */
export const estSansResultat = ({ formule, erreur }: FormuleEnErreur): boolean =>
  (erreur === '#NOM?' || erreur === '#OCCUPÉ!') && APPEL_CLAS.test(formule);

/** Une fonction de Clas dont le résultat n'est pas encore arrivé : ce n'est pas une erreur. */
const enCalcul = (formule: string, erreur: string): boolean =>
  (erreur === '#BUSY!' || erreur === '#GETTING_DATA') && APPEL_CLAS.test(formule);

const cleDe = ({ feuille, ligne, colonne }: Cellule): string => `${feuille}!${ligne}:${colonne}`;

/** Les formules de Clas encore en calcul. */
export const formulesOccupees = ({ feuilles }: ClasseurLu): readonly string[] =>
  feuilles.flatMap((feuille) =>
    formulesDe(feuille).flatMap(({ formule, valeur, ligne, colonne }) =>
      estIllisible(valeur) && enCalcul(formule, valeur.illisible)
        ? [cleDe({ feuille: feuille.nom, ligne, colonne })]
        : [],
    ),
  );

/**
 * Ce que l'examen dit de cellules dont le contenu vient d'une formule de Clas : un Excel récent y garde le résultat
 * d'avant pendant le calcul, et rien ne le distingue du bon.
 */
export function constatsSurFormules({ feuilles }: ClasseurLu, { anomalies }: Examen): readonly string[] {
  const formules = new Map(feuilles.map((feuille) => [feuille.nom, feuille.formules]));
  return anomalies.flatMap(({ code, feuille, ligne, colonne, parametres }) => {
    if (ligne === null || colonne === null) return [];
    const formule = formules.get(feuille)?.get(adresseDe(ligne, colonne));
    if (formule === undefined || !APPEL_CLAS.test(formule)) return [];
    return [`${code} ${cleDe({ feuille, ligne, colonne })} ${JSON.stringify(parametres)}`];
  });
}

/** Les erreurs que rend un refus. */
const EXPLICABLES: ReadonlySet<string> = new Set(['#VALEUR!', '#N/A']);

/** `aussi` : même celles qui se calculent encore, quand on ne les attend plus. */
export const formulesEnErreur = (classeur: ClasseurLu, aussi = true): readonly FormuleEnErreur[] =>
  classeur.feuilles.flatMap((feuille) =>
    formulesDe(feuille).flatMap(({ ligne, colonne, formule, valeur }) => {
      if (!estIllisible(valeur) || (!aussi && enCalcul(formule, valeur.illisible))) return [];
      const erreur = afficher(valeur.illisible);
      const refus = EXPLICABLES.has(erreur)
        ? refusDeFormule({ formule, ligne, colonne }, feuille.nom, classeur)
        : undefined;
      return [
        {
          feuille: feuille.nom,
          ligne,
          colonne,
          formule: formuleAffichee(formule),
          erreur,
          ...(refus !== undefined && { refus }),
        },
      ];
    }),
  );
