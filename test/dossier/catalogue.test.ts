/** Le catalogue des anomalies tient ses promesses : codes, références, sources, page à jour. */
import { readFileSync } from 'node:fs';
import { CATALOGUE, type Code } from '../../src/dossier/anomalies/catalogue';
import { HORS_PORTEE } from '../../scripts/docs/horsPortee';
import { SECTIONS } from '../../src/reglement/sources';
import { docsAnomalies } from '../../scripts/docs/anomalies';

const codes = Object.keys(CATALOGUE) as Code[];

/** Numéros que la liste métier n'emploie pas. */
const SANS_SITUATION: readonly string[] = ['C-ACO-09', 'C-ACO-10'];

/** La liste métier : préfixe et dernier numéro. */
const LISTE = {
  FMT: 14,
  ID: 11,
  PAR: 5,
  COL: 20,
  ELI: 10,
  BON: 11,
  PS: 7,
  FIN: 6,
  ACO: 12,
  CLO: 7,
  REM: 6,
} as const;

test('chaque situation de la liste métier est relevée, ou dite hors de portée, jamais les deux', () => {
  const liste = Object.entries(LISTE)
    .flatMap(([prefixe, n]) =>
      Array.from({ length: n }, (_, i) => `C-${prefixe}-${String(i + 1).padStart(2, '0')}`),
    )
    .filter((r) => !SANS_SITUATION.includes(r));
  const relevees = new Set<string>(codes.map((c) => CATALOGUE[c].reference));
  expect(liste.filter((r) => relevees.has(r) === r in HORS_PORTEE)).toEqual([]);
  expect([...relevees, ...Object.keys(HORS_PORTEE)].filter((r) => !liste.includes(r))).toEqual(['C-INT-01']);
});

test('un code est « portee.constat », en ASCII', () => {
  expect(codes.filter((c) => !/^[a-z]+\.[a-z0-9-]+$/.test(c))).toEqual([]);
});

test('chaque source cite une section qui existe', () => {
  const sections = Object.keys(SECTIONS);
  for (const c of codes) {
    const cite = /^Circ\. 2021-006, (?:§ ([\d.]+)|annexe)$/.exec(CATALOGUE[c].source);
    if (cite) expect(sections).toContain(cite[1] ?? 'Annexe');
    else expect(['Contrat du classeur', 'interprétation']).toContain(CATALOGUE[c].source);
  }
});

test('docs/anomalies.md est à jour (npm run docs)', () => {
  expect(readFileSync('docs/anomalies.md', 'utf8')).toBe(docsAnomalies());
});
