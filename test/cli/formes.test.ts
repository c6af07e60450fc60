/** Ce que les commandes écrivent avec --json suit les schémas publiés ; ceux-ci sont à jour. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemasCommandes } from '../../scripts/docs/schemas';
import { COMMANDES } from '../../src/cli/commandes';
import { FORMES_JSON, type NomForme } from '../../src/dossier/restitution/formesJson';
import { clas, RACINE, dossierProvisoire, exemple, jsonDe } from './clas';

const dossier = dossierProvisoire();
const remontee = join(dossier, 'CAF45.xlsx');
const deux = [join(dossier, 'n.xlsx'), join(dossier, 'n1.xlsx')] as const;
const propre = exemple('clas-2021-2022.xlsx');
const annee = exemple('annee-entiere.xlsx');
const sortie = (nom: string): readonly [string, string] => ['--sortie', join(dossier, nom)];
const MODELE = join(RACINE, 'assets/modeles/notification.docx');
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
  ['remontee', [exemple('trois-annees/clas-45-2021.xlsx'), '--sortie', deux[0]]],
  ['remontee', [exemple('trois-annees/clas-45-2022.xlsx'), '--sortie', deux[1]]],
  ['consolider --suivi', [...deux, ...sortie('e.xlsx')]],
  ['corriger', [exemple('clas-anomalies.xlsx'), ...sortie('f.xlsx')]],
  ['courriers', [exemple('clas-anomalies.xlsx'), '--modele', MODELE, '--sortie', dossier]],
  ['tableau', [annee, ...FIN, ...sortie('g.xlsx')]],
  ['fiches', [annee, ...FIN, ...sortie('h.xlsx')]],
  ['preparer', ['--annee', '2021-2022', '--caf', '45', ...sortie('i.xlsx')]],
  ['subventions', [propre, '--siret', '99900148000022', '--sortie', join(dossier, 'j.csv')]],
];

test.each(PASSAGES)('clas %s %j', async (nom, args) => {
  const lue = jsonDe<unknown>(await clas([...nom.split(' '), ...args, '--json']));
  expect(FORMES_JSON[nom].safeParse(lue).error?.issues ?? []).toEqual([]);
});

test('chaque commande a sa forme', () => {
  const formes = (Object.keys(FORMES_JSON) as NomForme[]).map((nom) => nom.split(' ')[0] ?? '');
  expect(new Set(formes)).toEqual(new Set(Object.keys(COMMANDES)));
});

test.each([
  ['remontee', 'k.xlsx'],
  ['cloture', 'k.xlsx'],
  ['subventions', 'k.csv'],
])('clas %s, quand une anomalie bloque, a la forme de verifier', async (commande, nom) => {
  const passage = await clas([commande, exemple('clas-anomalies.xlsx'), ...sortie(nom), '--json']);
  expect(passage.code).toBe(1);
  expect(FORMES_JSON.verifier.safeParse(jsonDe<unknown>(passage)).error?.issues ?? []).toEqual([]);
});

test('une réponse hors de sa forme est refusée', async () => {
  const lue = jsonDe<Record<string, unknown>>(await clas(['calculer', annee, ...FIN, '--json']));
  const forme = FORMES_JSON.calculer;
  expect(forme.safeParse({ ...lue, autre: 1 }).success).toBe(false);
  expect(forme.safeParse({ ...lue, annee: '2021' }).success).toBe(false);
  expect(forme.safeParse({ ...lue, projets: [{ dossier: 'A' }] }).success).toBe(false);
});
