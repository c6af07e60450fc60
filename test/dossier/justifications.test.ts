/** Justifier une alerte : reconnue par son dossier, sa référence, sa colonne et sa valeur ; une valeur changée se redemande. */
import { identiteDe, justifier } from '../../src/dossier/controle/justifier';
import { examiner, type Examen } from '../../src/dossier/examiner';
import { proprietaires } from '../../src/dossier/lecture/proprietaire';
import { jsonVerifier } from '../../src/dossier/restitution/json';
import { lireRemontee } from '../../src/dossier/restitution/remontee/relecture';
import { creerRemontee } from '../../src/dossier/restitution/remontee/remontee';
import { planRemontee } from '../../src/dossier/restitution/remontee/planRemontee';
import type { Valeur } from '../../src/valeurs/valeur';
import { relire } from '../restitution/outils';
import { creerPort, projet } from '../volet/port';
import * as fabrique from './fabrique';

const ENTETES = ['N° dossier', 'Référence', 'Champ', 'Valeur', 'Motif', 'Date'];
const AU = '2022-01-10';

async function examen(lignes: readonly Valeur[][], ...projets: Valeur[][]): Promise<Examen> {
  const port = creerPort(projets);
  port.feuilles.set('Justifications', [ENTETES, ...lignes]);
  return examiner(await port.lire(), { au: AU });
}
const justifiees = (e: Examen): string[] =>
  e.anomalies.flatMap((a) =>
    a.justification === null ? [] : [`${a.reference} ${a.ligne} ${a.justification}`],
  );

const SANS_COMMUNE = projet('D-1', { Commune: null });
const VU = ['D-1', 'C-ID-08', 'Commune', null, 'Itinérant', '10/01/2022'];

test('l’alerte du dossier, de la colonne et de la valeur est justifiée, et elle seule', async () => {
  const e = await examen([VU], SANS_COMMUNE, projet('D-2', { Commune: null }));
  expect(justifiees(e)).toEqual(['C-ID-08 2 Itinérant']);
  expect(e.justifiees).toBe(1);
  expect(e.compte.alerte).toBe(e.anomalies.filter((a) => a.gravite === 'alerte').length);
  const json = jsonVerifier(e);
  expect(json.justifiees).toBe(1);
  expect(json.anomalies.filter((a) => a.justification === 'Itinérant')).toHaveLength(1);
});

test.each<[string, Valeur[]]>([
  ['un autre dossier', ['D-9', ...VU.slice(1)]],
  ['une autre référence', ['D-1', 'C-ID-04', ...VU.slice(2)]],
  ['une autre colonne', ['D-1', 'C-ID-08', 'Enfants', ...VU.slice(3)]],
  ['une autre valeur', ['D-1', 'C-ID-08', 'Commune', 'Orléans', ...VU.slice(4)]],
  ['sans motif', ['D-1', 'C-ID-08', 'Commune', null, null, null]],
])('%s ne justifie rien', async (_, ligne) => {
  expect(justifiees(await examen([ligne], SANS_COMMUNE))).toEqual([]);
});

test('le numéro s’écrit comme l’agent l’écrit, la colonne par son intitulé ou par sa clé', async () => {
  const ligne = [' d\u20111 ', 'c-id-08', 'commune', '', 'Itinérant', null];
  expect(justifiees(await examen([ligne], SANS_COMMUNE))).toEqual(['C-ID-08 2 Itinérant']);
});

test('une valeur changée se redemande', async () => {
  const cher = (cout: number) =>
    projet('D-1', { 'Collectifs agréés': 1, Enfants: 10, 'Coût prévisionnel': cout });
  const avant = await examen([], cher(300_000));
  const alerte = avant.anomalies.find((a) => a.reference === 'C-FMT-07');
  if (!alerte) throw new Error('pas d’alerte sur l’unité');
  const dossier = proprietaires(avant.lecture)(alerte)?.dossier ?? null;
  const identite = identiteDe(alerte, avant.lecture, dossier);
  const ligne = [...Object.values(identite ?? {}), 'Vérifié', '2022-01-10'];
  expect(justifiees(await examen([ligne], cher(300_000)))).toEqual(['C-FMT-07 2 Vérifié']);
  expect(justifiees(await examen([ligne], cher(300_001)))).toEqual([]);
});

