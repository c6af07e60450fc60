/** Les feuilles Anomalies et Calculs que Clas tient dans le classeur de l'agent. */
import { phraseDe, type Anomalie } from '../../src/dossier/anomalies/anomalie';
import { planAnomalies } from '../../src/dossier/restitution/feuilles/planAnomalies';
import { planCalculs } from '../../src/dossier/restitution/feuilles/planCalculs';
import { CLES_MONTANTS, FAITS, MONTANTS } from '../../src/dossier/calcul/montants';
import { examen, examinerExemple, projet, relire } from './outils';

const PROPRIETES = { titre: 't', sujet: 's', auteur: 'a' };

describe('Anomalies', () => {
  test('une ligne par anomalie, sa cellule, son dossier, sa phrase ; un tableau à trier', async () => {
    const e = await examinerExemple('bloquant-acomptes');
    const plan = planAnomalies(e);
    const [lue] = (await relire({ feuilles: [plan], proprietes: PROPRIETES })).feuilles;
    expect(lue?.lignes).toHaveLength(e.anomalies.length + 1);
    expect(lue?.lignes[1]).toEqual([
      'bloquante',
      'Versements!D4',
      'AC-DATE',
      'Association Les Petits Pas 3',
      'C-ACO-03',
      'Circ. 2021-006, § 3.4',
      null,
      phraseDe(e.anomalies[0] as Anomalie),
    ]);
    expect(plan.tableaux).toEqual([{ nom: 'ClasAnomalies', plage: `A1:H${e.anomalies.length + 1}` }]);
  });

  test('sans anomalie, elle le dit', () => {
    const plan = planAnomalies({ ...examen({}), anomalies: [] });
    expect(plan.lignes[1]).toEqual([{ valeur: 'Aucune anomalie.' }]);
    expect(plan.tableaux).toBeUndefined();
  });
});

describe('Calculs', () => {
  const e = examen({
    projets: [projet('A'), projet('B', { Agrément: 'en attente' }), projet('C', { 'Acomptes N': 0 })],
  });
  const { lignes } = planCalculs(e);

  test('une ligne par projet, un intitulé par montant', () => {
    expect(lignes[0]?.slice(5).map((c) => c.valeur)).toEqual(
      CLES_MONTANTS.map((cle) => MONTANTS[cle].intitule),
    );
    expect(lignes.slice(1, -1).map((l) => l[0]?.valeur)).toEqual(['A', 'B', 'C']);
    expect(lignes[1]?.[5]).toMatchObject({ valeur: 7689, format: 'montant' });
  });

  test('la Ps théorique d’un projet non agréé est montrée en retrait, hors des totaux', () => {
    expect(lignes[2]?.[5]).toMatchObject({ valeur: 7689, style: 'aide' });
    expect(lignes.at(-1)?.[5]).toEqual({
      valeur: 15378,
      format: 'montant',
      style: 'total',
      formule: 'SUMIF(D2:D4,"favorable*",F2:F4)',
    });
  });

  test('chaque total écrit est ce que sa formule calcule', () => {
    lignes.at(-1)?.forEach((total, c) => {
      if (total.formule === undefined) return;
      // les faits comptent aussi le dossier sans agrément
      const cle = CLES_MONTANTS[c - 5];
      const comptees = cle && FAITS.has(cle) ? lignes.slice(1, 4) : [lignes[1], lignes[3]];
      const connus = comptees.map((l) => Number(l?.[c]?.valeur ?? 0));
      expect(total.valeur).toBeCloseTo(
        connus.reduce((a, b) => a + b, 0),
        6,
      );
    });
    // rien n'est connu : pas de total, plutôt qu'un zéro
    const psReelle = 5 + CLES_MONTANTS.indexOf('psReelle');
    expect(lignes.at(-1)?.[psReelle]).toEqual({ valeur: null, style: 'total' });
  });
});
