/** Des tableaux d'Office.js à une `Feuille` du moteur. */
import { versLecture } from '../../dossier/affichage/nomsDeFonctions';
import { adresseDe, lirePlage, type Plage } from '../../dossier/formes/adresses';
import { fusionsUtiles } from '../fusions';

import { codeUtile, type Feuille, type Visibilite } from '../../dossier/formes/grille';
import type { Valeur } from '../../valeurs/valeur';

export type Tableau = readonly (readonly (string | number | boolean)[])[];

/** Codes de format ; `null` là où Excel ne sait pas le dire. */
export type Formats = readonly (readonly (string | null)[])[];

/** Trop de cellules : Excel rend `null` au lieu du tableau. */
export function estRemplie({ values, formulas, numberFormat }: Excel.Range): boolean {
  return Array.isArray(values) && Array.isArray(formulas) && Array.isArray(numberFormat);
}

/** « 'Ma feuille'!A1:B2 », ou « A1 » quand la plage n'a qu'une cellule. */
export const plages = (fusions: Excel.RangeAreas): Plage[] =>
  fusions.isNullObject
    ? []
    : fusions.areas.items.map(({ address }) => lirePlage(address.slice(address.lastIndexOf('!') + 1)));

/** Lignes consécutives d'une feuille, telles qu'un échange les a rendues (indices à partir de 0). */
export interface Bloc {
  readonly ligne: number;
  readonly colonne: number;
  readonly valeurs: Tableau;
  readonly formules: Tableau;
  readonly formats: Formats;
  readonly masquees: readonly boolean[];
  readonly colonnesMasquees: readonly boolean[];
  /** Une cellule du bloc au moins est barrée. */
  readonly barre: boolean;
}

/** Le trait d'un texte barré, sur toute une plage ; `null` : sur une partie. */
export const estBarre = ({
  strikethrough,
}: {
  readonly strikethrough?: boolean | null | undefined;
}): boolean => strikethrough === true || strikethrough === null;

export interface FeuilleBrute {
  readonly nom: string;
  readonly blocs: readonly Bloc[];
  readonly fusions: readonly Plage[];
}

/** Ce qui est précisé d'une feuille. */
export interface Precise {
  /** Adresses des cellules douteuses qui ne sont que du texte. */
  readonly textes: ReadonlySet<string>;
  readonly lignesDeTotal: readonly number[];
  readonly lignesBarrees: readonly number[];
}

/** Ce qu'Excel dit d'une feuille en dehors de ses cellules. */
export interface Precisions extends Precise {
  readonly visibilite: Visibilite;
}

/** Cellule sans formule qui montre un texte d'erreur : erreur saisie, ou texte ? Seul Excel le sait. */
export interface Douteuse {
  readonly feuille: string;
  readonly ligne: number;
  readonly colonne: number;
}

/** Textes d'erreur qu'Excel rend comme valeurs ; ceux d'un Excel français au cas où un hôte les traduirait. */
const ERREUR =
  /^#(?:N\/A|GETTING_DATA|DIV\/0!|NAME\?|NOM\?|(?:VALUE|VALEUR|REF|NUM|NOMBRE|NULL|NUL|SPILL|PROPAGATION|CALC|BUSY|OCCUPÉ|FIELD|CHAMP|BLOCKED|CONNECT|UNKNOWN|EXTERNAL|PYTHON)!)$/;

export const estTexteErreur = (valeur: unknown): valeur is string =>
  typeof valeur === 'string' && valeur.startsWith('#') && ERREUR.test(valeur);

/** `formulas` rend la constante là où il n'y a pas de formule, et un texte « '=A1 » sans son apostrophe. */
export const estFormule = (formule: unknown, valeur: unknown): formule is string =>
  typeof formule === 'string' && formule.startsWith('=') && formule !== valeur;

/** Les cellules d'une feuille à faire trancher par Excel, avant `versFeuille`. */
export function douteuses({ nom, blocs }: FeuilleBrute): Douteuse[] {
  const trouvees: Douteuse[] = [];
  for (const bloc of blocs) {
    bloc.valeurs.forEach((rangee, i) => {
      rangee.forEach((valeur, j) => {
        if (!estTexteErreur(valeur) || estFormule(bloc.formules[i]?.[j], valeur)) return;
        trouvees.push({ feuille: nom, ligne: bloc.ligne + i + 1, colonne: bloc.colonne + j + 1 });
      });
    });
  }
  return trouvees;
}

/** Le code de format d'une cellule, quand il dit quelque chose de sa valeur : seul un nombre se montre autrement qu'il est. */
export function formatDe(valeur: Valeur, code: string | null | undefined): string | undefined {
  return typeof valeur === 'number' && code ? codeUtile(code) : undefined;
}

export function versFeuille(
  { nom, blocs, fusions }: FeuilleBrute,
  { visibilite, textes, lignesDeTotal, lignesBarrees }: Precisions,
): Feuille {
  const lignes: Valeur[][] = [];
  const formules = new Map<string, string>();
  const formats: (string | undefined)[][] = [];
  const lignesMasquees: number[] = [];
  for (const bloc of blocs) {
    bloc.valeurs.forEach((rangee, i) => {
      const ligne = bloc.ligne + i + 1;
      if (bloc.masquees[i] === true) lignesMasquees.push(ligne);
      const lue = rangee.map((valeur, j): Valeur => {
        const colonne = bloc.colonne + j + 1;
        const formule = bloc.formules[i]?.[j];
        const calculee = estFormule(formule, valeur);
        if (calculee) formules.set(adresseDe(ligne, colonne), versLecture(formule));
        if (valeur === '') return calculee ? '' : null;
        const erreur = estTexteErreur(valeur) && (calculee || !textes.has(adresseDe(ligne, colonne)));
        return erreur ? { illisible: valeur } : valeur;
      });
      lignes.push(lue);
      formats.push(lue.map((valeur, j) => formatDe(valeur, bloc.formats[i]?.[j])));
    });
  }
  const premier = blocs[0];
  const premiereLigne = (premier?.ligne ?? 0) + 1;
  const premiereColonne = (premier?.colonne ?? 0) + 1;
  return {
    nom,
    visibilite,
    formats,
    lignesDeTotal,
    premiereLigne,
    premiereColonne,
    lignes,
    formules,
    lignesMasquees,
    colonnesMasquees: (premier?.colonnesMasquees ?? []).flatMap((masquee, j) =>
      masquee ? premiereColonne + j : [],
    ),
    lignesBarrees,
    fusions: fusionsUtiles(fusions, {
      ligne1: premiereLigne,
      colonne1: premiereColonne,
      ligne2: premiereLigne + lignes.length - 1,
      colonne2: premiereColonne + (lignes[0]?.length ?? 0) - 1,
    }),
  };
}
