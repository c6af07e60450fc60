/** Outils communs aux tests des règles : écrire un montant au centime, tirer des montants exacts. */
import fc from 'fast-check';
import { BAREMES, montant, type Bareme, type Decimal, type Resultat } from '../../src/reglement';

const [premier] = BAREMES;
if (!premier) throw new Error('Aucun barème publié.');
export const BAREME_2021: Bareme = premier;

export const d = (valeur: string | number): Decimal => montant(valeur);

/** Texte à deux décimales ; une fraction de centime est un défaut, elle n'est pas arrondie ici. */
export function ecrit(valeur: Decimal | Resultat): string {
  const m = 'montant' in valeur ? valeur.montant : valeur;
  if (m.decimalPlaces() > 2) throw new Error(`Fraction de centime : ${m.toString()}`);
  return m.toFixed(2);
}

/** Montant d'un nombre entier de centimes, écrit en puissance de dix : sans division. */
export const deCentimes = (centimes: number | bigint): Decimal => montant(`${centimes}e-2`);

/** Montant tiré au hasard, en centimes entiers : aucun flottant n'entre dans le test. */
export const unMontant = (maximum = 20_000_000): fc.Arbitrary<Decimal> =>
  fc.integer({ min: 0, max: maximum }).map(deCentimes);

export const unNombre = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });

export const CENTIME = d('0.01');

/** Vérifie une loi sur des cas tirés. Graine fixée : un échec se rejoue. */
export const prouve = <T>(tirage: fc.Arbitrary<T>, loi: (t: T) => boolean): void =>
  fc.assert(fc.property(tirage, loi), { seed: 2021006, numRuns: 500 });
