/**
 * Une explication va jusqu'aux cellules : chaque entrée lue dans le classeur dit laquelle, et un montant tiré d'autres
 * montants montre d'abord comment ils ont été faits.
 */
import type { Lieu } from '../anomalies/anomalie';
import type { Colonnes } from '../colonnes/colonne';
import { COLONNES_PROJETS } from '../colonnes/projets';
import { CLES_TABLES, type CleTable } from '../lecture/tables';
import type { Lecture } from '../lecture/lecture';
import type { Table } from '../lecture/table';
import { explique, type Etape, type Origine } from '../../reglement/explication';
import type { Manque, Montant } from './connu';

/** Nom d'une entrée (« coût ») → la colonne de Projets où elle a été lue. */
type Champs = Readonly<Record<string, keyof typeof COLONNES_PROJETS>>;

/** Dit, dans une étape, d'où viennent celles de ses entrées qui y sont nommées. */
export function situerEtape(etape: Etape, origines: Readonly<Record<string, Origine>>): Etape {
  let siennes: Record<string, Origine> | undefined;
  // les entrées d'abord : un journal entier n'en donne que quelques-unes à l'étape
  for (const nom in etape.entrees) {
    const origine = origines[nom];
    if (origine !== undefined) (siennes ??= {})[nom] = origine;
  }
  return siennes === undefined ? etape : { ...etape, origines: { ...siennes, ...etape.origines } };
}

/** Dit d'où viennent les entrées d'un montant ; une entrée déjà située le reste. `etape` : celle-là seulement. */
export function situer(m: Montant, champs: Champs, etape?: string): Montant {
  if (m.montant === null) return m;
  return explique(m.montant, () => {
    const origines = Object.fromEntries(
      Object.entries(champs).map(([nom, champ]) => [nom, { table: 'projets', champ }]),
    );
    return m.etapes.map((e) => (etape === undefined || e.etape === etape ? situerEtape(e, origines) : e));
  });
}

/** Les étapes d'un montant ; un montant inconnu n'en a pas. */
export const etapesDe = (m: Montant): readonly Etape[] => (m.montant === null ? [] : m.etapes);

/** Deux étapes qui se lisent de même : le bonus « parents » d'avant et d'après un contrôle qui ne l'a pas changé. */
const cleDEtape = ({ etape, formule, entrees, montant }: Etape): string =>
  JSON.stringify([etape, formule, Object.values(entrees), montant]);

/** Fait précéder les étapes d'un montant de celles dont il se tire, chacune une fois. */
export function precede(m: Montant, ...sources: readonly Montant[]): Montant {
  if (m.montant === null) return m;
  return explique(m.montant, () => {
    const vues = new Set<string>();
    return [...sources, m].flatMap(etapesDe).filter((e) => {
      const cle = cleDEtape(e);
      return !vues.has(cle) && vues.add(cle);
    });
  });
}

/** L'endroit d'une entrée, pour y conduire ; rien si sa feuille ou sa colonne n'y est plus. */
export function lieuDOrigine(lecture: Lecture, ligneProjet: number, origine: Origine): Lieu | null {
  const { table, champ, ligne = ligneProjet } = origine;
  const lue = CLES_TABLES.includes(table as CleTable) ? lecture[table as CleTable] : null;
  const lieu = (lue as Table<Colonnes> | null)?.lieu(ligne, champ);
  return lieu === undefined || lieu.colonne === null ? null : lieu;
}

/** L'endroit où saisir ou corriger ce qui manque à un montant. */
export function lieuDuManque(lecture: Lecture, ligneProjet: number, { champ, ligne }: Manque): Lieu | null {
  if (champ === 'versements')
    return lieuDOrigine(lecture, ligneProjet, { table: 'versements', champ: 'montant', ligne: ligne ?? 1 });
  return champ in COLONNES_PROJETS ? lieuDOrigine(lecture, ligneProjet, { table: 'projets', champ }) : null;
}
