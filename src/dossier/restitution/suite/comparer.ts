/**
 * Deux classeurs de la même Caf et de la même année, comparés projet par projet : ce qui est venu, parti, changé,
 * et ce que cela change à l'argent. Les projets se rapprochent par leur numéro de dossier, quel que soit leur ordre.
 */
import type { CalculProjet, CleMontant } from '../../calcul/montants';
import type { Colonne } from '../../colonnes/colonne';
import { COLONNES_PROJETS } from '../../colonnes/projets';
import type { Examen } from '../../examiner';
import { montantConnu } from '../sorties/montantConnu';
import type { Decimal } from '../../../valeurs/montant';
import { comparerTextes } from '../../../valeurs/ordre';
import { cleDossier } from '../../../valeurs/texte';

/** Une valeur lue : montant exact, nombre, texte, oui/non ; `null` quand la cellule est vide ou illisible. */
export type ValeurComparee = string | number | boolean | Decimal | null;

interface ChampModifie {
  /** Clé de la colonne (« coutReel »). */
  readonly champ: string;
  readonly avant: ValeurComparee;
  readonly apres: ValeurComparee;
}

/** Les montants dont l'effet se montre. */
export const EFFETS = ['psRetenue', 'psDue', 'bonus'] as const satisfies readonly CleMontant[];

interface ProjetModifie {
  readonly dossier: string;
  readonly champs: readonly ChampModifie[];
  /** Après moins avant, en € ; `null` quand l'un des deux est inconnu. */
  readonly effet: Readonly<Record<(typeof EFFETS)[number], Decimal | null>>;
}

export interface Comparaison {
  readonly ajoutes: readonly string[];
  readonly disparus: readonly string[];
  readonly modifies: readonly ProjetModifie[];
}

const CHAMPS = Object.entries<Colonne>(COLONNES_PROJETS)
  .filter(([cle, c]) => cle !== 'dossier' && !c.calculee)
  .map(([cle]) => cle as keyof typeof COLONNES_PROJETS);

const egales = (a: ValeurComparee, b: ValeurComparee): boolean =>
  typeof a === 'object' && a !== null && typeof b === 'object' && b !== null ? a.eq(b) : a === b;

const parDossier = ({ calculs }: Examen): Map<string, CalculProjet> => {
  const projets = new Map<string, CalculProjet>();
  for (const calcul of calculs) {
    const { dossier } = calcul.projet;
    if (dossier !== null && !projets.has(cleDossier(dossier))) projets.set(cleDossier(dossier), calcul);
  }
  return projets;
};

const numero = ({ projet }: CalculProjet): string => projet.dossier ?? '';

const ecart = (avant: CalculProjet, apres: CalculProjet, cle: CleMontant): Decimal | null => {
  const [a, b] = [montantConnu(avant, cle), montantConnu(apres, cle)];
  return a === null || b === null ? null : b.minus(a);
};

/** Dans l'ordre des numéros de dossier : l'ordre des lignes n'est pas un changement. */
export function comparer(ancien: Examen, nouveau: Examen): Comparaison {
  const [avant, apres] = [parDossier(ancien), parDossier(nouveau)];
  const seuls = (ici: typeof avant, la: typeof avant): string[] =>
    [...ici].filter(([cle]) => !la.has(cle)).map(([, calcul]) => numero(calcul));
  const modifies = [...apres].flatMap(([cle, calcul]): ProjetModifie[] => {
    const autre = avant.get(cle);
    if (!autre) return [];
    const champs = CHAMPS.flatMap((champ): ChampModifie[] => {
      const [a, b] = [autre.projet[champ], calcul.projet[champ]];
      // une cellule devenue illisible, ou qui ne l'est plus, a changé sans valeur à montrer
      const lisibles = autre.projet.illisibles.has(champ) === calcul.projet.illisibles.has(champ);
      return egales(a, b) && lisibles ? [] : [{ champ, avant: a, apres: b }];
    });
    const effet = Object.fromEntries(
      EFFETS.map((montant) => [montant, ecart(autre, calcul, montant)]),
    ) as ProjetModifie['effet'];
    const change = champs.length > 0 || Object.values(effet).some((e) => e !== null && !e.isZero());
    return change ? [{ dossier: numero(calcul), champs, effet }] : [];
  });
  return {
    ajoutes: seuls(apres, avant).sort(comparerTextes),
    disparus: seuls(avant, apres).sort(comparerTextes),
    modifies: modifies.sort((a, b) => comparerTextes(a.dossier, b.dossier)),
  };
}
