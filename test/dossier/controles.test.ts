/** Une situation, un rapport exact : rien ne manque, rien n'est dit de trop. */
import { CATALOGUE, type Code } from '../../src/dossier/anomalies/catalogue';
import { examen, rapport } from './fabrique';
import {
  CALCULS,
  COHERENCE,
  COLLECTIFS,
  FORMAT,
  PROJETS,
  STRUCTURE,
  VERSEMENTS,
  type Situation,
} from './situations';

const GROUPES: Readonly<Record<string, readonly Situation[]>> = {
  FORMAT,
  STRUCTURE,
  COHERENCE,
  COLLECTIFS,
  PROJETS,
  VERSEMENTS,
  CALCULS,
};

test('le classeur juste ne dit rien', () => {
  expect(rapport(examen())).toEqual([]);
});

describe.each(Object.entries(GROUPES))('%s', (_, situations) => {
  test.each(situations.map((s) => [s.titre, s] as const))('%s', (__, s) => {
    expect(rapport(examen(s.reglages))).toEqual(s.rapport);
  });
});

/** Codes qu'une autre suite provoque : en-têtes doubles (entetes.test.ts), panne d'un contrôle (examiner.test.ts). */
const AILLEURS: readonly Code[] = ['colonne.en-double', 'controle.impossible'];

test('chaque anomalie du catalogue est provoquée', () => {
  const provoquees = new Set(
    Object.values(GROUPES).flatMap((g) => g.flatMap((s) => s.rapport.map((r) => r.split(' ').at(-1)))),
  );
  expect(
    Object.keys(CATALOGUE).filter((code) => !provoquees.has(code) && !AILLEURS.includes(code as Code)),
  ).toEqual([]);
});

test('chaque message dit le fait et quoi faire, sans valeur manquante', () => {
  const anomalies = Object.values(GROUPES).flatMap((g) => g.flatMap((s) => examen(s.reglages).anomalies));
  expect(anomalies.length).toBeGreaterThan(100);
  for (const { message, reference, source } of anomalies) {
    expect(message).toMatch(/^[\p{Lu}\d«].*[.)]$/u);
    expect(message).not.toMatch(/undefined|\bnull\b|NaN|\[object/);
    expect(reference).toMatch(/^C-[A-Z]+-\d\d$/);
    expect(source).not.toBe('');
  }
});
