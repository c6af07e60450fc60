/**
 * Les essais d'un groupe réunis en un seul fichier : leurs modules ne se chargent qu'une fois par mutant, et le premier
 * essai qui le voit dispense des suivants. Le nom du groupe vient de `scripts/mutation.ts`, par la configuration de jest.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

declare const ESSAIS: { readonly dossiers: readonly string[]; readonly sans: readonly string[] };

let vu = false;
type Essai = (...arguments_: unknown[]) => unknown;
const jusquAuPremierVu =
  (essai: Essai): ((...arguments_: unknown[]) => Promise<void>) =>
  async (...arguments_) => {
    if (vu) return;
    try {
      await essai(...arguments_);
    } catch (erreur) {
      vu = true;
      throw erreur;
    }
  };

const deJest = globalThis.test;
const un = (titre: string, essai: Essai): void => {
  deJest(titre, jusquAuPremierVu(essai));
};
const chacun = (cas: readonly unknown[]) => (titre: string, essai: Essai) => {
  deJest.each(cas)(titre, jusquAuPremierVu(essai));
};
globalThis.test = Object.assign(un, { each: chacun }) as unknown as typeof deJest;

for (const dossier of ESSAIS.dossiers.map((nom) => join(__dirname, '..', nom)))
  for (const fichier of readdirSync(dossier))
    if (fichier.endsWith('.test.ts') && !ESSAIS.sans.includes(fichier.replace('.test.ts', '')))
      jest.requireActual(join(dossier, fichier));
