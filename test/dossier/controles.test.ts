/** Une situation, un rapport exact : rien ne manque, rien n'est dit de trop. */
import { phraseDe, type Anomalie } from '../../src/dossier/anomalies/anomalie';
import { CATALOGUE, type Code } from '../../src/dossier/anomalies/catalogue';
import * as BORDS from './bords';
import { examen, rapport } from './fabrique';
import type { Situation } from './situation';
import { CALCULS, COHERENCE, COLLECTIFS, FORMAT, PROJETS, STRUCTURE, VERSEMENTS } from './situations';

const GROUPES: Readonly<Record<string, readonly Situation[]>> = {
  ...BORDS,
  FORMAT,
  STRUCTURE,
  COHERENCE,
  COLLECTIFS,
  PROJETS,
  VERSEMENTS,
  CALCULS,
};
const SITUATIONS = Object.values(GROUPES).flat();

test('le classeur juste ne dit rien', () => {
  expect(rapport(examen())).toEqual([]);
});

/** Le fait et quoi faire, sans valeur manquante ; d'où il vient. */
const bienDite = (a: Anomalie): boolean => {
  const phrase = phraseDe(a);
  return (
    /^[\p{Lu}\d«].*[.)]$/u.test(phrase) &&
    !/undefined|\bnull\b|NaN|\[object/.test(phrase) &&
    /^C-[A-Z]+-\d\d$/.test(a.reference) &&
    a.source !== ''
  );
};

describe.each(Object.entries(GROUPES))('%s', (_, situations) => {
  test.each(situations.map((s) => [s.titre, s] as const))('%s', (__, s) => {
    const e = examen(s.reglages);
    // une ligne du rapport n'a sa phrase que si la situation la donne
    const lus = rapport(e).map((court, i) =>
      s.rapport[i]?.includes(' — ')
        ? `${court} — ${phraseDe(e.anomalies[i] as Anomalie).replace(/\s/g, ' ')}`
        : court,
    );
    expect(lus).toEqual(s.rapport);
    expect(e.anomalies.filter((a) => !bienDite(a))).toEqual([]);
  });
});

/** Codes qu'une autre suite provoque : en-têtes doubles (lecture.test.ts), panne d'un contrôle (panne.test.ts). */
const AILLEURS: readonly Code[] = [
  'colonne.en-double',
  'controle.impossible',
  // deux classeurs rapprochés (suite.test.ts)
  'bonus.verse-inconnu',
  'bonus.verse-superieur-accorde',
  'bonus.verse-autre-au-journal',
];

test('chaque anomalie du catalogue est provoquée', () => {
  const provoquees = SITUATIONS.flatMap((s) => s.rapport.map((r) => r.split(' — ')[0]?.split(' ').at(-1)));
  expect(provoquees.length).toBeGreaterThan(100);
  const absentes = Object.keys(CATALOGUE).filter(
    (code) => !provoquees.includes(code) && !AILLEURS.includes(code as Code),
  );
  expect(absentes).toEqual([]);
});
