/** Une cause, une chose à régler : rien ne se perd, rien ne se compte deux fois. */
import { examiner } from '../../src/dossier/examiner';
import { parCause, titreDe } from '../../src/dossier/restitution/causes';
import { classeur } from '../dossier/fabrique';
import { creerPort, projet } from '../volet/port';

const examen = async (...couts: (string | number)[]) =>
  examiner(await creerPort(couts.map((cout, i) => projet(`D-${i}`, { 'Coût prévisionnel': cout }))).lire(), {
    au: '2022-01-10',
  });

test('une même valeur illisible dans une même colonne ne fait qu’une cause, une autre valeur une autre', async () => {
  const { anomalies } = await examen('oui', ' Oui', 'néant', 'oui', 24000);
  const bloquantes = parCause(anomalies).filter((c) => c.gravite === 'bloquante');
  expect(bloquantes.map((c) => c.anomalies.length)).toEqual([3, 1]);
});

test('les colonnes facultatives absentes ne font qu’une cause, qui les nomme toutes', () => {
  const e = examiner(classeur({ sans: ['axeEnfants', 'axeParents', 'axeEcole', 'axeTerritoire'] }), {
    au: '2022-01-10',
  });
  expect(parCause(e.anomalies).map((c) => `${c.anomalies.length} × ${titreDe(c, e.lecture)}`)).toEqual([
    '4 × Colonne attendue absente — Axe enfants, Axe parents, Axe école, Axe territoire',
  ]);
});

test('le plus grave d’abord, puis le plus nombreux ; chaque anomalie est dans une cause et une seule', async () => {
  const { anomalies } = await examen('oui', 'néant', 'néant', '24 000,00 €', '18 000 €');
  const causes = parCause(anomalies);
  const rangs = causes.map((c) => ['bloquante', 'alerte', 'information'].indexOf(c.gravite));
  expect(rangs).toEqual([...rangs].sort());
  expect(causes[0]?.anomalies.length).toBe(2);
  const dedans = causes.flatMap((c) => c.anomalies);
  expect(dedans).toHaveLength(anomalies.length);
  expect(new Set(dedans)).toEqual(new Set(anomalies));
});
