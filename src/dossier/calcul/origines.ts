/**
 * Une explication va jusqu'aux cellules : chaque entrée lue dans le classeur dit laquelle, et un montant tiré d'autres
 * montants montre d'abord comment ils ont été faits.
 */
import type { COLONNES_PROJETS } from '../colonnes/projets';
import type { Etape, Origine } from '../../reglement/explication';
import type { Montant } from './connu';

/** Nom d'une entrée (« coût ») → la colonne de Projets où elle a été lue. */
type Colonnes = Readonly<Record<string, keyof typeof COLONNES_PROJETS>>;

/** Dit, dans une étape, d'où viennent celles de ses entrées qui y sont nommées. */
export const situerEtape = (etape: Etape, origines: Readonly<Record<string, Origine>>): Etape => {
  const siennes = Object.entries(origines).filter(([nom]) => nom in etape.entrees);
  return siennes.length === 0
    ? etape
    : { ...etape, origines: { ...Object.fromEntries(siennes), ...etape.origines } };
};

/** Dit d'où viennent les entrées d'un montant ; une entrée déjà située le reste. `etape` : celle-là seulement. */
export function situer(m: Montant, colonnes: Colonnes, etape?: string): Montant {
  if (m.montant === null) return m;
  const origines = Object.fromEntries(
    Object.entries(colonnes).map(([nom, champ]) => [nom, { table: 'projets', champ }]),
  );
  return {
    montant: m.montant,
    etapes: m.etapes.map((e) => (etape === undefined || e.etape === etape ? situerEtape(e, origines) : e)),
  };
}

/** Fait précéder les étapes d'un montant de celles dont il se tire, chacune une fois. */
export function precede(m: Montant, ...sources: readonly Montant[]): Montant {
  if (m.montant === null) return m;
  const avant = sources.flatMap((s) => (s.montant === null ? [] : s.etapes));
  return { montant: m.montant, etapes: [...new Set([...avant, ...m.etapes])] };
}
