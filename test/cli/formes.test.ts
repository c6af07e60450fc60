/** Ce que les commandes écrivent avec --json suit les schémas publiés ; ceux-ci sont à jour. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemasCommandes } from '../../scripts/docs/schemas';
import { FORMES_JSON, type NomForme } from '../../src/dossier/restitution/formesJson';
import { clas, dossierProvisoire, exemple, jsonDe } from './clas';

const dossier = dossierProvisoire();
const remontee = join(dossier, 'CAF45.xlsx');
const propre = exemple('clas-2021-2022.xlsx');
const annee = exemple('annee-entiere.xlsx');
const sortie = (nom: string): readonly [string, string] => ['--sortie', join(dossier, nom)];
const FIN = ['--au', '2023-01-20'] as const;

test.each(schemasCommandes())('%s est à jour (npm run docs)', (chemin, texte) => {
  expect(readFileSync(chemin, 'utf8')).toBe(texte);
});

const PASSAGES: readonly (readonly [NomForme, readonly string[]])[] = [
  ['verifier', [exemple('clas-anomalies.xlsx'), '--au', '2022-10-15']],
  ['calculer', [exemple('clas-anomalies.xlsx'), '--au', '2022-10-15']],
  ['calculer', [annee, ...FIN]],
  ['remontee', [propre, '--au', '2022-01-20', '--sortie', remontee]],
  ['cloture', [propre, '--au', '2022-01-20', ...sortie('a.xlsx')]],
  ['cloture', [annee, ...FIN, ...sortie('b.xlsx')]],
  ['consolider', [remontee, annee, ...sortie('c.xlsx')]],
  ['paiements', [exemple('cycle-de-vie.xlsx'), '--au', '2022-10-15']],
  ['enveloppe', ['--annee', '2022', annee, '--notifiee', '20000']],
  ['reprendre', [annee, ...FIN, ...sortie('d.xlsx')]],
  ['comparer', [exemple('cycle-de-vie.xlsx'), annee]],
];

test.each(PASSAGES)('clas %s %j', async (nom, args) => {
  const lue = jsonDe<unknown>(await clas([nom, ...args, '--json']));
  expect(FORMES_JSON[nom].safeParse(lue).error?.issues ?? []).toEqual([]);
});

test('une réponse hors de sa forme est refusée', async () => {
  const lue = jsonDe<Record<string, unknown>>(await clas(['calculer', annee, ...FIN, '--json']));
  const forme = FORMES_JSON.calculer;
  expect(forme.safeParse({ ...lue, autre: 1 }).success).toBe(false);
  expect(forme.safeParse({ ...lue, annee: '2021' }).success).toBe(false);
  expect(forme.safeParse({ ...lue, projets: [{ dossier: 'A' }] }).success).toBe(false);
});
