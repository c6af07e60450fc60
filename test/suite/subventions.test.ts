/** Les données ouvertes, jugées par une autre implémentation de Table Schema, sur les règles publiées du schéma SCDL 2.1.1. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Table } from 'tableschema';
import { clasSurPlace, jsonDe } from '../cli/clas';

const EXEMPLE = join(__dirname, '../../assets/exemples/clas-2021-2022.xlsx');
const SIRET = '77567227221138';

/** Le schéma national, tel qu'il est publié : seize champs dans l'ordre, obligations, motifs. */
const SCDL = {
  fields: [
    ['nomAttribuant', 'string', { required: true }],
    ['idAttribuant', 'string', { required: true, pattern: '^\\d{14}$' }],
    ['dateConvention', 'date', { required: true }],
    ['referenceDecision', 'string', {}],
    ['nomBeneficiaire', 'string', { required: true }],
    ['idBeneficiaire', 'string', { pattern: '^\\d{14}$' }],
    ['rnaBeneficiaire', 'string', { pattern: '^W\\d{9}$' }],
    ['objet', 'string', { required: true, maxLength: 256 }],
    ['montant', 'number', { required: true }],
    [
      'nature',
      'string',
      { required: true, enum: ['aide en numéraire', 'aide en nature', 'aide en numéraire;aide en nature'] },
    ],
    ['conditionsVersement', 'string', { required: true, enum: ['unique', 'échelonné', 'autre'] }],
    [
      'datesPeriodeVersement',
      'string',
      { required: true, pattern: '^\\d{4}-\\d{2}-\\d{2}/\\d{4}-\\d{2}-\\d{2}$' },
    ],
    ['idRAE', 'string', {}],
    ['notificationUE', 'string', { required: true, enum: ['oui', 'non'] }],
    ['pourcentageSubvention', 'number', { required: true, minimum: 0.01, maximum: 1 }],
    ['dispositifAide', 'string', {}],
  ].map(([name, type, constraints]) => ({ name, type, constraints })),
  missingValues: [''],
};

const subventions = async (...options: string[]) => {
  const dossier = mkdtempSync(join(tmpdir(), 'clas-'));
  const sortie = join(dossier, 'subventions.csv');
  const passage = await clasSurPlace([
    'subventions',
    EXEMPLE,
    '--au',
    '2022-01-20',
    '--sortie',
    sortie,
    '--json',
    ...options,
  ]);
  return { dossier, sortie, passage };
};

test('chaque ligne est du schéma national ; le datapackage décrit le fichier', async () => {
  const { dossier, sortie, passage } = await subventions('--siret', SIRET);
  expect(passage.code).toBe(0);
  const table = await Table.load(sortie, { schema: SCDL });
  const lignes = await table.read({ keyed: true });
  expect(lignes).toHaveLength(jsonDe<{ lignes: number }>(passage).lignes);
  expect(lignes.length).toBeGreaterThan(30);
  const paquet = JSON.parse(readFileSync(join(dossier, 'datapackage.json'), 'utf8'));
  expect(paquet.resources[0].path).toBe('subventions.csv');
  expect(paquet.resources[0].schema.fields.map((f: { name: string }) => f.name)).toEqual(
    SCDL.fields.map((f) => f.name),
  );
});

test('les montants publiés sont ceux du calcul : Ps retenue et bonus', async () => {
  const { sortie } = await subventions('--siret', SIRET);
  const { totaux } = jsonDe<{ totaux: Record<string, string> }>(
    await clasSurPlace(['calculer', EXEMPLE, '--au', '2022-01-20', '--json']),
  );
  const lignes = await (await Table.load(sortie, { schema: SCDL })).read({ keyed: true });
  const centimes = lignes.reduce(
    (n: number, l: Record<string, unknown>) => n + Math.round(Number(l['montant']) * 100),
    0,
  );
  expect(centimes).toBe(
    Math.round(Number(totaux['psRetenue']) * 100) + Math.round(Number(totaux['bonus']) * 100),
  );
});

test.each([
  [[], /Siret de la Caf absent/],
  [['--siret', '12345678901234'], /invalide/],
])('sans Siret juste, une phrase et rien d’écrit', async (options, phrase) => {
  const { passage } = await subventions(...options);
  expect([passage.code, passage.sortie]).toEqual([2, '']);
  expect(passage.erreur).toMatch(phrase);
});
