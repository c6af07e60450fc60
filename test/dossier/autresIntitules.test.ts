/** Deux tableaux l'un sous l'autre, sous d'autres intitulés : ce que l'en-tête ne permet pas de lire se dit, et bloque. */
import { phraseDe } from '../../src/dossier/anomalies/anomalie';
import { COLONNES_PROJETS } from '../../src/dossier/colonnes/projets';
import { examiner, type Examen } from '../../src/dossier/examiner';
import type { Feuille } from '../../src/dossier/formes/grille';
import type { Valeur } from '../../src/valeurs/valeur';
import { classeur, feuille, PROJET, projet, tableau } from './fabrique';

type Lignes = readonly (readonly Valeur[])[];
const [PARAMETRES, PROJETS] = classeur().feuilles as [Feuille, Feuille];
const [TETE = [], P1 = []] = tableau(COLONNES_PROJETS, [PROJET]);
const [, P2 = []] = tableau(COLONNES_PROJETS, [projet({ dossier: 'P-2', action: 'Autre' })]);
const lire = (...feuilles: readonly Feuille[]): Examen =>
  examiner({ dates1904: false, feuilles: [PARAMETRES, ...feuilles] }, { au: '2022-01-20' });
const projets = (lignes: Lignes): Examen => lire(feuille('Projets', lignes));
const dit = (e: Examen): string[] =>
  e.anomalies
    .filter(({ code }) => code.startsWith('ligne.autres'))
    .map((a) => phraseDe(a).replace(/\s/g, ' '));
const lus = (e: Examen): string => e.lecture.projets.lignes.map((p) => p.dossier).join(' ');
const NON_LUES = (n: string, entete: number): string[] => [
  `${n} : les intitulés au-dessus ne sont pas ceux de la ligne ${entete}. Les mettre sous les mêmes colonnes, ou dans une autre feuille.`,
];

describe('Au-dessus de l’en-tête, qui est celui du tableau le plus complet', () => {
  const COURT = ['N° dossier', 'Gestionnaire', 'Action', 'Coût prévisionnel'];
  test('les lignes de la première page se disent, et ne se perdent pas', () => {
    const e = projets([COURT, ['P-7', 'A', 'x', 5], ['P-8', 'B', 'y', 6], [], TETE, P1]);
    expect([lus(e), dit(e), e.valide]).toEqual(['P-1', NON_LUES('Lignes 2 à 3 non lues', 5), false]);
    expect(e.lecture.bilan[1]?.lignesIgnorees.map(({ ligne }) => ligne)).toEqual([2, 3]);
  });

  test('un titre, un récapitulatif, un en-tête répété sans ligne n’en sont pas', () => {
    const recapitulatif = [
      ['Commune', 'Coût prévisionnel', 'Collectifs agréés'],
      ['Orléans', 18_000, 3],
    ];
    expect(dit(projets([['Suivi du Clas'], ...recapitulatif, [], TETE, P1]))).toEqual([]);
    expect(dit(projets([COURT, [null, 'en euros'], TETE, P1]))).toEqual([]);
    expect(dit(projets([['Dossier', 'Commune'], ['P-7', 'A'], TETE, P1]))).toEqual([]);
    for (const consigne of [
      ['numéro Elan', 'raison sociale', 'nom', 'en euros'],
      ['45-0001', 'Les Tilleuls', 'Clas', null],
    ])
      expect(dit(projets([COURT, consigne, [], TETE, P1]))).toEqual([]);
    expect(dit(projets([COURT, ['P-7', 'A', 'x', '5 000 €'], TETE, P1]))).toEqual(
      NON_LUES('Ligne 2 non lue', 3),
    );
  });
});

describe('Au-dessous', () => {
  test('d’autres colonnes, ou les mêmes ailleurs, ne se lisent pas sous celles de l’en-tête', () => {
    const inverse = [...TETE];
    [inverse[10], inverse[12]] = [TETE[12] ?? null, TETE[10] ?? null];
    const e = projets([TETE, P1, inverse, P2]);
    expect([lus(e), dit(e)]).toEqual(['P-1', NON_LUES('Ligne 4 non lue', 1)]);
    const sans = TETE.filter((t) => t !== 'Familles');
    const deplus = [...TETE.slice(0, 3), ...Array<null>(sans.length - 3).fill(null), 'Familles'];
    expect(dit(projets([sans, P1, deplus, P2]))).toEqual(NON_LUES('Ligne 4 non lue', 1));
  });

  test('les mêmes intitulés à chaque page se lisent, et referment le tableau étranger', () => {
    expect([projets([TETE, P1, TETE, P2])].map((e) => [lus(e), dit(e)])).toEqual([['P-1 P-2', []]]);
    const partiels = TETE.map((t, i) => (i < 6 ? t : null));
    expect([projets([TETE, P1, partiels, P2])].map((e) => [lus(e), dit(e)])).toEqual([['P-1 P-2', []]]);
    const autre = ['N° dossier', 'Motif', 'Gestionnaire', 'Action'];
    const e = projets([TETE, P1, autre, ['P-9', 'hors délai', 'C', 'z'], TETE, P2]);
    expect([lus(e), dit(e)]).toEqual(['P-1 P-2', NON_LUES('Ligne 4 non lue', 1)]);
  });

  test('au journal, tout ce qui a été versé est alors inconnu', () => {
    const journal = feuille('Versements', [
      ['N° dossier', 'Nature', 'Montant'],
      ['P-1', 'acompte', 100],
      ['N° dossier', 'Nature', 'Date', 'Gestion', 'Montant'],
      ['P-1', 'acompte', '12/11/2021', 'N', 200],
    ]);
    const e = lire(PROJETS, journal);
    expect([dit(e), e.lecture.journalNonLu, e.calculs[0]?.montants.versePs.montant]).toEqual([
      NON_LUES('Ligne 2 non lue', 3),
      true,
      null,
    ]);
  });
});
