/** clas verifier : par cause, ou tout ; chaque anomalie y est, avec son dossier et son gestionnaire. */
import type { FormeJson } from '../../src/dossier/restitution/formesJson';
import { clasSurPlace } from './clas';

const FICHIER = 'assets/exemples/clas-anomalies.xlsx';
const AU = ['--au', '2022-10-15'];

const anomalies = async () =>
  (JSON.parse((await clasSurPlace(['verifier', FICHIER, ...AU, '--json'])).sortie) as FormeJson<'verifier'>)
    .anomalies;
const uneLigne = (texte: string): string => texte.replaceAll(/\s+/g, ' ');

test('par défaut, une cause à la fois : leurs nombres font toutes les anomalies', async () => {
  const { sortie, code } = await clasSurPlace(['verifier', FICHIER, ...AU]);
  expect(code).toBe(1);
  const nombres = [...sortie.matchAll(/^ *(\d+) × {2}/gm)].map(([, n]) => Number(n));
  expect(nombres.reduce((a, b) => a + b)).toBe((await anomalies()).length);
  expect(nombres.length).toBeLessThan((await anomalies()).length);
  expect(uneLigne(sortie)).toContain('3 × Acomptes N trop élevés — Montant (Versements)');
  expect(uneLigne(sortie)).toContain('E30 ESSAI-032, Association La Boussole');
});

test('--tout : chaque anomalie a sa phrase et sa cellule, et dit à qui elle est', async () => {
  const sortie = uneLigne((await clasSurPlace(['verifier', FICHIER, ...AU, '--tout'])).sortie);
  for (const { message } of await anomalies()) expect(sortie).toContain(uneLigne(message));
  expect(sortie).toContain('saisir un nombre. (ESSAI-002, Association La Boussole)');
});