/** Une alerte d'aucun dossier, une d'aucun des deux, une d'aucune colonne ; et une colonne que sa clé ne nomme pas. */
const SALE: fabrique.Reglages = {
  parametres: { Caf: null },
  projets: [fabrique.projet({ dateAgrement: fabrique.jour('2022-01-21') })],
  lignesMasquees: [2],
  formules: { C2: '=CLAS.PS(S2,K2,2022)' },
  au: '2022-01-20',
};
const RECONNUES = [
  { dossier: '', reference: 'C-REM-05', champ: 'caf', valeur: '' },
  { dossier: 'P-1', reference: 'C-PS-05', champ: '', valeur: '99900001100018' },
  { dossier: 'P-1', reference: 'C-ELI-03', champ: "Date d'agrément", valeur: '44582' },
];
const justifie = (lignes: readonly Valeur[][]): Examen =>
  fabrique.examen({ ...SALE, autres: [fabrique.feuille('Justifications', [ENTETES, ...lignes])] });

test('une alerte se reconnaît à son dossier ou à sa colonne ; sans l’un ni l’autre, elle ne se justifie pas', () => {
  const { anomalies, lecture } = fabrique.examen(SALE);
  const proprietaire = proprietaires(lecture);
  expect(anomalies.map((a) => a.reference)).toEqual(['C-REM-05', 'C-FMT-12', 'C-PS-05', 'C-ELI-03']);
  expect(anomalies.map((a) => identiteDe(a, lecture, proprietaire(a)?.dossier ?? null))).toEqual([
    RECONNUES[0],
    null,
    ...RECONNUES.slice(1),
  ]);
  const vues = RECONNUES.map((r) => [...Object.values(r), 'Vu', null]);
  expect(justifiees(justifie([...vues, ['', 'C-FMT-12', '', '', 'Vu', null]]))).toEqual([
    'C-REM-05 1 Vu',
    'C-PS-05 2 Vu',
    'C-ELI-03 2 Vu',
  ]);
});

test('la clé d’une colonne la nomme aussi', () => {
  const ligne = ['P-1', 'C-ELI-03', 'dateAgrement', 44582, 'Vu', null];
  expect(justifiees(justifie([ligne]))).toEqual(['C-ELI-03 2 Vu']);
});

test('sans justification, rien n’est cherché', () => {
  const { anomalies, lecture } = fabrique.examen(SALE);
  expect(justifier(anomalies, lecture)).toBe(anomalies);
});

test('une bloquante ne se justifie jamais', async () => {
  const faux = projet('D-1', { 'Coût prévisionnel': 'néant' });
  const sans = await examen([], faux);
  const lignes = sans.anomalies.map((a) => ['D-1', a.reference, a.champ, 'néant', 'Vu', null]);
  const e = await examen(lignes, faux);
  expect(e.compte.bloquante).toBe(1);
  expect(e.anomalies.filter((a) => a.gravite === 'bloquante' && a.justification !== null)).toEqual([]);
});

test('la feuille Justifications est de Clas : ni lue comme des données, ni étrangère', async () => {
  const e = await examen([VU], SANS_COMMUNE);
  expect(e.lecture.bilan.find((f) => f.feuille === 'Justifications')?.role).toBe('generee');
  expect(e.anomalies.filter((a) => a.feuille === 'Justifications')).toEqual([]);
});

test('le fichier de la Cnaf dit combien la Caf en a justifié, et se relit ; sans justification, rien n’y change', async () => {
  const lignes = async (e: Examen): Promise<readonly Valeur[]> => {
    const plan = planRemontee(await creerRemontee(e));
    const classeur = await relire(plan);
    expect((await lireRemontee(classeur)).anomalies.justifiees).toBe(e.justifiees);
    return (
      classeur.feuilles
        .find((f) => f.nom === 'Contrôle')
        ?.lignes.find((l) => String(l[0]).startsWith('dont')) ?? []
    );
  };
  expect((await lignes(await examen([VU], SANS_COMMUNE))).slice(0, 2)).toEqual([
    'dont justifiées par la Caf',
    1,
  ]);
  expect(await lignes(await examen([], SANS_COMMUNE))).toEqual([]);
});
