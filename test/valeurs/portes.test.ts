/** La même valeur se lit pareil par une cellule et par une formule ; seule la politique diffère : l'une signale, l'autre refuse. */
import fc from 'fast-check';
import { COLONNES_PROJETS } from '../../src/dossier/colonnes/projets';
import { COLONNES_COLLECTIFS } from '../../src/dossier/colonnes/collectifs';
import type { Colonne } from '../../src/dossier/colonnes/colonne';
import { lireCellule } from '../../src/dossier/lecture/cellule';
import { lireHeures, lireMontant, lireOuiNon } from '../../src/fonctions/arguments';
import { Refus } from '../../src/fonctions/refus';

const cellule = (brut: string | number | boolean, colonne: Colonne) =>
  lireCellule(brut, colonne, {
    lieu: { feuille: 'F', ligne: 2, colonne: 1, champ: null, valeur: brut },
    dates1904: false,
  });

function formule(lire: () => unknown): string {
  try {
    return String(lire());
  } catch (erreur) {
    if (erreur instanceof Refus) return 'refus';
    throw erreur;
  }
}

/** Ce que dit la cellule, ramené à la politique d'une formule. */
function signale(brut: string | number | boolean, colonne: Colonne): string {
  const { valeur, anomalie } = cellule(brut, colonne);
  return valeur === null || anomalie?.code === 'cellule.montant-ambigu' ? 'refus' : String(valeur);
}

const MONTANTS = [
  '24 000 euros',
  '1,234.56',
  '1,234,567',
  '€ 24 000',
  '24\u2003000',
  "'2000",
  '1.234',
  '24 k€',
];
const DUREES = ['1 h 30', '1:30', 0.0625, '1,500', '90 min', '1 h 75', '2 heures', 'une heure'];
const REPONSES = ['x', 'VRAI', true, 1, 'Oui ?', 'oui', 'N', 'à moitié'];

test.each(MONTANTS)('montant %j', (brut) => {
  expect(formule(() => lireMontant('coût', brut))).toBe(signale(brut, COLONNES_PROJETS.coutPrevisionnel));
});

test.each(DUREES)('durée %j', (brut) => {
  expect(formule(() => lireHeures('durée', brut))).toBe(signale(brut, COLONNES_COLLECTIFS.duree));
});

test.each(REPONSES)('oui ou non %j', (brut) => {
  expect(formule(() => lireOuiNon('rural', brut))).toBe(signale(brut, COLONNES_PROJETS.rural));
});

test('tout montant écrit, de toute façon, se lit pareil', () => {
  const chiffres = fc.stringMatching(/^[-+(]?(€ )?\d{1,3}([ .,'\u00a0\u202f]\d{1,3}){0,3}( ?€)?$/);
  fc.assert(
    fc.property(chiffres, (brut) => {
      const lue = signale(brut, COLONNES_PROJETS.coutPrevisionnel);
      expect(formule(() => lireMontant('coût', brut))).toBe(lue);
    }),
  );
});
