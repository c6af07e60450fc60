/** Les données ouvertes, jugées par une autre implémentation de Table Schema, sur les règles publiées du schéma SCDL 2.1.1. */
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Table } from 'tableschema';
import { clasSurPlace, jsonDe } from '../cli/clas';
import { projet, type Ligne } from '../dossier/fabrique';
import { enFichier } from '../volet/excel';

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
  // le fichier se juge aussi par la description que Clas en donne
  const { fields } = paquet.resources[0].schema;
  expect(fields.map((f: { name: string }) => f.name)).toEqual(SCDL.fields.map((f) => f.name));
  expect(fields[5].constraints).toEqual({ pattern: '^\\d{14}$' });
  const decrite = await Table.load(sortie, { schema: { fields, missingValues: [''] } });
  expect(await decrite.read()).toHaveLength(lignes.length);
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

describe('un dossier agréé à compléter', () => {
  const publier = async (change: Ligne) => {
    const fichier = join(mkdtempSync(join(tmpdir(), 'clas-')), 'c.xlsx');
    writeFileSync(
      fichier,
      await enFichier({
        projets: [projet({}), projet({ dossier: 'P-2', action: 'Autre', ...change })],
        parametres: { 'Siret de la Caf': SIRET },
      }),
    );
    const sortie = join(fichier, '..', 's.csv');
    const passage = await clasSurPlace(['subventions', fichier, '--au', '2022-01-20', '--sortie', sortie]);
    return { passage, sortie };
  };

  test.each([
    ['sans budget', { coutPrevisionnel: null, bonusEnfants: null, bonusParents: null }, /P-2 \(montant\)/],
    ['sans date', { dateAgrement: null, debutConvention: null }, /P-2 \(date d’agrément\)/],
  ])('%s : le classeur se lit, rien n’est publié, code 1', async (_, change, phrase) => {
    const { passage, sortie } = await publier(change);
    expect(passage.code).toBe(1);
    expect(passage.erreur).toMatch(phrase);
    expect(existsSync(sortie)).toBe(false);
  });

  test.each(['en cours', '123456789', '12345678901234'])(
    'un Siret faux (%s) n’est pas publié, et se dit',
    async (siret) => {
      const { passage, sortie } = await publier({ siret });
      expect(passage.code).toBe(0);
      expect(passage.sortie).toMatch(/Sans Siret valide, publié sans lui.: P-2\./);
      const lignes = await (await Table.load(sortie, { schema: SCDL })).read({ keyed: true });
      expect(lignes.map((l: Record<string, unknown>) => l['idBeneficiaire'])).toEqual([
        '99900001100018',
        null,
      ]);
    },
  );
});
