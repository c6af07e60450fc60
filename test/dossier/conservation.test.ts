/** Rien ne compte en silence : bilan de lecture, lignes ignorées, colonnes ressemblantes, refus de l'officiel. */
import fc from 'fast-check';
import { direManque } from '../../src/dossier/calcul/manque';
import { COLONNES_PROJETS } from '../../src/dossier/colonnes/projets';
import { examiner, type Examen } from '../../src/dossier/examiner';
import { refusOfficiel } from '../../src/dossier/restitution/blocage';
import { jsonVerifier } from '../../src/dossier/restitution/json';
import type { Designations } from '../../src/dossier/lecture/lire';
import type { Valeur } from '../../src/valeurs/valeur';
import { classeur, feuille, projet, tableau } from './fabrique';

const [ENTETES = [], LIGNE = []] = tableau(COLONNES_PROJETS, [projet({ acomptesN: 1000 })]);
const colonne = (cle: keyof typeof COLONNES_PROJETS): number => ENTETES.indexOf(COLONNES_PROJETS[cle].entete);
const ligne = (dossier: string, change: Readonly<Record<string, Valeur>> = {}): Valeur[] =>
  LIGNE.map((v, i) => {
    if (i === colonne('dossier')) return dossier;
    const cle = Object.keys(change).find((c) => colonne(c as 'dossier') === i);
    return cle === undefined ? v : (change[cle] ?? null);
  });
const seule = (cellules: Readonly<Record<number, Valeur>>): Valeur[] =>
  ENTETES.map((_, i) => cellules[i] ?? null);

const lire = (lignes: readonly (readonly Valeur[])[], designations: Designations = {}): Examen => {
  const c = classeur();
  const feuilles = c.feuilles.map((f) => (f.nom === 'Projets' ? feuille('Projets', lignes) : f));
  return examiner({ ...c, feuilles }, { au: '2022-01-20', designations });
};
const bilan = (e: Examen) => jsonVerifier(e).lecture.feuilles.find((f) => f.feuille === 'Projets');

describe('Lignes', () => {
  test('une note, un total, des lignes préremplies : ignorées, chacune dite', () => {
    const e = lire([
      ENTETES,
      seule({ [colonne('coutPrevisionnel')]: '€' }),
      ligne('P-001'),
      seule({ [colonne('gestionnaire')]: 'Sous-total', [colonne('coutPrevisionnel')]: 18000 }),
      ligne('P-002'),
      seule({ [colonne('projetBonus')]: 'non' }),
      seule({ [colonne('projetBonus')]: 'non' }),
      seule({ 0: '* chiffres provisoires' }),
    ]);
    expect(e.lecture.projets.lignes.map((p) => p.dossier)).toEqual(['P-001', 'P-002']);
    expect(bilan(e)?.lignesIgnorees.map((l) => l.ligne)).toEqual([2, 4, 6, 8]);
    expect(e.anomalies.filter((a) => a.code === 'ligne.ignoree').map((a) => a.ligne)).toEqual([2, 4, 6, 8]);
  });

  test('un numéro et trois cellules font une donnée, quoi que dise un mot', () => {
    const e = lire([
      ENTETES,
      ligne('P-001', { gestionnaire: 'Ensemble', observations: 'Total versé' }),
      ligne('Total jeunes'),
    ]);
    expect(e.lecture.projets.lignes.map((p) => p.dossier)).toEqual(['P-001', 'Total jeunes']);
  });
});

describe('Une colonne qui ressemble à une absente', () => {
  const entetes = ENTETES.map((t) =>
    t === COLONNES_PROJETS.acomptesN.entete
      ? '1er acompte'
      : t === COLONNES_PROJETS.acomptesN1.entete
        ? null
        : t,
  );
  const lignes = [entetes, ligne('P-001'), ligne('P-002', { acomptesN: null, action: 'Autre action' })];

  test('son montant est inconnu pour les dossiers où elle est remplie, et rien d’officiel n’en sort', () => {
    const e = lire(lignes);
    expect(e.anomalies.filter((a) => a.reference === 'C-FMT-14')).toHaveLength(1);
    expect(bilan(e)?.colonnesNonLues).toEqual([
      expect.objectContaining({ entete: '1er acompte', valeurs: 1, proche: 'acomptesN' }),
    ]);
    expect(e.calculs.map((c) => c.montants.acomptesN.montant?.toFixed(2) ?? null)).toEqual([null, '0.00']);
    const acomptes = e.calculs[0]?.montants.acomptesN;
    expect(acomptes?.montant === null ? acomptes.manque.map(direManque) : []).toEqual([
      'Acomptes N : colonne non lue',
    ]);
    expect(e.valide).toBe(true);
    expect(refusOfficiel(e, 'le fichier des écritures')).toContain('P-001');
    expect(refusOfficiel(e, 'le fichier de remontée')).toBeNull();
  });

  test('désignée, elle se lit ; écartée, elle ne compte pas', () => {
    const lue = lire(lignes, { colonnes: { projets: { acomptesN: '1er acompte' } } });
    expect(lue.calculs[0]?.montants.acomptesN.montant?.toFixed(2)).toBe('1000.00');
    expect(refusOfficiel(lue, 'le fichier des écritures')).toBeNull();
    const ecartee = lire(lignes, { ignorees: ['1er acompte'] });
    expect(ecartee.calculs[0]?.montants.acomptesN.montant?.toFixed(2)).toBe('0.00');
    expect(ecartee.anomalies.some((a) => a.reference === 'C-FMT-14')).toBe(false);
  });
});

test('conservation : la somme d’une colonne est celle des lignes lues et des lignes dites ignorées', () => {
  const cout = colonne('coutPrevisionnel');
  const troubles = fc.constantFrom('projet', 'total', 'note', 'vide', 'preremplie', 'entete', 'unites');
  fc.assert(
    fc.property(
      fc.array(fc.record({ trouble: troubles, montant: fc.integer({ min: 100, max: 90_000 }) }), {
        minLength: 1,
        maxLength: 25,
      }),
      (tirees) => {
        const lignes = tirees.map(({ trouble, montant }, i): Valeur[] => {
          if (trouble === 'projet') return ligne(`P-${i + 100}`, { coutPrevisionnel: montant });
          if (trouble === 'total') return seule({ 0: 'Total', [cout]: montant });
          if (trouble === 'note') return seule({ 1: 'arrêté au 31 décembre' });
          if (trouble === 'preremplie') return seule({ [colonne('projetBonus')]: 'non', [cout]: 0 });
          if (trouble === 'entete') return [...ENTETES];
          if (trouble === 'unites') return seule({ [cout]: '€' });
          return seule({});
        });
        const e = lire([ENTETES, ...lignes]);
        const vue = lignes.reduce((s, l) => s + (typeof l[cout] === 'number' ? l[cout] : 0), 0);
        const lue = e.lecture.projets.lignes.reduce((s, p) => s + (p.coutPrevisionnel?.toNumber() ?? 0), 0);
        const dites = new Set(
          e.lecture.bilan
            .find((f) => f.role === 'projets')
            ?.lignesIgnorees.flatMap(({ ligne: l, derniere }) =>
              Array.from({ length: derniere - l + 1 }, (_, k) => l + k),
            ),
        );
        const ignoree = [...dites].reduce((s, n) => {
          const v = lignes[n - 2]?.[cout];
          return s + (typeof v === 'number' ? v : 0);
        }, 0);
        expect(lue + ignoree).toBe(vue);
        expect(e.lecture.projets.lignes).toHaveLength(tirees.filter((t) => t.trouble === 'projet').length);
      },
    ),
    { numRuns: 150 },
  );
});
