/** Les exemples livrés, tels que le README les décrit. */
import { join } from 'node:path';
import { EXEMPLES } from '../../scripts/exemples/index';
import { CYCLE_INDU, CYCLE_SOLDE } from '../outils/cycle';
import type { AnomalieJson } from './attendu';
import type { Passage } from '../../outils/processus';
import { clas, dossierProvisoire, exemple, jsonDe } from './clas';

const dossier = dossierProvisoire();
const passer = (commande: string, nom: string, ...suite: string[]): Promise<Passage> =>
  clas([
    commande,
    exemple(nom),
    '--au',
    EXEMPLES.find((e) => e.fichier === nom)?.au ?? '',
    '--json',
    ...suite,
  ]);

const PROPRE = 'clas-2021-2022.xlsx';
const ANOMALIES = 'clas-anomalies.xlsx';
const CYCLE = 'cycle-de-vie.xlsx';
const ANNEE = 'annee-entiere.xlsx';

test('la campagne sans faute : valide, sans alerte, remontée et arrêté possibles', async () => {
  const [verifie, remonte, clos] = await Promise.all([
    passer('verifier', PROPRE),
    passer('remontee', PROPRE, '--sortie', join(dossier, 'remontee.xlsx')),
    passer('cloture', PROPRE, '--sortie', join(dossier, 'ecritures.xlsx')),
  ]);
  expect([verifie.code, remonte.code, clos.code]).toEqual([0, 0, 0]);
  expect(jsonDe(verifie)).toMatchObject({ valide: true, annee: 2021, caf: '45', compte: { alerte: 0 } });
  expect(jsonDe(remonte)).toMatchObject({
    fichier: 'CLAS_BONUS_2021-2022_CAF45.xlsx',
    bonusVerses: '0.00',
    empreinte: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
  });
});

test('le classeur d’essai montre au moins soixante situations, et chaque ligne la sienne', async () => {
  const { anomalies } = jsonDe<{ anomalies: (AnomalieJson & { valeur: unknown })[] }>(
    await passer('verifier', ANOMALIES),
  );
  const references = new Set(anomalies.map((a) => a.reference));
  expect(references.size).toBeGreaterThanOrEqual(60);
  const annoncees =
    EXEMPLES.find((e) => e.fichier === ANOMALIES) && (await import('../../scripts/exemples/cas')).CAS;
  expect(annoncees?.map((c) => c.repere).filter((r) => !references.has(r))).toEqual([]);
});

test('le cycle de vie : du budget au solde, puis à l’indu, au centime', async () => {
  const passage = await passer('calculer', CYCLE);
  expect(passage.code).toBe(0);
  expect(jsonDe(passage)).toMatchObject({
    projets: [
      { ...CYCLE_SOLDE, dossier: 'CYCLE-SOLDE' },
      { ...CYCLE_INDU, dossier: 'CYCLE-INDU' },
    ],
  });
});

test('l’année entière : tout est payé et recouvré, et l’arrêté passé se contrepasse', async () => {
  const [calcule, clos, paye] = await Promise.all([
    passer('calculer', ANNEE),
    passer('cloture', ANNEE, '--sortie', join(dossier, 'annee.xlsx')),
    passer('paiements', ANNEE),
  ]);
  expect([calcule.code, clos.code, paye.code]).toEqual([0, 0, 0]);
  expect(jsonDe(calcule)).toMatchObject({
    totaux: { psDue: '10562.50', versePs: '10562.50', verseBonus: '3000.00', resteAPayer: '0.00' },
  });
  const { ecritures, liquidations, ...reste } = jsonDe<{
    ecritures: { mois: number; exercice: number }[];
    liquidations: { montant: string; compte: string; date: string }[];
  }>(clos);
  expect(reste).toMatchObject({
    passees: true,
    totaux: { chargeAPayer: '2151.20', engagement: '9226.80', debit: '9226.80', credit: '9226.80' },
  });
  expect(ecritures.map((e) => [e.mois, e.exercice])).toEqual(Array.from({ length: 4 }, () => [12, 2022]));
  expect(liquidations.find((l) => l.compte === 'T 408143111')?.montant).toBe('925.00');
  expect(liquidations.find((l) => l.date === '2023-01-10')).toMatchObject({
    montant: '-450.00',
    compte: 'SF 65623224191',
  });
  expect(jsonDe(paye)).toMatchObject({ paiements: [] });
});
